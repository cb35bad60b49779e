using Fractions;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Theory.Provision;

/// <summary>
/// A decision for all agents or none by scores: it is decided for where Σ scores is at least the cost, and every agent then pays the lowest type with which it
/// would still be (a seller receives the highest cost), or what balances at every profile. A public project, and one trade, to which the seller's type is minus its cost.
/// </summary>
/// <param name="Problem">What was solved.</param>
/// <param name="Evidence">Every guarantee that holds, with its theorem.</param>
/// <param name="Agents">One entry an agent.</param>
/// <param name="Cost">The cost of deciding for it; 0 for a trade.</param>
/// <param name="Share">α, the share of information rents that counts as a cost: 1 for revenue, the balancing one for the second best.</param>
/// <param name="IsShareExact">Whether the mechanism earns exactly what it should at this rational share; otherwise to about 13 digits.</param>
/// <param name="Numbers">Expectations; null where the distribution of the sum is not known.</param>
public sealed record SolvedProvision(
    Problem Problem,
    EquatableArray<Evidence> Evidence,
    EquatableArray<ScoredAgent> Agents,
    Fraction Cost,
    Fraction Share,
    bool IsShareExact,
    ProvisionNumbers? Numbers)
    : Solution(Problem, Evidence)
{
    /// <summary>λ = α/(1 − α): what a unit of money is worth in welfare beyond itself; null for revenue.</summary>
    public Fraction? Lambda => Share == Fraction.One ? null : Share / (Fraction.One - Share);

    /// <summary>
    /// Where all scores are slope·type + intercept with one slope, the sum of types (a buyer's value less a seller's cost) from which it is decided for; null
    /// elsewhere.
    /// </summary>
    public Fraction? LeastSum { get; init; }

    /// <summary>
    /// What the efficient decision would come to with threshold payments: its surplus is S*, so that minus it is the least subsidy. Null for revenue, where the
    /// second best is efficient, and where expectations are not known.
    /// </summary>
    public ProvisionNumbers? Efficient { get; init; }

    /// <summary>The constants of payments that sum to the cost at every profile; null where payments are thresholds.</summary>
    public ProvisionBalance? Balance { get; init; }
}

/// <summary>An agent of a decision by scores.</summary>
/// <param name="Agent">The agent as declared.</param>
/// <param name="Score">The score of its type: a value, or minus a cost.</param>
/// <param name="Floor">The lowest type with which it can be decided for, whatever the others report: what it pays at least.</param>
public sealed record ScoredAgent(Agent Agent, ScoreCurve Score, double Floor);
