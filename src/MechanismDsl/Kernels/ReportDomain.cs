using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace MechanismDsl.Kernels;

/// <summary>
/// The reports that every kernel accepts: finite numbers from 0 to <see cref="Highest"/>, in the mechanism's unit of money.
/// Negative zero is accepted and means zero.
/// </summary>
/// <remarks>
/// The upper end keeps one cent exact: doubles below 2⁵³ ≈ 9.007e15 are spaced by at most 1, and at 1e15 by 0.125.
/// </remarks>
public static class ReportDomain
{
    /// <summary>The highest report, 1e15.</summary>
    public const double Highest = 1e15;

    // Doubles of [0, 1e15] read as unsigned integers have the same order, and every other double (negative, NaN, infinite, too large)
    // reads as a larger integer than 1e15. So one unsigned comparison with this number decides membership, −0.0 aside.
    internal const ulong HighestBits = 0x430C_6BF5_2634_0000;

    /// <summary>Whether a report lies in the domain.</summary>
    public static bool Contains(double report) => report is >= 0 and <= Highest;

    /// <summary>Throws unless the report lies in the domain.</summary>
    /// <param name="report">The report.</param>
    /// <param name="agent">The 0-based agent who made it, for the message.</param>
    /// <exception cref="ArgumentOutOfRangeException">The report is not a finite number of [0, 1e15]; the message names agent, value and domain.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check(double report, int agent)
    {
        if (!Contains(report))
        {
            ThrowOutside(report, agent);
        }
    }

    /// <summary>Throws because a report lies outside the domain.</summary>
    /// <param name="report">The report.</param>
    /// <param name="agent">The 0-based agent who made it.</param>
    /// <exception cref="ArgumentOutOfRangeException">Always.</exception>
    [DoesNotReturn]
    public static void ThrowOutside(double report, int agent) => ThrowOutside(report, agent, -1);

    /// <summary>Throws because a report of a batch lies outside the domain.</summary>
    /// <param name="report">The report.</param>
    /// <param name="agent">The 0-based agent who made it.</param>
    /// <param name="auction">The 0-based auction it was made in; negative if there is only one.</param>
    /// <exception cref="ArgumentOutOfRangeException">Always.</exception>
    [DoesNotReturn]
    public static void ThrowOutside(double report, int agent, int auction) => throw Outside(report, agent, auction);

    internal static ArgumentOutOfRangeException Outside(double report, int agent, int auction)
    {
        var where = auction < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" in auction {auction}");
        return new(
            "reports",
            report,
            string.Create(CultureInfo.InvariantCulture, $"Agent {agent} reports {report}{where}; a report must be a finite number in [0, 1e15]."));
    }
}
