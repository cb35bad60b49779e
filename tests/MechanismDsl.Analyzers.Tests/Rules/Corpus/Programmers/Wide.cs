//! WideSecondPrice ir truthful
[Mechanism, SingleItem, Agents(2, 100)]
public partial class WideSecondPrice
{
    static int Best(ReadOnlySpan<double> bids)
    {
        int winner = -1;
        for (int i = 0; i < bids.Length; i++)
            if (winner < 0 || bids[i] > bids[winner]) winner = i;
        return winner;
    }
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids) => Best(bids);
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent)
    {
        if (Best(bids) != agent) return 0;
        double price = 0;
        for (int i = 0; i < bids.Length; i++)
            if (i != agent && bids[i] > price) price = bids[i];
        return price;
    }
}

//! WideReverseAuction ir truthful
[Mechanism, SingleItem, Procurement, Suppliers, Agents(1, 100)]
public partial class WideReverseAuction
{
    const double TopCost = 90;
    static int Best(ReadOnlySpan<double> costs)
    {
        int winner = -1;
        for (int i = 0; i < costs.Length; i++)
            if (costs[i] <= TopCost && (winner < 0 || costs[i] < costs[winner])) winner = i;
        return winner;
    }
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> costs) => Best(costs);
    [Payment] static double Receive([Between(0, 100)] ReadOnlySpan<double> costs, int agent)
    {
        if (Best(costs) != agent) return 0;
        double price = TopCost;
        for (int i = 0; i < costs.Length; i++)
            if (i != agent && costs[i] < price) price = costs[i];
        return price;
    }
}

//! WideReversePayOwn ir not-truthful
[Mechanism, SingleItem, Procurement, Suppliers, Agents(1, 100)]
public partial class WideReversePayOwn
{
    static int Best(ReadOnlySpan<double> costs)
    {
        int winner = -1;
        for (int i = 0; i < costs.Length; i++)
            if (winner < 0 || costs[i] < costs[winner]) winner = i;
        return winner;
    }
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> costs) => Best(costs);
    [Payment] static double Receive([Between(0, 100)] ReadOnlySpan<double> costs, int agent) => Best(costs) == agent ? costs[agent] : 0;
}

//! WideTwoTrackers ir truthful
[Mechanism, SingleItem, Agents(1, 100)]
public partial class WideTwoTrackers
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int winner = -1;
        double high = -1;
        for (int i = 0; i < bids.Length; i++)
            if (bids[i] > high) { high = bids[i]; winner = i; }
        return winner;
    }
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent)
    {
        double first = -1, second = 0;
        int winner = -1;
        for (int i = 0; i < bids.Length; i++)
        {
            double b = bids[i];
            if (b > first)
            {
                second = Math.Max(0, first);
                first = b;
                winner = i;
            }
            else if (b > second) second = b;
        }
        return winner == agent ? second : 0;
    }
}

//! WideLateTieBug ir not-truthful
[Mechanism, SingleItem, Agents(2, 100)]
public partial class WideLateTieBug
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int winner = 0;
        for (int i = 1; i < bids.Length; i++) if (bids[i] > bids[winner]) winner = i;
        return winner;
    }
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent)
    {
        double second = 0;
        int w = Winner(bids);
        for (int i = 0; i < bids.Length; i++)
            if (bids[i] != bids[w] && bids[i] > second) second = bids[i];
        return w == agent ? second : 0;
    }
}

//! WideTopK open
[Mechanism, IdenticalItems(3), Agents(1, 40)]
public partial class WideTopK
{
    [Allocation] static void Serve([Between(0, 100)] ReadOnlySpan<double> bids, Span<bool> served)
    {
        for (int i = 0; i < bids.Length; i++)
        {
            int ahead = 0;
            for (int j = 0; j < bids.Length; j++)
            {
                if (bids[j] > bids[i]) ahead++;
                else if (bids[j] == bids[i] && j < i) ahead++;
            }
            served[i] = ahead < 3;
        }
    }
}

//! WideFirstFit
[Mechanism, IdenticalItems(4), Agents(1, 40)]
public partial class WideFirstFit
{
    [Allocation] static bool[] Serve([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var served = new bool[bids.Length];
        int left = 4;
        for (int i = 0; i < bids.Length; i++)
            if (bids[i] >= 35 && left > 0) { served[i] = true; left--; }
        return served;
    }
}

//! WideFirstFitBreak
[Mechanism, IdenticalItems(2), Agents(1, 40)]
public partial class WideFirstFitBreak
{
    [Allocation] static bool[] Serve([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var served = new bool[bids.Length];
        int count = 0;
        for (int i = 0; i < bids.Length; i++)
        {
            if (count == 2) break;
            if (bids[i] < 35) continue;
            served[i] = true;
            count++;
        }
        return served;
    }
}

//! WideWeighted
[Mechanism, SingleItem, Agents(1, 30)]
public partial class WideWeighted
{
    public record struct Bid([Report, Between(0, 100)] double Amount, [Between(0.5, 2), Verified] double Weight, [Between(0, 20), Verified] double Bonus, [Verified] bool Member);
    [Allocation] static int Winner(ReadOnlySpan<Bid> bids)
    {
        int winner = -1;
        double best = 0;
        for (int i = 0; i < bids.Length; i++)
        {
            var b = bids[i];
            double score = b.Amount * b.Weight + b.Bonus;
            if (b.Member) score *= 1.1;
            if (score > best)
            {
                best = score;
                winner = i;
            }
        }
        return winner;
    }
}

//! WideVickreyWithBonus ir truthful
[Mechanism, SingleItem, Agents(2, 4)]
public partial class WideVickreyWithBonus
{
    static readonly double[] Bonus = [0, 5, 2, 1];
    static int Best(ReadOnlySpan<double> bids)
    {
        int w = 0;
        for (int i = 1; i < bids.Length; i++) if (bids[i] + Bonus[i] > bids[w] + Bonus[w]) w = i;
        return w;
    }
    [Allocation] static int Winner([Between(10, 100)] ReadOnlySpan<double> bids) => Best(bids);
    [Payment] static double Pay([Between(10, 100)] ReadOnlySpan<double> bids, int agent)
    {
        if (Best(bids) != agent) return 0;
        double rival = 0;
        for (int i = 0; i < bids.Length; i++) if (i != agent) rival = Math.Max(rival, bids[i] + Bonus[i]);
        return Math.Max(0, rival - Bonus[agent]);
    }
}

//! WideMinIncrement not-monotone
[Mechanism, SingleItem, Agents(2, 30)]
public partial class WideMinIncrement
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<int> bids)
    {
        int winner = 0;
        int standing = bids[0];
        for (int i = 1; i < bids.Length; i++)
            if (bids[i] >= standing + 5 || (bids[i] > standing && standing % 2 == 0)) { winner = i; standing = bids[i]; }
        return winner;
    }
}

//! WideMaxThenFind open
[Mechanism, SingleItem, Agents(1, 30)]
public partial class WideMaxThenFind
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        double max = bids[0];
        foreach (var b in bids) max = Math.Max(max, b);
        int index = 0;
        while (bids[index] < max) index++;
        return index;
    }
}

//! WideLastHighest open
[Mechanism, SingleItem, Agents(1, 30)]
public partial class WideLastHighest
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int winner = bids.Length - 1;
        for (int i = bids.Length - 2; i >= 0; i--)
            if (bids[i] > bids[winner]) winner = i;
        return winner;
    }
}

//! WideLinqPrice open ir truthful
[Mechanism, SingleItem, Agents(2, 20)]
public partial class WideLinqPrice
{
    static int Best(double[] bids) => Array.IndexOf(bids, bids.Max());
    [Allocation] static int Winner([Between(0, 100)] double[] bids) => Best(bids);
    [Payment] static double Pay([Between(0, 100)] double[] bids, int agent) => Best(bids) == agent ? bids.Where((b, i) => i != agent).Max() : 0;
}

//! WideBoolArrayHelper
[Mechanism, IdenticalItems(30), Agents(1, 30)]
public partial class WideBoolArrayHelper
{
    static bool Accept(double bid, double quality) => bid * quality >= 12;
    public record struct Bid([Report, Between(0, 100)] double Amount, [Between(0.1, 1), Verified] double Quality);
    [Allocation] static bool[] Serve(ReadOnlySpan<Bid> bids)
    {
        var result = new bool[bids.Length];
        for (int i = 0; i < result.Length; i++) result[i] = Accept(bids[i].Amount, bids[i].Quality);
        return result;
    }
}

//! WideAuctionIntMoney open ir truthful
[Mechanism, SingleItem, Agents(2, 60)]
public partial class WideAuctionIntMoney
{
    [Allocation] static int Winner([Between(0, 1000)] ReadOnlySpan<long> bids)
    {
        int w = 0;
        for (int i = 1; i < bids.Length; i++) if (bids[i] > bids[w]) w = i;
        return w;
    }
    [Payment] static long Pay([Between(0, 1000)] ReadOnlySpan<long> bids, int agent)
    {
        if (Winner(bids) != agent) return 0;
        long price = 0;
        for (int i = 0; i < bids.Length; i++)
        {
            if (i == agent) continue;
            // against an earlier bidder a tie is lost
            long needed = i < agent ? bids[i] + 1 : bids[i];
            if (needed > price) price = needed;
        }
        return price;
    }
}

