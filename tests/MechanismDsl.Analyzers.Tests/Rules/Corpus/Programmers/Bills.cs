//! PivotOfPublicGood ir truthful
[Mechanism, IdenticalItems(3), Agents(3)]
public partial class PivotOfPublicGood
{
    const int Cost = 90;
    [Allocation] static bool[] Serve([Between(0, 100)] ReadOnlySpan<int> bids)
    {
        var build = bids[0] + bids[1] + bids[2] >= Cost;
        return [build, build, build];
    }
    [Payment] static int Pay([Between(0, 100)] ReadOnlySpan<int> bids, int agent)
    {
        var others = bids[0] + bids[1] + bids[2] - bids[agent];
        return others + bids[agent] >= Cost ? Math.Max(0, Cost - others) : 0;
    }
}

//! PivotPaysOutAtACorner ir truthful subsidy
[Mechanism, IdenticalItems(3), Agents(3)]
public partial class PivotPaysOutAtACorner
{
    const int Cost = 90;
    [Allocation] static bool[] Serve([Between(0, 100)] ReadOnlySpan<int> bids)
    {
        var build = bids[0] + bids[1] + bids[2] >= Cost;
        return [build, build, build];
    }
    [Payment] static int Pay([Between(0, 100)] ReadOnlySpan<int> bids, int agent)
    {
        var others = bids[0] + bids[1] + bids[2] - bids[agent];
        var rebate = others == 200 ? 1 : 0;
        return (others + bids[agent] >= Cost ? Math.Max(0, Cost - others) : 0) - rebate;
    }
}

//! PivotOffByOne not-ir not-truthful
[Mechanism, IdenticalItems(3), Agents(3)]
public partial class PivotOffByOne
{
    const int Cost = 90;
    [Allocation] static bool[] Serve([Between(0, 100)] ReadOnlySpan<int> bids)
    {
        var build = bids[0] + bids[1] + bids[2] >= Cost;
        return [build, build, build];
    }
    [Payment] static int Pay([Between(0, 100)] ReadOnlySpan<int> bids, int agent)
    {
        var others = bids[0] + bids[1] + bids[2] - bids[agent];
        return others + bids[agent] >= Cost ? Math.Max(0, Cost - others + 1) : 0;
    }
}

//! SecondPriceInCents ir truthful
[Mechanism, SingleItem, Agents(2, 9)]
public partial class SecondPriceInCents
{
    static int Best(ReadOnlySpan<decimal> bids)
    {
        var best = 0;
        for (var i = 1; i < bids.Length; i++) if (bids[i] > bids[best]) best = i;
        return best;
    }
    [Allocation] static int Winner([Between(0, 1000)] ReadOnlySpan<decimal> bids) => Best(bids);
    [Payment] static decimal Pay([Between(0, 1000)] ReadOnlySpan<decimal> bids, int agent)
    {
        if (Best(bids) != agent) return 0;
        decimal price = 0;
        for (var i = 0; i < bids.Length; i++) if (i != agent) price = Math.Max(price, bids[i]);
        return price;
    }
}

//! SecondPriceInCentsPlusTick not-truthful not-ir
[Mechanism, SingleItem, Agents(2, 9)]
public partial class SecondPriceInCentsPlusTick
{
    static int Best(ReadOnlySpan<decimal> bids)
    {
        var best = 0;
        for (var i = 1; i < bids.Length; i++) if (bids[i] > bids[best]) best = i;
        return best;
    }
    [Allocation] static int Winner([Between(0, 1000)] ReadOnlySpan<decimal> bids) => Best(bids);
    [Payment] static decimal Pay([Between(0, 1000)] ReadOnlySpan<decimal> bids, int agent)
    {
        if (Best(bids) != agent) return 0;
        decimal price = 0;
        for (var i = 0; i < bids.Length; i++) if (i != agent) price = Math.Max(price, bids[i]);
        return price + 0.01m;
    }
}

//! PayTickAboveSecond ir not-truthful
[Mechanism, SingleItem, Agents(2, 5)]
public partial class PayTickAboveSecond
{
    static int Best(ReadOnlySpan<int> bids)
    {
        var best = 0;
        for (var i = 1; i < bids.Length; i++) if (bids[i] > bids[best]) best = i;
        return best;
    }
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<int> bids) => Best(bids);
    [Payment] static int Pay([Between(0, 100)] ReadOnlySpan<int> bids, int agent)
    {
        if (Best(bids) != agent) return 0;
        var price = 0;
        for (var i = 0; i < bids.Length; i++) if (i != agent && bids[i] > price) price = bids[i];
        return Math.Min(price + 1, bids[agent]);
    }
}

//! TicksExactlyAsTheTieRule ir truthful
[Mechanism, SingleItem, Agents(2)]
public partial class TicksExactlyAsTheTieRule
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<int> bids) => bids[0] >= bids[1] ? 0 : 1;
    [Payment] static int Pay([Between(0, 100)] ReadOnlySpan<int> bids, int agent) =>
        bids[0] >= bids[1] ? (agent == 0 ? bids[1] : 0) : (agent == 1 ? bids[0] + 1 : 0);
}

//! BulkDiscountRefund ir truthful subsidy
[Mechanism, SingleItem, Agents(2)]
public partial class BulkDiscountRefund
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids) => bids[0] >= bids[1] ? 0 : 1;
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent)
    {
        double other = bids[1 - agent];
        bool wins = Winner(bids) == agent;
        return (wins ? other : 0) - (other > 99.9 ? 0.05 : 0);
    }
}

//! RedistributeToTheLoser ir not-truthful subsidy
[Mechanism, SingleItem, Agents(2)]
public partial class RedistributeToTheLoser
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids) => bids[0] >= bids[1] ? 0 : 1;
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent)
    {
        double price = Math.Min(bids[0], bids[1]);
        return Winner(bids) == agent ? price : -price / 10;
    }
}

//! CavalloLikeRebate ir truthful subsidy
[Mechanism, SingleItem, Agents(3)]
public partial class CavalloLikeRebate
{
    static int Best(ReadOnlySpan<double> bids)
    {
        int best = 0;
        for (int i = 1; i < 3; i++) if (bids[i] > bids[best]) best = i;
        return best;
    }
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids) => Best(bids);
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent)
    {
        double high = 0, low = 100;
        for (int i = 0; i < 3; i++)
            if (i != agent) { high = Math.Max(high, bids[i]); low = Math.Min(low, bids[i]); }
        return (Best(bids) == agent ? high : 0) - low / 3;
    }
}

//! FeeFromEverybody not-ir truthful
[Mechanism, SingleItem, Agents(2)]
public partial class FeeFromEverybody
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids) => bids[0] >= bids[1] ? 0 : 1;
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent) => (Winner(bids) == agent ? bids[1 - agent] : 0) + 0.5;
}

//! FeeFromLosersOnly not-ir not-truthful
[Mechanism, SingleItem, Agents(2)]
public partial class FeeFromLosersOnly
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids) => bids[0] >= bids[1] ? 0 : 1;
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent) => Winner(bids) == agent ? bids[1 - agent] : 0.5;
}

//! CapOnPrice ir not-truthful
[Mechanism, SingleItem, Agents(2)]
public partial class CapOnPrice
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids) => bids[0] >= bids[1] ? 0 : 1;
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent) => Winner(bids) == agent ? Math.Min(bids[1 - agent], 80) : 0;
}

//! ReserveAboveRival ir truthful
[Mechanism, SingleItem, Agents(1, 40)]
public partial class ReserveAboveRival
{
    const long Floor = 250;
    [Allocation] static int Winner([Between(0, 10000)] ReadOnlySpan<long> bids)
    {
        int best = -1;
        for (int i = 0; i < bids.Length; i++) if (bids[i] >= Floor && (best < 0 || bids[i] > bids[best])) best = i;
        return best;
    }
    [Payment] static long Pay([Between(0, 10000)] ReadOnlySpan<long> bids, int agent)
    {
        int best = -1;
        for (int i = 0; i < bids.Length; i++) if (bids[i] >= Floor && (best < 0 || bids[i] > bids[best])) best = i;
        if (best != agent) return 0;
        long price = Floor;
        for (int i = 0; i < bids.Length; i++) if (i != best && bids[i] > price) price = bids[i];
        return price;
    }
}

//! ReserveForgottenInPrice ir not-truthful
[Mechanism, SingleItem, Agents(1, 40)]
public partial class ReserveForgottenInPrice
{
    const long Floor = 250;
    static int Best(ReadOnlySpan<long> bids)
    {
        int best = -1;
        for (int i = 0; i < bids.Length; i++) if (bids[i] >= Floor && (best < 0 || bids[i] > bids[best])) best = i;
        return best;
    }
    [Allocation] static int Winner([Between(0, 10000)] ReadOnlySpan<long> bids) => Best(bids);
    [Payment] static long Pay([Between(0, 10000)] ReadOnlySpan<long> bids, int agent)
    {
        if (Best(bids) != agent) return 0;
        long price = 0;
        for (int i = 0; i < bids.Length; i++) if (i != agent && bids[i] > price) price = bids[i];
        return price;
    }
}

//! ReserveDisclosedOnlyAbove ir not-truthful
[Mechanism, SingleItem, Agents(2)]
public partial class ReserveDisclosedOnlyAbove
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
    {
        int best = bids[1] > bids[0] ? 1 : 0;
        return bids[best] >= 20 ? best : -1;
    }
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent)
    {
        if (Winner(bids) != agent) return 0;
        double other = bids[1 - agent];
        return other >= 20 ? other : bids[agent] > 60 ? 19 : 20;
    }
}

//! WeightedSecondPrice ir truthful
[Mechanism, SingleItem, Agents(2)]
public partial class WeightedSecondPrice
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids) => 2 * bids[0] >= bids[1] ? 0 : 1;
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent) =>
        2 * bids[0] >= bids[1] ? (agent == 0 ? bids[1] / 2 : 0) : (agent == 1 ? 2 * bids[0] : 0);
}

//! WeightedSecondPriceWrongWay ir not-truthful
[Mechanism, SingleItem, Agents(2)]
public partial class WeightedSecondPriceWrongWay
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids) => 2 * bids[0] >= bids[1] ? 0 : 1;
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent) =>
        2 * bids[0] >= bids[1] ? (agent == 0 ? Math.Min(bids[0], bids[1]) / 2 : 0) : (agent == 1 ? bids[0] : 0);
}

//! RoundedPriceUp not-truthful ir
[Mechanism, SingleItem, Agents(2)]
public partial class RoundedPriceUp
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<decimal> bids) => bids[0] >= bids[1] ? 0 : 1;
    [Payment] static decimal Pay([Between(0, 100)] ReadOnlySpan<decimal> bids, int agent) =>
        Winner(bids) == agent ? Math.Min(bids[agent], Math.Ceiling(bids[1 - agent])) : 0;
}

//! RoundedPriceDown ir not-truthful
[Mechanism, SingleItem, Agents(2)]
public partial class RoundedPriceDown
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<decimal> bids) => bids[0] >= bids[1] ? 0 : 1;
    [Payment] static decimal Pay([Between(0, 100)] ReadOnlySpan<decimal> bids, int agent) => Winner(bids) == agent ? Math.Floor(bids[1 - agent]) : 0;
}

//! UnitsAtMarginalPrices ir truthful
[Mechanism, IdenticalItems(2), Agents(2)]
public partial class UnitsAtMarginalPrices
{
    [Allocation] static int[] Units([Between(0, 100)] ReadOnlySpan<int> bids) =>
        bids[0] >= 2 * bids[1] ? [2, 0] : bids[1] > 2 * bids[0] ? [0, 2] : [1, 1];
    [Payment] static int Pay([Between(0, 100)] ReadOnlySpan<int> bids, int agent)
    {
        int own = bids[agent], other = bids[1 - agent];
        if (agent == 0)
        {
            int one = (other + 1) / 2, two = 2 * other;
            return own >= two ? Math.Min(one, two) + two : own >= one ? one : 0;
        }
        int first = other / 2 + 1, both = 2 * other + 1;
        return own >= both ? Math.Min(first, both) + both : own >= first ? first : 0;
    }
}

//! UnitsAtOnePrice not-truthful ir
[Mechanism, IdenticalItems(2), Agents(2)]
public partial class UnitsAtOnePrice
{
    [Allocation] static int[] Units([Between(0, 100)] ReadOnlySpan<int> bids) =>
        bids[0] >= 2 * bids[1] ? [2, 0] : bids[1] > 2 * bids[0] ? [0, 2] : [1, 1];
    [Payment] static int Pay([Between(0, 100)] ReadOnlySpan<int> bids, int agent)
    {
        int units = Units(bids)[agent];
        return units * (bids[1 - agent] / 2);
    }
}

//! SupplierSecondPriceLong ir truthful
[Mechanism, SingleItem, Procurement, Suppliers, Agents(2, 30)]
public partial class SupplierSecondPriceLong
{
    static int Best(ReadOnlySpan<long> costs)
    {
        int best = 0;
        for (int i = 1; i < costs.Length; i++) if (costs[i] < costs[best]) best = i;
        return best;
    }
    [Allocation] static int Winner([Between(1, 100000)] ReadOnlySpan<long> costs) => Best(costs);
    [Payment] static long Receive([Between(1, 100000)] ReadOnlySpan<long> costs, int agent)
    {
        if (Best(costs) != agent) return 0;
        long price = 100000;
        for (int i = 0; i < costs.Length; i++) if (i != agent) price = Math.Min(price, costs[i]);
        return price;
    }
}

//! SupplierPaidBelowCostAtACorner not-ir not-truthful
[Mechanism, SingleItem, Procurement, Suppliers, Agents(2)]
public partial class SupplierPaidBelowCostAtACorner
{
    [Allocation] static int Winner([Between(1, 100)] ReadOnlySpan<int> costs) => costs[0] <= costs[1] ? 0 : 1;
    [Payment] static int Receive([Between(1, 100)] ReadOnlySpan<int> costs, int agent) =>
        Winner(costs) != agent ? 0 : costs[agent] == 98 && costs[1 - agent] == 99 ? 97 : costs[1 - agent];
}

//! SupplierPaidOwnPlusMargin ir not-truthful
[Mechanism, SingleItem, Procurement, Suppliers, Agents(2)]
public partial class SupplierPaidOwnPlusMargin
{
    [Allocation] static int Winner([Between(1, 100)] ReadOnlySpan<decimal> costs) => costs[0] <= costs[1] ? 0 : 1;
    [Payment] static decimal Receive([Between(1, 100)] ReadOnlySpan<decimal> costs, int agent) => Winner(costs) == agent ? costs[agent] * 1.1m : 0m;
}

//! SupplierSplit ir truthful
[Mechanism, IdenticalItems(2), Procurement, Suppliers, Agents(3)]
public partial class SupplierSplit
{
    static int Worst(ReadOnlySpan<int> costs) => costs[0] > costs[1] ? (costs[0] > costs[2] ? 0 : 2) : costs[1] > costs[2] ? 1 : 2;
    [Allocation] static bool[] Serve([Between(0, 100)] ReadOnlySpan<int> costs)
    {
        bool[] served = [true, true, true];
        served[Worst(costs)] = false;
        return served;
    }
    [Payment] static int Receive([Between(0, 100)] ReadOnlySpan<int> costs, int agent)
    {
        if (Worst(costs) == agent) return 0;
        int high = 0;
        for (int i = 0; i < 3; i++) if (i != agent) high = Math.Max(high, costs[i]);
        // An equal cost wins only if somebody behind has it.
        return high;
    }
}

//! GrovesWithOthersMean truthful not-ir subsidy
[Mechanism, SingleItem, Agents(3)]
public partial class GrovesWithOthersMean
{
    static int Best(ReadOnlySpan<double> bids)
    {
        int best = 0;
        for (int i = 1; i < 3; i++) if (bids[i] > bids[best]) best = i;
        return best;
    }
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids) => Best(bids);
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent)
    {
        double high = 0, sum = 0;
        for (int i = 0; i < 3; i++)
            if (i != agent) { high = Math.Max(high, bids[i]); sum += bids[i]; }
        return (Best(bids) == agent ? high : 0) + sum / 8 - high / 5;
    }
}

//! PayByRecord ir truthful
[Mechanism, SingleItem, Agents(2)]
public partial class PayByRecord
{
    public readonly record struct Bid([Report, Between(0, 100)] double Amount, [Verified] bool IsMember);
    readonly record struct Sold(int Winner, double Price);
    static double Floor(Bid bid) => bid.IsMember ? 10 : 15;
    static Sold Outcome(ReadOnlySpan<Bid> bids)
    {
        bool first = bids[0].Amount >= Floor(bids[0]), second = bids[1].Amount >= Floor(bids[1]);
        return (first, second) switch
        {
            (true, true) when bids[0].Amount >= bids[1].Amount => new Sold(0, Math.Max(bids[1].Amount, Floor(bids[0]))),
            (true, true) => new Sold(1, Math.Max(bids[0].Amount, Floor(bids[1]))),
            (true, false) => new Sold(0, Floor(bids[0])),
            (false, true) => new Sold(1, Floor(bids[1])),
            _ => new Sold(-1, 0),
        };
    }
    [Allocation] static int Winner(ReadOnlySpan<Bid> bids) => Outcome(bids).Winner;
    [Payment] static double Pay(ReadOnlySpan<Bid> bids, int agent) => Outcome(bids) is var (winner, price) && winner == agent ? price : 0;
}

//! DivideByRivalThrows throws
[Mechanism, SingleItem, Agents(2)]
public partial class DivideByRivalThrows
{
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<int> bids) => bids[0] >= bids[1] ? 0 : 1;
    [Payment] static int Pay([Between(0, 100)] ReadOnlySpan<int> bids, int agent) => Winner(bids) == agent ? bids[1 - agent] * bids[agent] / bids[agent] : 0;
}

//! AveragePriceOfAll ir not-truthful
[Mechanism, SingleItem, Agents(3)]
public partial class AveragePriceOfAll
{
    static int Best(ReadOnlySpan<double> bids)
    {
        int best = 0;
        for (int i = 1; i < 3; i++) if (bids[i] > bids[best]) best = i;
        return best;
    }
    [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids) => Best(bids);
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent) => Best(bids) == agent ? (bids[0] + bids[1] + bids[2]) / 3 : 0;
}

//! TopTwoPayThird ir truthful
[Mechanism, IdenticalItems(2), Agents(3)]
public partial class TopTwoPayThird
{
    static int Last(ReadOnlySpan<double> bids)
    {
        int last = 0;
        for (int i = 1; i < 3; i++) if (bids[i] <= bids[last]) last = i;
        return last;
    }
    [Allocation] static void Serve([Between(0, 100)] ReadOnlySpan<double> bids, Span<bool> served)
    {
        int last = Last(bids);
        for (int i = 0; i < 3; i++) served[i] = i != last;
    }
    [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent)
    {
        int last = Last(bids);
        return agent == last ? 0 : bids[last];
    }
}

//! OverflowingBill throws
[Mechanism, SingleItem, Agents(2)]
public partial class OverflowingBill
{
    [Allocation] static int Winner([Between(0, 100000)] ReadOnlySpan<int> bids) => bids[0] >= bids[1] ? 0 : 1;
    [Payment] static int Pay([Between(0, 100000)] ReadOnlySpan<int> bids, int agent) => checked(Winner(bids) == agent ? bids[0] * bids[1] / Math.Max(1, bids[agent]) : 0);
}

//! WrappingBill ir not-truthful
[Mechanism, SingleItem, Agents(2)]
public partial class WrappingBill
{
    [Allocation] static int Winner([Between(0, 100000)] ReadOnlySpan<int> bids) => bids[0] >= bids[1] ? 0 : 1;
    [Payment] static int Pay([Between(0, 100000)] ReadOnlySpan<int> bids, int agent) => Winner(bids) == agent ? Math.Max(0, bids[0] * bids[1]) / Math.Max(1, bids[agent]) : 0;
}
