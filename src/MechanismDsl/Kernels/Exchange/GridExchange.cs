using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>
/// The exchanges of <see cref="UnitExchange"/> on a grid of money, exactly. Clarke prices are reports, so they lie on the grid; the price that trade
/// reduction tries, half of the sum of two reports, is rounded down to it.
/// </summary>
/// <remarks>
/// McAfee's rule stays truthful with any price between bid k + 1 and cost k + 1 that depends on these two alone, and rounding down the half of the sum of
/// two numbers of a grid gives such a price. The reports are copied and sorted; for <see cref="decimal"/> and integers nothing is rounded.
/// </remarks>
public static class GridExchange
{
    /// <inheritdoc cref="UnitExchange.Clarke"/>
    /// <typeparam name="TMoney">An exact number type, <see cref="decimal"/> or an integer.</typeparam>
    /// <param name="bids">One bid a buyer, a multiple of the unit in [0, 1e15].</param>
    /// <param name="costs">One cost a seller, a multiple of the unit in [0, 1e15].</param>
    /// <param name="unit">The unit of the grid, for example 0.01; positive.</param>
    /// <param name="buys">Receives which buyers trade; as long as <paramref name="bids"/>.</param>
    /// <param name="sells">Receives which sellers trade; as long as <paramref name="costs"/>.</param>
    public static Clearing<TMoney> Clarke<TMoney>(ReadOnlySpan<TMoney> bids, ReadOnlySpan<TMoney> costs, TMoney unit, Span<bool> buys, Span<bool> sells)
        where TMoney : struct, INumber<TMoney>
    {
        using var ranked = new RankedMarket<TMoney>(bids, costs, unit, buys.Length, sells.Length);
        var clearing = ranked.Margin.Clarke();
        ranked.Write(clearing.Trades, buys, sells);
        return clearing;
    }

    /// <inheritdoc cref="UnitExchange.TradeReduction"/>
    /// <typeparam name="TMoney">An exact number type, <see cref="decimal"/> or an integer.</typeparam>
    /// <param name="bids">One bid a buyer, a multiple of the unit in [0, 1e15].</param>
    /// <param name="costs">One cost a seller, a multiple of the unit in [0, 1e15].</param>
    /// <param name="unit">The unit of the grid, for example 0.01; positive.</param>
    /// <param name="buys">Receives which buyers trade; as long as <paramref name="bids"/>.</param>
    /// <param name="sells">Receives which sellers trade; as long as <paramref name="costs"/>.</param>
    public static Clearing<TMoney> TradeReduction<TMoney>(ReadOnlySpan<TMoney> bids, ReadOnlySpan<TMoney> costs, TMoney unit, Span<bool> buys, Span<bool> sells)
        where TMoney : struct, INumber<TMoney>
    {
        using var ranked = new RankedMarket<TMoney>(bids, costs, unit, buys.Length, sells.Length);
        var clearing = ranked.Margin.Reduced(Middle(ranked.Margin.NextBid, ranked.Margin.NextCost, unit));
        ranked.Write(clearing.Trades, buys, sells);
        return clearing;
    }

    /// <inheritdoc cref="UnitExchange.AtPrice"/>
    /// <typeparam name="TMoney">An exact number type, <see cref="decimal"/> or an integer.</typeparam>
    /// <param name="bids">One bid a buyer, a multiple of the unit in [0, 1e15].</param>
    /// <param name="costs">One cost a seller, a multiple of the unit in [0, 1e15].</param>
    /// <param name="price">The price, a multiple of the unit in [0, 1e15].</param>
    /// <param name="unit">The unit of the grid, for example 0.01; positive.</param>
    /// <param name="buys">Receives which buyers trade; as long as <paramref name="bids"/>.</param>
    /// <param name="sells">Receives which sellers trade; as long as <paramref name="costs"/>.</param>
    public static Clearing<TMoney> AtPrice<TMoney>(ReadOnlySpan<TMoney> bids, ReadOnlySpan<TMoney> costs, TMoney price, TMoney unit, Span<bool> buys, Span<bool> sells)
        where TMoney : struct, INumber<TMoney>
    {
        UnitExchange.CheckRoom(bids.Length, costs.Length, buys.Length, sells.Length);
        Grid.CheckUnit(unit);
        var highest = Grid.Highest(unit);
        if (!(price >= TMoney.Zero && price <= highest) || price % unit != TMoney.Zero)
        {
            throw new ArgumentOutOfRangeException(
                nameof(price), price, string.Create(CultureInfo.InvariantCulture, $"The price is {price}; it must be a multiple of {unit} in [0, {highest}]."));
        }

        MarketReports.Check(bids, unit, highest, MarketSide.Buyer);
        MarketReports.Check(costs, unit, highest, MarketSide.Seller);
        return Acceptance.Write(bids, costs, price, buys, sells);
    }

    /// <summary>Half of the sum of two numbers of the grid, rounded down to it; the first is at most the second.</summary>
    private static TMoney Middle<TMoney>(TMoney low, TMoney high, TMoney unit)
        where TMoney : struct, INumber<TMoney>
    {
        var half = (high - low) / TMoney.CreateChecked(2);
        return low + (half - (half % unit));
    }
}
