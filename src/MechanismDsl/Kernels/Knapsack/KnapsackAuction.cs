using System.Globalization;

namespace MechanismDsl.Kernels;

/// <summary>
/// The Vickrey–Clarke–Groves mechanism for a limited capacity: agents of known sizes are served within a capacity so that the sum of the values is
/// as high as possible, and every served agent pays what its presence costs the others.
/// </summary>
/// <remarks>
/// Exact, by the dynamic program over capacities (Bellman 1957). The best totals without each of the served agents come from tables of the agents before
/// and after it in the list, over the table of those not served. O(agents · capacity) time and O(served · capacity) pooled memory. With integer values
/// below 2⁵³ / agents everything is exact. Truth is a dominant strategy; sizes are public.
/// </remarks>
public static class KnapsackAuction
{
    /// <summary>The largest capacity, 2²⁴ units.</summary>
    public const int MostCapacity = 1 << 24;

    /// <summary>Runs the mechanism.</summary>
    /// <param name="values">What being served is worth to every agent: finite, at least 0.</param>
    /// <param name="sizes">How much of the capacity every agent needs, at least 0; as long as <paramref name="values"/>.</param>
    /// <param name="capacity">What there is, 0 to <see cref="MostCapacity"/>.</param>
    /// <param name="served">Receives who is served: among equally good choices the one with the lower indices; agents to whom it is worth nothing never. As long as <paramref name="values"/>.</param>
    /// <param name="payments">Receives what every agent pays; as long as <paramref name="values"/>.</param>
    /// <returns>The sum of the values of those served.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value, a size or the capacity lies outside its domain; the message names the agent.</exception>
    public static double Run(ReadOnlySpan<double> values, ReadOnlySpan<int> sizes, int capacity, Span<bool> served, Span<double> payments)
    {
        Check(values, sizes, capacity, served.Length, payments.Length);
        Choose(values, sizes, capacity, served);
        payments.Clear();
        using var winners = new RunMemory<int>(values.Length);
        var count = 0;
        var total = 0.0;
        for (var agent = 0; agent < values.Length; agent++)
        {
            if (served[agent])
            {
                winners.Span[count++] = agent;
                total += values[agent];
            }
        }

        if (count > 0)
        {
            Charge(values, sizes, served, winners.Span[..count], total, capacity + 1, payments);
        }

        return total;
    }

    /// <summary>The agents from the last to the first enter a table; the first ones then choose first.</summary>
    private static void Choose(ReadOnlySpan<double> values, ReadOnlySpan<int> sizes, int capacity, Span<bool> served)
    {
        var words = (capacity / 64) + 1;
        using var table = new RunMemory<double>(capacity + 1);
        using var taken = new RunMemory<ulong>(values.Length * words);
        table.Span.Clear();
        for (var agent = values.Length - 1; agent >= 0; agent--)
        {
            var row = taken.Span.Slice(agent * words, words);
            row.Clear();
            if (values[agent] > 0 && sizes[agent] <= capacity)
            {
                CapacityTable.Add(table.Span, sizes[agent], values[agent], row);
            }
        }

        var left = capacity;
        for (var agent = 0; agent < values.Length; agent++)
        {
            served[agent] = ((taken.Span[(agent * words) + (left / 64)] >> (left % 64)) & 1) != 0;
            left -= served[agent] ? sizes[agent] : 0;
        }
    }

    /// <summary>Payment of winner w: the best total of the losers and the winners before and after it, less what the others have now.</summary>
    private static void Charge(
        ReadOnlySpan<double> values, ReadOnlySpan<int> sizes, ReadOnlySpan<bool> served, ReadOnlySpan<int> winners, double total, int size, Span<double> payments)
    {
        using var memory = new RunMemory<double>((winners.Length + 1) * size);
        var before = memory.Span[..size];
        before.Clear();
        for (var agent = 0; agent < values.Length; agent++)
        {
            if (!served[agent] && values[agent] > 0 && sizes[agent] < size)
            {
                CapacityTable.Add(before, sizes[agent], values[agent]);
            }
        }

        for (var place = 1; place < winners.Length; place++)
        {
            var table = memory.Span.Slice(place * size, size);
            memory.Span.Slice((place - 1) * size, size).CopyTo(table);
            CapacityTable.Add(table, sizes[winners[place - 1]], values[winners[place - 1]]);
        }

        var after = memory.Span.Slice(winners.Length * size, size);
        after.Clear();
        for (var place = winners.Length - 1; place >= 0; place--)
        {
            var winner = winners[place];
            var without = CapacityTable.BestSplit(memory.Span.Slice(place * size, size), after);

            // Rounding of two sums must not turn a payment of nothing into a subsidy, nor one of everything into a loss.
            payments[winner] = Math.Clamp(without - (total - values[winner]), 0, values[winner]);
            CapacityTable.Add(after, sizes[winner], values[winner]);
        }
    }

    private static void Check(ReadOnlySpan<double> values, ReadOnlySpan<int> sizes, int capacity, int served, int payments)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, MostCapacity);
        if (sizes.Length != values.Length || served != values.Length || payments != values.Length)
        {
            throw new ArgumentException(Invariant($"{values.Length} values need as many sizes, answers and payments, not {sizes.Length}, {served} and {payments}."), nameof(sizes));
        }

        for (var agent = 0; agent < values.Length; agent++)
        {
            if (!double.IsFinite(values[agent]) || values[agent] < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(values), values[agent], Invariant($"Agent {agent} reports {values[agent]}; a value must be a finite number of at least 0."));
            }

            if (sizes[agent] < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(sizes), sizes[agent], Invariant($"Agent {agent} has size {sizes[agent]}; a size must be at least 0."));
            }
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
