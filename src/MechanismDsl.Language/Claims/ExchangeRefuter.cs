using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Exchange;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Claims;

/// <summary>
/// Looks for a profile at which a guarantee of an exchange fails, by running it. Truthfulness and participation hold for every rule of an exchange, so that
/// what is left is money and efficiency.
/// </summary>
public sealed class ExchangeRefuter(SolvedExchange exchange, CancellationToken cancellation)
{
    private const int MostOfASide = 2;

    /// <summary>More agents than these are too many to be looked at in all combinations.</summary>
    private const int MostApart = 5;

    /// <summary>Exchanges of more agents are not run set by set here.</summary>
    private const int MostAgents = 8;

    private static readonly double[] Parts = [1, .8, .4, .2, 0];

    private readonly Problem _problem = exchange.Problem;
    private readonly ExchangeInterpreter _interpreter = new(exchange.Problem);

    /// <summary>The counterexample in words; null if none was found.</summary>
    public string? Refute(Guarantee guarantee) => guarantee switch
    {
        Guarantee.InterimIndividuallyRational or Guarantee.ExAnteIndividuallyRational => TradeAgva.Of(_problem) is { } agva ? Loss(agva, guarantee) : null,
        Guarantee.ExPostIndividuallyRational => Find(run => Seller(run) < 0 || Buyer(run) < 0, run => Seller(run) < 0
            ? $"the seller {Receives(run.Outcome.Receives[0])}: a loss of {Text(-Seller(run))}"
            : $"the buyer {Receives(-run.Outcome.Pays[0])}: a loss of {Text(-Buyer(run))}"),
        Guarantee.DominantStrategyIncentiveCompatible => Lie(),
        Guarantee.NoDeficit => Find(run => run.Outcome.Subsidy > 0, Money),
        Guarantee.ExPostBudgetBalanced => Find(run => run.Outcome.Subsidy != 0, Money),
        Guarantee.ExAnteBudgetBalanced => Find(run => run.Outcome.Subsidy != 0 && !run.HasTies, run => Money(run) + Otherwise(run)),
        Guarantee.NoSubsidy => Find(run => run.Outcome.Receives.Any(amount => amount > 0), run => $"{Name(run, isBuyer: false, run.Outcome.Sells.ToList().IndexOf(true))} receives {Text(run.Outcome.Receives.Max())}"),
        Guarantee.AllocativelyEfficient => Find(run => Worth(run) < Best(run), run => $"{Trades(run)}, worth {Text(Worth(run))}; the efficient trades are worth {Text(Best(run))}"),
        _ => null,
    };

    /// <summary>What taking part is worth to the only seller, over keeping its good.</summary>
    private static decimal Seller(Run run) => run.Outcome.Receives[0] - (run.Outcome.Sells[0] ? run.Costs[0] : 0);

    private static decimal Buyer(Run run) => (run.Outcome.Buys[0] ? run.Bids[0] : 0) - run.Outcome.Pays[0];

    private static string Receives(decimal amount) => amount < 0 ? $"pays {Text(-amount)}" : $"receives {Text(amount)}";

    private static string? Loss(TradeAgva agva, Guarantee guarantee)
    {
        var isInterim = guarantee == Guarantee.InterimIndividuallyRational;
        var ((cost, seller), (value, buyer)) = (agva.WorstSeller, agva.WorstBuyer);
        (seller, buyer) = isInterim ? (seller, buyer) : (agva.SellerExAnte, agva.BuyerExAnte);
        return seller.IsNegative
            ? isInterim
                ? $"a seller of cost {RationalText.Of(cost)} expects {RationalText.Of(seller + cost)}, and keeping the good is worth {RationalText.Of(cost)}: a loss of {RationalText.Of(-seller)}"
                : $"before it knows its cost, the seller expects to lose {RationalText.Of(-seller)} by taking part"
            : buyer.IsNegative
            ? isInterim
                ? $"a buyer of value {RationalText.Of(value)} expects {RationalText.Of(buyer)}: a loss of {RationalText.Of(-buyer)}"
                : $"before it knows its value, the buyer expects to lose {RationalText.Of(-buyer)} by taking part"
            : null;
    }

    /// <summary>A bid that is better than the truth against some cost.</summary>
    private string? Lie()
    {
        if (TradeAgva.Of(_problem) is null)
        {
            return null;
        }

        foreach (var (bids, costs) in Profiles())
        {
            var run = new Run(bids, costs, _interpreter.Run(bids, costs));
            foreach (var bid in Profiles().Select(profile => profile.Bids[0]).Distinct())
            {
                cancellation.ThrowIfCancellationRequested();
                var outcome = _interpreter.Run([bid], costs);
                var utility = (outcome.Buys[0] ? bids[0] : 0) - outcome.Pays[0];
                if (utility > Buyer(run))
                {
                    return $"{Where(run)} the buyer has {Text(Buyer(run))} from the truth, and {Text(utility)} if it bids {Text(bid)}: a gain of {Text(utility - Buyer(run))}";
                }
            }
        }

        return null;
    }

    private string? Find(Func<Run, bool> fails, Func<Run, string> words)
    {
        foreach (var (bids, costs) in Profiles())
        {
            cancellation.ThrowIfCancellationRequested();
            var run = new Run(bids, costs, _interpreter.Run(bids, costs));
            if (fails(run))
            {
                return $"{Where(run)} {words(run)}";
            }
        }

        return null;
    }

    private static string Money(Run run)
    {
        var (paid, received) = (run.Outcome.Pays.Sum(), run.Outcome.Receives.Sum());
        var difference = received > paid ? $"the market maker adds {Text(received - paid)}" : $"the market maker keeps {Text(paid - received)}";
        return $"{Trades(run)}: buyers pay {Text(paid)} and sellers receive {Text(received)} in all, {difference}";
    }

    /// <summary>Why one profile decides about an expectation: the sign is the same everywhere. Without priors a belief can be sure.</summary>
    private string Otherwise(Run run) =>
        _problem.Information == Information.Unknown ? " under a belief that expects these reports"
        : run.Outcome.Subsidy > 0 ? ", and it keeps something at no other profile"
        : ", and it adds something at no other profile";

    private static string Trades(Run run) => run.Outcome.Trades switch
    {
        0 => "nobody trades",
        1 => "one unit is traded",
        var trades => FormattableString.Invariant($"{trades} units are traded"),
    };

    private static decimal Worth(Run run) =>
        run.Bids.Where((_, buyer) => run.Outcome.Buys[buyer]).Sum() - run.Costs.Where((_, seller) => run.Outcome.Sells[seller]).Sum();

    private static decimal Best(Run run) =>
        run.Bids.OrderByDescending(bid => bid).Zip(run.Costs.OrderBy(cost => cost), (bid, cost) => Math.Max(0, bid - cost)).Sum();

    private string Where(Run run)
    {
        if (_problem.Population is not Population.Named(var named))
        {
            return $"at the bids ({string.Join(", ", run.Bids.Select(Text))}) and the costs ({string.Join(", ", run.Costs.Select(Text))})";
        }

        var (buyer, seller) = (0, 0);
        var reports = named.Select(agent => agent.Side == Side.Buyer ? $"{agent.Name} bids {Text(run.Bids[buyer++])}" : $"{agent.Name} reports the cost {Text(run.Costs[seller++])}");
        return $"where {string.Join(" and ", reports)}";
    }

    private string Name(Run run, bool isBuyer, int index) => _problem.Population is Population.Named(var named)
        ? $"'{named.Where(agent => agent.Side == Side.Buyer == isBuyer).ElementAt(index).Name}'"
        : FormattableString.Invariant($"{(isBuyer ? "buyer" : "seller")} {index}");

    /// <summary>Small markets before larger ones, telling reports before others.</summary>
    private IEnumerable<(IReadOnlyList<decimal> Bids, IReadOnlyList<decimal> Costs)> Profiles()
    {
        if (_problem.Population is Population.Named(var named))
        {
            return Profiles([.. named.Where(agent => agent.Side == Side.Buyer)], [.. named.Where(agent => agent.Side == Side.Supplier)]);
        }

        var market = _problem.Population as Population.TwoSided ?? throw new ArgumentException("An exchange has two sides.", nameof(exchange));
        return market is { Buyers: { } buyers, Sellers: { } sellers }
            ? Profiles([.. Enumerable.Repeat(market.Buyer, buyers)], [.. Enumerable.Repeat(market.Seller, sellers)])
            : Enumerable.Range(1, MostOfASide).SelectMany(size => Profiles([.. Enumerable.Repeat(market.Buyer, size)], [.. Enumerable.Repeat(market.Seller, size)]));
    }

    /// <summary>Of many agents the first two of each side have all types, and the others the one with which they trade least.</summary>
    private IEnumerable<(IReadOnlyList<decimal> Bids, IReadOnlyList<decimal> Costs)> Profiles(List<Agent> buyers, List<Agent> sellers)
    {
        var agents = buyers.Count + sellers.Count;
        var apart = agents <= MostApart ? agents : MostOfASide;
        return agents > MostAgents
            ? []
            : from costs in Combinations([.. sellers.Select((seller, index) => index < apart ? CostsOf(seller) : [TypesOf(seller).First()])])
              from bids in Combinations([.. buyers.Select((buyer, index) => index < apart ? TypesOf(buyer).ToList() : [TypesOf(buyer).Last()])])
              select (bids, costs);
    }

    private List<decimal> CostsOf(Agent seller) => [.. TypesOf(seller).OrderBy(type => type).Skip(1).Concat(TypesOf(seller)).Distinct()];

    private static IEnumerable<IReadOnlyList<decimal>> Combinations(List<List<decimal>> choices) =>
        choices.Aggregate<List<decimal>, IEnumerable<IReadOnlyList<decimal>>>(
            [[]],
            (starts, types) => starts.SelectMany(start => types.Select(type => (IReadOnlyList<decimal>)[.. start, type])));

    /// <summary>A few types that a person can reckon with, the highest first.</summary>
    private IEnumerable<decimal> TypesOf(Agent agent)
    {
        var price = _problem.Payments is PaymentRule.Posted(var posted) ? posted : 0;
        var scale = price > 0 ? 2 * price : 10;
        var types = agent.Prior switch
        {
            null => Parts.Select(part => part * scale),
            AtomicPrior atomic => atomic.Values.Reverse().Take(Parts.Length),
            { } prior when !double.IsInfinity(prior.Upper) && !double.IsInfinity(prior.Lower) => Parts.Select(part => NumberText.Rounded(prior.Lower + ((prior.Upper - prior.Lower) * part), 6)),
            { } prior => new[] { .1, .3, .5, .7, .9 }.Select(tail => NumberText.Rounded(prior.UpperQuantile(tail), 2)),
        };
        return types
            .Select(type => _problem.Money.RoundDown(type))
            .Where(type => type is >= 0 and <= HighestReport)
            .Select(type => (decimal)type)
            .Distinct()
            .OrderByDescending(type => type);
    }

    private const double HighestReport = Theory.SingleParameter.AuctionInterpreter.HighestReport;

    private static string Text(decimal number) => NumberText.Words((double)number, 10);

    private sealed record Run(IReadOnlyList<decimal> Bids, IReadOnlyList<decimal> Costs, ExchangeOutcome Outcome)
    {
        public bool HasTies => Bids.Concat(Costs).Distinct().Count() < Bids.Count + Costs.Count;
    }
}
