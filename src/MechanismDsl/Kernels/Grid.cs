using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace MechanismDsl.Kernels;

/// <summary>Money in whole units: the multiples of a unit in [0, 1e15].</summary>
internal static class Grid
{
    /// <summary>The highest multiple of the unit in the report domain, or in the range of the type if that is smaller.</summary>
    public static TMoney Highest<TMoney>(TMoney unit)
        where TMoney : struct, INumber<TMoney>
    {
        var highest = TMoney.CreateSaturating(1_000_000_000_000_000L);
        return highest - (highest % unit);
    }

    public static void CheckUnit<TMoney>(TMoney unit)
        where TMoney : struct, INumber<TMoney>
    {
        if (!(unit > TMoney.Zero) || !TMoney.IsFinite(unit))
        {
            throw new ArgumentOutOfRangeException(
                nameof(unit), unit, string.Create(CultureInfo.InvariantCulture, $"The unit of money is {unit}; it must be positive and finite."));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void CheckReport<TMoney>(TMoney report, int agent, TMoney unit, TMoney highest)
        where TMoney : struct, INumber<TMoney>
    {
        if (!(report >= TMoney.Zero && report <= highest) || report % unit != TMoney.Zero)
        {
            ThrowReport(report, agent, unit, highest);
        }
    }

    [DoesNotReturn]
    private static void ThrowReport<TMoney>(TMoney report, int agent, TMoney unit, TMoney highest)
        where TMoney : struct, INumber<TMoney> =>
        throw new ArgumentOutOfRangeException(
            "reports",
            report,
            string.Create(CultureInfo.InvariantCulture, $"Agent {agent} reports {report}; a report must be a multiple of {unit} in [0, {highest}]."));
}
