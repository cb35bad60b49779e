using System.Globalization;

namespace MechanismDsl.OrTools;

/// <summary>A bid for a package of goods in whole units of money, all or nothing. Bids of one bidder exclude each other (XOR).</summary>
/// <param name="Bidder">The 0-based bidder.</param>
/// <param name="Goods">The 0-based goods, at least one, each named once, in any order.</param>
/// <param name="Value">What the package is worth to the bidder, in units of money (say cents); at least 0.</param>
public sealed record LargePackageBid(int Bidder, IReadOnlyList<int> Goods, long Value)
{
    /// <summary>A bid in decimal money. Nothing is rounded: money of two decimals is counted in hundredths, and 10.005 is refused.</summary>
    /// <param name="bidder">The 0-based bidder.</param>
    /// <param name="goods">The 0-based goods.</param>
    /// <param name="value">What the package is worth; a multiple of the unit.</param>
    /// <param name="decimals">The decimals of money, 0 to 9: the unit is 10 to the power of minus this number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The decimals lie outside their range, or the value is no multiple of the unit or too large.</exception>
    public static LargePackageBid FromDecimal(int bidder, IReadOnlyList<int> goods, decimal value, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 9);
        var unit = new decimal(1, 0, 0, false, (byte)decimals);
        if (value % unit != 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(value), value, string.Create(CultureInfo.InvariantCulture, $"Bidder {bidder} bids {value}; with {decimals} decimals a bid must be a multiple of {unit}."));
        }

        if (Math.Abs(value) > LargePackageAuction.MostMoney * unit)
        {
            throw new ArgumentOutOfRangeException(
                nameof(value), value, string.Create(CultureInfo.InvariantCulture, $"Bidder {bidder} bids {value}; the most is {LargePackageAuction.MostMoney * unit}."));
        }

        return new LargePackageBid(bidder, goods, (long)(value / unit));
    }
}
