using System.Globalization;

namespace MechanismDsl.Kernels;

/// <summary>
/// Agents of public sizes within a capacity, by exact scores: the set with the highest sum, by the dynamic program over capacities (Bellman 1957), and for
/// each agent in it the score at which another set would be best.
/// </summary>
/// <remarks>
/// Among equal sums the set that serves the agent that comes first among equals is chosen, then the second, and so on. O(agents · capacity) steps for everything,
/// ties included, as long as a row of the program for every agent is kept. What is too large for that keeps fewer tables: without ties those of the agents before and
/// after each served one, with ties one table at a time for each served agent. Memory is pooled.
/// </remarks>
public static class ExactKnapsack
{
    /// <summary>Tables of more entries (256 MB) are not kept: one table at a time takes their place.</summary>
    private const long MostEntries = 1 << 24;

    /// <summary>Decides who is served, and at which score each of them would not be.</summary>
    /// <param name="scores">One score an agent, what serving it costs deducted; an agent below 0, or <see cref="FixedPoint.Absent"/>, is not served.</param>
    /// <param name="sizes">How much of the capacity every agent needs, at least 0.</param>
    /// <param name="capacity">What there is, from 0 to <see cref="KnapsackAuction.MostCapacity"/>.</param>
    /// <param name="ranks">The place of every agent among equals, 0 first; empty for the order of the indices.</param>
    /// <param name="withTies">Whether <see cref="Standing{TScore}.MustExceed"/> is wanted; otherwise it may be left false.</param>
    /// <param name="standings">Receives one standing an agent.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or agents times capacity are more than memory can hold.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A size or the capacity lies outside its domain; the message names the agent.</exception>
    /// <exception cref="OverflowException">The scores are too large to be added up exactly.</exception>
    public static void Decide(ReadOnlySpan<Int128> scores, ReadOnlySpan<int> sizes, int capacity, ReadOnlySpan<int> ranks, bool withTies, Span<Standing<Int128>> standings)
    {
        KnapsackShape.Check(scores, sizes, capacity, ranks, standings);
        standings.Clear();
        using var memory = new RunMemory<int>(scores.Length);
        var order = KnapsackShape.Fitting(scores, sizes, capacity, ranks, memory.Span);
        var needed = 0L;
        foreach (var agent in order)
        {
            needed += sizes[agent];
        }

        // What everybody together does not need is of no use.
        capacity = (int)Math.Min(capacity, needed);
        if ((order.Length + 1L) * (capacity + 1L) <= MostEntries)
        {
            KnapsackRows.Decide(scores, sizes, capacity, order, withTies, standings);
            return;
        }

        var total = Choose(scores, sizes, capacity, order, standings);
        var served = 0;
        foreach (var agent in order)
        {
            served += standings[agent].IsServed ? 1 : 0;
        }

        if (withTies || (served + 1L) * (capacity + 1) > MostEntries)
        {
            ChargeWithTies(scores, sizes, capacity, order, total, standings);
        }
        else
        {
            Charge(scores, sizes, capacity, order, served, total, standings);
        }
    }

    /// <summary>The agents from the last to the first enter a table; the first ones then choose first.</summary>
    private static Int128 Choose(ReadOnlySpan<Int128> scores, ReadOnlySpan<int> sizes, int capacity, ReadOnlySpan<int> order, Span<Standing<Int128>> standings)
    {
        var words = (capacity / 64) + 1;
        if ((long)order.Length * words > Array.MaxLength)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{order.Length} agents and a capacity of {capacity} need more memory than there can be; measure sizes in larger units."), nameof(sizes));
        }

        using var table = new RunMemory<Int128>(capacity + 1);
        using var taken = new RunMemory<ulong>(order.Length * words);
        table.Span.Clear();
        taken.Span.Clear();
        for (var place = order.Length - 1; place >= 0; place--)
        {
            var (score, size) = (scores[order[place]], sizes[order[place]]);
            var row = taken.Span.Slice(place * words, words);
            for (var room = capacity; room >= size; room--)
            {
                var with = table.Span[room - size] + score;
                if (with >= table.Span[room])
                {
                    table.Span[room] = with;
                    row[room / 64] |= 1UL << (room % 64);
                }
            }
        }

        var left = capacity;
        for (var place = 0; place < order.Length; place++)
        {
            if (((taken.Span[(place * words) + (left / 64)] >> (left % 64)) & 1) != 0)
            {
                standings[order[place]] = new(IsServed: true, IsContested: true, Int128.Zero, MustExceed: false);
                left -= sizes[order[place]];
            }
        }

        return table.Span[capacity];
    }

    /// <summary>The best sum without each served agent: the best split of the capacity between the losers with the served before it, and the served after it.</summary>
    private static void Charge(ReadOnlySpan<Int128> scores, ReadOnlySpan<int> sizes, int capacity, ReadOnlySpan<int> order, int count, Int128 total, Span<Standing<Int128>> standings)
    {
        using var memory = new RunMemory<int>(count);
        var served = memory.Span;
        var next = 0;
        foreach (var agent in order)
        {
            if (standings[agent].IsServed)
            {
                served[next++] = agent;
            }
        }

        var size = capacity + 1;
        using var tables = new RunMemory<Int128>((count + 1) * size);
        var before = tables.Span[..size];
        before.Clear();
        foreach (var agent in order)
        {
            if (!standings[agent].IsServed)
            {
                Add(before, sizes[agent], scores[agent]);
            }
        }

        for (var place = 1; place < count; place++)
        {
            var table = tables.Span.Slice(place * size, size);
            tables.Span.Slice((place - 1) * size, size).CopyTo(table);
            Add(table, sizes[served[place - 1]], scores[served[place - 1]]);
        }

        var after = tables.Span.Slice(count * size, size);
        after.Clear();
        for (var place = count - 1; place >= 0; place--)
        {
            var agent = served[place];
            var table = tables.Span.Slice(place * size, size);
            var without = Int128.Zero;
            for (var room = 0; room <= capacity; room++)
            {
                var split = table[room] + after[capacity - room];
                without = split > without ? split : without;
            }

            standings[agent] = new(IsServed: true, IsContested: true, without - (total - scores[agent]), MustExceed: false);
            Add(after, sizes[agent], scores[agent]);
        }
    }

    /// <summary>
    /// As <see cref="Charge"/>, by a table for each served agent that the others enter from the last to the first, as they chose. On the way it shows whether
    /// a set without the agent comes before the chosen one among equals: one that agrees with it up to an agent before, and serves that one.
    /// </summary>
    private static void ChargeWithTies(ReadOnlySpan<Int128> scores, ReadOnlySpan<int> sizes, int capacity, ReadOnlySpan<int> order, Int128 total, Span<Standing<Int128>> standings)
    {
        using var memory = new RunMemory<Int128>(capacity + 1);
        var table = memory.Span;
        for (var place = 0; place < order.Length; place++)
        {
            var agent = order[place];
            if (!standings[agent].IsServed)
            {
                continue;
            }

            table.Clear();
            for (var other = order.Length - 1; other > place; other--)
            {
                Add(table, sizes[order[other]], scores[order[other]]);
            }

            var (room, sum) = (capacity, Int128.Zero);
            for (var other = 0; other < place; other++)
            {
                room -= standings[order[other]].IsServed ? sizes[order[other]] : 0;
                sum += standings[order[other]].IsServed ? scores[order[other]] : 0;
            }

            var earlier = Int128.MinValue;
            for (var other = place - 1; other >= 0; other--)
            {
                var (score, size) = (scores[order[other]], sizes[order[other]]);
                if (standings[order[other]].IsServed)
                {
                    room += size;
                    sum -= score;
                }
                else if (size <= room && sum + score + table[room - size] is var instead && instead > earlier)
                {
                    earlier = instead;
                }

                Add(table, size, score);
            }

            standings[agent] = new(IsServed: true, IsContested: true, table[capacity] - (total - scores[agent]), MustExceed: earlier == table[capacity]);
        }
    }

    /// <summary>Lets one more agent in. In place from the top: what is read lies below what has been written.</summary>
    private static void Add(Span<Int128> table, int size, Int128 score)
    {
        for (var room = table.Length - 1; room >= size; room--)
        {
            var with = table[room - size] + score;
            table[room] = with > table[room] ? with : table[room];
        }
    }
}
