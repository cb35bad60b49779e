using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Theory.Provision;

/// <summary>Solves trades and public projects for revenue, or for the most welfare that balances in expectation.</summary>
public static class ProvisionSolver
{
    /// <summary>The probability of types that are not distinguished from none.</summary>
    private const double HardlyAny = 1e-15;

    /// <summary>Whether the problem is one of these.</summary>
    public static bool Applies(Problem problem) =>
        problem is { Objective: Objective.SecondBest or Objective.RevenueOptimal, Environment.Name: EnvironmentName.BilateralTrade or EnvironmentName.PublicProject };

    /// <summary>Why the problem has no solution here, as a clause; null where it has one. Needs no solving.</summary>
    public static string? Obstacle(Problem problem)
    {
        if (PossibilityTest.AgentsOf(problem.Population) is not { } agents)
        {
            return "the number of agents must be fixed";
        }

        foreach (var agent in agents)
        {
            if (agent.Prior is not ContinuousPrior)
            {
                return $"the type of {agent.Name} has atoms, and the best decision at a tie is a lottery";
            }

            if (double.IsInfinity(agent.Prior.Mean) || double.IsNaN(agent.Prior.Mean))
            {
                return $"the type of {agent.Name} has no finite mean";
            }
        }

        return problem.Objective == Objective.SecondBest && !RuleOf(problem, agents, CancellationToken.None).IsKnown
            ? "the budget of three or more agents is known for uniform types only"
            : null;
    }

    /// <summary>The solution.</summary>
    /// <param name="problem">A problem without an <see cref="Obstacle"/>.</param>
    /// <param name="cancellation">Looked at between the steps of an analysis.</param>
    /// <exception cref="ArgumentException">The number of agents is not fixed.</exception>
    public static SolvedProvision Solve(Problem problem, CancellationToken cancellation)
    {
        var agents = PossibilityTest.AgentsOf(problem.Population) ?? throw new ArgumentException("The number of agents is not fixed.", nameof(problem));
        var (types, cost) = (agents.Select(TypeOf).ToList(), CostOf(problem));
        var rule = RuleOf(problem, agents, cancellation);
        var isSecondBest = problem.Objective == Objective.SecondBest;
        var (share, isBalanced) = isSecondBest ? BalancingShare.Find(rule.Surplus, rule.IsExact, cancellation) : (Fraction.One, false);
        var numbers = rule.IsKnown ? rule.Numbers(share) : null;
        var isRational = numbers is { Surplus.Exact: { } left } && (!isSecondBest || left.IsZero || share.IsZero);
        var scores = rule.Scores(Rationals.ToNearest(share));
        var floors = Floors(isSecondBest && share.IsZero, types, cost).Select((floor, agent) => Reachable(agent, floor, scores, types, cost)).ToList();
        return new SolvedProvision(
            problem,
            ProvisionGuarantees.Of(problem, isBalanced),
            agents.Select((agent, index) => new ScoredAgent(agent, scores[index], floors[index])).ToEquatableArray(),
            cost,
            share,
            isRational,
            isBalanced && numbers is not null ? numbers with { Surplus = Amount.Zero } : numbers)
        {
            LeastSum = UniformSum.Intervals(types) is { } uniform
                ? (cost + (share * uniform.Aggregate(Fraction.Zero, (sum, interval) => sum + interval.High))) / (Fraction.One + share)
                : share.IsZero ? cost : null,
            Efficient = isSecondBest && !share.IsZero && rule.IsKnown ? rule.Numbers(Fraction.Zero) : null,
        };
    }

    private static ContinuousPrior TypeOf(Agent agent) => (ContinuousPrior)ProvisionSurplus.TypeOf(agent);

    private static Fraction CostOf(Problem problem) => problem.Environment.Cost is SocialCost.PerOutcome([_, var cost]) ? Rationals.FromDecimal(cost) : Fraction.Zero;

    private static ProvisionRule RuleOf(Problem problem, EquatableArray<Agent> agents, CancellationToken cancellation) =>
        new([.. agents.Select(TypeOf)], CostOf(problem), cancellation);

    /// <summary>
    /// The lowest types. Where all of them together already cover the cost of an efficient decision, it is always decided for, and the floors are lowered until they
    /// sum to the cost: then these payments balance at every profile. Values are lowered in proportion, so that no floor is below 0; the two prices of a trade meet
    /// in the middle.
    /// </summary>
    private static IReadOnlyList<double> Floors(bool isEfficient, List<ContinuousPrior> types, Fraction cost)
    {
        if (isEfficient && types.All(type => !double.IsInfinity(type.Lower)))
        {
            var lowest = types.Select(type => Rationals.FromDecimal(type.Lower)).ToList();
            var sum = lowest.Aggregate(Fraction.Zero, (total, low) => total + low);
            if (sum >= cost)
            {
                var isTrade = lowest.Any(low => low.IsNegative);
                return [.. lowest.Select(low => Rationals.ToNearest(isTrade ? low - ((sum - cost) / types.Count) : sum.IsZero ? low : low * cost / sum))];
            }
        }

        return [.. types.Select(type => type.Lower)];
    }

    /// <summary>
    /// A floor at which the score is finite: where it falls without bound (a density that vanishes at the end of the support, or a support without end) the lowest
    /// type that can outweigh the rest, or one below which hardly any type lies.
    /// </summary>
    private static double Reachable(int agent, double floor, EquatableArray<ScoreCurve> scores, List<ContinuousPrior> types, Fraction cost)
    {
        if (floor < types[agent].Lower || (!double.IsInfinity(floor) && !double.IsInfinity(scores[agent].Score(floor))))
        {
            return floor;
        }

        var others = types.Where((_, other) => other != agent).Sum(type => type.Upper);
        var least = scores[agent].LowestMeeting(Rationals.ToNearest(cost) - others);
        return double.IsInfinity(least) ? types[agent].Quantile(HardlyAny) : least;
    }
}
