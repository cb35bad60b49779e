using MechanismDsl.Generators.Explaining;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter.Expectations;

namespace MechanismDsl.Generators.Planning;

/// <summary>
/// Everything that the writers of one file need, decided: no writer computes or chooses. Plans are compared by content, so equal plans
/// are written once.
/// </summary>
/// <param name="Type">The type to extend.</param>
/// <param name="Market">The side of the market.</param>
/// <param name="Currency">The type of reports and payments.</param>
/// <param name="Agents">Names in declaration order; empty for alike agents.</param>
/// <param name="MostAgents">The greatest number of alike agents that the declaration admits; null for any.</param>
/// <param name="Rule">Who wins and where the thresholds lie.</param>
/// <param name="Price">What the winner pays.</param>
/// <param name="Ties">Who wins among equals.</param>
/// <param name="EntryFee">What every agent pays for taking part.</param>
/// <param name="HasRunTimeReserve">Whether the reserve is a parameter of every run.</param>
/// <param name="Domain">The reports that are admitted.</param>
/// <param name="Evidence">Every guarantee that holds, with its theorem; nothing else becomes an interface.</param>
/// <param name="Expected">Expected revenue (sale) or outlay (procurement).</param>
/// <param name="Equilibrium">The equilibrium bid of a pay-as-bid or all-pay auction.</param>
/// <param name="Strategy">The user's method from value to report, for an indirect mechanism.</param>
/// <param name="Summary">One sentence for a type without a summary of its own.</param>
/// <param name="Explanation">The mechanism in English, one line an entry.</param>
internal sealed record MechanismPlan(
    TypeIdentity Type,
    Market Market,
    Currency Currency,
    EquatableArray<string> Agents,
    int? MostAgents,
    RulePlan Rule,
    PricePlan Price,
    TiePlan Ties,
    double EntryFee,
    bool HasRunTimeReserve,
    ReportRange Domain,
    EquatableArray<Evidence> Evidence,
    ExpectationPlan Expected,
    EquilibriumPlan? Equilibrium,
    string? Strategy,
    string Summary,
    EquatableArray<ExplanationLine> Explanation)
    : FilePlan(Type, Evidence)
{
    /// <summary>Whether agents have names.</summary>
    public bool IsNamed => Agents.Count > 0;

    /// <summary>How expectations treat the grid of money, as a clause; null without a grid.</summary>
    public string? OnGrid { get; init; }

    /// <summary>Whether others than the winner may pay.</summary>
    public bool LosersPay => EntryFee != 0 || Price is PricePlan.AllPay;

    /// <inheritdoc/>
    public override FilePlan Unjudged()
    {
        var kept = Evidence.Where(evidence => !evidence.IsJudged).ToEquatableArray();
        return kept.Count == Evidence.Count
            ? this
            : this with
            {
                Evidence = kept,
                Explanation = Explanation
                    .Where(line => !line.NeedsAnalyzers)
                    .Append(new ExplanationLine(1, GuaranteeLines.Withheld))
                    .ToEquatableArray(),
            };
    }

    /// <summary>The name of the type's own rule class in the same file.</summary>
    public string RuleClass => Type.Name + "Rule";

    /// <summary>The constant that holds an agent's reserve or ceiling; the agent's index is ignored for alike agents.</summary>
    public string LimitName(int agent) => (IsNamed ? Writing.Identifier.Member(Agents[agent]) : string.Empty) + (Market.IsProcurement ? "Ceiling" : "Reserve");
}

/// <summary>The reports that are admitted, both ends included.</summary>
internal readonly record struct ReportRange(double Low, double High)
{
    /// <summary>Whether it is the default domain, [0, 10¹⁵].</summary>
    public bool IsDefault => Low == 0 && High == Market.LargestReport;
}

/// <summary>What a winner pays.</summary>
internal abstract record PricePlan
{
    private PricePlan() { }

    /// <summary>The worst report that would still have won.</summary>
    internal sealed record Threshold : PricePlan;

    /// <summary>Its own report.</summary>
    internal sealed record PayAsBid : PricePlan;

    /// <summary>Its own report, and so does everybody else.</summary>
    internal sealed record AllPay : PricePlan;

    /// <summary>A fixed price.</summary>
    internal sealed record Posted(double Amount) : PricePlan;
}

/// <summary>Who wins among equals.</summary>
/// <param name="AreShared">Whether equals share the good by equal chances.</param>
/// <param name="Ranks">For each named agent its place in the order of precedence; empty: the order of declaration.</param>
internal sealed record TiePlan(bool AreShared, EquatableArray<int> Ranks);

/// <summary>What the mechanism is expected to earn (sale) or to cost (procurement).</summary>
internal abstract record ExpectationPlan
{
    private ExpectationPlan() { }

    /// <summary>No priors, so nothing can be expected.</summary>
    internal sealed record None : ExpectationPlan;

    /// <summary>One number: agents are named or their number is fixed.</summary>
    internal sealed record Constant(double Amount) : ExpectationPlan;

    /// <summary>One number for each n = 1, 2, …, and where there is one the formula for every n.</summary>
    internal sealed record ByCount(EquatableArray<double> Amounts, RevenueFormula? Formula) : ExpectationPlan;
}
