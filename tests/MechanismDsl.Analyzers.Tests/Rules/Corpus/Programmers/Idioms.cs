//! PropertyPattern
[Mechanism, SingleItem, Agents(2)]
public partial class PropertyPattern
{
    public readonly record struct Bid([Report, Between(0, 100)] double Amount, [Verified] bool IsLocal);
    static double Rank(Bid bid) => bid switch
    {
        { IsLocal: true, Amount: > 50 } => bid.Amount * 1.2,
        { IsLocal: true } => bid.Amount * 1.1,
        _ => bid.Amount,
    };
    [Allocation] static int Winner(ReadOnlySpan<Bid> bids) => Rank(bids[1]) > Rank(bids[0]) ? 1 : 0;
}

//! Deconstructed
[Mechanism, SingleItem, Agents(2)]
public partial class Deconstructed
{
    public record struct Bid([Report, Between(0, 100)] double Amount, [Between(0, 10), Verified] double Age);
    [Allocation] static int Winner(ReadOnlySpan<Bid> bids)
    {
        var (a, x) = bids[0];
        var (b, y) = bids[1];
        return a + 0.1 * x >= b + 0.1 * y ? 0 : 1;
    }
}

//! LocalFunctions
[Mechanism, SingleItem, Agents(3)]
public partial class LocalFunctions
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var all = bids.ToArray();
        double Score(int i) => all[i] * (i == 0 ? 1.05 : 1);
        int Better(int i, int j) => Score(j) > Score(i) ? j : i;
        return Better(Better(0, 1), 2);
    }
}

//! StoredLambda
[Mechanism, SingleItem, Agents(3)]
public partial class StoredLambda
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        Func<double, double> adjust = b => b * 0.9 + 3;
        int w = 0;
        for (int i = 1; i < bids.Length; i++) if (adjust(bids[i]) > adjust(bids[w])) w = i;
        return w;
    }
}

//! LambdaParameter
[Mechanism, SingleItem, Agents(3)]
public partial class LambdaParameter
{
    static int Best(ReadOnlySpan<double> bids, Func<double, double> score)
    {
        int w = 0;
        for (int i = 1; i < bids.Length; i++) if (score(bids[i]) > score(bids[w])) w = i;
        return w;
    }
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids) => Best(bids, b => Math.Floor(b));
}

//! OutHelper
[Mechanism, SingleItem, Agents(3)]
public partial class OutHelper
{
    static bool TryBest(ReadOnlySpan<double> bids, double floor, out int winner)
    {
        winner = -1;
        for (int i = 0; i < bids.Length; i++)
            if (bids[i] >= floor && (winner < 0 || bids[i] > bids[winner])) winner = i;
        return winner >= 0;
    }
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids) => TryBest(bids, 50, out var w) || TryBest(bids, 10, out w) ? w : -1;
}

//! RefTrackers
[Mechanism, SingleItem, Agents(3)]
public partial class RefTrackers
{
    static void Update(ref int winner, ref double best, int i, double score)
    {
        if (score > best) { best = score; winner = i; }
    }
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int winner = -1; double best = 0;
        for (int i = 0; i < bids.Length; i++) Update(ref winner, ref best, i, bids[i]);
        return winner;
    }
}

//! EpsilonTies not-monotone
[Mechanism, SingleItem, Agents(3)]
public partial class EpsilonTies
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        // ties within 0.5 go to the lower bid
        int w = 0;
        for (int i = 1; i < bids.Length; i++)
        {
            if (Math.Abs(bids[i] - bids[w]) < 0.5) { if (bids[i] < bids[w]) w = i; }
            else if (bids[i] > bids[w]) w = i;
        }
        return w;
    }
}

//! EpsilonFirst
[Mechanism, SingleItem, Agents(3)]
public partial class EpsilonFirst
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        // a later bidder needs to be clearly better than the one before
        int w = 0;
        for (int i = 1; i < bids.Length; i++)
            if (bids[i] > bids[i - 1] + 0.5) w = i;
        return w;
    }
}

//! CheapestSupplier
[Mechanism, SingleItem, Procurement, Suppliers, Agents(1, 9)]
public partial class CheapestSupplier
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> costs)
    {
        int best = -1;
        for (int i = 0; i < costs.Length; i++)
            if (costs[i] <= 80 && (best < 0 || costs[i] < costs[best])) best = i;
        return best;
    }
}

//! DearestSupplier not-monotone
[Mechanism, SingleItem, Procurement, Suppliers, Agents(3)]
public partial class DearestSupplier
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> costs)
    {
        int best = 0;
        for (int i = 1; i < costs.Length; i++) if (costs[i] > costs[best]) best = i;
        return best;
    }
}

//! MedianPriceCutoff
[Mechanism, IdenticalItems(3), Agents(3)]
public partial class MedianPriceCutoff
{
    [Allocation] static bool[] Serve([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var sorted = bids.ToArray();
        Array.Sort(sorted);
        double median = sorted[1];
        return [bids[0] >= median, bids[1] >= median, bids[2] >= median];
    }
}

//! BudgetGreedy
[Mechanism, IdenticalItems(3), Agents(3)]
public partial class BudgetGreedy
{
    static readonly int[] Size = [4, 3, 2];
    [Allocation] static void Serve([Between(0, 100)] ReadOnlySpan<double> bids, Span<bool> served)
    {
        int room = 5;
        Span<bool> done = stackalloc bool[3];
        for (int step = 0; step < 3; step++)
        {
            int best = -1;
            for (int i = 0; i < 3; i++)
                if (!done[i] && (best < 0 || bids[i] / Size[i] > bids[best] / Size[best])) best = i;
            done[best] = true;
            if (Size[best] <= room)
            {
                served[best] = true;
                room -= Size[best];
            }
        }
    }
}

//! AllOrNothing
[Mechanism, IdenticalItems(3), Agents(3)]
public partial class AllOrNothing
{
    [Allocation] static bool[] Serve([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        double total = 0;
        foreach (var b in bids) total += b;
        bool build = total >= 120;
        return [build, build, build];
    }
}

//! QuorumVote
[Mechanism, IdenticalItems(3), Agents(3)]
public partial class QuorumVote
{
    [Allocation] static bool[] Serve([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int votes = 0;
        foreach (var b in bids) if (b >= 50) votes++;
        var r = new bool[3];
        for (int i = 0; i < 3; i++) r[i] = votes == 2 && bids[i] >= 50;
        return r;
    }
}

//! NullableReserve
[Mechanism, SingleItem, Agents(3)]
public partial class NullableReserve
{
    static double? ReserveOf(int agent) => agent == 1 ? 30 : null;
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int w = -1;
        for (int i = 0; i < bids.Length; i++)
        {
            if (ReserveOf(i) is double r && bids[i] < r) continue;
            if (w < 0 || bids[i] > bids[w]) w = i;
        }
        return w;
    }
}

//! IteratorMethod refused
[Mechanism, SingleItem, Agents(3)]
public partial class IteratorMethod
{
    static IEnumerable<double> Net(double[] bids) { foreach (var b in bids) yield return b * 0.9; }
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var net = Net(bids.ToArray()).ToArray();
        return Array.IndexOf(net, net.Max());
    }
}

//! GotoLoop refused
[Mechanism, SingleItem, Agents(3)]
public partial class GotoLoop
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int i = 0, w = 0;
        again:
        if (bids[i] > bids[w]) w = i;
        if (++i < bids.Length) goto again;
        return w;
    }
}

//! NestedBest
[Mechanism, SingleItem, Agents(1, 12)]
public partial class NestedBest
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        for (int i = 0; i < bids.Length; i++)
        {
            bool beaten = false;
            for (int j = 0; j < bids.Length; j++)
                if (bids[j] > bids[i]) { beaten = true; break; }
            if (!beaten) return i;
        }
        return -1;
    }
}

//! ExtensionMethod
public static class BidExtensions
{
    public static double WithBonus(this double bid, double bonus) => bid + bonus;
    public static int IndexOfHighest(this ReadOnlySpan<double> bids)
    {
        int w = -1;
        for (int i = 0; i < bids.Length; i++) if (w < 0 || bids[i] > bids[w]) w = i;
        return w;
    }
}
[Mechanism, SingleItem, Agents(1, 7)]
public partial class ExtensionMethod
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids) => bids.IndexOfHighest();
}

//! LengthDependent
[Mechanism, SingleItem, Agents(1, 10)]
public partial class LengthDependent
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        double reserve = bids.Length > 3 ? 10 : 20;
        int w = -1;
        for (int i = 0; i < bids.Length; i++)
            if (bids[i] >= reserve && (w < 0 || bids[i] > bids[w])) w = i;
        return w;
    }
}

//! IncumbentLast open
[Mechanism, SingleItem, Agents(2, 10)]
public partial class IncumbentLast
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int incumbent = bids.Length - 1;
        int w = incumbent;
        double best = bids[incumbent] * 1.1;
        for (int i = 0; i < incumbent; i++)
            if (bids[i] > best) { best = bids[i]; w = i; }
        return w;
    }
}

//! TwoPass
[Mechanism, SingleItem, Agents(1, 10)]
public partial class TwoPass
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        double max = double.NegativeInfinity;
        for (int i = 0; i < bids.Length; i++) if (bids[i] > max) max = bids[i];
        if (max < 5) return -1;
        for (int i = 0; i < bids.Length; i++) if (bids[i] == max) return i;
        return -1;
    }
}

//! CountAbove
[Mechanism, SingleItem, Agents(1, 8)]
public partial class CountAbove
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int eligible = 0, w = -1;
        for (int i = 0; i < bids.Length; i++)
        {
            if (bids[i] < 10) continue;
            eligible++;
            if (w < 0 || bids[i] > bids[w]) w = i;
        }
        return eligible >= 2 ? w : -1;
    }
}

//! ThresholdBools
[Mechanism, IdenticalItems(50), Agents(1, 50)]
public partial class ThresholdBools
{
    [Allocation] static bool[] Serve([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var served = new bool[bids.Length];
        for (int i = 0; i < bids.Length; i++) served[i] = bids[i] >= 30;
        return served;
    }
}

//! LinqToBools
[Mechanism, IdenticalItems(50), Agents(1, 50)]
public partial class LinqToBools
{
    [Allocation] static bool[] Serve([Between(0, 100)] ReadOnlySpan<double> bids) => bids.ToArray().Select(b => b >= 30).ToArray();
}

