using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace MechanismDsl.Kernels;

/// <summary>Checks of what a seller or a buyer states, and of the shape of a batch.</summary>
internal static class Limits
{
    /// <summary>A reserve is at least 0; +∞ sells never. −0.0 becomes 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Reserve(double reserve)
    {
        if (!(reserve >= 0))
        {
            Throw(nameof(reserve), reserve, "The reserve is {0}; it must be at least 0.");
        }

        return reserve + 0.0;
    }

    /// <summary>A ceiling is a possible report.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Ceiling(double ceiling)
    {
        if (!ReportDomain.Contains(ceiling))
        {
            Throw(nameof(ceiling), ceiling, "The ceiling is {0}; it must lie in [0, 1e15].");
        }

        return ceiling + 0.0;
    }

    /// <summary>A batch holds one report of each agent in each auction.</summary>
    public static void Batch(int reports, int agents, int auctions)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(agents);
        if (reports != (long)agents * auctions)
        {
            ThrowBatch(reports, agents, auctions);
        }
    }

    [DoesNotReturn]
    private static void Throw(string name, double value, string message) =>
        throw new ArgumentOutOfRangeException(name, value, string.Format(CultureInfo.InvariantCulture, message, value));

    [DoesNotReturn]
    private static void ThrowBatch(int reports, int agents, int auctions) =>
        throw new ArgumentException(
            string.Create(CultureInfo.InvariantCulture, $"{auctions} auctions of {agents} agents need {(long)agents * auctions} reports, not {reports}."),
            nameof(reports));
}
