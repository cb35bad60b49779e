using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>
/// The pivotal mechanism over finitely many alternatives (Clarke 1971; Vickrey 1961, Groves 1973): chooses the alternative with the highest sum
/// of values less its cost, the first one among equals, and charges every agent what its presence costs the others.
/// </summary>
/// <remarks>
/// Agent i pays max_k (T_k − v_ik) − (T_k* − v_ik*), where T_k is the sum of all values of alternative k less its cost: at least 0, and 0 unless
/// agent i changes what is chosen. Truth is a dominant strategy. The sums are made in the order of the agents; with integer values below 2⁵³ every
/// result is exact, otherwise payments carry the rounding of one sum, a relative 10⁻¹⁵ of the total or so.
/// <para>
/// One pass over the values makes the sums and every agent's lowest value; with these, most payments are found without a second pass: agent i can
/// only turn the choice to k if the total of k falls short of the best by less than v_ik* − min_k v_ik.
/// </para>
/// </remarks>
public static class Pivotal
{
    // With more rivals than one alternative in eight, scattered reads cost more than reading all values once again.
    private const int FewerThanOneIn = 8;
    private const int Few = 4;

    /// <summary>Runs the mechanism.</summary>
    /// <param name="values">What every alternative is worth to every agent, agent by agent: the value of alternative k to agent i at index i · alternatives + k. Finite, of any sign.</param>
    /// <param name="alternatives">The number of alternatives, at least 1.</param>
    /// <param name="payments">Receives what every agent pays; its length is the number of agents.</param>
    /// <returns>The 0-based alternative that is chosen.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no alternative, or a value is NaN or infinite; the message names agent and alternative.</exception>
    public static int Run(ReadOnlySpan<double> values, int alternatives, Span<double> payments) => Run(values, alternatives, [], payments);

    /// <summary>Runs the mechanism with alternatives that cost something which no agent bears.</summary>
    /// <param name="values">What every alternative is worth to every agent, agent by agent: the value of alternative k to agent i at index i · alternatives + k. Finite, of any sign.</param>
    /// <param name="alternatives">The number of alternatives, at least 1.</param>
    /// <param name="costs">What each alternative costs; empty if they cost nothing. Finite, of any sign.</param>
    /// <param name="payments">Receives what every agent pays; its length is the number of agents. The payments need not cover the cost.</param>
    /// <returns>The 0-based alternative that is chosen.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no alternative, or a value, a cost or a sum is NaN or infinite; the message names agent and alternative.</exception>
    public static int Run(ReadOnlySpan<double> values, int alternatives, ReadOnlySpan<double> costs, Span<double> payments)
    {
        AlternativesShape.Check(values.Length, alternatives, costs.Length, payments.Length);
        using var numbers = new RunMemory<double>(alternatives + payments.Length);
        using var indices = new RunMemory<int>(alternatives / FewerThanOneIn);
        var totals = numbers.Span[..alternatives];
        var lowest = numbers.Span[alternatives..];
        WelfareSums.Start(costs, totals);
        WelfareSums.Add(values, totals, lowest);
        var chosen = WelfareSums.IndexOfHighest(totals, out var best);
        if (chosen < 0)
        {
            throw NotFinite(values, alternatives, costs);
        }

        var rivals = Rivals(values, totals, lowest, chosen, best, indices.Span);
        if (rivals < 0)
        {
            PayByFullPass(values, totals, chosen, best, payments);
        }
        else
        {
            PayByRivals(values, totals, lowest, chosen, indices.Span[..rivals], payments);
        }

        return chosen;
    }

    /// <summary>
    /// Gathers the alternatives to which some agent may turn the choice, the highest total first; −1 if they are so many that a full pass is cheaper.
    /// </summary>
    private static int Rivals(ReadOnlySpan<double> values, ReadOnlySpan<double> totals, ReadOnlySpan<double> lowest, int chosen, double best, Span<int> rivals)
    {
        var stake = 0.0;
        for (var agent = 0; agent < lowest.Length; agent++)
        {
            // All are numbers: a comparison decides sooner than a maximum that respects NaN.
            var own = values[(agent * totals.Length) + chosen] - lowest[agent];
            stake = own > stake ? own : stake;
        }

        var count = 0;
        for (var start = 0; start < totals.Length; start += Vector<double>.Count)
        {
            var block = totals[start..Math.Min(start + Vector<double>.Count, totals.Length)];
            if (block.Length == Vector<double>.Count && !Vector.LessThanAny(new Vector<double>(best) - new Vector<double>(block), new Vector<double>(stake)))
            {
                continue;
            }

            for (var index = 0; index < block.Length; index++)
            {
                if (start + index != chosen && best - block[index] < stake)
                {
                    if (count == rivals.Length)
                    {
                        return -1;
                    }

                    rivals[count++] = start + index;
                }
            }
        }

        if (count > 1)
        {
            SortByTotal(rivals[..count], totals);
        }

        return count;
    }

    private static void SortByTotal(Span<int> rivals, ReadOnlySpan<double> totals)
    {
        using var keys = new RunMemory<double>(rivals.Length);
        for (var index = 0; index < rivals.Length; index++)
        {
            keys.Span[index] = -totals[rivals[index]];
        }

        keys.Span.Sort(rivals);
    }

    private static void PayByRivals(
        ReadOnlySpan<double> values, ReadOnlySpan<double> totals, ReadOnlySpan<double> lowest, int chosen, ReadOnlySpan<int> rivals, Span<double> payments)
    {
        if (rivals.IsEmpty)
        {
            payments.Clear();
            return;
        }

        for (var agent = 0; agent < payments.Length; agent++)
        {
            var row = values.Slice(agent * totals.Length, totals.Length);
            var withChosen = totals[chosen] - row[chosen];
            var highest = withChosen;
            foreach (var alternative in rivals)
            {
                // Rivals that come later cannot be better; among few, the question would cost more than the answer saves.
                if (rivals.Length > Few && totals[alternative] - lowest[agent] <= highest)
                {
                    break;
                }

                highest = double.MaxNative(totals[alternative] - row[alternative], highest);
            }

            payments[agent] = highest - withChosen;
        }
    }

    private static void PayByFullPass(ReadOnlySpan<double> values, ReadOnlySpan<double> totals, int chosen, double best, Span<double> payments)
    {
        for (var agent = 0; agent < payments.Length; agent++)
        {
            var row = values.Slice(agent * totals.Length, totals.Length);
            payments[agent] = WelfareSums.HighestWithout(totals, row) - (best - row[chosen]);
        }
    }

    /// <summary>Why a sum is not a number: names the first value or cost that is not finite.</summary>
    private static ArgumentOutOfRangeException NotFinite(ReadOnlySpan<double> values, int alternatives, ReadOnlySpan<double> costs)
    {
        for (var index = 0; index < values.Length; index++)
        {
            if (!double.IsFinite(values[index]))
            {
                return new(nameof(values), values[index], Invariant($"The value of alternative {index % alternatives} to agent {index / alternatives} is {values[index]}; it must be finite."));
            }
        }

        for (var alternative = 0; alternative < costs.Length; alternative++)
        {
            if (!double.IsFinite(costs[alternative]))
            {
                return new(nameof(costs), costs[alternative], Invariant($"The cost of alternative {alternative} is {costs[alternative]}; it must be finite."));
            }
        }

        return new(nameof(values), "The sum of the values of an alternative is beyond the range of a double.");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
