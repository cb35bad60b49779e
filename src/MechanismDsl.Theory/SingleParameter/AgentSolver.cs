using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter;

/// <summary>What an objective makes of one agent, whatever is decided: the score of its type that the allocation adds up, and the lowest type that is served when alone.</summary>
internal static class AgentSolver
{
    /// <summary>Solves one agent.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="agent">One of its agents.</param>
    /// <param name="cutoff">The lowest score that is served.</param>
    /// <param name="onlyReserves">Whether data stand behind some prior, so that revenue is optimised by reserves alone.</param>
    /// <param name="cancellation">Checked between the steps of an analysis.</param>
    /// <exception cref="ArgumentException">The revenue-optimal objective meets an agent without a prior.</exception>
    public static SolvedAgent Solve(Problem problem, Agent agent, double cutoff, bool onlyReserves, CancellationToken cancellation)
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

    /// <summary>Whether data stand behind some prior: then revenue is optimised by reserves alone, because exact ironing of a sample follows its noise.</summary>
    public static bool OnlyReserves(Problem problem, IEnumerable<Agent> agents) =>
        problem.Objective == Objective.RevenueOptimal && agents.Any(agent => agent.Prior is EmpiricalPrior);

    /// <summary>True if scores rank the agents as their types do: equal curves without flats above the lowest types that are served.</summary>
    public static bool RanksByType(IReadOnlyList<SolvedAgent> agents)
    {
        var curve = agents[0].Score;
        return agents.All(agent => Ranks(agent.Score, curve) && agent.Score.IsStrictlyIncreasingFrom(agent.LowestServed));

        static bool Ranks(ScoreCurve one, ScoreCurve other) => one == other || (one.IsIdentity && other.IsIdentity);
    }

    private static ScoreCurve AcceptanceOf(PaymentRule payments, bool isBuyer) => payments is PaymentRule.Posted(var price)
        ? new ScoreCurve([new ConstantPiece(isBuyer ? price : -price, double.PositiveInfinity, 0)])
        : throw new ArgumentException("Serving the first who accepts needs a posted price.", nameof(payments));
}
