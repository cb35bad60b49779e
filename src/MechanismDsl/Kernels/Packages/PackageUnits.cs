using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>Bids in exact money as bids in whole units of it, checked.</summary>
internal static class PackageUnits
{
    /// <summary>Converts the bids.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A bid names an unknown bidder or good, no good, or a value outside the domain; the message names the bid.</exception>
    /// <exception cref="OverflowException">The bidders' highest values add up to more than <paramref name="most"/> units; the message names the bidder.</exception>
    public static void Fill<TMoney>(ReadOnlySpan<PackageBid<TMoney>> bids, int goods, TMoney unit, int bidders, long most, Span<ExactPackageBid> units)
        where TMoney : struct, INumber<TMoney>
    {
        Grid.CheckUnit(unit);
        ArgumentOutOfRangeException.ThrowIfNegative(goods);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(goods, PackageSearch.MostGoods);
        var highest = Grid.Highest(unit);
        var mostMoney = Money(most, unit);
        using var best = new RunMemory<long>(bidders);
        best.Span.Clear();
        for (var index = 0; index < bids.Length; index++)
        {
            var bid = bids[index];
            Check(bid, index, goods, bidders);
            CheckValue(bid, index, unit, highest);
            if (bid.Value > mostMoney)
            {
                throw TooMuch(bid.Bidder, bid.Value, mostMoney);
            }

            var value = long.CreateChecked(bid.Value / unit);
            best.Span[bid.Bidder] = Math.Max(best.Span[bid.Bidder], value);
            units[index] = new(bid.Bidder, bid.Goods, value);
        }

        var total = 0L;
        for (var bidder = 0; bidder < bidders; bidder++)
        {
            if (best.Span[bidder] > most - total)
            {
                throw TooMuch(bidder, TMoney.CreateChecked(best.Span[bidder]) * unit, mostMoney);
            }

            total += best.Span[bidder];
        }
    }

    /// <summary>Throws unless a bid is one of a bidder that there is, for goods that there are.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not; the message names the bid.</exception>
    public static void Check<TMoney>(PackageBid<TMoney> bid, int index, int goods, int bidders)
        where TMoney : struct, INumber<TMoney>
    {
        if (bid.Bidder < 0 || bid.Bidder >= bidders)
        {
            throw new ArgumentOutOfRangeException("bids", bid.Bidder, Invariant($"Bid {index} is made by bidder {bid.Bidder}; bidders are 0 to {bidders - 1}."));
        }

        if (bid.Goods == 0)
        {
            throw new ArgumentOutOfRangeException("bids", bid.Goods, Invariant($"Bid {index} of bidder {bid.Bidder} names no good."));
        }

        if (goods < PackageSearch.MostGoods && bid.Goods >> goods != 0)
        {
            throw new ArgumentOutOfRangeException(
                "bids", bid.Goods, Invariant($"Bid {index} of bidder {bid.Bidder} names good {BitOperations.Log2(bid.Goods)}; goods are 0 to {goods - 1}."));
        }
    }

    /// <summary>Throws unless the value of a bid lies on the grid.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It does not; the message names the bid.</exception>
    public static void CheckValue<TMoney>(PackageBid<TMoney> bid, int index, TMoney unit, TMoney highest)
        where TMoney : struct, INumber<TMoney>
    {
        if (!(bid.Value >= TMoney.Zero && bid.Value <= highest) || bid.Value % unit != TMoney.Zero)
        {
            throw new ArgumentOutOfRangeException(
                "bids", bid.Value, Invariant($"Bid {index} of bidder {bid.Bidder} is worth {bid.Value}; a value must be a multiple of {unit} in [0, {highest}]."));
        }
    }

    /// <summary>So many units as money.</summary>
    private static TMoney Money<TMoney>(long units, TMoney unit)
        where TMoney : struct, INumber<TMoney> => TMoney.CreateChecked(units) * unit;

    private static OverflowException TooMuch<TMoney>(int bidder, TMoney value, TMoney most)
        where TMoney : struct, INumber<TMoney> =>
        new(Invariant($"With bidder {bidder}, whose highest bid is {value}, the bidders' highest values add up to more than {most}, beyond which their sums are not exact; use a coarser unit of money."));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
