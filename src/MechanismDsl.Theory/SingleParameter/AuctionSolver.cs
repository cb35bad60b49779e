using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter.Equilibria;
using MechanismDsl.Theory.SingleParameter.Expectations;

namespace MechanismDsl.Theory.SingleParameter;

/// <summary>
/// Solves single-item problems. Every objective becomes a non-decreasing score of the agent's type and a cutoff: serve the best score that is
/// not below the cutoff. Efficient: the (weighted) type itself. Revenue-optimal: the ironed virtual type (Myerson 1981; in the language of
/// marginal revenue, Bulow and Roberts 1989). A posted price: one score for all who accept.
/// </summary>
public static class AuctionSolver
{
    /// <summary>Solves the problem.</summary>
    /// <param name="problem">A single-item problem whose priors and numbers lie in their domains; bounded optimal revenue where revenue is the objective.</param>
    /// <param name="cancellation">Checked between agents and between the steps of an analysis.</param>
    /// <exception cref="ArgumentException">The revenue-optimal objective meets an agent without a prior.</exception>
    public static SolvedAuction Solve(Problem problem, CancellationToken cancellation)
    {
        var declared = problem.Population switch
        {
            Population.Alike(_, _, var agent) => [agent],
            Population.Named(var named) => named,
            _ => throw new ArgumentException("A population is alike or named.", nameof(problem)),
        };
        var cost = problem.Environment.Cost is SocialCost.PerServed(var amount) ? amount : 0;

        // A fixed price is not compared with the cost: whoever declares it has made the comparison.
        var cutoff = problem.Objective == Objective.FirstToAccept ? 0 : cost;
        var onlyReserves = AgentSolver.OnlyReserves(problem, declared);
        var agents = new List<SolvedAgent>();
        foreach (var agent in declared)
        {
            cancellation.ThrowIfCancellationRequested();
            agents.Add(AgentSolver.Solve(problem, agent, cutoff, onlyReserves, cancellation));
        }

        cancellation.ThrowIfCancellationRequested();
        var expected = AuctionExpectations.Of(problem, agents.ToEquatableArray(), cancellation);
        return new SolvedAuction(
            problem,
            agents.ToEquatableArray(),
            cutoff,
            problem.Objective != Objective.FirstToAccept && AgentSolver.RanksByType(agents),
            AuctionGuarantees.Of(problem, cost),
            (expected as ExpectationResult.Known)?.Numbers ?? [],
            SymmetricEquilibrium.Of(problem, cancellation))
        {
            StatedNumbers = expected is ExpectationResult.Known known ? SettledDigits.Of(known) : [],
            Revenue = (expected as ExpectationResult.Known)?.Revenue,
            IgnoresGrid = expected is ExpectationResult.Known { IgnoresGrid: true },
            NoNumbersBecause = (expected as ExpectationResult.Unknown)?.Reason,
        };
    }
}
