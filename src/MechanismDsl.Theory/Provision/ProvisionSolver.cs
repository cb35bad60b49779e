using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Theory.Provision;

/// <summary>Solves trades and public projects for revenue, for the most welfare that balances in expectation, and for efficiency with payments that balance at every profile.</summary>
public static class ProvisionSolver
{
    /// <summary>The probability of types that are not distinguished from none.</summary>
    private const double HardlyAny = 1e-15;

    /// <summary>Each of more agents is charged after a sum of all others' types, which takes longer than a compiler may.</summary>
    private const int MostBalanced = 300;

    /// <summary>Whether the problem is one of these.</summary>
    public static bool Applies(Problem problem) =>
        problem is { Objective: Objective.SecondBest or Objective.RevenueOptimal, Environment.Name: EnvironmentName.BilateralTrade or EnvironmentName.PublicProject } || IsBalanced(problem);

    /// <summary>Whether an efficient trade or project has payments that balance and are not known in rational numbers.</summary>
    private static bool IsBalanced(Problem problem) =>
        problem is { Objective: Objective.Efficient, Payments: PaymentRule.Balanced, Environment.Name: EnvironmentName.BilateralTrade or EnvironmentName.PublicProject }
        && TradeAgva.Of(problem) is null;

    /// <summary>Why the problem has no solution here, as a clause; null where it has one. Needs no solving.</summary>
    public static string? Obstacle(Problem problem)
    {
        if (PossibilityTest.AgentsOf(problem.Population) is not { } agents)
        {
            return "the number of agents must be fixed";
        }

        var isEfficient = problem.Objective == Objective.Efficient;
        foreach (var agent in agents)
        {
            if (agent.Prior is not ContinuousPrior)
            {
                return isEfficient
                    ? $"the type of {agent.Name} has atoms; payments that balance are known where all types have a density, or all of a trade are finite or uniform, and of finite types by [Outcomes] with a [Cost] method"
                    : $"the type of {agent.Name} has atoms, and the best decision at a tie is a lottery";
            }

            if (double.IsInfinity(agent.Prior.Mean) || double.IsNaN(agent.Prior.Mean))
            {
                return $"the type of {agent.Name} has no finite mean";
            }
        }

        if (problem.Payments is PaymentRule.Balanced && agents.Count < 2)
        {
            return "one agent alone has nobody to balance payments with";
        }

        if (problem.Payments is PaymentRule.Balanced && agents.Count > MostBalanced)
        {
            return FormattableString.Invariant($"what more than {MostBalanced} agents expect to pay is not computed");
        }

        return problem.Objective == Objective.SecondBest ? RuleOf(problem, agents, CancellationToken.None).WhyUnknown : null;
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
        var (isSecondBest, isEfficient) = (problem.Objective == Objective.SecondBest, problem.Objective == Objective.Efficient);
        var (share, isBalanced) = isSecondBest ? BalancingShare.Find(rule.Surplus, rule.IsExact, cancellation, rule.Rough) : (isEfficient ? Fraction.Zero : Fraction.One, false);
        var numbers = rule.IsKnown(isEfficient) ? rule.Numbers(share) : null;
        var isRational = numbers is { Surplus.Exact: { } left } && (!isSecondBest || left.IsZero || share.IsZero);
        var scores = rule.Scores(Rationals.ToNearest(share));
        var floors = Floors(isSecondBest && share.IsZero, types, cost).Select((floor, agent) => Reachable(agent, floor, scores, types, cost)).ToList();
        var stated = isBalanced && numbers is not null ? numbers with { Surplus = Amount.Zero } : numbers;
        var balance = stated is null ? null : BalanceOf(problem, rule, share, agents, cost, floors, stated.Surplus, cancellation);
        return new SolvedProvision(
            problem,
            balance is null ? ProvisionGuarantees.Of(problem, isBalanced) : ProvisionGuarantees.OfBalanced(problem, balance),
            agents.Select((agent, index) => new ScoredAgent(agent, scores[index], isEfficient ? LowestType(agent) : floors[index])).ToEquatableArray(),
            cost,
            share,
            isRational,
            balance is null ? stated : stated! with { Surplus = Amount.Zero })
        {
            LeastSum = rule.LeastSum(share),
            Efficient = isSecondBest && !share.IsZero && rule.IsKnown(isEfficient: true) ? rule.Numbers(Fraction.Zero) : null,
            Balance = balance,
        };
    }

    private static ProvisionBalance? BalanceOf(Problem problem, ProvisionRule rule, Fraction share, EquatableArray<Agent> agents, Fraction cost, List<double> floors, Amount surplus, CancellationToken cancellation)
    {
        if (problem.Payments is not PaymentRule.Balanced(var method, _))
        {
            return null;
        }

        var terms = new BalanceTerms(problem, agents, cost, cancellation);
        return terms.Of(method, [.. floors.Select((floor, agent) => rule.Interim(agent, share, floor, terms.ShareOf(agent)))], surplus);
    }

    /// <summary>What each agent is charged for its type where payments balance, and the types between which that is smooth.</summary>
    /// <param name="solved">A solution with a <see cref="SolvedProvision.Balance"/>.</param>
    /// <param name="cancellation">Looked at between refinements.</param>
    /// <exception cref="ArgumentException">The payments are thresholds.</exception>
    public static IReadOnlyList<Charge> ChargesOf(SolvedProvision solved, CancellationToken cancellation)
    {
        var balance = solved.Balance ?? throw new ArgumentException("The payments are thresholds.", nameof(solved));
        var agents = solved.Agents.Select(agent => agent.Agent).ToEquatableArray();
        var (types, rule) = (agents.Select(TypeOf).ToList(), RuleOf(solved.Problem, agents, cancellation));
        var terms = new BalanceTerms(solved.Problem, agents, solved.Cost, cancellation);
        return
        [
            .. balance.Agents.Select((agent, index) =>
            {
                var floor = solved.Problem.Objective == Objective.Efficient ? Reachable(index, types[index].Lower, rule.Scores(0), types, solved.Cost) : solved.Agents[index].Floor;
                var interim = rule.Interim(index, solved.Share, floor, terms.ShareOf(index));
                return new Charge(type => (agent.Factor * interim.At(type)) + agent.Constant, interim.Points.ToEquatableArray());
            }),
        ];
    }

    /// <summary>The lowest type that can be reported: an efficient decision asks nobody to have one of its prior.</summary>
    private static double LowestType(Agent agent) => agent.Side == Side.Buyer ? 0 : -AuctionInterpreter.HighestReport;

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
        return double.IsInfinity(least) || double.IsInfinity(scores[agent].Score(least)) ? types[agent].Quantile(HardlyAny) : least;
    }
}

/// <summary>What an agent is charged for its type.</summary>
/// <param name="At">The charge.</param>
/// <param name="Points">The lowest type, the types at which it is not smooth, and the highest type; types outside are charged as the nearest end.</param>
public sealed record Charge(Func<double, double> At, EquatableArray<double> Points);
