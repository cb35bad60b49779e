using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

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
        !AddsScores && !HasSlotReserves && Core is { IsNamed: false, Currency.IsGrid: false, Rule: RulePlan.BestReport { Blocks.Count: 0 } } && Price == ServicePrice.Threshold;

    /// <summary>Whether sets are compared by the sums of their scores.</summary>
    public bool AddsScores => Feasible is FeasiblePlan.Limits or FeasiblePlan.Knapsack;

    /// <summary>Whether slots have reserves of their own.</summary>
    public bool HasSlotReserves => Feasible is FeasiblePlan.Slots { Reserves.Count: > 0 };

    /// <summary>Whether every run brings the sizes of the agents.</summary>
    public bool HasRunTimeSizes => Feasible is FeasiblePlan.Knapsack { Sizes.Count: 0 };

    /// <summary>What serving one agent costs; −∞ for a platform that buys at any cost.</summary>
    public double Cost { get; init; }

    /// <summary>Binary digits behind the point with which scores are added up.</summary>
    public int Digits { get; init; } = MostDigits;

    /// <summary>The digits that leave room for sums of reports.</summary>
    public const int MostDigits = 64;

    /// <summary>Whether an agent is served whatever it reports.</summary>
    public bool MustServe(int agent) => Feasible is FeasiblePlan.Limits limits && limits.Set.MustServe(agent);

    /// <summary>Whether an agent must be served and yet not every report is one that it can make: those below its prior.</summary>
    public bool RefusesLow(int agent) => MustServe(agent) && Core.Rule.Limits[agent].Served != Core.Market.NoLimit;

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

    /// <summary>Named agents, as far as limits allow.</summary>
    /// <param name="Set">The limits.</param>
    internal sealed record Limits(Limited Set) : FeasiblePlan;

    /// <summary>Agents with sizes, within a capacity.</summary>
    /// <param name="Capacity">What there is.</param>
    /// <param name="Sizes">How much each named agent needs; empty where every run brings the sizes.</param>
    /// <param name="IsGreedy">Whether the highest scores a unit of size come first.</param>
    internal sealed record Knapsack(int Capacity, EquatableArray<int> Sizes, bool IsGreedy) : FeasiblePlan;

    /// <summary>One agent a slot.</summary>
    /// <param name="Clicks">The clicks of every slot, not increasing.</param>
    internal sealed record Slots(EquatableArray<double> Clicks) : FeasiblePlan
    {
        /// <summary>The lowest bid that every slot takes, on the grid of the money, not increasing; empty where slots take all.</summary>
        public EquatableArray<double> Reserves { get; init; } = [];
    }
}
