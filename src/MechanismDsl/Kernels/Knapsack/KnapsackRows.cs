namespace MechanismDsl.Kernels;

/// <summary>
/// The exact knapsack with a row of its dynamic program for every agent: row p holds, for each room, the best sum of the agents from place p on (Bellman 1957). A second program
/// runs the other way, and where they meet around an agent is the best sum without it.
/// </summary>
/// <remarks>
/// Ties cost one more table, not one a served agent. At its critical score a served agent's set is worth as much as the best set without it, and that one comes first if, up to
/// the first place where the two differ, both are the chosen set, and there it serves somebody and the chosen set does not. The table of sets that are ahead in this sense
/// grows with the places: a set that is ahead stays so whatever follows, and one that has agreed so far gets ahead only by serving an agent that is not chosen.
/// Three tables of agents · capacity steps in all, and two joins for each served agent.
/// </remarks>
internal static class KnapsackRows
{
    /// <summary>Decides who is served, and at which score each of them would not be.</summary>
    /// <param name="scores">One score an agent.</param>
    /// <param name="sizes">How much of the capacity every agent needs.</param>
    /// <param name="capacity">What there is.</param>
    /// <param name="order">The agents that can be served, first among equals first.</param>
    /// <param name="withTies">Whether it is wanted which critical scores must be exceeded.</param>
    /// <param name="standings">Receives the standings of those who are served; the others are left alone.</param>
    public static void Decide(ReadOnlySpan<Int128> scores, ReadOnlySpan<int> sizes, int capacity, ReadOnlySpan<int> order, bool withTies, Span<Standing<Int128>> standings)
    {
        var width = capacity + 1;
        using var memory = new RunMemory<Int128>((order.Length + 1) * width);
        var rows = memory.Span;
        rows.Slice(order.Length * width, width).Clear();
        var needed = 0L;
        for (var place = order.Length - 1; place >= 0; place--)
        {
            needed += sizes[order[place]];
            Enter(rows.Slice((place + 1) * width, width), sizes[order[place]], scores[order[place]], needed, rows.Slice(place * width, width));
        }

        var last = Choose(scores, sizes, rows, width, order, standings);
        Charge(scores, sizes, rows, width, order, last, withTies, standings);
    }

    /// <summary>The first agents choose first: each is served wherever that is not worse.</summary>
    /// <returns>The place of the last one that is served; −1 if nobody is.</returns>
    private static int Choose(ReadOnlySpan<Int128> scores, ReadOnlySpan<int> sizes, ReadOnlySpan<Int128> rows, int width, ReadOnlySpan<int> order, Span<Standing<Int128>> standings)
    {
        var (left, last) = (width - 1, -1);
        for (var place = 0; place < order.Length; place++)
        {
            var agent = order[place];
            var without = rows.Slice((place + 1) * width, width);
            if (sizes[agent] <= left && without[left - sizes[agent]] + scores[agent] >= without[left])
            {
                standings[agent] = new(IsServed: true, IsContested: true, Int128.Zero, MustExceed: false);
                left -= sizes[agent];
                last = place;
            }
        }

        return last;
    }

    private static void Charge(
        ReadOnlySpan<Int128> scores, ReadOnlySpan<int> sizes, ReadOnlySpan<Int128> rows, int width, ReadOnlySpan<int> order, int last, bool withTies, Span<Standing<Int128>> standings)
    {
        using var memory = new RunMemory<Int128>(2 * width);
        var before = memory.Span[..width];
        var ahead = memory.Span[width..];
        before.Clear();
        var total = rows[width - 1];
        var left = 0L;
        foreach (var agent in order)
        {
            left += sizes[agent];
        }

        // Sets that are ahead need at least this much; below it the table has no entries.
        var least = width;
        var (used, sum, needed) = (0, Int128.Zero, 0L);
        for (var place = 0; place <= last; place++)
        {
            var agent = order[place];
            var (size, score) = (sizes[agent], scores[agent]);
            left -= size;
            var isServed = standings[agent].IsServed;
            if (isServed)
            {
                var after = rows.Slice((place + 1) * width, width);

                // More room than those before need, or than those after need, is of no use to them.
                var most = (int)Math.Min(width - 1, needed);
                var fewest = Math.Min(most, (int)Math.Max(0, width - 1 - left));
                var without = BestSplit(before[fewest..(most + 1)], after[(width - 1 - most)..(width - fewest)]);
                var from = Math.Max(fewest, least);
                var isLater = withTies && from <= most && HasSplit(ahead[from..(most + 1)], after[(width - 1 - most)..(width - from)], without);
                standings[agent] = new(IsServed: true, IsContested: true, without - (total - score), MustExceed: isLater);
            }

            needed += size;
            Add(before, size, score, needed);
            if (!withTies)
            {
                continue;
            }

            Add(ahead[least..], size, score, needed - least);
            if (isServed)
            {
                used += size;
                sum += score;
            }
            else if (used + size < width)
            {
                least = GetAhead(ahead, least, used + size, sum + score);
            }
        }
    }

    /// <summary>Notes a set that is ahead from here on.</summary>
    /// <returns>What sets that are ahead need at least.</returns>
    private static int GetAhead(Span<Int128> ahead, int least, int room, Int128 sum)
    {
        for (var at = Math.Max(least, room); at < ahead.Length; at++)
        {
            ahead[at] = sum > ahead[at] ? sum : ahead[at];
        }

        if (room >= least)
        {
            return least;
        }

        ahead[room..least].Fill(sum);
        return room;
    }

    /// <summary>The next row: one more agent that can be served.</summary>
    /// <param name="without">The row without it.</param>
    /// <param name="size">Its size.</param>
    /// <param name="score">Its score.</param>
    /// <param name="needed">What all agents of the row need; with that much room all are served, because no score is negative.</param>
    /// <param name="row">Receives the row.</param>
    private static void Enter(ReadOnlySpan<Int128> without, int size, Int128 score, long needed, Span<Int128> row)
    {
        var end = (int)Math.Min(row.Length, needed);
        without[..size].CopyTo(row);
        row[Math.Max(end, size)..].Fill(without[^1] + score);
        for (var room = size; room < end; room++)
        {
            var with = without[room - size] + score;
            row[room] = with > without[room] ? with : without[room];
        }
    }

    /// <summary>Lets one more agent in. In place from the top: what is read lies below what has been written.</summary>
    private static void Add(Span<Int128> table, int size, Int128 score, long needed)
    {
        if (table.Length <= size)
        {
            return;
        }

        var end = (int)Math.Min(table.Length, needed);
        table[end..].Fill(table[^1] + score);
        for (var room = end - 1; room >= size; room--)
        {
            var with = table[room - size] + score;
            table[room] = with > table[room] ? with : table[room];
        }
    }

    /// <summary>The highest sum of an entry of one table and the entry of the other for what is left; both are as long.</summary>
    private static Int128 BestSplit(ReadOnlySpan<Int128> one, ReadOnlySpan<Int128> other)
    {
        var best = one[0] + other[^1];
        for (var room = 1; room < one.Length; room++)
        {
            var split = one[room] + other[one.Length - 1 - room];
            best = split > best ? split : best;
        }

        return best;
    }

    /// <summary>Whether an entry of one table and the entry of the other for what is left have this sum.</summary>
    private static bool HasSplit(ReadOnlySpan<Int128> one, ReadOnlySpan<Int128> other, Int128 sum)
    {
        for (var room = 0; room < one.Length; room++)
        {
            if (one[room] + other[one.Length - 1 - room] == sum)
            {
                return true;
            }
        }

        return false;
    }
}
