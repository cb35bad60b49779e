using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>Trade between one seller and one buyer: efficient with Clarke payments, or at a fixed price.</summary>
/// <remarks>
/// Reports are finite numbers in [0, 1e15] (<see cref="ReportDomain"/>); the methods with a unit take multiples of it and are exact for
/// <see cref="decimal"/> and integers.
/// </remarks>
public static class PairExchange
{
    /// <summary>They trade if the bid is at least the cost; the buyer pays the cost and the seller receives the bid (Vickrey 1961; Clarke 1971).</summary>
    /// <param name="cost">What keeping the good is worth to the seller.</param>
    /// <param name="bid">What having the good is worth to the buyer.</param>
    /// <exception cref="ArgumentOutOfRangeException">A report lies outside the domain; the message names the agent, the value and the domain.</exception>
    public static Trade<double> Clarke(double cost, double bid)
    {
        Check(cost, bid);
        return bid >= cost ? new(true, cost + 0.0, bid + 0.0) : Trade<double>.None;
    }

    /// <inheritdoc cref="Clarke(double, double)"/>
    /// <typeparam name="TMoney">An exact number type, <see cref="decimal"/> or an integer.</typeparam>
    /// <param name="cost">What keeping the good is worth to the seller.</param>
    /// <param name="bid">What having the good is worth to the buyer.</param>
    /// <param name="unit">The unit of the grid; positive.</param>
    public static Trade<TMoney> Clarke<TMoney>(TMoney cost, TMoney bid, TMoney unit)
        where TMoney : struct, INumber<TMoney>
    {
        Check(cost, bid, unit);
        return bid >= cost ? new(true, cost, bid) : Trade<TMoney>.None;
    }

    /// <summary>They trade at the price if the bid is at least that and the cost at most that.</summary>
    /// <param name="cost">What keeping the good is worth to the seller.</param>
    /// <param name="bid">What having the good is worth to the buyer.</param>
    /// <param name="price">The price, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A report lies outside the domain; the message names the agent, the value and the domain.</exception>
    public static Trade<double> AtPrice(double cost, double bid, double price)
    {
        Check(cost, bid);
        return bid >= price && price >= cost ? new(true, price, price) : Trade<double>.None;
    }

    /// <inheritdoc cref="AtPrice(double, double, double)"/>
    /// <typeparam name="TMoney">An exact number type, <see cref="decimal"/> or an integer.</typeparam>
    /// <param name="cost">What keeping the good is worth to the seller.</param>
    /// <param name="bid">What having the good is worth to the buyer.</param>
    /// <param name="price">The price, at least 0.</param>
    /// <param name="unit">The unit of the grid; positive.</param>
    public static Trade<TMoney> AtPrice<TMoney>(TMoney cost, TMoney bid, TMoney price, TMoney unit)
        where TMoney : struct, INumber<TMoney>
    {
        Check(cost, bid, unit);
        return bid >= price && price >= cost ? new(true, price, price) : Trade<TMoney>.None;
    }

    /// <summary>
    /// They trade if the bid is at least the cost; trade or not, the buyer pays and the seller receives what the buyer is expected to have of the seller's report, less
    /// what the seller is expected to keep by the buyer's (d'Aspremont and Gérard-Varet 1979; Arrow 1979). What one pays the other receives.
    /// </summary>
    /// <param name="cost">What keeping the good is worth to the seller.</param>
    /// <param name="bid">What having the good is worth to the buyer.</param>
    /// <param name="costs">The distribution of costs.</param>
    /// <param name="values">The distribution of values.</param>
    /// <exception cref="ArgumentOutOfRangeException">A report lies outside the domain; the message names the agent, the value and the domain.</exception>
    public static Trade<double> DAgva(double cost, double bid, TailMean costs, TailMean values) => DAgva(cost, bid, costs, values, 0);

    /// <inheritdoc cref="DAgva(double, double, TailMean, TailMean)"/>
    /// <param name="cost">What keeping the good is worth to the seller.</param>
    /// <param name="bid">What having the good is worth to the buyer.</param>
    /// <param name="costs">The distribution of costs.</param>
    /// <param name="values">The distribution of values.</param>
    /// <param name="constant">What the buyer pays, and the seller receives, besides at every profile.</param>
    public static Trade<double> DAgva(double cost, double bid, TailMean costs, TailMean values, double constant)
    {
        Check(cost, bid);
        var payment = values.AtLeast(cost) - costs.Above(bid) + constant;
        return new(bid >= cost, payment, payment);
    }

    internal static void Check(double cost, double bid)
    {
        if (!ReportDomain.Contains(cost))
        {
            MarketReports.ThrowOutside(MarketSide.Seller, MarketReports.Only, cost);
        }

        if (!ReportDomain.Contains(bid))
        {
            MarketReports.ThrowOutside(MarketSide.Buyer, MarketReports.Only, bid);
        }
    }

    private static void Check<TMoney>(TMoney cost, TMoney bid, TMoney unit)
        where TMoney : struct, INumber<TMoney>
    {
        Grid.CheckUnit(unit);
        var highest = Grid.Highest(unit);
        MarketReports.Check(cost, unit, highest, MarketSide.Seller, MarketReports.Only);
        MarketReports.Check(bid, unit, highest, MarketSide.Buyer, MarketReports.Only);
    }
}
