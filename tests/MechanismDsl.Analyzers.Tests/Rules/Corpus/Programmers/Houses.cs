//! PriorityClasses
[Mechanism, SingleItem, Agents(1, 12)]
public partial class PriorityClasses
{
    public enum Tier { Basic, Gold, Platinum }
    public readonly record struct Bid([Report, Between(0, 500)] decimal Amount, [Verified] Tier Tier);
    static decimal Rank(Bid bid) => bid.Amount + bid.Tier switch { Tier.Platinum => 20m, Tier.Gold => 5m, _ => 0m };
    [Allocation] static int Winner(ReadOnlySpan<Bid> bids)
    {
        var best = -1;
        for (var i = 0; i < bids.Length; i++)
            if (best < 0 || Rank(bids[i]) > Rank(bids[best])) best = i;
        return best;
    }
}

//! PlatinumNeverLosesToGold
[Mechanism, SingleItem, Agents(2)]
public partial class PlatinumNeverLosesToGold
{
    public enum Tier { Basic, Gold, Platinum }
    public readonly record struct Bid([Report, Between(0, 500)] int Amount, [Verified] Tier Tier);
    [Allocation] static int Winner(ReadOnlySpan<Bid> bids) => (bids[0].Tier, bids[1].Tier) switch
    {
        (var a, var b) when a == b => bids[0].Amount >= bids[1].Amount ? 0 : 1,
        (Tier.Platinum, _) => 0,
        (_, Tier.Platinum) => 1,
        (Tier.Gold, _) => bids[0].Amount + 50 >= bids[1].Amount ? 0 : 1,
        _ => bids[1].Amount + 50 > bids[0].Amount ? 1 : 0,
    };
}

//! PlatinumOnlyAboveFifty not-monotone
[Mechanism, SingleItem, Agents(2)]
public partial class PlatinumOnlyAboveFifty
{
    public enum Tier { Basic, Gold }
    public readonly record struct Bid([Report, Between(0, 500)] int Amount, [Verified] Tier Tier);
    [Allocation] static int Winner(ReadOnlySpan<Bid> bids)
    {
        if (bids[0].Tier == Tier.Gold && bids[0].Amount < 50) return 0;
        return bids[0].Amount >= bids[1].Amount ? 0 : 1;
    }
}

//! SealedWithTick
[Mechanism, SingleItem, Agents(1, 9)]
public partial class SealedWithTick
{
    const decimal Tick = 0.25m;
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<decimal> bids)
    {
        int winner = -1;
        decimal top = 0m;
        for (int i = 0; i < bids.Length; i++)
        {
            var rounded = Math.Floor(bids[i] / Tick) * Tick;
            if (rounded > top || winner < 0 && rounded > 0) { top = rounded; winner = i; }
        }
        return winner;
    }
}

//! RaiseByFivePercent
[Mechanism, SingleItem, Agents(1, 9)]
public partial class RaiseByFivePercent
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int holder = 0;
        for (int i = 1; i < bids.Length; i++)
            if (bids[i] >= bids[holder] * 1.05) holder = i;
        return holder;
    }
}

//! RaiseByFiveAtLeast
[Mechanism, SingleItem, Agents(3)]
public partial class RaiseByFiveAtLeast
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<int> bids)
    {
        int holder = 0;
        for (int i = 1; i < bids.Length; i++)
            if (bids[i] >= bids[holder] + Math.Max(5, bids[holder] / 20)) holder = i;
        return holder;
    }
}

//! IncumbentOnlyMatchesLowOffers not-monotone
[Mechanism, SingleItem, Agents(2, 5)]
public partial class IncumbentOnlyMatchesLowOffers
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<int> bids)
    {
        int best = 1;
        for (int i = 2; i < bids.Length; i++) if (bids[i] > bids[best]) best = i;
        if (bids[0] >= bids[best]) return 0;
        return bids[best] - bids[0] <= 3 && bids[best] > 60 ? 0 : best;
    }
}

//! RightOfFirstRefusal
[Mechanism, SingleItem, Agents(2, 5)]
public partial class RightOfFirstRefusal
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<int> bids)
    {
        int best = 1;
        for (int i = 2; i < bids.Length; i++) if (bids[i] > bids[best]) best = i;
        return bids[0] * 10 >= bids[best] * 9 ? 0 : best;
    }
}

//! EarlyExitAtBuyout
[Mechanism, SingleItem, Agents(1, 9)]
public partial class EarlyExitAtBuyout
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int best = -1;
        for (int i = 0; i < bids.Length; i++)
        {
            if (bids[i] >= 90) return i;
            if (bids[i] >= 10 && (best < 0 || bids[i] > bids[best])) best = i;
        }
        return best;
    }
}

//! EarlyExitAtThreeBidders
[Mechanism, SingleItem, Agents(3, 6)]
public partial class EarlyExitAtThreeBidders
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int best = -1, seen = 0;
        foreach (var i in Enumerable.Range(0, bids.Length))
        {
            if (bids[i] < 20) continue;
            seen++;
            if (best < 0 || bids[i] > bids[best]) best = i;
            if (seen == 3) break;
        }
        return best;
    }
}

//! StopsWhenBudgetIsSpent not-monotone
[Mechanism, IdenticalItems(4), Agents(4)]
public partial class StopsWhenBudgetIsSpent
{
    [Allocation] static bool[] Serve([Between(0, 100)] ReadOnlySpan<int> bids)
    {
        var served = new bool[bids.Length];
        int left = 150;
        for (int i = 0; i < bids.Length; i++)
        {
            if (bids[i] > left) break;
            served[i] = true;
            left -= bids[i];
        }
        return served;
    }
}

//! CapacityByIndexTable
[Mechanism, IdenticalItems(4), Agents(4)]
public partial class CapacityByIndexTable
{
    static readonly int[] Load = [3, 2, 2, 1];
    [Allocation] static bool[] Serve([Between(0, 100)] ReadOnlySpan<int> bids)
    {
        var served = new bool[bids.Length];
        var done = new bool[bids.Length];
        int left = 5;
        for (int round = 0; round < bids.Length; round++)
        {
            int next = -1;
            for (int i = 0; i < bids.Length; i++)
                if (!done[i] && (next < 0 || bids[i] * Load[next] > bids[next] * Load[i])) next = i;
            done[next] = true;
            if (Load[next] <= left) { left -= Load[next]; served[next] = true; }
        }
        return served;
    }
}

//! QuotaOfTwoNewcomers
[Mechanism, IdenticalItems(2), Agents(4)]
public partial class QuotaOfTwoNewcomers
{
    static readonly bool[] New = [false, true, false, true];
    [Allocation] static void Serve([Between(0, 100)] ReadOnlySpan<int> bids, Span<bool> served)
    {
        int newcomer = bids[1] >= bids[3] ? 1 : 3;
        served[newcomer] = true;
        int other = -1;
        for (int i = 0; i < bids.Length; i++)
            if (i != newcomer && (other < 0 || bids[i] > bids[other])) other = i;
        served[other] = true;
    }
}

//! QuotaOfOnePerRegion
[Mechanism, IdenticalItems(2), Agents(4)]
public partial class QuotaOfOnePerRegion
{
    static readonly int[] Region = [0, 0, 1, 1];
    [Allocation] static bool[] Serve([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var served = new bool[bids.Length];
        for (int region = 0; region < 2; region++)
        {
            int best = -1;
            for (int i = 0; i < bids.Length; i++)
                if (Region[i] == region && bids[i] > 5 && (best < 0 || bids[i] > bids[best])) best = i;
            if (best >= 0) served[best] = true;
        }
        return served;
    }
}

//! QuotaByWorstOfBest not-monotone infeasible
[Mechanism, IdenticalItems(2), Agents(3)]
public partial class QuotaByWorstOfBest
{
    [Allocation] static bool[] Serve([Between(0, 100)] ReadOnlySpan<int> bids)
    {
        var sorted = bids.ToArray();
        Array.Sort(sorted);
        var spread = sorted[2] - sorted[0];
        var served = new bool[bids.Length];
        for (int i = 0; i < bids.Length; i++) served[i] = bids[i] >= sorted[1] && spread <= 40;
        return served;
    }
}

//! TooManyOnTies infeasible
[Mechanism, IdenticalItems(2), Agents(3)]
public partial class TooManyOnTies
{
    [Allocation] static bool[] Serve([Between(0, 100)] ReadOnlySpan<int> bids)
    {
        var sorted = bids.ToArray();
        Array.Sort(sorted);
        var served = new bool[bids.Length];
        for (int i = 0; i < bids.Length; i++) served[i] = bids[i] >= sorted[1];
        return served;
    }
}

//! NobodyOnTies not-monotone
[Mechanism, SingleItem, Agents(2)]
public partial class NobodyOnTies
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<int> bids) => bids[0] == bids[1] ? (bids[0] > 50 ? 1 : 0) : bids[0] > bids[1] ? 0 : bids[1] == bids[0] + 1 ? 0 : 1;
}

//! TieGoesToTheLater open
[Mechanism, SingleItem, Agents(1, 20)]
public partial class TieGoesToTheLater
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<int> bids)
    {
        var w = bids.Length - 1;
        for (var i = bids.Length - 2; i >= 0; i--) if (bids[i] > bids[w]) w = i;
        return w;
    }
}

//! TieByParityOfTheSum not-monotone
[Mechanism, SingleItem, Agents(2)]
public partial class TieByParityOfTheSum
{
    [Allocation] static int Winner([Between(0, 50)] ReadOnlySpan<int> bids) =>
        Math.Abs(bids[0] - bids[1]) <= 1 ? (bids[0] + bids[1]) % 2 : bids[0] > bids[1] ? 0 : 1;
}

//! OutlierOfTheRest not-monotone
[Mechanism, SingleItem, Agents(3)]
public partial class OutlierOfTheRest
{
    [Allocation] static int Winner([Between(1, 100)] ReadOnlySpan<double> bids)
    {
        int best = -1;
        for (int i = 0; i < bids.Length; i++)
        {
            double rest = bids[0] + bids[1] + bids[2] - bids[i];
            if (bids[i] > 2 * rest) continue;
            if (best < 0 || bids[i] > bids[best]) best = i;
        }
        return best;
    }
}

//! ShareOfTheOthers
[Mechanism, SingleItem, Agents(3)]
public partial class ShareOfTheOthers
{
    [Allocation] static int Winner([Between(1, 100)] ReadOnlySpan<double> bids)
    {
        for (int i = 0; i < bids.Length; i++)
        {
            double others = 0;
            for (int j = 0; j < bids.Length; j++) if (j != i) others += bids[j];
            if (bids[i] / others > 0.5) return i;
        }
        return -1;
    }
}

//! HerfindahlStop not-monotone
[Mechanism, SingleItem, Agents(3)]
public partial class HerfindahlStop
{
    [Allocation] static int Winner([Between(1, 100)] ReadOnlySpan<double> bids)
    {
        double sum = bids[0] + bids[1] + bids[2];
        double index = 0;
        int best = 0;
        for (int i = 0; i < 3; i++)
        {
            double share = bids[i] / sum;
            index += share * share;
            if (bids[i] > bids[best]) best = i;
        }
        return index > 0.9 ? -1 : best;
    }
}

//! ProportionalUnits
[Mechanism, IdenticalItems(10), Agents(2)]
public partial class ProportionalUnits
{
    [Allocation] static int[] Units([Between(1, 100)] ReadOnlySpan<int> bids)
    {
        int sum = bids[0] + bids[1];
        return [10 * bids[0] / sum, 10 * bids[1] / sum];
    }
}

//! RemainderToTheLargest
[Mechanism, IdenticalItems(10), Agents(2)]
public partial class RemainderToTheLargest
{
    [Allocation] static int[] Units([Between(1, 60)] ReadOnlySpan<int> bids)
    {
        int sum = bids[0] + bids[1];
        int[] units = [10 * bids[0] / sum, 10 * bids[1] / sum];
        units[bids[0] >= bids[1] ? 0 : 1] += 10 - units[0] - units[1];
        return units;
    }
}

//! RemainderToTheSmallest
[Mechanism, IdenticalItems(10), Agents(2)]
public partial class RemainderToTheSmallest
{
    [Allocation] static int[] Units([Between(1, 60)] ReadOnlySpan<int> bids)
    {
        int sum = bids[0] + bids[1];
        int[] units = [10 * bids[0] / sum, 10 * bids[1] / sum];
        units[bids[0] < bids[1] ? 0 : 1] += 10 - units[0] - units[1];
        return units;
    }
}

//! LotteryAmongTheTopTwo
[Mechanism, SingleItem, Agents(3)]
public partial class LotteryAmongTheTopTwo
{
    [Allocation] static double[] Chances([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var chances = new double[bids.Length];
        for (int i = 0; i < bids.Length; i++)
        {
            int above = 0;
            for (int j = 0; j < bids.Length; j++) if (bids[j] > bids[i] || bids[j] == bids[i] && j < i) above++;
            chances[i] = above switch { 0 => 0.75, 1 => 0.25, _ => 0 };
        }
        return chances;
    }
}

//! LotteryFavoursSecond not-monotone
[Mechanism, SingleItem, Agents(3)]
public partial class LotteryFavoursSecond
{
    [Allocation] static double[] Chances([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var chances = new double[bids.Length];
        for (int i = 0; i < bids.Length; i++)
        {
            int above = 0;
            for (int j = 0; j < bids.Length; j++) if (bids[j] > bids[i] || bids[j] == bids[i] && j < i) above++;
            chances[i] = above switch { 0 => 0.45, 1 => 0.55, _ => 0 };
        }
        return chances;
    }
}

//! ChancesAboveOne infeasible
[Mechanism, SingleItem, Agents(2)]
public partial class ChancesAboveOne
{
    [Allocation] static double[] Chances([Between(0, 100)] ReadOnlySpan<double> bids) =>
        [bids[0] >= 99.5 && bids[1] < 0.5 ? 1 : 0.5, 0.5];
}

//! TablePerBidder
[Mechanism, SingleItem, Agents(5)]
public partial class TablePerBidder
{
    private static readonly (double Weight, double Floor)[] Terms = [(1.0, 0), (1.1, 5), (0.9, 0), (1.25, 40), (0.5, 1)];
    [Allocation] static int Winner([Between(0, 100)] IReadOnlyList<double> bids)
    {
        var best = (Index: -1, Score: 0.0);
        for (var i = 0; i < bids.Count; i++)
        {
            var (weight, floor) = Terms[i];
            if (bids[i] < floor) continue;
            var score = weight * bids[i];
            if (best.Index < 0 || score > best.Score) best = (i, score);
        }
        return best.Index;
    }
}

//! TableTooShort throws
[Mechanism, SingleItem, Agents(1, 5)]
public partial class TableTooShort
{
    private static readonly double[] Weights = [1.0, 1.1, 0.9, 1.25];
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int best = -1;
        for (int i = 0; i < bids.Length; i++)
            if (bids[i] > 99 && i > 3 ? Weights[i] * bids[i] > 0 : best < 0 || bids[i] > bids[best]) best = i;
        return best;
    }
}

//! WinnerIsAPosition throws
[Mechanism, SingleItem, Agents(1, 6)]
public partial class WinnerIsAPosition
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int position = 0;
        foreach (var bid in bids) if (bid < 50) position++;
        return position;
    }
}

//! LinqRanked
[Mechanism, SingleItem, Agents(4)]
public partial class LinqRanked
{
    [Allocation] static int Winner([Between(0, 100)] double[] bids) =>
        bids.Select((bid, agent) => (bid, agent)).Where(x => x.bid >= 12.5).OrderByDescending(x => x.bid).ThenBy(x => x.agent).Select(x => x.agent).DefaultIfEmpty(-1).First();
}

//! LinqSecondHighest not-monotone
[Mechanism, SingleItem, Agents(4)]
public partial class LinqSecondHighest
{
    [Allocation] static int Winner([Between(0, 100)] double[] bids) =>
        bids.Select((bid, agent) => (bid, agent)).OrderByDescending(x => x.bid).Skip(bids.Count(b => b > 95) > 1 ? 1 : 0).First().agent;
}

//! GroupedByBid refused
[Mechanism, SingleItem, Agents(3)]
public partial class GroupedByBid
{
    [Allocation] static int Winner([Between(0, 100)] double[] bids) =>
        Enumerable.Range(0, bids.Length).GroupBy(agent => Math.Floor(bids[agent])).OrderByDescending(group => group.Key).First().First();
}

//! NullableBest
[Mechanism, SingleItem, Agents(1, 8)]
public partial class NullableBest
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        double? best = null;
        int winner = -1;
        for (int i = 0; i < bids.Length; i++)
            if (bids[i] >= 1 && !(bids[i] <= best)) { best = bids[i]; winner = i; }
        return winner;
    }
}

//! NullableBestLifted not-monotone
[Mechanism, SingleItem, Agents(1, 8)]
public partial class NullableBestLifted
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        double? best = null;
        int winner = 0;
        for (int i = 1; i < bids.Length; i++)
            if (bids[i] < best || best is null) { best = bids[i]; winner = i; }
        return winner;
    }
}

//! UnanimityOrNothing
[Mechanism, IdenticalItems(3), Agents(3)]
public partial class UnanimityOrNothing
{
    [Allocation] static bool[] Serve([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        var all = true;
        foreach (var bid in bids) all &= bid >= 10;
        return [all, all, all];
    }
}

//! CostShareRounds
[Mechanism, IdenticalItems(3), Agents(3)]
public partial class CostShareRounds
{
    [Allocation] static bool[] Serve([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        bool[] inside = [true, true, true];
        for (int round = 0; round < 3; round++)
        {
            int count = 0;
            foreach (var one in inside) if (one) count++;
            if (count == 0) break;
            double share = 90.0 / count;
            for (int i = 0; i < 3; i++) if (inside[i] && bids[i] < share) inside[i] = false;
        }
        return inside;
    }
}

//! PriceOfOthersAsGate
[Mechanism, IdenticalItems(3), Agents(3)]
public partial class PriceOfOthersAsGate
{
    [Allocation] static bool[] Serve([Between(0, 100)] ReadOnlySpan<double> bids) =>
        [bids[0] >= (bids[1] + bids[2]) / 2, bids[1] >= (bids[0] + bids[2]) / 2, bids[2] >= (bids[0] + bids[1]) / 2];
}

//! MedianPrice not-monotone
[Mechanism, IdenticalItems(3), Agents(3)]
public partial class MedianPrice
{
    [Allocation] static bool[] Serve([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        double median = Math.Max(Math.Min(bids[0], bids[1]), Math.Min(Math.Max(bids[0], bids[1]), bids[2]));
        return [bids[0] >= median && bids[0] < 1.5 * median + 1, bids[1] >= median, bids[2] >= median];
    }
}

//! CheapestSupplierOfTwoRegions
[Mechanism, SingleItem, Procurement, Suppliers, Agents(1, 30)]
public partial class CheapestSupplierOfTwoRegions
{
    public readonly record struct Offer([Report, Between(0, 100)] double Cost, [Verified] bool IsNear);
    [Allocation] static int Winner(ReadOnlySpan<Offer> offers)
    {
        int best = -1;
        double low = 80;
        for (int i = 0; i < offers.Length; i++)
        {
            double cost = offers[i].Cost + (offers[i].IsNear ? 0 : 7.5);
            if (cost < low) { low = cost; best = i; }
        }
        return best;
    }
}

//! AbnormallyLowTender not-monotone
[Mechanism, SingleItem, Procurement, Suppliers, Agents(2, 5)]
public partial class AbnormallyLowTender
{
    [Allocation] static int Winner([Between(1, 100)] ReadOnlySpan<decimal> costs)
    {
        decimal sum = 0;
        foreach (var cost in costs) sum += cost;
        var average = sum / costs.Length;
        int best = -1;
        for (int i = 0; i < costs.Length; i++)
            if (costs[i] >= 0.3m * average && (best < 0 || costs[i] < costs[best])) best = i;
        return best;
    }
}

//! SplitAwardOfSuppliers
[Mechanism, IdenticalItems(10), Procurement, Suppliers, Agents(2)]
public partial class SplitAwardOfSuppliers
{
    [Allocation] static int[] Units([Between(1, 100)] ReadOnlySpan<int> costs) =>
        costs[0] <= costs[1] ? (costs[1] - costs[0] > 20 ? [10, 0] : [7, 3]) : (costs[0] - costs[1] > 20 ? [0, 10] : [3, 7]);
}
