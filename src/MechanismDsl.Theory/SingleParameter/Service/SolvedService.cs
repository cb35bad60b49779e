using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter.Service;

/// <summary>
/// A solved problem in which several agents are served over a feasible set: one number is an agent's whole type, and its score (type, weighted type, ironed
/// virtual type) is all that the allocation knows of it. The rest is the feasible set: a kernel finds the set with the highest sum of scores and says for
/// each served agent the critical score, and the inverse of the agent's score turns that into its price (Myerson 1981).
/// </summary>
/// <param name="Problem">What was solved.</param>
/// <param name="Evidence">Every guarantee that holds, with its theorem.</param>
/// <param name="Agents">One entry an agent in declaration order; a single entry for alike agents.</param>
/// <param name="Cutoff">What serving one agent costs: scores count above it.</param>
/// <param name="RanksByType">True if scores rank the agents as their reports do.</param>
/// <param name="Numbers">Expectations under the priors, one entry for each number of agents; empty where none can be stated.</param>
public sealed record SolvedService(
    Problem Problem,
    EquatableArray<Evidence> Evidence,
    EquatableArray<SolvedAgent> Agents,
    double Cutoff,
    bool RanksByType,
    EquatableArray<ServiceNumbers> Numbers)
    : Solution(Problem, Evidence)
{
    /// <summary>Why <see cref="Numbers"/> is empty, as a clause; null where it is not.</summary>
    public string? NoNumbersBecause { get; init; }

    /// <summary>The same agents before a single item: their scores, limits and types are the same.</summary>
    public SolvedAuction Alone => new(Problem with { Payments = new PaymentRule.Threshold() }, Agents, Cutoff, RanksByType, Evidence, [], null)
    {
        AddsScores = AddsScores,
    };

    /// <summary>Whether sets are compared by the sums of their scores: then it matters what a score is, not only who has the higher one.</summary>
    public bool AddsScores => Problem.Environment.Feasible is Limited or WithinCapacity;

    /// <summary>Whether an agent is served whatever it reports.</summary>
    /// <param name="index">0-based index.</param>
    public bool MustServe(int index) => Problem.Environment.Feasible is Limited limited && limited.MustServe(index);

    /// <summary>The agent of an index, alike or named.</summary>
    /// <param name="index">0-based index.</param>
    public SolvedAgent AgentAt(int index) => Agents[Problem.Population is Population.Alike ? 0 : index];
}

/// <summary>Expectations under the priors for one number of agents; money without a grid.</summary>
/// <param name="Agents">The number of agents.</param>
/// <param name="Revenue">Expected payments (buyers) or expected outlay (suppliers); the social cost is not deducted.</param>
/// <param name="Served">Expected number of agents served; with slots, of clicks.</param>
public sealed record ServiceNumbers(int Agents, double Revenue, double Served);
