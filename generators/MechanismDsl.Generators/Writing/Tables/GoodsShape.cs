using MechanismDsl.Generators.Planning.Optimal;
using MechanismDsl.Language.Declarations;

namespace MechanismDsl.Generators.Writing.Tables;

/// <summary>The types in the signatures of a mechanism that divides goods.</summary>
/// <param name="Type">The mechanism's name, as source writes it.</param>
/// <param name="Fields">The members of a report, one a good.</param>
/// <param name="Names">The names of the agents; empty for alike agents.</param>
internal sealed record GoodsShape(string Type, IReadOnlyList<string> Fields, IReadOnlyList<string> Names)
{
    /// <summary>Goods that a declaration with errors may name beyond what can be written.</summary>
    private const int Most = 14;

    /// <summary>The outcome of a run.</summary>
    public const string Outcome = "global::MechanismDsl.GoodsSale<double>";

    /// <summary>The interface of the mechanism, without namespace.</summary>
    public string Contract => $"IMechanism<{Type}.{GeneratedMembers.Report}, {Outcome}>";

    /// <summary>The reports as a parameter.</summary>
    public static string Reports => $"global::System.ReadOnlySpan<{GeneratedMembers.Report}> reports";

    /// <summary>The run that takes a report a name.</summary>
    public string NamedRun => $"public static {Outcome} Run({string.Join(", ", Names.Select(name => $"{GeneratedMembers.Report} {Identifier.Parameter(name)}"))})";

    /// <summary>The record of a report.</summary>
    public string Record => $"public readonly record struct {GeneratedMembers.Report}({string.Join(", ", Fields.Select(name => $"double {Identifier.Escape(name)}"))})";

    /// <summary>The shape of a declaration that may have errors; null where it divides no goods.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="names">The names of its agents.</param>
    public static GoodsShape? Of(Declaration declaration, IReadOnlyList<string> names)
    {
        if (declaration.Attributes.FirstOrDefault(use => use.Name == "Goods") is not { } goods)
        {
            return null;
        }

        var members = goods.TypeArgument is { Members: { Count: > 0 } named } && named.Select(member => member.Name).All(name => !GeneratedMembers.InNoRecord.Contains(name))
            ? named.Select(member => member.Name).ToList()
            : [];
        var count = members.Count > 0 ? Math.Min(members.Count, Most) : goods.Arguments.FirstOrDefault() is Argument.Number { Value: >= 1 and <= Most } number ? (int)number.Value : 1;
        return new GoodsShape(
            Identifier.Escape(declaration.Type.Name),
            [.. Enumerable.Range(0, count).Select(good => GoodsPlan.FieldOf([.. members], good))],
            names);
    }

    /// <summary>The members that call sites may use, without bodies.</summary>
    public IEnumerable<string> Members()
    {
        yield return $"public static {Outcome} Run({Reports})";
        if (Names.Count > 0)
        {
            yield return NamedRun;
        }

        yield return $"public static void RunBatch({Reports}, int agents, global::System.Span<{Outcome}> outcomes)";
        yield return $"public static global::System.ReadOnlySpan<int> Draw({Reports}, double uniform)";
    }
}
