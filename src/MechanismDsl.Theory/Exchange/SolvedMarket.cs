using Fractions;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Provision;

namespace MechanismDsl.Theory.Exchange;

/// <summary>
/// An exchange of single units by scores: the best k buyers trade with the best k sellers as long as the scores of pair k sum to at least 0, the first agent of a side
/// before others of equal score; a buyer pays the lowest value, a seller receives the highest cost with which it would still trade.
/// </summary>
/// <param name="Problem">What was solved.</param>
/// <param name="Evidence">Every guarantee that holds, with its theorem.</param>
/// <param name="Agents">The buyers in order, then the sellers; of alike ones one each. Scores are those of types: a value, or minus a cost.</param>
/// <param name="Share">α, the share of information rents that counts as a cost: 1 for revenue, the balancing one for the second best, to about 13 digits.</param>
/// <param name="IsBalanced">Whether expected payments equal expected receipts.</param>
/// <param name="Numbers">Expectations; null where the numbers of agents are not fixed.</param>
public sealed record SolvedMarket(Problem Problem, EquatableArray<Evidence> Evidence, EquatableArray<ScoredAgent> Agents, Fraction Share, bool IsBalanced, MarketNumbers? Numbers)
    : Solution(Problem, Evidence)
{
    /// <summary>True if the agents have names.</summary>
    public bool IsNamed => Problem.Population is Population.Named;

    /// <summary>The number of buyers; null where it is known when the mechanism runs.</summary>
    public int? Buyers => CountOf(Side.Buyer);

    /// <summary>The number of sellers; null where it is known when the mechanism runs.</summary>
    public int? Sellers => CountOf(Side.Supplier);

    /// <summary>
    /// Where all scores are slope·type + intercept with one slope, and the agents of each side have one prior: by how much a bid must exceed a cost. Null elsewhere.
    /// </summary>
    public Fraction? LeastGain { get; init; }

    private int? CountOf(Side side) => Problem.Population switch
    {
        Population.Named => Agents.Count(agent => agent.Agent.Side == side),
        Population.TwoSided market => side == Side.Buyer ? market.Buyers : market.Sellers,
        _ => null,
    };
}
