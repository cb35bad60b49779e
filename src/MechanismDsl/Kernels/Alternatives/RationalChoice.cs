using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>
/// The individually rational Groves mechanism over finitely many alternatives with finitely many types: every agent pays as much as its participation
/// allows, whatever the others report. Agent i pays min over its types of (W − option) less the others' welfare of the chosen alternative (Krishna and Perry 1998).
/// </summary>
public static class RationalChoice
{
    /// <summary>Runs the mechanism.</summary>
    /// <typeparam name="TMoney">The numbers of values and payments: <c>long</c>, <c>decimal</c> or <c>double</c>. Whole and decimal money is exact.</typeparam>
    /// <param name="values">What every alternative is worth to every agent, agent by agent.</param>
    /// <param name="alternatives">The number of alternatives, at least 1.</param>
    /// <param name="costs">What each alternative costs; empty if they cost nothing.</param>
    /// <param name="tables">For each agent, or one for all, what the alternatives are worth to each of its types, type by type; at least one type.</param>
    /// <param name="options">For each agent, or one for all, what staying away is worth to it.</param>
    /// <param name="payments">Receives what every agent pays; negative: it is paid.</param>
    /// <param name="without">Receives the alternative that would be chosen without each agent; empty if nobody asks.</param>
    /// <returns>The 0-based alternative that is chosen, the first one among equals.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no alternative, or a value or a cost is NaN or infinite.</exception>
    /// <exception cref="OverflowException">The sum of the values of an alternative is beyond the range of the money.</exception>
    public static int Run<TMoney>(
        ReadOnlySpan<TMoney> values, int alternatives, ReadOnlySpan<TMoney> costs, ReadOnlySpan<TMoney[]> tables, ReadOnlySpan<TMoney> options, Span<TMoney> payments, Span<int> without)
        where TMoney : struct, INumber<TMoney>
    {
        CheckTables(tables, options.Length, payments.Length, alternatives);
        var chosen = ExactPivotal.Run(values, alternatives, costs, payments, without);
        using var memory = new RunMemory<TMoney>(alternatives);
        var others = memory.Span;
        for (var agent = 0; agent < payments.Length; agent++)
        {
            Others(values, agent, costs, others);
            var table = tables[tables.Length == 1 ? 0 : agent];
            var least = Highest<TMoney>(others, table.AsSpan(0, alternatives));
            for (var type = alternatives; type < table.Length; type += alternatives)
            {
                least = TMoney.Min(least, Highest<TMoney>(others, table.AsSpan(type, alternatives)));
            }

            payments[agent] = least - options[options.Length == 1 ? 0 : agent] - others[chosen];
        }

        return chosen;
    }

    /// <summary>The welfare of every alternative without one agent.</summary>
    private static void Others<TMoney>(ReadOnlySpan<TMoney> values, int agent, ReadOnlySpan<TMoney> costs, Span<TMoney> others)
        where TMoney : struct, INumber<TMoney>
    {
        for (var alternative = 0; alternative < others.Length; alternative++)
        {
            var welfare = costs.IsEmpty ? TMoney.Zero : -costs[alternative];
            for (var (other, at) = (0, alternative); at < values.Length; other++, at += others.Length)
            {
                welfare += other == agent ? TMoney.Zero : values[at];
            }

            others[alternative] = welfare;
        }
    }

    private static TMoney Highest<TMoney>(ReadOnlySpan<TMoney> others, ReadOnlySpan<TMoney> row)
        where TMoney : struct, INumber<TMoney>
    {
        var highest = others[0] + row[0];
        for (var alternative = 1; alternative < others.Length; alternative++)
        {
            highest = TMoney.Max(highest, others[alternative] + row[alternative]);
        }

        return highest;
    }

    private static void CheckTables<TMoney>(ReadOnlySpan<TMoney[]> tables, int options, int agents, int alternatives)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(alternatives, 1);
        if ((tables.Length != 1 && tables.Length != agents) || (options != 1 && options != agents))
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There are {tables.Length} tables and {options} outside options for {agents} agents; there is one an agent, or one for all."), nameof(tables));
        }

        foreach (var table in tables)
        {
            if (table.Length == 0 || table.Length % alternatives != 0)
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"A table has {table.Length} values; with {alternatives} alternatives every type has {alternatives}, and there is at least one type."), nameof(tables));
            }
        }
    }
}
