using MechanismDsl.Generators.Planning.Optimal;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Writing.Tables;

/// <summary>The types in the signatures of an optimal mechanism.</summary>
/// <param name="Report">The type of a report.</param>
/// <param name="Drawn">The enumeration of the outcomes; null where one item goes to an agent or nobody.</param>
internal sealed record OptimalShape(string Report, string? Drawn)
{
    /// <summary>The outcome of a run.</summary>
    public string Outcome => Drawn is null ? "global::MechanismDsl.SharedSale<double>" : $"global::MechanismDsl.Lottery<{Drawn}, double>";

    /// <summary>The interface of the mechanism, without namespace.</summary>
    public string Contract => $"IMechanism<{Report}, {Outcome}>";

    /// <summary>What reports are called.</summary>
    public string Parameter => Drawn is null ? "bids" : "types";

    /// <summary>The reports as a parameter.</summary>
    public string Reports => $"global::System.ReadOnlySpan<{Report}> {Parameter}";

    /// <summary>The shape of a plan.</summary>
    public static OptimalShape Of(OptimalPlan plan) => new(Keyword(plan.Report), plan.Outcomes?.Type);

    /// <summary>The shape of a declaration that may have errors; null where its goal is another one.</summary>
    public static OptimalShape? Of(Declaration declaration)
    {
        if (declaration.Attributes.All(use => use.Name != "Optimal") || declaration.Attributes.Any(use => use.Name == "Goods"))
        {
            return null;
        }

        var outcomes = declaration.Attributes.FirstOrDefault(use => use.Name == "Outcomes")?.TypeArgument;
        var value = declaration.Rules.FirstOrDefault(rule => rule is { Attribute: "Value", Parameters.Count: 2 });
        return new OptimalShape(
            value?.Parameters[1].Type is RuleType.Number(var kind) ? Keyword(kind) : "double",
            outcomes is not null ? "global::" + outcomes.FullName
            : declaration.Attributes.Any(use => use.Name == "PublicProject") ? "global::MechanismDsl.ProjectDecision"
            : declaration.Attributes.Any(use => use.Name == "BilateralTrade") ? "global::MechanismDsl.TradeDecision"
            : null);
    }

    /// <summary>The members that call sites may use, without bodies.</summary>
    /// <param name="names">The names of the agents; empty for alike agents.</param>
    public IEnumerable<string> Members(IReadOnlyList<string> names)
    {
        yield return $"public static {Outcome} Run({Reports})";
        if (names.Count > 0)
        {
            yield return $"public static {Outcome} Run({string.Join(", ", names.Select(name => $"{Report} {Identifier.Parameter(name)}"))})";
        }

        yield return $"public static void RunBatch({Reports}, int agents, global::System.Span<{Outcome}> outcomes)";
        yield return $"public static {Drawn ?? "int"} Draw({Reports}, double uniform)";
    }

    /// <summary>The names of the agents: a trade has a seller and a buyer whether or not it names them.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="named">The names of its agents.</param>
    public IReadOnlyList<string> NamesOf(Declaration declaration, IEnumerable<string> named)
    {
        string NameOf(string side) => declaration.Attributes.FirstOrDefault(use => use.Name == side)?.Arguments.FirstOrDefault() is Argument.Text { Value: { } name }
            && Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsValidIdentifier(name) ? name : side;
        return Drawn == "global::MechanismDsl.TradeDecision" ? [NameOf("Seller"), NameOf("Buyer")] : [.. named];
    }

    private static string Keyword(NumberKind kind) => kind switch
    {
        NumberKind.Int32 => "int",
        NumberKind.Int64 => "long",
        NumberKind.Decimal => "decimal",
        _ => "double",
    };
}
