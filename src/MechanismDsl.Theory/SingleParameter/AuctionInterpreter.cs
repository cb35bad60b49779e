using System.Globalization;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter;

/// <summary>What a single-item mechanism decides at one profile of reports.</summary>
/// <param name="Winner">The agent that is served; −1 if nobody is, or if a lottery among equals decides.</param>
/// <param name="Price">What the winner pays (buyer) or receives (supplier) for the good, entry fee apart; 0 without a winner.</param>
/// <param name="Chances">The probability that each agent is served.</param>
/// <param name="Payments">What each agent pays in expectation over the tie lottery, entry fee included; negative: it is paid.</param>
public sealed record AuctionOutcome(int Winner, double Price, EquatableArray<double> Chances, EquatableArray<double> Payments);

/// <summary>
/// Runs a solved single-item problem by its definition, one profile at a time: compare scores, drop who misses a floor, break the tie, and
/// charge inf{report : still served}. Slow and obvious on purpose: it is what fast generated code is compared with.
/// </summary>
/// <remarks>
/// All comparisons are made in types (value, or minus cost), so that buyers and suppliers are one case. An agent that misses an eager
/// reserve, or scores below the cutoff, is treated as absent: it pays nothing but the entry fee, even where all pay. One that misses a lazy
/// reserve still competes, and if it comes out best nobody is served.
/// </remarks>
public sealed class AuctionInterpreter(SolvedAuction auction)
{
    /// <summary>The highest legal report; the lowest is 0.</summary>
    public const double HighestReport = 1e15;

    private readonly Problem _problem = auction.Problem;

    /// <summary>The outcome at a profile in which every agent reports.</summary>
    /// <inheritdoc cref="Run(IReadOnlyList{double?}, double?)"/>
    public AuctionOutcome Run(IReadOnlyList<double> reports, double? reserve = null) =>
        Run([.. reports.Select(report => (double?)report)], reserve);

    /// <summary>The outcome at a profile of reports (values of buyers, costs of suppliers).</summary>
    /// <param name="reports">One report an agent; null: the agent is absent. On a grid, reports are grid numbers.</param>
    /// <param name="reserve">The reserve of the agents whose reserve is given at run time.</param>
    /// <exception cref="ArgumentOutOfRangeException">A report is not a number of [0, 1e15].</exception>
    /// <exception cref="ArgumentException">The number of reports is not that of the named agents, or the run-time reserve is missing.</exception>
    public AuctionOutcome Run(IReadOnlyList<double?> reports, double? reserve = null)
    {
        if (_problem.Population is Population.Named && reports.Count != auction.Agents.Count)
        {
            throw new ArgumentException($"{auction.Agents.Count} agents are named, {reports.Count} reports are given.", nameof(reports));
        }

        var bidders = reports.Select((report, index) => Enter(index, report, reserve)).ToArray();
        var chances = bidders.Select(bidder => Chance(bidder, bidders)).ToArray();
        var prices = bidders.Select((bidder, index) => Price(bidder, chances[index], bidders)).ToArray();
        var payments = bidders.Select((bidder, index) => bidder is null ? 0 : prices[index] + _problem.Payments.EntryFee).ToArray();
        var winner = Array.FindIndex(chances, chance => chance == 1);
        var price = winner < 0 ? 0 : Sign(bidders[winner]!.Solved) * prices[winner];
        return new AuctionOutcome(winner, price, chances.ToEquatableArray(), payments.ToEquatableArray());
    }

    private static double Sign(SolvedAgent agent) => agent.Agent.Side == Side.Buyer ? 1 : -1;

    private Bidder? Enter(int index, double? report, double? runTimeReserve)
    {
        if (report is not { } amount)
        {
            return null;
        }

        var solved = auction.Agents[auction.Agents.Count == 1 ? 0 : index];
        if (!(amount >= 0 && amount <= HighestReport))
        {
            var name = solved.Agent.Name ?? index.ToString(CultureInfo.InvariantCulture);
            throw new ArgumentOutOfRangeException(nameof(report), amount, $"The report of agent {name} is not in [0, 1e15].");
        }

        var lowestType = solved.Agent.Side == Side.Buyer ? 0 : -HighestReport;
        var floor = Math.Max(lowestType, solved.Score.LowestMeeting(auction.Cutoff));
        var own = lowestType;
        if (solved.Agent.Reserve is { } declared)
        {
            own = Sign(solved) * (declared.Amount ?? runTimeReserve
                ?? throw new ArgumentException("The reserve is a parameter of the mechanism and is not given.", nameof(runTimeReserve)));
        }

        var isLazy = solved.Agent.Reserve?.Kind == ReserveKind.Lazy;
        var type = Sign(solved) * amount;
        return new Bidder(index, type, solved, isLazy ? floor : Math.Max(floor, own), isLazy ? own : lowestType);
    }

    /// <summary>The probability with which the rule serves the bidder.</summary>
    private double Chance(Bidder? bidder, Bidder?[] all)
    {
        if (bidder is not { Competes: true, MeetsLazyFloor: true })
        {
            return 0;
        }

        var (best, tied) = BestRivals(bidder, all);
        return bidder.Score > best ? 1 : bidder.Score < best ? 0 : ChanceAmongEquals(bidder, tied);
    }

    private static (double Score, Bidder[] Tied) BestRivals(Bidder bidder, Bidder?[] all)
    {
        var rivals = all.OfType<Bidder>().Where(rival => rival.Index != bidder.Index && rival.Competes).ToArray();
        var best = rivals.Length == 0 ? double.NegativeInfinity : rivals.Max(rival => rival.Score);
        return (best, rivals.Where(rival => rival.Score == best).ToArray());
    }

    private double ChanceAmongEquals(Bidder bidder, Bidder[] tied) => _problem.Ties switch
    {
        TieBreaking.Shared => 1.0 / (tied.Length + 1),
        TieBreaking.Priority => tied.All(rival => bidder.Outranks(rival)) ? 1 : 0,
        _ => tied.All(rival => bidder.Index < rival.Index) ? 1 : 0,
    };

    /// <summary>The expected payment for the good.</summary>
    private double Price(Bidder? bidder, double chance, Bidder?[] all) => bidder is null ? 0 : _problem.Payments switch
    {
        PaymentRule.AllPay => bidder.Competes ? bidder.Type : 0,
        PaymentRule.PayAsBid => chance * bidder.Type,
        PaymentRule.Posted(var price) => chance * Sign(bidder.Solved) * price,
        _ => chance == 0 ? 0 : ThresholdPayment(bidder, all),
    };

    /// <summary>
    /// The chance of being served steps up where the own report meets the best rival and again where it beats it. The payment is the sum
    /// of the steps up to the own report, each times the report at which it happens (Myerson 1981, lemma 2).
    /// </summary>
    private double ThresholdPayment(Bidder bidder, Bidder?[] all)
    {
        var (best, tied) = BestRivals(bidder, all);
        var atEquality = ChanceAmongEquals(bidder, tied);
        var meeting = Lowest(bidder, best, strictly: false);
        return bidder.Score > best
            ? (atEquality * meeting) + ((1 - atEquality) * Lowest(bidder, best, strictly: true))
            : atEquality * meeting;
    }

    /// <summary>The lowest type, on the grid of the money, that passes its floors and meets (or beats) the score.</summary>
    private double Lowest(Bidder bidder, double score, bool strictly)
    {
        var curve = bidder.Solved.Score;
        var rival = strictly ? curve.LowestBeating(score) : curve.LowestMeeting(score);
        var infimum = Math.Max(Math.Max(bidder.Floor, bidder.LazyFloor), rival);
        if (!_problem.Money.IsGrid)
        {
            return Math.Min(infimum, bidder.Type);    // the own type qualifies: an inverse may be above it by rounding only
        }

        var unit = 1m;
        for (var digit = 0; _problem.Money.Kind == MoneyKind.Decimal && digit < _problem.Money.Decimals; digit++)
        {
            unit /= 10;
        }

        var step = decimal.Floor((decimal)infimum / unit) - 1;
        while (!Wins((double)(step * unit)))
        {
            step++;
        }

        return (double)(step * unit);

        bool Wins(double type)
        {
            var changed = bidder with { Type = type };
            return changed is { Competes: true, MeetsLazyFloor: true } && (strictly ? changed.Score > score : changed.Score >= score);
        }
    }

    private sealed record Bidder(int Index, double Type, SolvedAgent Solved, double Floor, double LazyFloor)
    {
        public double Score => Solved.Score.Score(Type);

        public bool Competes => Type >= Floor;

        public bool MeetsLazyFloor => Type >= LazyFloor;

        public bool Outranks(Bidder other)
        {
            var (own, rival) = (Solved.Agent.Priority, other.Solved.Agent.Priority);
            return own > rival || (own == rival && Index < other.Index);
        }
    }
}
