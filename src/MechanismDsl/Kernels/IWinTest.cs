namespace MechanismDsl.Kernels;

/// <summary>
/// An allocation rule as one agent sees it while the others' reports stand still: is it served with this report? The test is monotone: a buyer that is
/// served stays served with a higher report, a supplier with a lower one.
/// </summary>
/// <typeparam name="TReport">The numbers of reports.</typeparam>
public interface IWinTest<in TReport>
{
    /// <summary>Whether the agent is served with this report.</summary>
    /// <param name="report">A report of the agent's domain.</param>
    bool Wins(TReport report);
}

/// <summary>
/// What one agent gets as a function of its report while the others' reports stand still: units, or the probability of being served. A buyer's curve
/// never falls, a supplier's never rises in its cost.
/// </summary>
/// <typeparam name="TReport">The numbers of reports.</typeparam>
public interface IQuantityCurve<in TReport>
{
    /// <summary>The quantity with this report, at least 0.</summary>
    /// <param name="report">A report of the agent's domain.</param>
    double Quantity(TReport report);
}
