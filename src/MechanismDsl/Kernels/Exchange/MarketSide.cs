using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace MechanismDsl.Kernels;

/// <summary>The two sides of an exchange, for messages about their reports.</summary>
internal enum MarketSide
{
    Buyer,
    Seller,
}

/// <summary>Messages about reports that are not legal.</summary>
internal static class MarketReports
{
    /// <summary>Throws because a report is not a finite number of the domain.</summary>
    [DoesNotReturn]
    public static void ThrowOutside(MarketSide side, int agent, double report) =>
        throw new ArgumentOutOfRangeException(
            Parameter(side),
            report,
            string.Create(CultureInfo.InvariantCulture, $"{side} {agent} reports {report}; a {Word(side)} must be a finite number in [0, 1e15]."));

    /// <summary>Throws because a report is not on the grid of money.</summary>
    [DoesNotReturn]
    public static void ThrowOffGrid<TMoney>(MarketSide side, int agent, TMoney report, TMoney unit, TMoney highest)
        where TMoney : struct =>
        throw new ArgumentOutOfRangeException(
            Parameter(side),
            report,
            string.Create(CultureInfo.InvariantCulture, $"{side} {agent} reports {report}; a {Word(side)} must be a multiple of {unit} in [0, {highest}]."));

    private static string Word(MarketSide side) => side == MarketSide.Buyer ? "bid" : "cost";

    private static string Parameter(MarketSide side) => side == MarketSide.Buyer ? "bids" : "costs";
}
