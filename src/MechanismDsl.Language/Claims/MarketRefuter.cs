using MechanismDsl.Theory.Exchange;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Claims;

/// <summary>
/// Looks for a profile at which a guarantee of an exchange by scores fails, by running it, and looks up what is expected. Truthfulness and participation always hold, so
/// that what is left is money and efficiency.
/// </summary>
public sealed class MarketRefuter(SolvedMarket market, CancellationToken cancellation)
{
    /// <summary>More agents than these are too many to be looked at in all combinations.</summary>
    private const int MostApart = 5;

    /// <summary>Exchanges of more agents are not run set by set here.</summary>
    private const int MostAgents = 8;

    private const int MostOfASide = 2;

    private static readonly double[] Parts = [1, .8, .5, .3, .1];

    private readonly MarketInterpreter _interpreter = new(market);

    /// <summary>The counterexample in words; null if none was found.</summary>
    public string? Refute(Guarantee guarantee) => guarantee switch
    {
        Guarantee.NoDeficit => Find(run => run.Outcome.Surplus < -Tolerance(run), Money),
        Guarantee.ExPostBudgetBalanced => Find(run => Math.Abs(run.Outcome.Surplus) > Tolerance(run), Money),
        Guarantee.ExAnteBudgetBalanced when market.Numbers is { Surplus: { Sign: not (null or 0) } surplus } =>
            $"with truthful reports under the declared priors buyers are expected to pay {(surplus.Sign > 0 ? surplus : -surplus)} {(surplus.Sign > 0 ? "more" : "less")} than sellers receive",
        Guarantee.NoSubsidy => Find(run => run.Outcome.Receives.Any(amount => amount > 0), run => $"a seller receives {Text(run.Outcome.Receives.Max())}"),
        Guarantee.AllocativelyEfficient => Find(run => Best(run) - Worth(run) > Tolerance(run), run => $"the trades that are made are worth {Text(Worth(run))}; the efficient ones are worth {Text(Best(run))}"),
        _ => null,
    };

    private string? Find(Func<Run, bool> fails, Func<Run, string> words)
    {
        foreach (var (bids, costs) in Profiles())
        {
            cancellation.ThrowIfCancellationRequested();
            var run = new Run(bids, costs, _interpreter.Run(bids, costs));
            if (fails(run))
            {
                return $"at the bids ({string.Join(", ", bids.Select(Text))}) and the costs ({string.Join(", ", costs.Select(Text))}) {words(run)}";
            }
        }

        return null;
    }

    private static string Money(Run run)
    {
        var (paid, received) = (run.Outcome.Pays.Sum(), run.Outcome.Receives.Sum());
        return $"buyers pay {Text(paid)} and sellers receive {Text(received)} in all, the market maker {(received > paid ? "adds" : "keeps")} {Text(Math.Abs(received - paid))}";
    }

    private static double Worth(Run run) =>
        run.Bids.Where((_, buyer) => run.Outcome.Buys[buyer]).Sum() - run.Costs.Where((_, seller) => run.Outcome.Sells[seller]).Sum();

    private static double Best(Run run) =>
        run.Bids.OrderByDescending(bid => bid).Zip(run.Costs.OrderBy(cost => cost), (bid, cost) => Math.Max(0, bid - cost)).Sum();

    /// <summary>Differences that rounding alone can make.</summary>
    private static double Tolerance(Run run) => 1e-9 * (1 + run.Bids.Sum() + run.Costs.Sum());

    /// <summary>Small markets before larger ones where the numbers of agents are not fixed.</summary>
    private IEnumerable<(double[] Bids, double[] Costs)> Profiles()
    {
        if (market.IsNamed)
        {
            return Profiles([.. Of(Side.Buyer)], [.. Of(Side.Supplier)]);
        }

        return market is { Buyers: { } buyers, Sellers: { } sellers }
            ? OfSize(buyers, sellers)
            : Enumerable.Range(1, MostOfASide).SelectMany(size => OfSize(size, size));
    }

    private IEnumerable<(double[] Bids, double[] Costs)> OfSize(int buyers, int sellers) =>
        Profiles([.. Enumerable.Repeat(Of(Side.Buyer).First(), buyers)], [.. Enumerable.Repeat(Of(Side.Supplier).First(), sellers)]);

    private IEnumerable<Prior> Of(Side side) => market.Agents.Where(agent => agent.Agent.Side == side).Select(agent => agent.Agent.Prior!);

    /// <summary>Of many agents the first two of each side have all types, and the others the one with which they trade least.</summary>
    private static IEnumerable<(double[] Bids, double[] Costs)> Profiles(List<Prior> buyers, List<Prior> sellers)
    {
        var agents = buyers.Count + sellers.Count;
        var apart = agents <= MostApart ? agents : MostOfASide;
        return agents > MostAgents
            ? []
            : from costs in Combinations([.. sellers.Select((prior, index) => index < apart ? TypesOf(prior).Reverse().ToList() : [TypesOf(prior).First()])])
              from bids in Combinations([.. buyers.Select((prior, index) => index < apart ? TypesOf(prior).ToList() : [TypesOf(prior).Last()])])
              select (bids, costs);
    }

    private static IEnumerable<double[]> Combinations(List<List<double>> choices) =>
        choices.Aggregate<List<double>, IEnumerable<double[]>>([[]], (starts, types) => starts.SelectMany(start => types.Select(type => (double[])[.. start, type])));

    private static IEnumerable<double> TypesOf(Prior prior) => double.IsInfinity(prior.Upper)
        ? Parts.Select(part => NumberText.Rounded(prior.Quantile(0.9 * part), 2)).Distinct()
        : Parts.Select(part => NumberText.Rounded(prior.Lower + ((prior.Upper - prior.Lower) * part), 6));

    private static string Text(double number) => NumberText.Words(number, 10);

    private sealed record Run(double[] Bids, double[] Costs, MarketOutcome Outcome);
}
