using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
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
        var onlyReserves = problem.Objective == Objective.RevenueOptimal && declared.Any(agent => agent.Prior is EmpiricalPrior);
        var agents = new List<SolvedAgent>();
        foreach (var agent in declared)
        {
            cancellation.ThrowIfCancellationRequested();
            agents.Add(SolveAgent(problem, agent, cutoff, onlyReserves, cancellation));
        }

        cancellation.ThrowIfCancellationRequested();
        var expected = AuctionExpectations.Of(problem, agents.ToEquatableArray(), cancellation);
        return new SolvedAuction(
            problem,
            agents.ToEquatableArray(),
            cutoff,
            BestReportWins(problem, agents),
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

    private static SolvedAgent SolveAgent(Problem problem, Agent agent, double cutoff, bool onlyReserves, CancellationToken cancellation)
    {
        var isBuyer = agent.Side == Side.Buyer;
        var lowestType = isBuyer ? 0 : double.NegativeInfinity;
        var virtualTypes = agent.Prior is { } prior ? VirtualTypes.Of(isBuyer ? prior : prior.Mirrored(), cancellation) : null;
        var score = problem.Objective switch
        {
            Objective.RevenueOptimal when virtualTypes is null =>
                throw new ArgumentException($"Agent {agent.Name} has no prior, so its virtual value is not defined.", nameof(agent)),
            Objective.RevenueOptimal when onlyReserves => ScoreCurve.Proportional(Math.Max(lowestType, virtualTypes.Score.LowestMeeting(cutoff))),
            Objective.RevenueOptimal => virtualTypes.Score,
            Objective.Efficient => ScoreCurve.Proportional(lowestType, agent.Weight),
            Objective.FirstToAccept => AcceptanceOf(problem.Payments, isBuyer),
            _ => ScoreCurve.Proportional(lowestType),
        };

        var lowestServed = Math.Max(lowestType, score.LowestMeeting(cutoff));
        if (agent.Reserve?.Amount is { } reserve)
        {
            lowestServed = Math.Max(lowestServed, isBuyer ? reserve : -reserve);
        }

        return new SolvedAgent(agent, score, lowestServed, virtualTypes?.Regularity);
    }

    private static ScoreCurve AcceptanceOf(PaymentRule payments, bool isBuyer) => payments is PaymentRule.Posted(var price)
        ? new ScoreCurve([new ConstantPiece(isBuyer ? price : -price, double.PositiveInfinity, 0)])
        : throw new ArgumentException("Serving the first who accepts needs a posted price.", nameof(payments));

    /// <summary>Equal curves without flats rank types as the types themselves do; what is left of the score is the floor.</summary>
    private static bool BestReportWins(Problem problem, List<SolvedAgent> agents)
    {
        var curve = agents[0].Score;
        return problem.Objective != Objective.FirstToAccept
            && agents.All(agent => Ranks(agent.Score, curve) && agent.Score.IsStrictlyIncreasingFrom(agent.LowestServed));

        static bool Ranks(ScoreCurve one, ScoreCurve other) =>
            one == other || (IsIdentity(one) && IsIdentity(other));

        static bool IsIdentity(ScoreCurve curve) => curve.Pieces is [AffinePiece { Slope: 1, Intercept: 0 }];
    }
}
