namespace MechanismDsl.Kernels;

/// <summary>
/// Agents of public sizes within a capacity, by density: the highest score a unit of size first, whoever still fits; or, if one agent alone is worth more than
/// all of these, that one. Monotone, at least half of the best sum (Mu'alem and Nisan 2008), and in O(agents · log agents).
/// </summary>
/// <remarks>
/// While an agent wins by density, who wins beside it does not depend on its score, and while it loses by density neither does the sum of the others: so a
/// higher score never turns the better of the two choices against it. Critical scores are exact, O(agents) for each served agent. Memory is pooled.
/// </remarks>
public static class GreedyKnapsack
{
    /// <summary>Decides who is served, and at which score each of them would not be.</summary>
    /// <param name="scores">One score an agent, what serving it costs deducted; an agent below 0, or <see cref="FixedPoint.Absent"/>, is not served.</param>
    /// <param name="sizes">How much of the capacity every agent needs, at least 1.</param>
    /// <param name="capacity">What there is, at least 0.</param>
    /// <param name="ranks">The place of every agent among equals, 0 first; empty for the order of the indices.</param>
    /// <param name="standings">Receives one standing an agent.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A size or the capacity lies outside its domain; the message names the agent.</exception>
    /// <exception cref="OverflowException">The scores are too large to be added up exactly.</exception>
    public static void Decide(ReadOnlySpan<Int128> scores, ReadOnlySpan<int> sizes, int capacity, ReadOnlySpan<int> ranks, Span<Standing<Int128>> standings)
    {
        KnapsackShape.Check(scores, sizes, capacity, ranks, standings);
        KnapsackShape.CheckSizes(sizes, scores.Length);
        standings.Clear();
        using var memory = new RunMemory<int>(scores.Length);
        var order = KnapsackShape.Fitting(scores, sizes, capacity, ranks, memory.Span);
        if (order.Length == 0)
        {
            return;
        }

        using var entries = new RunMemory<Entry>(order.Length);
        for (var place = 0; place < order.Length; place++)
        {
            entries.Span[place] = new(order[place], place, scores[order[place]], sizes[order[place]]);
        }

        var byDensity = entries.Span;
        byDensity.Sort();
        var (_, sum) = Fill(byDensity, capacity, except: -1, size: 0);
        var single = Single(byDensity, except: -1);
        if (sum < single.Score)
        {
            standings[single.Agent] = Standing(byDensity, capacity, single);
            return;
        }

        var room = capacity;
        foreach (var entry in byDensity)
        {
            if (entry.Size <= room)
            {
                room -= entry.Size;
                standings[entry.Agent] = Standing(byDensity, capacity, entry);
            }
        }
    }

    /// <summary>
    /// The lowest score with which an agent is served. By density: before the agent that would leave it no room, and together with those beside it worth as
    /// much as any other alone. Or alone: more than any other, and more than those that win by density without it.
    /// </summary>
    private static Standing<Int128> Standing(ReadOnlySpan<Entry> byDensity, int capacity, Entry own)
    {
        var (blocker, without) = Fill(byDensity, capacity, own.Agent, own.Size);
        var (_, beside) = Fill(byDensity, capacity - own.Size, own.Agent, size: 0);
        var rival = Single(byDensity, own.Agent);
        var rivalScore = rival.Size == 0 ? Int128.Zero : rival.Score;
        var inGroup = new Critical(Int128.Zero, MustExceed: false);
        if (blocker.Size > 0)
        {
            inGroup = Critical.OfDensity(blocker, own);
        }

        inGroup = inGroup.Or(new Critical(rivalScore - beside, MustExceed: false));
        var alone = new Critical(rivalScore, MustExceed: rival.Size > 0 && rival.Rank < own.Rank).Or(new Critical(without, MustExceed: true));
        var least = alone.IsBelow(inGroup) ? alone : inGroup;
        return new(IsServed: true, IsContested: true, least.Score, least.MustExceed);
    }

    /// <summary>Those who win by density without an agent: the first of them after whom a size does not fit any more, and their sum.</summary>
    private static (Entry Blocker, Int128 Sum) Fill(ReadOnlySpan<Entry> byDensity, int capacity, int except, int size)
    {
        var (room, sum, blocker) = (capacity, Int128.Zero, default(Entry));
        foreach (var entry in byDensity)
        {
            if (entry.Agent == except || entry.Size > room)
            {
                continue;
            }

            if (room >= size && room - entry.Size < size)
            {
                blocker = entry;
            }

            room -= entry.Size;
            sum += entry.Score;
        }

        return (blocker, sum);
    }

    private static Entry Single(ReadOnlySpan<Entry> entries, int except)
    {
        var best = default(Entry);
        foreach (var entry in entries)
        {
            if (entry.Agent != except && (best.Size == 0 || entry.Score > best.Score || (entry.Score == best.Score && entry.Rank < best.Rank)))
            {
                best = entry;
            }
        }

        return best;
    }

    /// <summary>A critical score: to be reached, or to be exceeded.</summary>
    private readonly record struct Critical(Int128 Score, bool MustExceed)
    {
        public bool IsBelow(Critical other) => Score < other.Score || (Score == other.Score && !MustExceed && other.MustExceed);

        /// <summary>The stricter of two.</summary>
        public Critical Or(Critical other) => IsBelow(other) ? other : this;

        /// <summary>The lowest score with which an agent stands before another by density: the other's score · own size / the other's size.</summary>
        public static Critical OfDensity(Entry other, Entry own)
        {
            var (quotient, rest) = Int128.DivRem(other.Score, other.Size);
            if (quotient > Int128.MaxValue / 4 / own.Size)
            {
                return new(Int128.MaxValue / 2, MustExceed: true);    // more than any sum of scores
            }

            var (more, left) = Int128.DivRem(rest * own.Size, other.Size);
            var score = (quotient * own.Size) + more;
            return left > 0 ? new(score + 1, MustExceed: false) : new(score, MustExceed: other.Rank < own.Rank);
        }
    }

    /// <summary>An agent with its score; in order the highest score a unit of size comes first, then the lowest rank. Without size: nobody.</summary>
    private readonly record struct Entry(int Agent, int Rank, Int128 Score, int Size) : IComparable<Entry>
    {
        public int CompareTo(Entry other)
        {
            var (quotient, rest) = Int128.DivRem(Score, Size);
            var (theirs, left) = Int128.DivRem(other.Score, other.Size);
            return quotient != theirs ? theirs.CompareTo(quotient)
                : (left * Size).CompareTo(rest * other.Size) is var order && order != 0 ? order
                : Rank.CompareTo(other.Rank);
        }
    }
}
