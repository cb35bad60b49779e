using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>
/// The pivotal mechanism over finitely many alternatives (Clarke 1971; Vickrey 1961, Groves 1973) in any money, by its definition: on whole and decimal
/// money every sum and every payment is exact. It also tells what would be chosen without each agent, which <see cref="Pivotal"/> does not.
/// </summary>
/// <remarks>
/// Sums are made in the order of the agents, ties go to the first alternative, and agent i pays max_k (T_k − v_ik) − (T_k* − v_ik*), where T_k is the sum
/// of all values of alternative k less its cost. The work is one read of the values for the sums and one for the payments.
/// </remarks>
public static class ExactPivotal
{
    /// <summary>Runs the mechanism.</summary>
    /// <typeparam name="TMoney">The numbers of values, costs and payments: <c>long</c>, <c>decimal</c> or <c>double</c>.</typeparam>
    /// <param name="values">What every alternative is worth to every agent, agent by agent: the value of alternative k to agent i at index i · alternatives + k. Of any sign.</param>
    /// <param name="alternatives">The number of alternatives, at least 1.</param>
    /// <param name="costs">What each alternative costs; empty if they cost nothing. Of any sign.</param>
    /// <param name="payments">Receives what every agent pays, at least 0; its length is the number of agents. The payments need not cover the cost.</param>
    /// <param name="without">Receives the alternative that would be chosen without each agent, the first one among equals; empty if nobody asks. An agent is pivotal if it is another one than is chosen.</param>
    /// <returns>The 0-based alternative that is chosen.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no alternative, or a value or a cost is NaN or infinite; the message names agent and alternative.</exception>
    /// <exception cref="OverflowException">The sum of the values of an alternative is beyond the range of the money; the message names the alternative.</exception>
    public static int Run<TMoney>(ReadOnlySpan<TMoney> values, int alternatives, ReadOnlySpan<TMoney> costs, Span<TMoney> payments, Span<int> without)
        where TMoney : struct, INumber<TMoney>
    {
        AlternativesShape.Check(values.Length, alternatives, costs.Length, payments.Length);
        if (!without.IsEmpty && without.Length != payments.Length)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {without.Length} entries for {payments.Length} agents."), nameof(without));
        }

        using var memory = new RunMemory<TMoney>(alternatives);
        var totals = memory.Span;
        for (var alternative = 0; alternative < alternatives; alternative++)
        {
            totals[alternative] = Total(values, alternative, costs, totals.Length);
        }

        var chosen = IndexOfHighest<TMoney>(totals, default);
        for (var agent = 0; agent < payments.Length; agent++)
        {
            var row = values.Slice(agent * alternatives, alternatives);
            var displaced = IndexOfHighest<TMoney>(totals, row);
            payments[agent] = Pay(totals, row, chosen, displaced);
            if (!without.IsEmpty)
            {
                without[agent] = displaced;
            }
        }

        return chosen;
    }

    private static TMoney Total<TMoney>(ReadOnlySpan<TMoney> values, int alternative, ReadOnlySpan<TMoney> costs, int alternatives)
        where TMoney : struct, INumber<TMoney>
    {
        var total = costs.IsEmpty ? TMoney.Zero : AlternativesShape.Finite(-costs[alternative], alternative);
        try
        {
            for (var (agent, at) = (0, alternative); at < values.Length; agent++, at += alternatives)
            {
                total = checked(total + AlternativesShape.Finite(values[at], agent, alternative));
            }
        }
        catch (OverflowException)
        {
            throw AlternativesShape.SumOutOfRange<TMoney>(alternative);
        }

        // Doubles overflow to infinity instead.
        return TMoney.IsFinite(total) ? total : throw AlternativesShape.SumOutOfRange<TMoney>(alternative);
    }

    /// <summary>The first alternative whose total, less the row where there is one, is highest.</summary>
    private static int IndexOfHighest<TMoney>(ReadOnlySpan<TMoney> totals, ReadOnlySpan<TMoney> row)
        where TMoney : struct, INumber<TMoney>
    {
        var highest = 0;
        for (var alternative = 1; alternative < totals.Length; alternative++)
        {
            if (Rest(totals, row, alternative) > Rest(totals, row, highest))
            {
                highest = alternative;
            }
        }

        return highest;
    }

    private static TMoney Rest<TMoney>(ReadOnlySpan<TMoney> totals, ReadOnlySpan<TMoney> row, int alternative)
        where TMoney : struct, INumber<TMoney>
    {
        try
        {
            return row.IsEmpty ? totals[alternative] : checked(totals[alternative] - row[alternative]);
        }
        catch (OverflowException)
        {
            throw AlternativesShape.SumOutOfRange<TMoney>(alternative);
        }
    }

    private static TMoney Pay<TMoney>(ReadOnlySpan<TMoney> totals, ReadOnlySpan<TMoney> row, int chosen, int displaced)
        where TMoney : struct, INumber<TMoney>
    {
        try
        {
            return checked(Rest(totals, row, displaced) - Rest(totals, row, chosen));
        }
        catch (OverflowException)
        {
            throw AlternativesShape.SumOutOfRange<TMoney>(displaced);
        }
    }
}
