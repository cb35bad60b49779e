using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Planning;

/// <summary>What is written for a mechanism that serves several agents: score of each agent → kernel over the feasible set → inverse of the score.</summary>
/// <param name="Core">
/// What it shares with a single-item mechanism for the same agents: names, money, scores, limits, guarantees, words. Its price is not used.
/// </param>
/// <param name="Feasible">Who can be served together.</param>
/// <param name="Price">What a served agent pays.</param>
internal sealed record ServicePlan(MechanismPlan Core, FeasiblePlan Feasible, ServicePrice Price)
    : FilePlan(Core.Type, Core.Evidence)
{
    /// <summary>The outcome's type without its money: <c>Awards</c>.</summary>
    public string Outcome => Feasible is FeasiblePlan.Slots ? "Placements" : "Awards";

    /// <summary>What one agent gets, without its money: <c>Award</c>.</summary>
    public string Award => Feasible is FeasiblePlan.Slots ? "Placement" : "Award";

    /// <summary>The span that receives what every agent gets.</summary>
    public string Awards => Feasible is FeasiblePlan.Slots ? "placements" : "awards";

    /// <summary>Whether reports are compared as they are and the library's kernel for that decides.</summary>
    public bool IsKernels =>
        Core is { IsNamed: false, Currency.IsGrid: false, Rule: RulePlan.BestReport { Blocks.Count: 0 } } && Price == ServicePrice.Threshold;

    /// <summary>Nothing here is judged by analyzers: everything holds by theorem.</summary>
    public override FilePlan Unjudged() => this;
}

/// <summary>What a served agent pays.</summary>
internal enum ServicePrice
{
    /// <summary>The worst report with which it would still have been served; with slots, click by click.</summary>
    Threshold,

    /// <summary>Its own report.</summary>
    PayAsBid,

    /// <summary>The worst report that is served.</summary>
    Uniform,

    /// <summary>The report that would just keep its slot, for every click.</summary>
    GeneralizedSecondPrice,
}

/// <summary>Who can be served together.</summary>
internal abstract record FeasiblePlan
{
    private FeasiblePlan() { }

    /// <summary>At most so many agents, one item each.</summary>
    internal sealed record Items(int Count) : FeasiblePlan;

    /// <summary>One agent a slot.</summary>
    /// <param name="Clicks">The clicks of every slot, not increasing.</param>
    internal sealed record Slots(EquatableArray<double> Clicks) : FeasiblePlan;
}
