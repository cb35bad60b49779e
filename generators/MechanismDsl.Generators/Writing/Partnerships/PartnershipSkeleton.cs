using MechanismDsl.Language.Declarations;

namespace MechanismDsl.Generators.Writing.Partnerships;

/// <summary>The signatures of a partnership whose declaration has errors.</summary>
internal static class PartnershipSkeleton
{
    /// <summary>Whether the declaration is one of a partnership.</summary>
    public static bool Fits(Declaration declaration) => declaration.Attributes.Any(use => use.Name == "Partnership");

    /// <summary>The members that call sites may use, each without its body.</summary>
    public static IEnumerable<string> Members(IEnumerable<string> names, string money)
    {
        var reports = $"global::System.ReadOnlySpan<{money}> reports";
        var outcome = PartnershipTypeWriter.Outcome(money);
        yield return $"public static {outcome} Run({reports})";
        yield return $"public static int Run({reports}, global::System.Span<{money}> payments)";
        yield return $"public static void RunBatch({reports}, int agents, global::System.Span<{outcome}> outcomes)";
        if (names.Any())
        {
            yield return $"public static Result Run({string.Join(", ", names.Select(name => $"{money} {Identifier.Parameter(name)}"))})";
        }
    }

    /// <summary>The constants, by name.</summary>
    public static IEnumerable<string> Constants => GeneratedMembers.OfPartnerships.Where(name => name != GeneratedMembers.Engine);

    /// <summary>The result of a run by name; null where no partner has one.</summary>
    public static string? Result(IReadOnlyCollection<string> names, string money) => names.Count == 0
        ? null
        : $"public readonly record struct Result(int Owner, {string.Join(", ", names.Select(name => $"{money} {Identifier.Member(name)}Pays"))})\n{{\n    /// <summary>Not known yet.</summary>\n    public string OwnerName => string.Empty;\n}}";
}
