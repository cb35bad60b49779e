//! SecondPrice ir truthful
[Mechanism, SingleItem, Agents(2, 6)]
public partial class SecondPrice
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int winner = 0;
        for (int i = 1; i < bids.Length; i++) if (bids[i] > bids[winner]) winner = i;
        return winner;
    }

    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent)
    {
        if (agent != Winner(bids)) return 0;
        double second = 0;
        for (int i = 0; i < bids.Length; i++)
            if (i != agent && bids[i] > second) second = bids[i];
        return second;
    }
}

//! SecondPriceTwoTrackers ir truthful
[Mechanism, SingleItem, Agents(2, 5)]
public partial class SecondPriceTwoTrackers
{
    static (int Winner, double Price) Outcome(ReadOnlySpan<double> bids)
    {
        double first = -1, second = 0;
        int winner = -1;
        for (int i = 0; i < bids.Length; i++)
        {
            if (bids[i] > first)
            {
                if (winner >= 0) second = first;
                first = bids[i];
                winner = i;
            }
            else if (bids[i] > second)
            {
                second = bids[i];
            }
        }
        return (winner, second);
    }

    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids) => Outcome(bids).Winner;

    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent)
    {
        var (winner, price) = Outcome(bids);
        return agent == winner ? price : 0;
    }
}

//! SecondPriceBugReset ir not-truthful
[Mechanism, SingleItem, Agents(3)]
public partial class SecondPriceBugReset
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int winner = 0;
        for (int i = 1; i < bids.Length; i++) if (bids[i] > bids[winner]) winner = i;
        return winner;
    }

    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent)
    {
        double first = 0, second = 0;
        for (int i = 0; i < bids.Length; i++)
            if (bids[i] > first) { second = first; first = bids[i]; }
        return agent == Winner(bids) ? second : 0;
    }
}

//! FirstPrice ir not-truthful
[Mechanism, SingleItem, Agents(3)]
public partial class FirstPrice
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int winner = 0;
        for (int i = 1; i < bids.Length; i++) if (bids[i] > bids[winner]) winner = i;
        return winner;
    }
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent) => agent == Winner(bids) ? bids[agent] : 0;
}

//! ThirdPrice ir not-truthful
[Mechanism, SingleItem, Agents(3)]
public partial class ThirdPrice
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int winner = 0;
        for (int i = 1; i < bids.Length; i++) if (bids[i] > bids[winner]) winner = i;
        return winner;
    }
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent)
    {
        var sorted = bids.ToArray();
        Array.Sort(sorted);
        return agent == Winner(bids) ? sorted[^3] : 0;
    }
}

//! SecondPriceReserve ir truthful
[Mechanism, SingleItem, Agents(1, 5)]
public partial class SecondPriceReserve
{
    const double MinimumBid = 20;
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int winner = -1;
        for (int i = 0; i < bids.Length; i++)
            if (bids[i] >= MinimumBid && (winner < 0 || bids[i] > bids[winner])) winner = i;
        return winner;
    }
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent)
    {
        if (Winner(bids) != agent) return 0;
        double price = MinimumBid;
        for (int i = 0; i < bids.Length; i++)
            if (i != agent) price = Math.Max(price, bids[i]);
        return price;
    }
}

//! ReserveForgotten ir not-truthful
[Mechanism, SingleItem, Agents(2)]
public partial class ReserveForgotten
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int w = bids[0] >= bids[1] ? 0 : 1;
        return bids[w] >= 20 ? w : -1;
    }
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent) => Winner(bids) == agent ? bids[1 - agent] : 0;
}

//! AverageOfTopTwo ir not-truthful
[Mechanism, SingleItem, Agents(3)]
public partial class AverageOfTopTwo
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int w = 0;
        for (int i = 1; i < bids.Length; i++) if (bids[i] > bids[w]) w = i;
        return w;
    }
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent)
    {
        if (Winner(bids) != agent) return 0;
        double second = 0;
        for (int i = 0; i < bids.Length; i++) if (i != agent) second = Math.Max(second, bids[i]);
        return (bids[agent] + second) / 2;
    }
}

//! EntryFeeForAll not-ir truthful
[Mechanism, SingleItem, Agents(2)]
public partial class EntryFeeForAll
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids) => bids[0] >= bids[1] ? 0 : 1;
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent) => 2 + (Winner(bids) == agent ? bids[1 - agent] : 0);
}

//! Rebate ir truthful subsidy
[Mechanism, SingleItem, Agents(3)]
public partial class Rebate
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int w = 0;
        for (int i = 1; i < bids.Length; i++) if (bids[i] > bids[w]) w = i;
        return w;
    }
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent)
    {
        // Cavallo: a third of the second highest bid of the others
        double max = 0, min = 100;
        for (int i = 0; i < bids.Length; i++)
            if (i != agent) { max = Math.Max(max, bids[i]); min = Math.Min(min, bids[i]); }
        return (Winner(bids) == agent ? max : 0) - min / 3;
    }
}

//! OwnBidInRebate ir not-truthful subsidy
[Mechanism, SingleItem, Agents(2)]
public partial class OwnBidInRebate
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids) => bids[0] >= bids[1] ? 0 : 1;
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent)
    {
        double total = 0;
        foreach (var b in bids) total += b;
        return (Winner(bids) == agent ? bids[1 - agent] : 0) - total / 10;
    }
}

//! DecimalSecondPrice ir truthful
[Mechanism, SingleItem, Agents(2)]
public partial class DecimalSecondPrice
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<decimal> bids) => bids[0] >= bids[1] ? 0 : 1;
    [Payment] static decimal Pay([Between(0, 100)] ReadOnlySpan<decimal> bids, int agent) => Winner(bids) == agent ? bids[1 - agent] : 0m;
}

//! LongSecondPricePlusOne not-ir not-truthful
[Mechanism, SingleItem, Agents(2)]
public partial class LongSecondPricePlusOne
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<long> bids) => bids[0] >= bids[1] ? 0 : 1;
    [Payment] static long Pay([Between(0, 100)] ReadOnlySpan<long> bids, int agent) => Winner(bids) == agent ? bids[1 - agent] + 1 : 0;
}

//! LongCriticalBid ir truthful
[Mechanism, SingleItem, Agents(2)]
public partial class LongCriticalBid
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<long> bids) => bids[0] >= bids[1] ? 0 : 1;
    [Payment] static long Pay([Between(0, 100)] ReadOnlySpan<long> bids, int agent) => Winner(bids) != agent ? 0 : agent == 0 ? bids[1] : bids[0] + 1;
}

//! AllPayers not-ir not-truthful
[Mechanism, SingleItem, Agents(2)]
public partial class AllPayers
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids) => bids[0] >= bids[1] ? 0 : 1;
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent) => bids[agent];
}

//! PostedPriceFirstComer ir truthful
[Mechanism, SingleItem, Agents(1, 10)]
public partial class PostedPriceFirstComer
{
    const double Fixed = 42;
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        for (int i = 0; i < bids.Length; i++) if (bids[i] >= Fixed) return i;
        return -1;
    }
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent) => Winner(bids) == agent ? Fixed : 0;
}

//! UniformPriceLowestWinning ir not-truthful
[Mechanism, IdenticalItems(2), Agents(3)]
public partial class UniformPriceLowestWinning
{
    [Allocation] static bool[] Serve([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var served = new bool[bids.Length];
        for (int i = 0; i < bids.Length; i++)
        {
            int better = 0;
            for (int j = 0; j < bids.Length; j++) if (bids[j] > bids[i] || bids[j] == bids[i] && j < i) better++;
            served[i] = better < 2;
        }
        return served;
    }
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent)
    {
        var s = bids.ToArray();
        Array.Sort(s);
        Array.Reverse(s);
        return Serve(bids)[agent] ? s[1] : 0;
    }
}

//! UniformPriceFirstLosing ir truthful
[Mechanism, IdenticalItems(2), Agents(3)]
public partial class UniformPriceFirstLosing
{
    [Allocation] static bool[] Serve([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var served = new bool[bids.Length];
        for (int i = 0; i < bids.Length; i++)
        {
            int better = 0;
            for (int j = 0; j < bids.Length; j++) if (bids[j] > bids[i] || bids[j] == bids[i] && j < i) better++;
            served[i] = better < 2;
        }
        return served;
    }
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent)
    {
        var s = bids.ToArray();
        Array.Sort(s, (x, y) => y.CompareTo(x));
        return Serve(bids)[agent] ? s[2] : 0;
    }
}

//! WeightedPrice ir truthful
[Mechanism, SingleItem, Agents(2)]
public partial class WeightedPrice
{
    static readonly double[] Weight = { 1, 2 };
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> b) => b[0] * Weight[0] >= b[1] * Weight[1] ? 0 : 1;
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> b, int agent) => Winner(b) == agent ? b[1 - agent] * Weight[1 - agent] / Weight[agent] : 0;
}

//! WeightedPriceForgotten not-ir not-truthful
[Mechanism, SingleItem, Agents(2)]
public partial class WeightedPriceForgotten
{
    static readonly double[] Weight = { 1, 2 };
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> b) => b[0] * Weight[0] >= b[1] * Weight[1] ? 0 : 1;
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> b, int agent) => Winner(b) == agent ? b[1 - agent] : 0;
}

//! ScoreWithPayment ir truthful
[Mechanism, SingleItem, Agents(2)]
public partial class ScoreWithPayment
{
    [Score] static double Score([Between(0, 100)] double bid) => bid - 10;
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> b, int agent)
    {
        int w = b[0] >= b[1] ? 0 : 1;
        return w == agent && b[w] >= 10 ? Math.Max(10, b[1 - w]) : 0;
    }
}

//! SecondPriceDescending ir truthful
[Mechanism, SingleItem, Agents(2, 5)]
public partial class SecondPriceDescending
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var all = bids.ToArray();
        return Array.IndexOf(all, all.Max());
    }
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent)
    {
        if (Winner(bids) != agent) return 0;
        return bids.ToArray().OrderByDescending(b => b).Skip(1).First();
    }
}

//! PriceFromOthersLinq ir truthful
[Mechanism, SingleItem, Agents(1, 5)]
public partial class PriceFromOthersLinq
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var all = bids.ToArray();
        return all.Length == 0 ? -1 : Array.IndexOf(all, all.Max());
    }
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent) =>
        Winner(bids) != agent ? 0 : bids.ToArray().Where((_, i) => i != agent).DefaultIfEmpty(0).Max();
}

//! RunnerUpBackwards ir truthful
[Mechanism, SingleItem, Agents(2, 6)]
public partial class RunnerUpBackwards
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int w = bids.Length - 1;
        for (int i = bids.Length - 2; i >= 0; i--) if (bids[i] >= bids[w]) w = i;
        return w;
    }
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent)
    {
        double price = 0;
        for (int i = bids.Length - 1; i >= 0; i--) if (i != agent) price = Math.Max(price, bids[i]);
        return Winner(bids) == agent ? price : 0;
    }
}

