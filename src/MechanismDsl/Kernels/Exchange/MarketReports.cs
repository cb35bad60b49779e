using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>Checks of the reports of an exchange, and messages that say whose report is not legal.</summary>
internal static class MarketReports
{
    /// <summary>Stands for the index of an agent that is the only one of its side.</summary>
    public const int Only = -1;

    /// <summary>Throws unless a report is on the grid of money and in the domain.</summary>
    public static void Check<TMoney>(TMoney report, TMoney unit, TMoney highest, MarketSide side, int agent)
        where TMoney : struct, INumber<TMoney>
    {
        if (!(report >= TMoney.Zero && report <= highest) || report % unit != TMoney.Zero)
        {
            throw Outside(side, agent, report, string.Create(CultureInfo.InvariantCulture, $"a multiple of {unit} in [0, {highest}]"));
        }
    }

    /// <summary>Throws unless all reports of a side are on the grid of money and in the domain.</summary>
    public static void Check<TMoney>(ReadOnlySpan<TMoney> reports, TMoney unit, TMoney highest, MarketSide side)
        where TMoney : struct, INumber<TMoney>
    {
        for (var agent = 0; agent < reports.Length; agent++)
        {
            Check(reports[agent], unit, highest, side, agent);
        }
    }

    /// <summary>Throws because a report is not a finite number of the domain.</summary>
    [DoesNotReturn]
    public static void ThrowOutside(MarketSide side, int agent, double report) => throw Outside(side, agent, report, "a finite number in [0, 1e15]");

    private static ArgumentOutOfRangeException Outside(MarketSide side, int agent, object report, string domain)
    {
        var (name, word) = side == MarketSide.Buyer ? ("buyer", "bid") : ("seller", "cost");
        var who = agent == Only ? $"The {name}" : string.Create(CultureInfo.InvariantCulture, $"{side} {agent}");
        return new(
            agent == Only ? word : word + "s",
            report,
            string.Create(CultureInfo.InvariantCulture, $"{who} reports {report}; a {word} must be {domain}."));
    }
}
