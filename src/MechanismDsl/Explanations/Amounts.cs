namespace MechanismDsl.Explanations;

/// <summary>Reports that hold more than the number that is explained.</summary>
public static class Amounts
{
    /// <summary>Puts other numbers into reports.</summary>
    /// <typeparam name="TReport">A report.</typeparam>
    /// <typeparam name="TMoney">The number in it.</typeparam>
    /// <param name="reports">The reports.</param>
    /// <param name="amounts">One number a report.</param>
    /// <param name="change">A report with another number.</param>
    /// <exception cref="ArgumentException">There is not one number a report.</exception>
    public static TReport[] Put<TReport, TMoney>(TReport[] reports, TMoney[] amounts, Func<TReport, TMoney, TReport> change)
    {
        ArgumentNullException.ThrowIfNull(reports);
        ArgumentNullException.ThrowIfNull(amounts);
        ArgumentNullException.ThrowIfNull(change);
        if (reports.Length != amounts.Length)
        {
            throw new ArgumentException(ExplainedNumber.Format($"There are {reports.Length} reports and {amounts.Length} numbers."), nameof(amounts));
        }

        var changed = new TReport[reports.Length];
        for (var agent = 0; agent < changed.Length; agent++)
        {
            changed[agent] = change(reports[agent], amounts[agent]);
        }

        return changed;
    }
}
