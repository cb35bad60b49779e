using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter.Expectations;

/// <summary>
/// Expected revenue, welfare and the probabilities of sale, misallocation and ties of a single-item rule under independent priors, by exact
/// sums and quadrature, never by sampling.
/// </summary>
public static class AuctionExpectations
{
    /// <summary>The largest estimated relative error of a number that is stated.</summary>
    public const double Tolerance = 1e-11;

    /// <summary>2⁻⁵³, the relative error of one rounding.</summary>
    private const double RoundOff = 1.1102230246251565e-16;

    /// <summary>For how many numbers of alike agents expectations are computed where the declaration leaves n free: n = 1 … 16.</summary>
    public const int FreeAgents = 16;

    /// <summary>Expectations of a solved problem in its truthful outcome, or in symmetric equilibrium (pay-as-bid, all-pay, entry fees).</summary>
    /// <param name="problem">The problem; its priors are used for what happens, its payment rule for what is paid.</param>
    /// <param name="agents">The solved agents, as in <see cref="SolvedAuction.Agents"/>.</param>
    /// <param name="cancellation">Looked at between panels and refinements of the quadrature.</param>
    public static ExpectationResult Of(Problem problem, EquatableArray<SolvedAgent> agents, CancellationToken cancellation = default)
    {
        if (agents.Any(solved => solved.Agent.Prior is null))
        {
            return new ExpectationResult.Unknown("an agent has no prior");
        }

        if (agents.Any(solved => solved.Agent.Reserve is { Amount: null }))
        {
            return new ExpectationResult.Unknown("the reserve is known only when the mechanism runs");
        }

        if (problem.Information == Information.JointPrior || problem.Information == Information.PersonalBeliefs)
        {
            return new ExpectationResult.Unknown("types are not independent with a common prior");
        }

        var rule = agents.Select(ToRule).ToEquatableArray();
        if (!problem.Money.IsGrid)
        {
            return OfRule(problem, rule, cancellation);
        }

        // Elsewhere than in a truthful outcome nothing is known of the bids that a grid brings about.
        var isTruthful = problem is { Payments: PaymentRule.Threshold or PaymentRule.Posted, Payments.EntryFee: 0, Strategy: null };
        var onGrid = isTruthful ? GridRule.Of(rule, problem.Money, agents[0].Agent.Side) : null;
        return OfRule(problem, onGrid ?? rule, cancellation) switch
        {
            ExpectationResult.Known known when onGrid is { } steps => OfSteps(known, steps.Max(agent => agent.Score.Pieces.Count)),
            ExpectationResult.Known known => known with { IgnoresGrid = true },
            var unknown => unknown,
        };
    }

    /// <summary>Expectations of "the best score that meets the floor is served, for its threshold" with n alike agents.</summary>
    /// <param name="agent">The agent of which there are n.</param>
    /// <param name="counts">The numbers n ≥ 1, one entry of the answer each.</param>
    /// <param name="cost">Social cost of serving; −∞ where serving is not a choice.</param>
    /// <param name="side">Buyers pay; to suppliers the platform pays, and revenue is the outlay.</param>
    /// <param name="cancellation">Looked at between panels and refinements of the quadrature.</param>
    public static ExpectationResult Alike(
        RuleAgent agent, IReadOnlyList<int> counts, double cost = 0, Side side = Side.Buyer, CancellationToken cancellation = default)
    {
        var rule = new AlikeRule(agent, cancellation);
        var totals = rule.Totals(counts);
        var efficient = new RuleAgent(agent.Types, ScoreCurve.Proportional(double.NegativeInfinity), cost);
        var first = new AlikeRule(efficient, cancellation);
        var firstTotals = first.Totals(counts);
        var misallocation = rule.Misallocation(counts);
        var numbers = new AuctionNumbers[counts.Count];
        for (var index = 0; index < counts.Count; index++)
        {
            var agents = counts[index];
            var sale = rule.Sale(agents);
            numbers[index] = new(
                agents,
                side == Side.Buyer ? totals.Payments[index] : 0 - totals.Payments[index],
                totals.Types[index] - Deducted(cost, sale),
                firstTotals.Types[index] - Deducted(cost, first.Sale(agents)),
                sale,
                misallocation[index],
                rule.Tie(agents));
        }

        var formula = side == Side.Buyer ? rule.Formula() : null;
        return Judge(numbers, Math.Max(Math.Max(totals.TypeError, totals.PaymentError), firstTotals.TypeError), formula);
    }

    /// <summary>Expectations of "the best score that meets its floor is served, for its threshold" among different agents.</summary>
    /// <param name="agents">The agents in the order of ties.</param>
    /// <param name="ties">Who wins among equals.</param>
    /// <param name="cost">Social cost of serving; −∞ where serving is not a choice.</param>
    /// <param name="side">Buyers pay; to suppliers the platform pays, and revenue is the outlay.</param>
    /// <param name="cancellation">Looked at between panels and refinements of the quadrature.</param>
    public static ExpectationResult Named(
        EquatableArray<RuleAgent> agents,
        TieBreaking ties = TieBreaking.LowestIndex,
        double cost = 0,
        Side side = Side.Buyer,
        CancellationToken cancellation = default)
    {
        var rule = new NamedRule([.. agents], ties, cancellation);
        var payments = rule.Totals.Sum(total => total.Payment);
        var sale = rule.Totals.Sum(total => total.Served);
        var (firstBest, error) = FirstBest.Of([.. agents.Select(agent => agent.Types)], cost, cancellation);
        var numbers = new AuctionNumbers(
            agents.Count,
            side == Side.Buyer ? payments : 0 - payments,
            rule.Totals.Sum(total => total.Type) - Deducted(cost, sale),
            firstBest,
            sale,
            Positive(sale - rule.Totals.Sum(total => total.Best)),
            Positive(sale - rule.Totals.Sum(total => total.Alone)));
        return Judge([numbers], Math.Max(rule.RelativeError, error), null);
    }

    /// <summary>A solved agent as part of an allocation rule.</summary>
    public static RuleAgent ToRule(SolvedAgent solved)
    {
        var prior = solved.Agent.Prior ?? throw new ArgumentException("expectations need a prior", nameof(solved));
        var isBuyer = solved.Agent.Side == Side.Buyer;

        // Buyers report at least 0, so that a lone buyer without a reserve pays 0, not its prior's lower end.
        var lowest = isBuyer ? Math.Max(0, solved.LowestServed) : solved.LowestServed;
        return new(
            isBuyer ? prior : prior.Mirrored(),
            solved.Score,
            lowest,
            solved.Agent.Reserve is { Kind: ReserveKind.Lazy },
            solved.Agent.Priority);
    }

    private static ExpectationResult OfRule(Problem problem, EquatableArray<RuleAgent> agents, CancellationToken cancellation)
    {
        var cost = problem.Environment.Cost is SocialCost.PerServed perServed ? perServed.Amount : 0;
        if (problem.Population is Population.Alike alike)
        {
            return OfAlike(problem, agents[0], Counts(alike), cost, cancellation);
        }

        if (problem.Payments is PaymentRule.PayAsBid or PaymentRule.AllPay || problem.Payments.EntryFee != 0)
        {
            return new ExpectationResult.Unknown("no equilibrium in closed form is known for different agents");
        }

        var side = problem.Population is Population.Named({ Count: > 0 } named) ? named[0].Side : Side.Buyer;
        return Named(agents, problem.Ties, cost, side, cancellation);
    }

    /// <summary>The rounding of a sum over many steps, so that no digit is stated that another order of summation would change.</summary>
    private static ExpectationResult OfSteps(ExpectationResult.Known known, int steps) =>
        known with { RelativeError = Math.Max(known.RelativeError, steps * RoundOff) };

    private static ExpectationResult OfAlike(
        Problem problem, RuleAgent agent, IReadOnlyList<int> counts, double cost, CancellationToken cancellation)
    {
        var side = problem.Population is Population.Alike alike ? alike.Agent.Side : Side.Buyer;
        var fee = problem.Payments.EntryFee;
        var paysOwnBid = problem.Payments is PaymentRule.PayAsBid or PaymentRule.AllPay;
        if ((paysOwnBid || fee != 0) && (agent.Types is not ContinuousPrior || side == Side.Supplier))
        {
            return new ExpectationResult.Unknown("the symmetric equilibrium is known for buyers with a density only");
        }

        if (problem.Payments is not PaymentRule.AllPay && fee == 0)
        {
            return Alike(agent, counts, cost, side, cancellation);
        }

        // Who takes part depends on n: revenue equivalence with the reserve that keeps the same types out.
        var numbers = new List<AuctionNumbers>();
        var error = 0.0;
        foreach (var agents in counts)
        {
            var lowest = problem.Payments is PaymentRule.AllPay
                ? EntryFees.Participation(agent.Types, agents, fee + agent.Floor, 0)
                : EntryFees.Participation(agent.Types, agents, fee, agent.Floor);
            switch (Alike(agent with { Lowest = lowest }, [agents], cost, side, cancellation))
            {
                case ExpectationResult.Known known:
                    numbers.Add(known.Numbers[0]);
                    error = Math.Max(error, known.RelativeError);
                    break;
                case var unknown:
                    return unknown;
            }
        }

        return new ExpectationResult.Known(numbers.ToEquatableArray(), error, null);
    }

    private static IReadOnlyList<int> Counts(Population.Alike alike) =>
        alike.Count is { } fixedCount ? [fixedCount] : [.. Enumerable.Range(1, Math.Min(FreeAgents, alike.Max ?? FreeAgents))];

    private static double Deducted(double cost, double sale) => double.IsInfinity(cost) ? 0 : cost * sale;

    private static double Positive(double chance) => chance > 1e-14 ? chance : 0;

    private static ExpectationResult Judge(AuctionNumbers[] numbers, double error, RevenueFormula? formula) =>
        !(error <= Tolerance) ? new ExpectationResult.Unknown("the integral did not converge to 1e-11")
        : numbers.Any(entry => double.IsNaN(entry.Revenue) || double.IsNaN(entry.Welfare)) ? new ExpectationResult.Unknown("the expectation is undefined")
        : new ExpectationResult.Known(numbers.ToEquatableArray(), error, formula);
}
