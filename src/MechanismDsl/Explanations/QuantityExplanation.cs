using System.Numerics;

namespace MechanismDsl.Explanations;

/// <summary>
/// Why agents who report one number each get so many units, or such a chance, and why they pay what they pay: the reports at which an agent gets more, each rise of
/// which costs its report (Myerson 1981). Found by running the mechanism at other reports, about 64 times for each rise.
/// </summary>
public static class QuantityExplanation
{
    /// <summary>Explains a sale of one item, or the purchase of one service, whose ties are shared.</summary>
    /// <typeparam name="TMoney">The numbers of reports and payments.</typeparam>
    /// <param name="reports">The reports.</param>
    /// <param name="agent">The agent that asks; null for all, a line each.</param>
    /// <param name="who">Who takes part.</param>
    /// <param name="run">The mechanism.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such agent, or a report lies outside its domain.</exception>
    public static string Of<TMoney>(ReadOnlySpan<TMoney> reports, int? agent, Participants<TMoney> who, Func<TMoney[], SharedSale<TMoney>> run)
        where TMoney : struct, INumber<TMoney> =>
        new QuantityText<TMoney>(reports.ToArray(), who, areUnits: false, own => [.. run(own).Shares.ToArray().Select(share => new Award<TMoney>(share.Probability, share.Payment))]).Write(agent);

    /// <summary>Explains a mechanism that hands out units, or draws lots.</summary>
    /// <inheritdoc cref="Of{TMoney}(ReadOnlySpan{TMoney}, int?, Participants{TMoney}, Func{TMoney[], SharedSale{TMoney}})"/>
    /// <param name="reports">The reports.</param>
    /// <param name="agent">The agent that asks; null for all, a line each.</param>
    /// <param name="who">Who takes part.</param>
    /// <param name="areUnits">Whether a quantity is a number of units; otherwise it is a chance.</param>
    /// <param name="run">The mechanism.</param>
    public static string Of<TMoney>(ReadOnlySpan<TMoney> reports, int? agent, Participants<TMoney> who, bool areUnits, Func<TMoney[], Awards<TMoney>> run)
        where TMoney : struct, INumber<TMoney> =>
        new QuantityText<TMoney>(reports.ToArray(), who, areUnits, own => run(own).Agents.ToArray()).Write(agent);
}
