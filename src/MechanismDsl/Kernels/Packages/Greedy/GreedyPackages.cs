using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>
/// Packages for single-minded bidders without a search: bids are accepted in the order of value over the square root of the number of goods, as far as they
/// share no good with those before, and an accepted bid pays its critical value (Lehmann, O'Callaghan and Shoham 2002).
/// </summary>
/// <remarks>
/// <para>
/// A higher value, or a package without some of its goods, never loses a bid that is accepted, and the critical value of a larger package is not lower: so
/// neither a false value nor a false package is of use to a bidder that wants one package. The accepted bids are worth at least 1/√m of the best set, m the
/// number of goods; no rule in polynomial time guarantees a higher power of m unless NP = ZPP (Håstad 1999).
/// </para>
/// <para>
/// Among equals the lowest bidder comes first. Orders are compared exactly, so rounding decides nothing. In O(bids · (log bids + accepted bids)); memory is pooled.
/// </para>
/// </remarks>
public static class GreedyPackages
{
    /// <summary>The most goods of bids in exact money.</summary>
    public const int MostGoods = RootValue.MostGoods;

    /// <summary>The most goods of bids in doubles: a package is a set of 32 bits.</summary>
    public const int MostGoodsInDouble = 32;

    /// <summary>Runs the auction.</summary>
    /// <param name="bids">One bid a bidder at most, in any order; values are finite numbers in [0, 1e15], and a bid of value 0 is never accepted.</param>
    /// <param name="goods">The number of goods, 0 to <see cref="MostGoodsInDouble"/>.</param>
    /// <param name="awards">Receives for every bidder its accepted bid and its payment; its length is the number of bidders.</param>
    /// <exception cref="ArgumentException">A bidder makes two bids; the message names both.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are too many goods, or a bid names an unknown bidder or good, no good, or a value outside the domain; the message names the bid.</exception>
    public static void Run(ReadOnlySpan<PackageBid> bids, int goods, Span<PackageAward<double>> awards)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(goods);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(goods, MostGoodsInDouble);
        SingleMindedBids.OneEach(bids, awards.Length);
        using var memory = new RunMemory<GreedyBid<double>>(bids.Length);
        for (var index = 0; index < bids.Length; index++)
        {
            var bid = bids[index];
            PackageUnits.Check(new PackageBid<double>(bid.Bidder, bid.Goods, bid.Value), index, goods, awards.Length);
            if (!ReportDomain.Contains(bid.Value))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(bids), bid.Value, string.Create(CultureInfo.InvariantCulture, $"Bid {index} of bidder {bid.Bidder} is worth {bid.Value}; a value must be a finite number in [0, 1e15]."));
            }

            memory.Span[index] = new(index, bid.Bidder, bid.Goods, bid.Value);
        }

        awards.Fill(new(-1, 0));
        using var order = new GreedyOrder<double, Doubles>(memory.Span);
        foreach (var place in order.Accepted)
        {
            var own = order[place];
            var payment = order.Rival(place) is { } rival ? Price(own, rival) : 0;
            awards[own.Bidder] = new(own.Index, payment);
        }
    }

    /// <summary>Runs the auction in exact money.</summary>
    /// <typeparam name="TMoney">An exact number type, <see cref="decimal"/> or an integer.</typeparam>
    /// <param name="bids">One bid a bidder at most, in any order; values are multiples of the unit in [0, 1e15], and a bid of value 0 is never accepted.</param>
    /// <param name="goods">The number of goods, 0 to <see cref="MostGoods"/>.</param>
    /// <param name="unit">The unit of the grid; positive.</param>
    /// <param name="awards">Receives for every bidder its accepted bid and its payment; its length is the number of bidders.</param>
    /// <exception cref="ArgumentException">A bidder makes two bids; the message names both.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are too many goods, or a bid names an unknown bidder or good, no good, or a value outside the domain; the message names the bid.</exception>
    /// <exception cref="OverflowException">The values add up to more than 2⁶⁰ units, beyond which their squares are not exact; the message names the bidder.</exception>
    public static void Run<TMoney>(ReadOnlySpan<PackageBid<TMoney>> bids, int goods, TMoney unit, Span<PackageAward<TMoney>> awards)
        where TMoney : struct, INumber<TMoney>
    {
        SingleMindedBids.OneEach(bids, awards.Length);
        using var units = new RunMemory<ExactPackageBid>(bids.Length);
        PackageUnits.Fill(bids, goods, unit, awards.Length, RootValue.Most, units.Span);
        using var memory = new RunMemory<GreedyBid<long>>(bids.Length);
        for (var index = 0; index < bids.Length; index++)
        {
            memory.Span[index] = new(index, bids[index].Bidder, bids[index].Goods, units.Span[index].Value);
        }

        awards.Fill(new(-1, TMoney.Zero));
        using var order = new GreedyOrder<long, Units>(memory.Span);
        foreach (var place in order.Accepted)
        {
            var own = order[place];
            var payment = order.Rival(place) is { } rival ? RootValue.Least(own.Size, rival.Value, rival.Size, mustExceed: rival.Bidder < own.Bidder) : 0;
            awards[own.Bidder] = new(own.Index, TMoney.CreateChecked(payment) * unit);
        }
    }

    /// <summary>The infimum of the values with which a bid comes before its rival; the own value is one of them.</summary>
    private static double Price(GreedyBid<double> own, GreedyBid<double> rival) =>
        Threshold.OfBuyer(CriticalReport.Least(new ComesBefore(own, rival), 0, own.Value, rival.Value * Math.Sqrt((double)own.Size / rival.Size)), 0);

    private readonly struct ComesBefore(GreedyBid<double> own, GreedyBid<double> rival) : IWinTest<double>
    {
        public bool Wins(double report) => RootValue.Compare(report, own.Size, rival.Value, rival.Size) is var order && (order > 0 || (order == 0 && own.Bidder < rival.Bidder));
    }

    private readonly struct Doubles : IRootOrder<double>
    {
        public static int Compare(double value, int size, double other, int otherSize) => RootValue.Compare(value, size, other, otherSize);
    }

    private readonly struct Units : IRootOrder<long>
    {
        public static int Compare(long value, int size, long other, int otherSize) => RootValue.Compare(value, size, other, otherSize);
    }
}
