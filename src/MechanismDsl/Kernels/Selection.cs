namespace MechanismDsl.Kernels;

/// <summary>The best report, who made it, and the best report of all others.</summary>
/// <param name="Agent">The lowest 0-based index of the best report; −1 if there are no reports.</param>
/// <param name="Best">The best report.</param>
/// <param name="Second">The best report of the other agents (equal to <paramref name="Best"/> in a tie).</param>
public readonly record struct BestTwo(int Agent, double Best, double Second);

/// <summary>Selects the best two reports and validates all of them in the same pass.</summary>
/// <remarks>
/// Every report must be a finite number in [0, 1e15] (<see cref="ReportDomain"/>). No allocation; AVX-512 or AVX2 where the machine has it.
/// </remarks>
public static class Selection
{
    /// <summary>The highest and the second-highest report.</summary>
    /// <param name="reports">One report an agent.</param>
    /// <returns>The lowest index among the highest reports; a missing report counts as 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A report lies outside the domain; the message names agent, value and domain.</exception>
    public static BestTwo Highest(ReadOnlySpan<double> reports) => Find<HighestFirst>(reports);

    /// <summary>The lowest and the second-lowest report.</summary>
    /// <param name="reports">One report an agent.</param>
    /// <returns>The lowest index among the lowest reports; a missing report counts as 1e15.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A report lies outside the domain; the message names agent, value and domain.</exception>
    public static BestTwo Lowest(ReadOnlySpan<double> reports) => Find<LowestFirst>(reports);

    private static BestTwo Find<TOrder>(ReadOnlySpan<double> reports)
        where TOrder : struct, IReportOrder
    {
        if (reports.IsEmpty)
        {
            return new(-1, TOrder.Report(0), TOrder.Report(0));
        }

        var agent = TopTwo<TOrder>.Find(reports, -1, out var best, out var second);
        return new(agent, TOrder.Report(best), TOrder.Report(second));
    }
}
