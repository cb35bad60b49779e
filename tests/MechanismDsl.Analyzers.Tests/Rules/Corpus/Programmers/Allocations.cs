//! PercentFloor
[Mechanism, SingleItem, Agents(3)]
public partial class PercentFloor
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<decimal> bids)
    {
        int best = -1;
        decimal bestNet = 10m;
        for (int i = 0; i < bids.Length; i++)
        {
            decimal net = Math.Floor(bids[i] * 0.9m);
            if (net > bestNet)
            {
                bestNet = net;
                best = i;
            }
        }
        return best;
    }
}

//! UlongHash refused
[Mechanism, SingleItem, Agents(3)]
public partial class UlongHash
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        ulong seed = 88172645463325252UL;
        int best = -1;
        for (int i = 0; i < bids.Length; i++)
        {
            seed ^= seed << 13; seed ^= seed >> 7; seed ^= seed << 17;
            double bonus = (seed % 100) / 10.0;
            if (best < 0 || bids[i] + bonus > bids[best]) best = i;
        }
        return best;
    }
}

//! GenericMax
[Mechanism, SingleItem, Agents(2, 8)]
public partial class GenericMax
{
    static int IndexOfMax<T>(ReadOnlySpan<T> items) where T : IComparable<T>
    {
        int best = 0;
        for (int i = 1; i < items.Length; i++)
            if (items[i].CompareTo(items[best]) > 0)
                best = i;
        return best;
    }

    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids) => IndexOfMax(bids);
}

//! GenericSwap
[Mechanism, SingleItem, Agents(3)]
public partial class GenericSwap
{
    static void Swap<T>(ref T a, ref T b) { T t = a; a = b; b = t; }
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int a = 0, b = 1;
        if (bids[b] > bids[a]) Swap(ref a, ref b);
        if (bids[2] > bids[a]) return 2;
        return a;
    }
}

//! BackwardsWinner
[Mechanism, SingleItem, Agents(1, 50)]
public partial class BackwardsWinner
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int winner = -1;
        for (int i = bids.Length - 1; i >= 0; i--)
        {
            if (winner == -1 || bids[i] >= bids[winner])
                winner = i;
        }
        return winner;
    }
}

//! BackwardsReserve
[Mechanism, SingleItem, Agents(1, 50)]
public partial class BackwardsReserve
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int winner = -1;
        double best = 20;
        for (int i = bids.Length; i-- > 0;)
        {
            if (bids[i] >= best)
            {
                best = bids[i];
                winner = i;
            }
        }
        return winner;
    }
}

//! WhileWinner
[Mechanism, SingleItem, Agents(1, 50)]
public partial class WhileWinner
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int i = 0, winner = -1;
        double top = 0;
        while (i < bids.Length)
        {
            if (bids[i] > top)
            {
                top = bids[i];
                winner = i;
            }
            i++;
        }
        return winner;
    }
}

//! DoWhileWinner
[Mechanism, SingleItem, Agents(1, 50)]
public partial class DoWhileWinner
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int i = 0, winner = 0;
        do
        {
            if (bids[i] > bids[winner]) winner = i;
            i++;
        } while (i < bids.Length);
        return winner;
    }
}

//! ForeachCounter
[Mechanism, SingleItem, Agents(1, 50)]
public partial class ForeachCounter
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var winner = -1;
        var index = 0;
        var high = double.MinValue;
        foreach (var bid in bids)
        {
            if (bid > high)
            {
                high = bid;
                winner = index;
            }
            index++;
        }
        return winner;
    }
}

//! FirstAboveReserve
[Mechanism, SingleItem, Agents(1, 50)]
public partial class FirstAboveReserve
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        for (int i = 0; i < bids.Length; i++)
            if (bids[i] >= 50)
                return i;
        return -1;
    }
}

//! ContinueBelowReserve
[Mechanism, SingleItem, Agents(1, 50)]
public partial class ContinueBelowReserve
{
    const double Floor = 15;
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int winner = -1;
        for (int i = 0; i < bids.Length; i++)
        {
            if (bids[i] < Floor) continue;
            if (winner >= 0 && bids[i] <= bids[winner]) continue;
            winner = i;
        }
        return winner;
    }
}

//! SumOfOthersTooSmall
[Mechanism, SingleItem, Agents(3)]
public partial class SumOfOthersTooSmall
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        double total = 0;
        foreach (var b in bids) total += b;
        int winner = -1;
        for (int i = 0; i < bids.Length; i++)
            if (winner < 0 || bids[i] > bids[winner]) winner = i;
        return total >= 30 ? winner : -1;
    }
}

//! AboveAverage
[Mechanism, SingleItem, Agents(3)]
public partial class AboveAverage
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        double average = 0;
        for (int i = 0; i < bids.Length; i++) average += bids[i];
        average /= bids.Length;
        int best = 0;
        for (int i = 1; i < bids.Length; i++) if (bids[i] > bids[best]) best = i;
        return bids[best] >= 1.2 * average ? best : -1;
    }
}

//! SecondHighestWins not-monotone
[Mechanism, SingleItem, Agents(3)]
public partial class SecondHighestWins
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int first = -1, second = -1;
        for (int i = 0; i < bids.Length; i++)
        {
            if (first < 0 || bids[i] > bids[first]) { second = first; first = i; }
            else if (second < 0 || bids[i] > bids[second]) second = i;
        }
        return second;
    }
}

//! ClosestToAverage not-monotone
[Mechanism, SingleItem, Agents(3)]
public partial class ClosestToAverage
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var average = (bids[0] + bids[1] + bids[2]) / 3;
        int best = 0;
        for (int i = 1; i < bids.Length; i++)
            if (Math.Abs(bids[i] - average) < Math.Abs(bids[best] - average)) best = i;
        return best;
    }
}

//! OutlierDropped not-monotone
[Mechanism, SingleItem, Agents(3)]
public partial class OutlierDropped
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var mean = 0.0;
        foreach (var b in bids) mean += b / bids.Length;
        int best = -1;
        for (int i = 0; i < bids.Length; i++)
        {
            if (bids[i] > 2 * mean) continue;
            if (best < 0 || bids[i] > bids[best]) best = i;
        }
        return best;
    }
}

//! UniqueBidWins not-monotone
[Mechanism, SingleItem, Agents(3)]
public partial class UniqueBidWins
{
    [Allocation] static int Winner([Between(0, 10)] ReadOnlySpan<int> bids)
    {
        int best = -1;
        for (int i = 0; i < bids.Length; i++)
        {
            bool unique = true;
            for (int j = 0; j < bids.Length; j++) if (j != i && bids[j] == bids[i]) unique = false;
            if (unique && (best < 0 || bids[i] > bids[best])) best = i;
        }
        return best;
    }
}

//! TieBreakByParity not-monotone
[Mechanism, SingleItem, Agents(2)]
public partial class TieBreakByParity
{
    [Allocation] static int Winner([Between(0, 10)] ReadOnlySpan<int> bids)
    {
        if ((bids[0] + bids[1]) % 2 == 0) return bids[0] >= bids[1] ? 0 : 1;
        return bids[1] >= bids[0] - 1 ? 1 : 0;
    }
}

//! HandicapTable
[Mechanism, SingleItem, Agents(4)]
public partial class HandicapTable
{
    private static readonly double[] Handicap = [1.0, 0.9, 1.1, 1.25];
    private static readonly double[] Reserves = [10, 10, 20, 5];
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int winner = -1;
        double best = 0;
        for (int i = 0; i < bids.Length; i++)
        {
            var score = bids[i] * Handicap[i];
            if (bids[i] >= Reserves[i] && score > best)
            {
                best = score;
                winner = i;
            }
        }
        return winner;
    }
}

//! TableModulo
[Mechanism, SingleItem, Agents(1, 20)]
public partial class TableModulo
{
    private static readonly int[] Bonus = new int[] { 3, 1, 4 };
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<long> bids)
    {
        int winner = -1;
        long best = long.MinValue;
        for (int i = 0; i < bids.Length; i++)
        {
            long score = bids[i] + Bonus[i % Bonus.Length];
            if (score > best) { best = score; winner = i; }
        }
        return winner;
    }
}

//! TooShortTable throws
[Mechanism, SingleItem, Agents(4)]
public partial class TooShortTable
{
    private static readonly double[] Handicap = [1.0, 0.9, 1.1];
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int winner = 0;
        for (int i = 1; i < bids.Length; i++) if (bids[i] * Handicap[i] > bids[winner] * Handicap[winner]) winner = i;
        return winner;
    }
}

//! NewcomerBonusWrongSide not-monotone
[Mechanism, SingleItem, Agents(3)]
public partial class NewcomerBonusWrongSide
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int w = 0;
        for (int i = 1; i < bids.Length; i++) if (bids[i] > bids[w]) w = i;
        // a newcomer (agent 2) gets it if the winner's lead is small
        if (w != 2 && bids[w] - bids[2] < 0.1 * bids[w] && bids[2] < 80) return 2;
        return w;
    }
}

//! NewcomerBonus
[Mechanism, SingleItem, Agents(3)]
public partial class NewcomerBonus
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int w = 0;
        for (int i = 1; i < bids.Length; i++) if (bids[i] > bids[w]) w = i;
        if (w != 2 && bids[w] - bids[2] < 5) return 2;
        return w;
    }
}

//! TopKBySort
[Mechanism, IdenticalItems(2), Agents(4)]
public partial class TopKBySort
{
    [Allocation] static bool[] Serve([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var sorted = bids.ToArray();
        Array.Sort(sorted);
        double cut = sorted[sorted.Length - 2];
        var served = new bool[bids.Length];
        int left = 2;
        for (int i = 0; i < bids.Length && left > 0; i++)
            if (bids[i] >= cut) { served[i] = true; left--; }
        return served;
    }
}

//! TopKTies infeasible
[Mechanism, IdenticalItems(2), Agents(4)]
public partial class TopKTies
{
    [Allocation] static bool[] Serve([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var sorted = bids.ToArray();
        Array.Sort(sorted);
        var served = new bool[bids.Length];
        for (int i = 0; i < bids.Length; i++) served[i] = bids[i] >= sorted[^2];
        return served;
    }
}

//! TopKByRank
[Mechanism, IdenticalItems(2), Agents(2, 6)]
public partial class TopKByRank
{
    [Allocation] static bool[] Serve([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var served = new bool[bids.Length];
        for (int i = 0; i < bids.Length; i++)
        {
            int rank = 0;
            for (int j = 0; j < bids.Length; j++)
                if (bids[j] > bids[i] || (bids[j] == bids[i] && j < i))
                    rank++;
            served[i] = rank < 2;
        }
        return served;
    }
}

//! TopKByOrder
[Mechanism, IdenticalItems(3), Agents(4)]
public partial class TopKByOrder
{
    [Allocation] static void Serve([Between(0, 100)] ReadOnlySpan<double> bids, Span<bool> served)
    {
        double[] copy = bids.ToArray();
        foreach (var i in Enumerable.Range(0, copy.Length).OrderByDescending(i => copy[i]).Take(3))
            served[i] = true;
    }
}

//! KeysSort refused
[Mechanism, SingleItem, Agents(3)]
public partial class KeysSort
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var keys = bids.ToArray();
        var order = new[] { 0, 1, 2 };
        Array.Sort(keys, order);
        return order[^1];
    }
}

//! ComparisonSort
[Mechanism, SingleItem, Agents(3)]
public partial class ComparisonSort
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var copy = bids.ToArray();
        var order = Enumerable.Range(0, copy.Length).ToArray();
        Array.Sort(order, (x, y) => copy[y] != copy[x] ? copy[y].CompareTo(copy[x]) : x.CompareTo(y));
        return order[0];
    }
}

//! LinqSelectIndex
[Mechanism, SingleItem, Agents(1, 20)]
public partial class LinqSelectIndex
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids) =>
        bids.ToArray().Select((bid, index) => (bid, index)).OrderByDescending(x => x.bid).First().index;
}

//! LinqMaxBy
[Mechanism, SingleItem, Agents(1, 20)]
public partial class LinqMaxBy
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var all = bids.ToArray();
        return Enumerable.Range(0, all.Length).MaxBy(i => all[i]);
    }
}

//! LinqWhereReserve
[Mechanism, SingleItem, Agents(1, 20)]
public partial class LinqWhereReserve
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var all = bids.ToArray();
        return all.Select((b, i) => new { Bid = b, Index = i }).Where(x => x.Bid >= 25).OrderByDescending(x => x.Bid).ThenBy(x => x.Index).Select(x => x.Index).DefaultIfEmpty(-1).First();
    }
}

//! LinqIndexOfMax
[Mechanism, SingleItem, Agents(1, 20)]
public partial class LinqIndexOfMax
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        double[] all = bids.ToArray();
        double max = all.Max();
        return max < 10 ? -1 : Array.IndexOf(all, max);
    }
}

//! LinqAggregate
[Mechanism, SingleItem, Agents(1, 10)]
public partial class LinqAggregate
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var all = bids.ToArray();
        return Enumerable.Range(0, all.Length).Aggregate((best, i) => all[i] > all[best] ? i : best);
    }
}

//! LinqAggregateSeed
[Mechanism, SingleItem, Agents(1, 10)]
public partial class LinqAggregateSeed
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var all = bids.ToArray();
        var (_, who) = Enumerable.Range(0, all.Length).Aggregate((Best: 0.0, Who: -1), (best, i) => all[i] > best.Best ? (all[i], i) : best);
        return who;
    }
}

//! LinqGroupBy refused
[Mechanism, SingleItem, Agents(3)]
public partial class LinqGroupBy
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var all = bids.ToArray();
        return Enumerable.Range(0, all.Length).GroupBy(i => all[i]).OrderByDescending(g => g.Key).First().First();
    }
}

//! LinqZip
[Mechanism, SingleItem, Agents(3)]
public partial class LinqZip
{
    static readonly double[] Weights = [1, 1.5, 0.75];
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var scores = bids.ToArray().Zip(Weights, (b, w) => b * w).ToList();
        return scores.IndexOf(scores.Max());
    }
}

//! LinqAnyAll
[Mechanism, SingleItem, Agents(3)]
public partial class LinqAnyAll
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var all = bids.ToArray();
        if (!all.Any(b => b >= 30)) return -1;
        for (int i = 0; i < all.Length; i++)
            if (all.All(b => b <= all[i])) return i;
        return -1;
    }
}

//! LinqSkipTake not-monotone
[Mechanism, SingleItem, Agents(4)]
public partial class LinqSkipTake
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var all = bids.ToArray();
        var middle = all.OrderBy(b => b).Skip(1).Take(2).Average();
        return Array.FindIndex(all, b => b >= middle && b <= 90);
    }
}

//! QuerySyntax
[Mechanism, SingleItem, Agents(3)]
public partial class QuerySyntax
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var b = bids.ToArray();
        var q = from i in Enumerable.Range(0, b.Length)
                where b[i] > 5
                orderby b[i] descending, i
                select i;
        return q.FirstOrDefault(-1);
    }
}

//! BidRecord
[Mechanism, SingleItem, Agents(1, 6)]
public partial class BidRecord
{
    public readonly record struct Offer([Report, Between(0, 100)] double Price, [Between(0, 5), Verified] int Stars)
    {
        public double Rank => Price * (1 + 0.1 * Stars);
    }

    [Allocation] static int Winner(ReadOnlySpan<Offer> offers)
    {
        int winner = -1;
        for (int i = 0; i < offers.Length; i++)
            if (winner < 0 || offers[i].Rank > offers[winner].Rank)
                winner = i;
        return winner;
    }
}

//! BidClassStruct
[Mechanism, SingleItem, Agents(3)]
public partial class BidClassStruct
{
    struct Candidate
    {
        public int Index;
        public double Score;
        public readonly bool Beats(Candidate other) => Score > other.Score;
    }

    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        Candidate best = new Candidate { Index = -1, Score = 5 };
        for (int i = 0; i < bids.Length; i++)
        {
            var c = new Candidate { Index = i, Score = bids[i] * (i == 0 ? 1.1 : 1) };
            if (c.Beats(best)) best = c;
        }
        return best.Index;
    }
}

//! StructConstructor
[Mechanism, SingleItem, Agents(3)]
public partial class StructConstructor
{
    readonly struct Candidate
    {
        public Candidate(int index, double score) { Index = index; Score = score; }
        public int Index { get; }
        public double Score { get; }
    }

    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var best = new Candidate(-1, 0);
        for (int i = 0; i < bids.Length; i++)
            if (bids[i] > best.Score) best = new Candidate(i, bids[i]);
        return best.Index;
    }
}

//! PrimaryConstructor refused
[Mechanism, SingleItem, Agents(3)]
public partial class PrimaryConstructor
{
    readonly struct Candidate(int index, double score)
    {
        public int Index => index;
        public double Score { get; } = score;
    }

    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var best = new Candidate(-1, 0);
        for (int i = 0; i < bids.Length; i++)
            if (bids[i] > best.Score) best = new Candidate(i, bids[i]);
        return best.Index;
    }
}

//! Operators
[Mechanism, SingleItem, Agents(3)]
public partial class Operators
{
    readonly record struct Points(double Value)
    {
        public static Points operator +(Points a, Points b) => new(a.Value + b.Value);
        public static bool operator >(Points a, Points b) => a.Value > b.Value;
        public static bool operator <(Points a, Points b) => a.Value < b.Value;
    }

    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int w = 0;
        for (int i = 1; i < bids.Length; i++)
            if (new Points(bids[i]) + new Points(2) > new Points(bids[w]) + new Points(2)) w = i;
        return w;
    }
}

//! SpanSlices
[Mechanism, SingleItem, Agents(4)]
public partial class SpanSlices
{
    static int Best(ReadOnlySpan<double> part)
    {
        int w = 0;
        for (int i = 1; i < part.Length; i++) if (part[i] > part[w]) w = i;
        return w;
    }
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int half = bids.Length / 2;
        int left = Best(bids[..half]), right = half + Best(bids[half..]);
        return bids[right] > bids[left] ? right : left;
    }
}

//! StackallocTournament
[Mechanism, SingleItem, Agents(4)]
public partial class StackallocTournament
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        Span<int> round = stackalloc int[2];
        round[0] = bids[0] >= bids[1] ? 0 : 1;
        round[1] = bids[2] >= bids[3] ? 2 : 3;
        return bids[round[0]] >= bids[round[^1]] ? round[0] : round[1];
    }
}

//! BubbleSort
[Mechanism, SingleItem, Agents(3)]
public partial class BubbleSort
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int[] order = new int[bids.Length];
        for (int i = 0; i < order.Length; i++) order[i] = i;
        for (int i = 0; i < order.Length - 1; i++)
            for (int j = 0; j < order.Length - 1 - i; j++)
                if (bids[order[j]] < bids[order[j + 1]])
                    (order[j], order[j + 1]) = (order[j + 1], order[j]);
        return order[0];
    }
}

//! SelectionTop2
[Mechanism, IdenticalItems(2), Agents(2, 5)]
public partial class SelectionTop2
{
    [Allocation] static void Serve([Between(0, 100)] ReadOnlySpan<double> bids, Span<bool> served)
    {
        for (int unit = 0; unit < 2; unit++)
        {
            int best = -1;
            for (int i = 0; i < bids.Length; i++)
                if (!served[i] && (best < 0 || bids[i] > bids[best])) best = i;
            if (best >= 0) served[best] = true;
        }
    }
}

//! ProportionalShare
[Mechanism, SingleItem, Agents(3)]
public partial class ProportionalShare
{
    [Allocation] static double[] Share([Between(1, 100)] ReadOnlySpan<double> bids)
    {
        double total = 0;
        foreach (double b in bids) total += b;
        var share = new double[bids.Length];
        for (int i = 0; i < bids.Length; i++) share[i] = bids[i] / total;
        return share;
    }
}

//! Softmax
[Mechanism, SingleItem, Agents(3)]
public partial class Softmax
{
    [Allocation] static double[] Share([Between(0, 10)] ReadOnlySpan<double> bids)
    {
        var e = new double[bids.Length];
        double sum = 0;
        for (int i = 0; i < bids.Length; i++) { e[i] = Math.Exp(bids[i]); sum += e[i]; }
        for (int i = 0; i < bids.Length; i++) e[i] /= sum;
        return e;
    }
}

//! RatioToMax not-monotone
[Mechanism, SingleItem, Agents(2)]
public partial class RatioToMax
{
    [Allocation] static double[] Share([Between(1, 100)] ReadOnlySpan<double> bids)
    {
        double max = Math.Max(bids[0], bids[1]), min = Math.Min(bids[0], bids[1]);
        var loser = 0.5 * min / max * (max > 80 ? 0.2 : 1);
        return bids[0] >= bids[1] ? [0.5, loser * bids[0] / 100] : [loser * bids[1] / 100, 0.5 - bids[1] / 400];
    }
}

//! IntegerUnits
[Mechanism, IdenticalItems(10), Agents(2)]
public partial class IntegerUnits
{
    [Allocation] static int[] Units([Between(0, 100)] ReadOnlySpan<int> bids)
    {
        int sum = bids[0] + bids[1];
        if (sum == 0) return new int[2];
        int first = 10 * bids[0] / sum;
        return new[] { first, 10 - first };
    }
}

//! IntegerUnitsFloor
[Mechanism, IdenticalItems(10), Agents(3)]
public partial class IntegerUnitsFloor
{
    [Allocation] static int[] Units([Between(1, 100)] ReadOnlySpan<int> bids)
    {
        int sum = 0;
        foreach (int b in bids) sum += b;
        int[] units = new int[bids.Length];
        for (int i = 0; i < bids.Length; i++) units[i] = 10 * bids[i] / sum;
        return units;
    }
}

//! LeftoverToLast
[Mechanism, IdenticalItems(10), Agents(3)]
public partial class LeftoverToLast
{
    [Allocation] static int[] Units([Between(1, 20)] ReadOnlySpan<int> bids)
    {
        int sum = bids[0] + bids[1] + bids[2];
        int a = 10 * bids[0] / sum, b = 10 * bids[1] / sum;
        return [a, b, 10 - a - b];
    }
}

//! DictionaryScore refused
[Mechanism, SingleItem, Agents(3)]
public partial class DictionaryScore
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var byBid = new Dictionary<double, int>();
        for (int i = 0; i < bids.Length; i++) byBid[bids[i]] = i;
        return byBid[byBid.Keys.Max()];
    }
}

//! LotteryByRank
[Mechanism, SingleItem, Agents(3)]
public partial class LotteryByRank
{
    [Allocation] static double[] Chances([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        double[] chance = [0.6, 0.3, 0.1];
        var result = new double[bids.Length];
        for (int i = 0; i < bids.Length; i++)
        {
            int rank = 0;
            for (int j = 0; j < bids.Length; j++) if (bids[j] > bids[i] || (bids[j] == bids[i] && j < i)) rank++;
            result[i] = chance[rank];
        }
        return result;
    }
}

//! LotteryLinear
[Mechanism, SingleItem, Agents(2)]
public partial class LotteryLinear
{
    [Allocation] static double[] Chances([Between(0, 100)] ReadOnlySpan<double> b)
    {
        double p = Math.Clamp(0.5 + (b[0] - b[1]) / 100, 0, 1);
        return [p, 1 - p];
    }
}

//! ExchangeOfTwo
[Mechanism, SingleItem, Agents(2)]
public partial class ExchangeOfTwo
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> b)
    {
        double gap = b[0] - b[1];
        return gap > 10 ? 0 : gap < -10 ? 1 : -1;
    }
}

//! ThreeWayCycle not-monotone
[Mechanism, SingleItem, Agents(3)]
public partial class ThreeWayCycle
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> b)
    {
        if (b[0] > b[1] && b[1] > b[2]) return 1;
        if (b[1] > b[2] && b[2] > b[0]) return 2;
        if (b[2] > b[0] && b[0] > b[1]) return 0;
        return -1;
    }
}

