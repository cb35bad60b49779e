using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>Checks of the reports of agents that have names.</summary>
public static class NamedReport
{
    /// <summary>Throws unless the report is a finite number in [0, 1e15].</summary>
    /// <param name="report">The report.</param>
    /// <param name="agent">The agent's name, for the message.</param>
    /// <exception cref="ArgumentOutOfRangeException">The report lies outside the domain; the message names agent, value and domain.</exception>
    public static void Check(double report, string agent)
    {
        if (!ReportDomain.Contains(report))
        {
            throw new ArgumentOutOfRangeException(agent, report, string.Create(CultureInfo.InvariantCulture, $"{agent} reports {report}; a report must be a finite number in [0, 1e15]."));
        }
    }

    /// <summary>Throws unless the report is a multiple of a unit in [0, 1e15].</summary>
    /// <typeparam name="TMoney">An exact number type, <see cref="decimal"/> or an integer.</typeparam>
    /// <param name="report">The report.</param>
    /// <param name="unit">The unit of the grid; positive.</param>
    /// <param name="agent">The agent's name, for the message.</param>
    /// <exception cref="ArgumentOutOfRangeException">The report lies outside the domain; the message names agent, value and domain.</exception>
    public static void Check<TMoney>(TMoney report, TMoney unit, string agent)
        where TMoney : struct, INumber<TMoney>
    {
        var highest = Grid.Highest(unit);
        if (!(report >= TMoney.Zero && report <= highest) || report % unit != TMoney.Zero)
        {
            throw new ArgumentOutOfRangeException(
                agent, report, string.Create(CultureInfo.InvariantCulture, $"{agent} reports {report}; a report must be a multiple of {unit} in [0, {highest}]."));
        }
    }
}
