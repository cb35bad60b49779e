using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Provision;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Theory.Exchange;

/// <summary>Solves exchanges of single units for revenue, or for the most welfare that balances in expectation.</summary>
public static class MarketSolver
{
    /// <summary>Expectations are known up to so many agents: they are sums over all numbers of agents that may be better.</summary>
    public const int MostAgents = 40;

    /// <summary>The probability of types that are not distinguished from none.</summary>
    private const double HardlyAny = 1e-15;

    /// <summary>Whether the problem is one of these.</summary>
    public static bool Applies(Problem problem) =>
        problem is { Objective: Objective.SecondBest or Objective.RevenueOptimal, Environment.Name: EnvironmentName.DoubleAuction };

    /// <summary>Why the problem has no solution here, as a clause; null where it has one. Needs no solving.</summary>
    public static string? Obstacle(Problem problem)
    {
        var patterns = PatternsOf(problem.Population);
        foreach (var agent in patterns)
        {
            var who = agent.Name ?? (agent.Side == Side.Buyer ? "every buyer" : "every seller");
            if (agent.Prior is not ContinuousPrior)
            {
                return $"the type of {who} has atoms, and the best decision at a tie is a lottery";
            }

            if (double.IsInfinity(agent.Prior.Mean) || double.IsNaN(agent.Prior.Mean))
            {
                return $"the type of {who} has no finite mean";
            }

            if (agent.Prior.Lower < 0)
            {
                return $"the type of {who} can be negative";
            }
        }

        return problem.Objective != Objective.SecondBest ? null
            : PossibilityTest.AgentsOf(problem.Population) is not { } agents ? "the numbers of buyers and sellers must be fixed"
            : agents.Count > MostAgents ? FormattableString.Invariant($"the budget of more than {MostAgents} agents is not computed")
            : null;
    }

    /// <summary>The solution.</summary>
    /// <param name="problem">A problem without an <see cref="Obstacle"/>.</param>
    /// <param name="cancellation">Looked at between the steps of an analysis.</param>
    public static SolvedMarket Solve(Problem problem, CancellationToken cancellation)
    {
        var isSecondBest = problem.Objective == Objective.SecondBest;
        var agents = PossibilityTest.AgentsOf(problem.Population) is { } fixedAgents && fixedAgents.Count <= MostAgents ? Ordered(fixedAgents) : (EquatableArray<Agent>?)null;
        var rule = agents is { } all ? new MarketRule(all, cancellation) : null;
        var (share, isRoot) = !isSecondBest ? (Fraction.One, false)
            : rule is not null ? BalancingShare.Find(rule.Surplus, isExact: false, cancellation, rule.RoughSurplus)
            : throw new ArgumentException("The numbers of agents are not fixed.", nameof(problem));
        var numbers = rule?.Numbers(share);

        // Where efficient trade needs no money it may leave some.
        var isBalanced = isSecondBest && isRoot && (!share.IsZero || numbers is not { Surplus.Sign: > 0 });
        var patterns = Ordered(PatternsOf(problem.Population));
        var scores = new MarketRule(patterns, cancellation).Scores(Rationals.ToNearest(share));
        return new SolvedMarket(
            problem,
            MarketGuarantees.Of(isBalanced),
            patterns.Select((agent, index) => new ScoredAgent(agent, scores[index], Floor(agent, scores[index], patterns))).ToEquatableArray(),
            share,
            isBalanced,
            isBalanced && numbers is not null ? numbers with { Surplus = Amount.Zero } : numbers)
        {
            LeastGain = LeastGain(patterns, share),
        };
    }

    /// <summary>The named agents, or the pattern of each side.</summary>
    private static EquatableArray<Agent> PatternsOf(Population population) => population switch
    {
        Population.Named(var named) => named,
        Population.TwoSided(var seller, var buyer) => [buyer, seller],
        _ => throw new ArgumentException("An exchange has two sides.", nameof(population)),
    };

    private static EquatableArray<Agent> Ordered(EquatableArray<Agent> agents) => agents.OrderBy(agent => agent.Side == Side.Buyer ? 0 : 1).ToEquatableArray();

    /// <summary>Uniform types of [a, b] have the score (1 + α)·t − α·b.</summary>
    private static Fraction? LeastGain(EquatableArray<Agent> agents, Fraction share)
    {
        if (share.IsZero)
        {
            return Fraction.Zero;
        }

        var sides = agents.GroupBy(agent => (agent.Side, agent.Prior)).Select(same => UniformSum.Intervals([MarketRule.TypeOf(same.First())])).ToList();
        return sides is [[var one], [var other]] && agents.Select(agent => agent.Side).Distinct().Count() == 2
            ? share * (one.High + other.High) / (Fraction.One + share)
            : null;
    }

    /// <summary>
    /// The lowest type that can trade: of a bounded support its lower end, unless the score falls without bound there; then the lowest type that can outweigh the best
    /// partner, or one below which hardly any type lies.
    /// </summary>
    private static double Floor(Agent agent, ScoreCurve score, EquatableArray<Agent> agents)
    {
        var types = MarketRule.TypeOf(agent);
        if (!double.IsInfinity(types.Lower) && !double.IsInfinity(score.Score(types.Lower)))
        {
            return types.Lower;
        }

        var best = agents.Where(other => other.Side != agent.Side).Select(other => MarketRule.TypeOf(other).Upper).Append(double.NegativeInfinity).Max();
        var least = score.LowestMeeting(-best);
        return double.IsInfinity(least) ? types.Quantile(HardlyAny) : least;
    }
}
