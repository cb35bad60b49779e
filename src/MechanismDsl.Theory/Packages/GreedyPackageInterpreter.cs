using Fractions;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Packages;

/// <summary>
/// The greedy choice among the bids of single-minded bidders by its definition: the highest value over the square root of the number of goods first, whoever
/// still shares no good with those before. The critical value of an accepted bid is found by trying every value at which its place can change, and one above
/// each (Lehmann, O'Callaghan and Shoham 2002). Slow and obvious on purpose: it is what fast generated code is compared with.
/// </summary>
/// <remarks>Orders are exact: v/√s stands as the fraction v²/s. Among equals the lowest bidder comes first, and a bid of value 0 is never accepted.</remarks>
public static class GreedyPackageInterpreter
{
    /// <summary>The outcome.</summary>
    /// <param name="offers">One bid a bidder at most.</param>
    /// <param name="bidders">The number of bidders.</param>
    /// <param name="money">On a grid a payment is the lowest report that still wins, 0 where all do; otherwise the infimum of them, to the digits of a double.</param>
    public static PackageOutcome Run(IReadOnlyList<PackageOffer> offers, int bidders, Money money)
    {
        Fraction[] keys = [.. offers.Select(Key)];
        var accepted = Accepted(offers, keys);
        var payments = Enumerable.Range(0, offers.Count).Where(accepted.Contains).ToDictionary(bid => offers[bid].Bidder, bid => Payment(offers, keys, bid, money));
        var bids = Enumerable.Range(0, bidders).Select(bidder => accepted.Where(bid => offers[bid].Bidder == bidder).DefaultIfEmpty(-1).First()).ToEquatableArray();
        return new PackageOutcome(
            bids,
            Enumerable.Range(0, bidders).Select(bidder => payments.TryGetValue(bidder, out var payment) ? payment : 0).ToEquatableArray(),
            accepted.Sum(bid => offers[bid].Value));
    }

    /// <summary>The bids that are accepted.</summary>
    /// <param name="offers">One bid a bidder at most.</param>
    /// <param name="keys">v²/s of each, in whose place its value does not count.</param>
    private static List<int> Accepted(IReadOnlyList<PackageOffer> offers, IReadOnlyList<Fraction> keys)
    {
        var accepted = new List<int>();
        foreach (var bid in Enumerable.Range(0, offers.Count).Where(bid => keys[bid] > Fraction.Zero).OrderByDescending(bid => keys[bid]).ThenBy(bid => offers[bid].Bidder))
        {
            if (accepted.TrueForAll(other => (offers[other].Goods & offers[bid].Goods) == 0))
            {
                accepted.Add(bid);
            }
        }

        return accepted;
    }

    private static decimal Payment(IReadOnlyList<PackageOffer> offers, Fraction[] keys, int bid, Money money)
    {
        List<Fraction> candidates = [.. keys.Append(Fraction.Zero).Distinct().OrderBy(key => key)];
        for (var index = 0; index < candidates.Count; index++)
        {
            var (at, next) = (candidates[index], index + 1 < candidates.Count ? (candidates[index] + candidates[index + 1]) / 2 : candidates[index] + 1);
            var isEnough = Wins(at);
            if (isEnough || Wins(next))
            {
                return Least(at * Size(offers[bid]), isEnough || at.IsZero, money);
            }
        }

        throw new InvalidOperationException("The bid is never accepted.");

        bool Wins(Fraction key) => Accepted(offers, [.. keys.Select((other, index) => index == bid ? key : other)]).Contains(bid);
    }

    /// <summary>The lowest amount whose square reaches, or exceeds, a number.</summary>
    private static decimal Least(Fraction square, bool isEnough, Money money)
    {
        var root = (decimal)Math.Sqrt(square.ToDouble());
        if (!money.IsGrid)
        {
            return root;
        }

        var step = 1m / (decimal)money.StepsPerUnit;
        var amount = Math.Max(0, decimal.Floor(root / step) - 1) * step;
        while (Square(amount) is var own && !(own > square || (isEnough && own == square)))
        {
            amount += step;
        }

        return amount;
    }

    private static Fraction Key(PackageOffer offer) => Square(offer.Value) / Size(offer);

    private static Fraction Square(decimal value) => Fraction.FromDecimal(value) * Fraction.FromDecimal(value);

    private static int Size(PackageOffer offer) => Enumerable.Range(0, DisjointPackages.MostInSearch).Count(good => ((offer.Goods >> good) & 1) != 0);
}
