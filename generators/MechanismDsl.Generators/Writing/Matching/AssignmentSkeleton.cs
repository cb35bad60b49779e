using MechanismDsl.Language.Declarations;

namespace MechanismDsl.Generators.Writing.Matching;

/// <summary>The signatures of an assignment whose declaration has errors.</summary>
internal static class AssignmentSkeleton
{
    /// <summary>Whether the declaration is one of an assignment.</summary>
    public static bool Fits(Declaration declaration) => declaration.Attributes.Any(use => use.Name == "Assignment");

    /// <summary>The members that call sites may use, each without its body.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="money">The type of values and payments.</param>
    /// <param name="agents">The names of the agents; empty where there are none.</param>
    public static IEnumerable<string> Members(Declaration declaration, string money, IReadOnlyList<string> agents)
    {
        var (allotments, allotment) = ($"global::MechanismDsl.Allotments<{money}>", $"global::MechanismDsl.Allotment<{money}>");
        if (Items(declaration) is null)
        {
            yield return $"public static {allotments} Run(global::System.ReadOnlySpan<{money}> values, int items)";
            yield return $"public static void Run(global::System.ReadOnlySpan<{money}> values, int items, global::System.Span<{allotment}> allotments)";
            yield break;
        }

        yield return $"public static {allotments} Run(global::System.ReadOnlySpan<{GeneratedMembers.Report}> reports)";
        yield return $"public static void Run(global::System.ReadOnlySpan<{GeneratedMembers.Report}> reports, global::System.Span<{allotment}> allotments)";
        yield return $"public static void RunBatch(global::System.ReadOnlySpan<{GeneratedMembers.Report}> reports, int agents, global::System.Span<{allotments}> outcomes)";
        if (agents.Count > 0)
        {
            yield return NamedAssignmentWriter.Signature(agents);
        }

        yield return "public static string? ItemName(int item)";
    }

    /// <summary>The members of the record of a report; null where items have no names.</summary>
    public static IReadOnlyList<string>? Items(Declaration declaration) =>
        declaration.Attributes.First(use => use.Name == "Assignment").TypeArgument?.Members
            .Select(member => Identifier.Escape(member.Name))
            .Where(name => name is not ("Equals" or "GetHashCode" or "GetType" or "ToString" or "Deconstruct" or "MemberwiseClone" or "ReferenceEquals" or "Finalize" or "PrintMembers" or GeneratedMembers.Report))
            .ToList();
}
