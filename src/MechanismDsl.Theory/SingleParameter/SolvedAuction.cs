using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter;

/// <summary>
/// A solved single-item problem: everything that a writer of code or of prose needs, and nothing that it would have to compute.
/// </summary>
/// <param name="Problem">What was solved.</param>
/// <param name="Agents">One entry an agent in declaration order; a single entry for alike agents.</param>
/// <param name="Cutoff">The lowest score that is served: the social cost of serving (seller's own value, minus the buyer's value).</param>
/// <param name="BestReportWins">True if equal scores curves collapse the rule to "the best report that meets the reserve wins", no score needed.</param>
/// <param name="Evidence">Every guarantee that holds, with its theorem.</param>
/// <param name="Numbers">Expectations under the priors: one entry for named agents or a fixed number of alike agents, otherwise one for each n = 1, 2, …; empty without priors.</param>
/// <param name="Equilibrium">The symmetric Bayes–Nash bid of a pay-as-bid or all-pay auction; null elsewhere or where it is not known.</param>
public sealed record SolvedAuction(
    Problem Problem,
    EquatableArray<SolvedAgent> Agents,
    double Cutoff,
    bool BestReportWins,
    EquatableArray<Evidence> Evidence,
    EquatableArray<AuctionNumbers> Numbers,
    BidFunction? Equilibrium)
    : Solution(Problem, Evidence)
{
    /// <summary>The expected revenue as a formula in the number of alike agents; null where there is no closed form.</summary>
    public Expectations.RevenueFormula? Revenue { get; init; }

    /// <summary>True if sums of scores are compared: then an order of the scores is not enough, and reports stand for scores only where they are equal.</summary>
    public bool AddsScores { get; init; }

    /// <summary>Why <see cref="Numbers"/> is empty, as a clause; null where it is not.</summary>
    public string? NoNumbersBecause { get; init; }

    /// <summary>True if money has a grid and <see cref="Numbers"/> are those of the same auction without it.</summary>
    public bool IgnoresGrid { get; init; }

    /// <summary>The numbers cut to the digits that the error estimate of their quadrature settles: what is written into code and prose.</summary>
    public EquatableArray<AuctionNumbers> StatedNumbers { get; init; } = [];
}

/// <summary>The solution for one agent, in terms of its type (value, or minus cost).</summary>
/// <param name="Agent">The agent as declared.</param>
/// <param name="Score">The score that the allocation compares; ironed where the virtual value falls.</param>
/// <param name="LowestServed">inf{t : the agent is served when alone}: the reserve of a buyer, minus the price ceiling of a supplier; −∞ without one.</param>
/// <param name="Regularity">What is known of the prior's shape; null without a prior.</param>
public sealed record SolvedAgent(Agent Agent, ScoreCurve Score, double LowestServed, Regularity? Regularity);

/// <summary>Expectations under the priors for one number of agents, by exact integration.</summary>
/// <param name="Agents">The number of agents.</param>
/// <param name="Revenue">Expected payments (buyers) or expected outlay (suppliers), entry fees included, social cost not deducted.</param>
/// <param name="Welfare">Expected sum of the served types minus the social cost of serving.</param>
/// <param name="FirstBest">Expected welfare of the efficient allocation.</param>
/// <param name="Sale">Probability that an agent is served.</param>
/// <param name="Misallocation">Probability that an agent is served although another has a higher type.</param>
/// <param name="Tie">Probability that the tie rule decides who is served.</param>
public sealed record AuctionNumbers(int Agents, double Revenue, double Welfare, double FirstBest, double Sale, double Misallocation, double Tie);

/// <summary>A bid as a function of the own value, in symmetric Bayes–Nash equilibrium.</summary>
/// <param name="LowestBidder">Types below stay out (bid nothing).</param>
/// <param name="Highest">Upper end of the values for which the function is stated.</param>
public abstract record BidFunction(double LowestBidder, double Highest)
{
    /// <summary>The equilibrium bid of a type in [<see cref="LowestBidder"/>, <see cref="Highest"/>].</summary>
    public abstract double Bid(double value);
}
