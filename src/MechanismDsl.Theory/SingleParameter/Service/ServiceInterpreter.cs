using System.Globalization;
using Fractions;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter.Service;

/// <summary>What every agent gets and pays at one profile.</summary>
/// <param name="Quantities">1 for an agent that is served, with slots its clicks; 0 for the others.</param>
/// <param name="Payments">What each agent pays in total (buyer) or receives (supplier).</param>
public sealed record ServiceOutcome(EquatableArray<double> Quantities, EquatableArray<double> Payments);

/// <summary>
/// Runs a solved problem by its definition, one profile at a time: of all feasible outcomes the one with the highest sum of (score − cost)·quantity, among
/// equals the one that gives the most to the agent that comes first in ties, then to the second, and so on; payments by definition. Slow and obvious on
/// purpose: it is what fast generated code is compared with.
/// </summary>
/// <remarks>
/// Sums are exact (rationals), so that equal sums are equal. An agent that misses its reserve, or scores below the cost of serving, is absent, unless it must
/// be served. Where the declaration asks for the greedy choice, or slots have reserves of their own, that takes the place of the best outcome.
/// </remarks>
/// <param name="service">The solved problem.</param>
/// <param name="sizes">The size of each agent, where the run brings them.</param>
public sealed class ServiceInterpreter(SolvedService service, IReadOnlyList<int>? sizes = null)
{
    /// <summary>The platform that buys at any cost: serving one more outweighs every score.</summary>
    private const double AnyCost = -1e20;

    private readonly Problem _problem = service.Problem;
    private readonly Fraction _cutoff = Exact(double.IsNegativeInfinity(service.Cutoff) ? AnyCost : service.Cutoff);

    /// <summary>The outcome at a profile of reports (values of buyers, costs of suppliers).</summary>
    /// <param name="reports">One report an agent; null: the agent is absent. On a grid, reports are grid numbers.</param>
    /// <param name="reserve">The reserve of the agents whose reserve is given at run time.</param>
    /// <exception cref="ArgumentOutOfRangeException">A report is not a number of [0, 1e15].</exception>
    /// <exception cref="ArgumentException">The number of reports is not that of the named agents, or the run-time reserve is missing.</exception>
    public ServiceOutcome Run(IReadOnlyList<double?> reports, double? reserve = null)
    {
        if (_problem.Population is Population.Named && reports.Count != service.Agents.Count)
        {
            throw new ArgumentException($"{service.Agents.Count} agents are named, {reports.Count} reports are given.", nameof(reports));
        }

        var bidders = reports.Select((report, index) => Enter(index, report, reserve)).ToArray();
        if (_problem.Environment.Feasible is WithinCapacity { IsGreedy: true } within)
        {
            return RunGreedily(bidders, within);
        }

        if (_problem.Environment.Feasible is Slots { Reserves.Count: > 0 } slots)
        {
            return RunReserved(bidders, new ReservedSlots(slots, InOrder(bidders.Length)));
        }

        var outcomes = FeasibleOutcomes.Of(_problem.Environment.Feasible, [.. bidders.Select(bidder => bidder.Competes)], sizes).ToArray();
        var chosen = Best(bidders, outcomes, exceptOf: -1);
        var payments = bidders.Select((bidder, agent) => chosen[agent] == 0 ? 0 : bidder.Sign * Payment(bidder, bidders, outcomes, chosen));
        return new ServiceOutcome(chosen.ToEquatableArray(), payments.ToEquatableArray());
    }

    private ServiceOutcome RunGreedily(Bidder[] bidders, WithinCapacity within)
    {
        var choice = new GreedyChoice(sizes ?? within.Sizes, within.Capacity, InOrder(bidders.Length));
        Fraction?[] nets = [.. bidders.Select(bidder => bidder.Competes ? bidder.Net : (Fraction?)null)];
        var served = choice.Served(nets);
        return new ServiceOutcome(
            bidders.Select(bidder => served.Contains(bidder.Index) ? 1.0 : 0).ToEquatableArray(),
            bidders.Select(bidder => served.Contains(bidder.Index) ? bidder.Sign * Greedy(bidder) : 0).ToEquatableArray());

        double Greedy(Bidder bidder)
        {
            var (score, isExcluded) = choice.Critical(nets, bidder.Index);
            return Lowest(bidder, (score + _cutoff).ToDouble(), isExcluded);
        }
    }

    /// <summary>Slots with reserves of their own: every step up of the clicks is paid at the type at which it happens.</summary>
    private ServiceOutcome RunReserved(Bidder[] bidders, ReservedSlots slots)
    {
        double?[] types = [.. bidders.Select(bidder => bidder.Competes ? bidder.Type : (double?)null)];
        var quantities = slots.Quantities(types);
        return new ServiceOutcome(quantities.ToEquatableArray(), bidders.Select(Payment).ToEquatableArray());

        double Payment(Bidder bidder)
        {
            var (payment, before) = (0.0, 0.0);
            foreach (var level in ((Slots)_problem.Environment.Feasible).Clicks.Distinct().Where(clicks => clicks <= quantities[bidder.Index]).OrderBy(clicks => clicks))
            {
                var (critical, isExcluded) = slots.Critical(types, bidder.Index, level);
                payment += (level - before) * Lowest(bidder, critical, isExcluded);
                before = level;
            }

            return payment;
        }
    }

    private Bidder Enter(int index, double? report, double? runTimeReserve)
    {
        var solved = service.AgentAt(index);
        var sign = solved.Agent.Side == Side.Buyer ? 1 : -1;
        if (report is not { } amount)
        {
            return new Bidder(index, sign, double.NegativeInfinity, double.PositiveInfinity, solved, Fraction.Zero);
        }

        if (!(amount >= 0 && amount <= AuctionInterpreter.HighestReport))
        {
            var name = solved.Agent.Name ?? index.ToString(CultureInfo.InvariantCulture);
            throw new ArgumentOutOfRangeException(nameof(report), amount, $"The report of agent {name} is not in [0, 1e15].");
        }

        var floor = Math.Max(sign > 0 ? 0 : -AuctionInterpreter.HighestReport, solved.Score.LowestMeeting(service.MustServe(index) ? double.NegativeInfinity : service.Cutoff));
        if (solved.Agent.Reserve is { } declared)
        {
            floor = Math.Max(floor, sign * (declared.Amount ?? runTimeReserve ?? throw new ArgumentException("The reserve of this run is missing.", nameof(runTimeReserve))));
        }

        var score = solved.Score.Score(sign * amount);
        return new Bidder(index, sign, sign * amount, floor, solved, double.IsNegativeInfinity(score) ? Fraction.Zero : Exact(score) - _cutoff);
    }

    /// <summary>The best outcome; the net score of <paramref name="exceptOf"/> is left out of the sum.</summary>
    private double[] Best(Bidder[] bidders, IEnumerable<double[]> outcomes, int exceptOf)
    {
        double[]? best = null;
        var highest = Fraction.Zero;
        foreach (var outcome in outcomes)
        {
            var sum = Sum(bidders, outcome, exceptOf);
            if (best is null || sum > highest || (sum == highest && Precedes(outcome, best)))
            {
                (best, highest) = (outcome, sum);
            }
        }

        return best ?? throw new InvalidOperationException("The feasible set is empty.");
    }

    private Fraction Sum(Bidder[] bidders, double[] outcome, int exceptOf) => bidders
        .Where(bidder => bidder.Index != exceptOf && outcome[bidder.Index] != 0)
        .Aggregate(Fraction.Zero, (sum, bidder) => sum + (outcome[bidder.Index] == 1 ? bidder.Net : Exact(outcome[bidder.Index]) * bidder.Net));

    private static Fraction Exact(double number) => Fraction.FromDouble(number + 0.0);    // −0 has no fraction

    /// <summary>The order of ties: the outcome that gives more to the first agent in which they differ.</summary>
    private bool Precedes(double[] one, double[] other)
    {
        foreach (var agent in InOrder(one.Length))
        {
            if (one[agent] != other[agent])
            {
                return one[agent] > other[agent];
            }
        }

        return false;
    }

    private int[] InOrder(int agents) => [.. Enumerable.Range(0, agents).OrderByDescending(Priority).ThenBy(agent => agent)];

    private int Priority(int agent) => _problem.Ties == TieBreaking.Priority ? service.AgentAt(agent).Agent.Priority : 0;

    /// <summary>The payment in types: negative for suppliers, who receive.</summary>
    private double Payment(Bidder bidder, Bidder[] bidders, double[][] outcomes, double[] chosen) => _problem.Payments switch
    {
        PaymentRule.Threshold => ThresholdPayment(bidder, bidders, outcomes, chosen[bidder.Index]),
        PaymentRule.PayAsBid => chosen[bidder.Index] * bidder.Type,
        PaymentRule.UniformPrice => bidders.Where(other => chosen[other.Index] > 0).Min(other => other.Type),
        PaymentRule.GeneralizedSecondPrice => chosen[bidder.Index] * NextPrice(bidder, bidders),
        _ => throw new NotSupportedException($"{_problem.Payments.GetType().Name} is no payment of services."),
    };

    /// <summary>Myerson (1981): every step up of the quantity is paid at the report at which it happens.</summary>
    private double ThresholdPayment(Bidder bidder, Bidder[] bidders, double[][] outcomes, double quantity)
    {
        var byLevel = outcomes.GroupBy(outcome => outcome[bidder.Index]).OrderBy(group => group.Key)
            .Select(group => Best(bidders, group, bidder.Index)).ToArray();
        var (payment, before) = (0.0, 0.0);
        foreach (var level in byLevel.Select(outcome => outcome[bidder.Index]).Where(level => level > 0 && level <= quantity))
        {
            payment += (level - before) * LowestReaching(bidder, bidders, byLevel, level);
            before = level;
        }

        return payment;
    }

    /// <summary>The lowest type of the bidder with which it gets at least the level.</summary>
    /// <param name="bidder">The bidder.</param>
    /// <param name="bidders">All bidders.</param>
    /// <param name="byLevel">The best outcome for the others at every level of the bidder.</param>
    /// <param name="level">The level, above 0.</param>
    private double LowestReaching(Bidder bidder, Bidder[] bidders, double[][] byLevel, double level)
    {
        var others = byLevel.Select(outcome => (Level: Exact(outcome[bidder.Index]), Sum: Sum(bidders, outcome, bidder.Index), Outcome: outcome)).ToArray();
        var wanted = Exact(level);
        var below = others.Where(other => other.Level < wanted).ToArray();
        if (below.Length == 0)
        {
            return Lowest(bidder, double.NegativeInfinity, strictly: false);
        }

        // One of the higher levels must beat all lower ones.
        var critical = others.Where(other => other.Level >= wanted)
            .Min(high => below.Max(low => (low.Sum - high.Sum) / (high.Level - low.Level)));
        var atCritical = others.OrderByDescending(other => other.Sum + (critical * other.Level)).First();
        var tied = others.Where(other => other.Sum + (critical * other.Level) == atCritical.Sum + (critical * atCritical.Level)).Select(other => other.Outcome)
            .Aggregate((best, other) => Precedes(other, best) ? other : best);
        return Lowest(bidder, (critical + _cutoff).ToDouble(), strictly: Exact(tied[bidder.Index]) < wanted);
    }

    /// <summary>The lowest type, on the grid of the money, that passes the floor and meets (or beats) the score.</summary>
    private double Lowest(Bidder bidder, double score, bool strictly)
    {
        var curve = bidder.Solved.Score;
        var infimum = Math.Max(bidder.Floor, strictly ? curve.LowestBeating(score) : curve.LowestMeeting(score));
        if (!_problem.Money.IsGrid)
        {
            return Math.Min(infimum, bidder.Type);    // the own type qualifies: an inverse may be above it by rounding only
        }

        var unit = 1m / (decimal)_problem.Money.StepsPerUnit;
        var step = decimal.Floor((decimal)infimum / unit) - 1;
        while (!Wins((double)(step * unit)))
        {
            step++;
        }

        return (double)(step * unit);

        bool Wins(double type) => type >= bidder.Floor && (strictly ? curve.Score(type) > score : curve.Score(type) >= score);
    }

    /// <summary>The next type in the ranking, or the bidder's floor.</summary>
    private double NextPrice(Bidder bidder, Bidder[] bidders)
    {
        var behind = bidders.Where(other => other.Index != bidder.Index && other.Competes && Follows(other, bidder)).ToArray();
        var next = behind.Length == 0 ? double.NegativeInfinity : behind.Max(other => other.Solved.Score.Score(other.Type));
        return Lowest(bidder, next, strictly: false);
    }

    private bool Follows(Bidder other, Bidder bidder)
    {
        var (score, own) = (other.Solved.Score.Score(other.Type), bidder.Solved.Score.Score(bidder.Type));
        return score < own || (score == own && (Priority(other.Index) < Priority(bidder.Index) || (Priority(other.Index) == Priority(bidder.Index) && other.Index > bidder.Index)));
    }

    private sealed record Bidder(int Index, int Sign, double Type, double Floor, SolvedAgent Solved, Fraction Net)
    {
        public bool Competes => Type >= Floor;
    }
}
