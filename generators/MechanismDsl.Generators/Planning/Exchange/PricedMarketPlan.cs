using MechanismDsl.Generators.Explaining;
using MechanismDsl.Generators.Pipeline;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Exchange;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Planning;

/// <summary>What is written for an exchange by scores, in which every agent has a price of its own.</summary>
/// <param name="Type">The type to extend.</param>
/// <param name="Evidence">Every guarantee that holds, with its theorem.</param>
/// <param name="Scores">The scores: of named agents the buyers' and then the sellers', otherwise one of each side.</param>
/// <param name="Agents">The named agents in the order of the declaration; empty for alike ones.</param>
/// <param name="Buyers">The number of buyers; null where it is known when the mechanism runs.</param>
/// <param name="Sellers">The number of sellers; null where it is known when the mechanism runs.</param>
/// <param name="Numbers">What can be expected; null where the numbers of agents are not fixed.</param>
/// <param name="Explanation">The mechanism in English; its first line is the summary.</param>
internal sealed record PricedMarketPlan(
    TypeIdentity Type,
    EquatableArray<Evidence> Evidence,
    ScoreCode Scores,
    EquatableArray<Trader> Agents,
    int? Buyers,
    int? Sellers,
    TradeNumbers? Numbers,
    EquatableArray<ExplanationLine> Explanation)
    : FilePlan(Type, Evidence)
{
    /// <summary>Whether the agents have names.</summary>
    public bool IsNamed => Agents.Count > 0;

    /// <inheritdoc/>
    public override FilePlan Unjudged() => this;

    /// <summary>The plan of one file.</summary>
    public static PricedMarketPlan Of(Found found, SolvedMarket market) => new(
        found.Declaration.Type,
        market.Evidence,
        Code(market),
        market.Problem.Population is Population.Named(var named) ? named.Select(agent => new Trader(agent.Name ?? string.Empty, agent.Side == Side.Buyer)).ToEquatableArray() : [],
        market.Buyers,
        market.Sellers,
        market.Numbers is { } numbers
            ? new TradeNumbers(ProvisionPlanner.Stated(numbers.FirstBest.Value), ProvisionPlanner.Stated(numbers.Gains.Value), ProvisionPlanner.Stated(-numbers.Surplus.Value))
            : null,
        new MarketExplainer(market).Explain())
    {
        Assumptions = market.Problem.Assumptions,
    };

    /// <summary>Where a bid must exceed a cost by a fixed amount, types are their own scores.</summary>
    private static ScoreCode Code(SolvedMarket market) => market.LeastGain is { } least
        ? new ScoreCode(market.Agents.Select(agent => new ScoreFunction(NumberText.Rounded(agent.Floor), [])).ToEquatableArray(), NumberText.Rounded(RationalText.ToDouble(least)))
        : new ScoreCode(market.Agents.Select(ProvisionPlanner.Function).ToEquatableArray(), 0);
}
