using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>
/// Goods that are worth to every bidder the sum of what each is worth: sold apart, each to the highest bid at the second highest of another bidder (Vickrey
/// 1961). That is the efficient allocation, and the sums are Clarke payments.
/// </summary>
/// <remarks>
/// A bid of value 0 gets nothing; among equals the lowest bidder does. The highest of a bidder's bids for a good counts. O(bids), no allocation.
/// </remarks>
public static class AdditiveSale
{
    /// <summary>The most goods of bids in exact money.</summary>
    public const int MostGoods = 64;

    /// <summary>The most goods of bids in doubles: a package is a set of 32 bits.</summary>
    public const int MostGoodsInDouble = 32;

    /// <summary>Runs the auction.</summary>
    /// <param name="bids">The bids, in any order, each for one good; values are finite numbers in [0, 1e15].</param>
    /// <param name="goods">The number of goods, 0 to <see cref="MostGoodsInDouble"/>.</param>
    /// <param name="awards">Receives for every bidder its goods and its payment; its length is the number of bidders.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too many goods, or a bid names an unknown bidder or good, not one good, or a value outside the domain; the message names the bid.</exception>
    public static void Run(ReadOnlySpan<PackageBid> bids, int goods, Span<GoodsAward<double>> awards)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(goods);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(goods, MostGoodsInDouble);
        Span<Rivals<double>> rivals = stackalloc Rivals<double>[MostGoodsInDouble];
        rivals.Clear();
        for (var index = 0; index < bids.Length; index++)
        {
            var bid = new PackageBid<double>(bids[index].Bidder, bids[index].Goods, bids[index].Value);
            PackageUnits.Check(bid, index, goods, awards.Length);
            if (!ReportDomain.Contains(bid.Value))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(bids), bid.Value, string.Create(CultureInfo.InvariantCulture, $"Bid {index} of bidder {bid.Bidder} is worth {bid.Value}; a value must be a finite number in [0, 1e15]."));
            }

            rivals[GoodOf(bid, index)].Enter(bid.Bidder, bid.Value);
        }

        Settle(rivals, awards);
    }

    /// <summary>Runs the auction in exact money.</summary>
    /// <typeparam name="TMoney">An exact number type, <see cref="decimal"/> or an integer.</typeparam>
    /// <param name="bids">The bids, in any order, each for one good; values are multiples of the unit in [0, 1e15].</param>
    /// <param name="goods">The number of goods, 0 to <see cref="MostGoods"/>.</param>
    /// <param name="unit">The unit of the grid; positive.</param>
    /// <param name="awards">Receives for every bidder its goods and its payment; its length is the number of bidders.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are too many goods, or a bid names an unknown bidder or good, not one good, or a value outside the domain; the message names the bid.</exception>
    public static void Run<TMoney>(ReadOnlySpan<PackageBid<TMoney>> bids, int goods, TMoney unit, Span<GoodsAward<TMoney>> awards)
        where TMoney : struct, INumber<TMoney>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(goods);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(goods, MostGoods);
        Grid.CheckUnit(unit);
        var highest = Grid.Highest(unit);
        using var memory = new RunMemory<Rivals<TMoney>>(MostGoods);
        memory.Span.Clear();
        for (var index = 0; index < bids.Length; index++)
        {
            var bid = bids[index];
            PackageUnits.Check(bid, index, goods, awards.Length);
            PackageUnits.CheckValue(bid, index, unit, highest);
            memory.Span[GoodOf(bid, index)].Enter(bid.Bidder, bid.Value);
        }

        Settle(memory.Span, awards);
    }

    private static int GoodOf<TMoney>(PackageBid<TMoney> bid, int index)
        where TMoney : struct, INumber<TMoney>
    {
        var good = BitOperations.TrailingZeroCount(bid.Goods);
        return BitOperations.IsPow2(bid.Goods) ? good : throw new ArgumentOutOfRangeException(
            "bids",
            bid.Goods,
            string.Create(CultureInfo.InvariantCulture, $"Bid {index} of bidder {bid.Bidder} names goods {good} and {BitOperations.Log2(bid.Goods)} together; where values are additive a bid names one good."));
    }

    private static void Settle<TMoney>(ReadOnlySpan<Rivals<TMoney>> rivals, Span<GoodsAward<TMoney>> awards)
        where TMoney : struct, INumber<TMoney>
    {
        awards.Clear();
        for (var good = 0; good < rivals.Length; good++)
        {
            if (rivals[good] is { Highest: var value } rival && value > TMoney.Zero)
            {
                ref var award = ref awards[rival.Bidder];
                award = new(award.Goods | (1ul << good), award.Payment + rival.Second);
            }
        }
    }

    /// <summary>The highest bid for a good, and the highest of another bidder.</summary>
    private struct Rivals<TMoney>
        where TMoney : struct, INumber<TMoney>
    {
        public int Bidder { get; private set; }

        public TMoney Highest { get; private set; }

        public TMoney Second { get; private set; }

        public void Enter(int bidder, TMoney value)
        {
            if (bidder == Bidder)
            {
                Highest = TMoney.Max(Highest, value);
            }
            else if (value > Highest || (value == Highest && bidder < Bidder))
            {
                (Bidder, Highest, Second) = (bidder, value, Highest);
            }
            else
            {
                Second = TMoney.Max(Second, value);
            }
        }
    }
}
