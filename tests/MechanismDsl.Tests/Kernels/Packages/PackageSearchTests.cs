using MechanismDsl.Kernels;

namespace MechanismDsl.Tests.Kernels.Packages;

public class PackageSearchTests
{
    private const long Plenty = 1_000_000;

    [Fact]
    public void TwoSmallBiddersBeatOneLarge_AndEachPaysWhatTheOtherLeavesIt()
    {
        var (total, accepted, payments) = Run([new(0, 0b11, 10), new(1, 0b01, 8), new(2, 0b10, 8)], 2, 3);
        Assert.Equal(16, total);
        Assert.Equal([-1, 1, 2], accepted);
        Assert.Equal([0, 2, 2], payments);
    }

    [Fact]
    public void BidsOfOneBidderExcludeEachOther()
    {
        var (total, accepted, payments) = Run([new(0, 0b01, 5), new(0, 0b10, 4), new(1, 0b01, 3)], 2, 2);
        Assert.Equal(7, total);
        Assert.Equal([1, 2], accepted);
        Assert.Equal([0, 1], payments);
    }

    [Fact]
    public void NoBidsNoGoods()
    {
        Assert.Equal([-1, -1], Run([], 64, 2).Accepted);
        Assert.Empty(Run([], 0, 0).Accepted);
        Assert.Equal([-1], Run([new(0, 1, 0)], 1, 1).Accepted);
    }

    [Fact]
    public void TheLastOfSixtyFourGoods()
    {
        var (total, accepted, payments) = Run([new(0, ulong.MaxValue, 100), new(1, 1UL << 63, 99), new(2, 1, 2)], 64, 3);
        Assert.Equal(101, total);
        Assert.Equal([-1, 1, 2], accepted);
        Assert.Equal([0, 98, 1], payments);
    }

    [Fact]
    public void MoneyUpToTheLimitIsExact()
    {
        const long quarter = PackageSearch.MostMoney / 4;
        var (total, accepted, payments) = Run([new(0, 0b11, (2 * quarter) - 1), new(1, 0b01, quarter), new(2, 0b10, quarter), new(3, 0b10, 1)], 2, 4);
        Assert.Equal(2 * quarter, total);
        Assert.Equal([-1, 1, 2, -1], accepted);
        Assert.Equal([0, quarter - 1, quarter - 1, 0], payments);
    }

    [Theory]
    [InlineData(2, 1ul, 1, "made by bidder 2")]
    [InlineData(-1, 1ul, 1, "made by bidder -1")]
    [InlineData(0, 0ul, 1, "names no good")]
    [InlineData(0, 8ul, 1, "names good 3")]
    [InlineData(0, 1ul, -1, "is worth -1")]
    public void BadBidsAreNamed(int bidder, ulong goods, long value, string words) =>
        Assert.Contains(words, Assert.Throws<ArgumentOutOfRangeException>(() => Run([new(bidder, goods, value)], 3, 2)).Message, StringComparison.Ordinal);

    [Fact]
    public void BadShapesAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Run([], PackageSearch.MostGoods + 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PackageSearch.TryRun([], 1, -1, new int[1], new long[1], out _));
        Assert.Throws<ArgumentException>(() => PackageSearch.TryRun([], 1, 1, new int[1], new long[2], out _));
        var error = Assert.Throws<ArgumentException>(() => Run([new(0, 1, PackageSearch.MostMoney), new(1, 1, 1)], 1, 2));
        Assert.Contains("coarser unit", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EqualsTheDynamicProgram()
    {
        var draws = new Draws(64);
        for (var instance = 0; instance < 10_000; instance++)
        {
            var isLarge = instance % 20 == 0;
            var goods = 1 + draws.Below(isLarge ? 12 : 6);
            var bidders = 1 + draws.Below(8);
            var range = (instance % 3) switch { 0 => 4, 1 => 20, _ => 1000 };
            var bids = Enumerable.Range(0, draws.Below(isLarge ? 60 : 20))
                .Select(_ => new ExactPackageBid(draws.Below(bidders), 1 + (ulong)draws.Below((1 << goods) - 1), draws.Below(range)))
                .ToArray();
            var (total, accepted, payments) = Run(bids, goods, bidders);

            var acceptedByTable = new int[bidders];
            var paymentsByTable = new double[bidders];
            Assert.Equal(PackageAuction.Run([.. bids.Select(bid => new PackageBid(bid.Bidder, (uint)bid.Goods, bid.Value))], goods, acceptedByTable, paymentsByTable), total);
            CheckFeasible(bids, accepted, payments, total);
            var alone = new int[bidders];
            Assert.True(PackageSearch.TryAllocate(bids, goods, Plenty, alone, out var totalAlone));
            Assert.Equal(total, totalAlone);
            Assert.Equal(accepted, alone);
            for (var bidder = 0; bidder < bidders; bidder++)
            {
                // Of several best allocations the two may choose different ones; a bidder's utility is the same in all of them.
                var utility = accepted[bidder] < 0 ? 0 : bids[accepted[bidder]].Value - payments[bidder];
                Assert.Equal(acceptedByTable[bidder] < 0 ? 0 : bids[acceptedByTable[bidder]].Value - paymentsByTable[bidder], utility);
            }
        }
    }

    [Fact]
    public void LargeMarketsOfDisjointPartsAreTheSumOfTheParts()
    {
        // Eight markets of eight goods side by side: 64 goods, and each part is within reach of the dynamic program.
        var draws = new Draws(65);
        for (var instance = 0; instance < 6; instance++)
        {
            var bids = new List<ExactPackageBid>();
            var total = 0.0;
            var paid = new List<double>();
            for (var part = 0; part < 8; part++)
            {
                var own = Enumerable.Range(0, 30).Select(_ => new PackageBid(draws.Below(9), 1 + (uint)draws.Below(255), 1 + draws.Below(100_000))).ToArray();
                bids.AddRange(own.Select(bid => new ExactPackageBid(bid.Bidder + (9 * part), (ulong)bid.Goods << (8 * part), (long)bid.Value)));
                var payments = new double[9];
                total += PackageAuction.Run(own, 8, new int[9], payments);
                paid.AddRange(payments);
            }

            var outcome = Run([.. bids], 64, 72);
            Assert.Equal(total, outcome.Total);
            Assert.Equal(paid, outcome.Payments.Select(payment => (double)payment));
        }
    }

    [Fact]
    public void NoMisreportPays()
    {
        var draws = new Draws(66);
        for (var instance = 0; instance < 300; instance++)
        {
            var goods = 2 + draws.Below(4);
            var bids = Enumerable.Range(0, 3 + draws.Below(9)).Select(_ => new ExactPackageBid(draws.Below(4), 1 + (ulong)draws.Below((1 << goods) - 1), draws.Below(12))).ToArray();
            var truthful = Utility(bids, bids, goods, 0);
            for (var deviation = 0; deviation < 10; deviation++)
            {
                var lie = bids.Select(bid => bid.Bidder == 0 ? bid with { Value = draws.Below(20) } : bid).ToArray();
                Assert.True(Utility(lie, bids, goods, 0) <= truthful);
            }
        }
    }

    [Fact]
    public void MarketsTooLargeForTheSearchAreLeftToOthers()
    {
        // Two thousand bidders with two bids each: the relaxation would need a matrix of 2001 rows.
        ExactPackageBid[] bids = [.. Enumerable.Range(0, 4000).Select(index => new ExactPackageBid(index / 2, 1UL << (index % 2), 1 + index))];
        Assert.False(PackageSearch.TryRun(bids, 2, long.MaxValue, new int[2000], new long[2000], out var total));
        Assert.Equal(0, total);

        // With one bid each there are two rows.
        var (best, accepted, payments) = Run([.. bids.Select((bid, index) => bid with { Bidder = index })], 2, 4000);
        Assert.Equal(7999, best);
        Assert.Equal((3998, 3997), (accepted[3998], payments[3998]));
        Assert.Equal((3999, 3998), (accepted[3999], payments[3999]));
    }

    [Fact]
    public void AnExhaustedBudgetLeavesNothingHalfDone()
    {
        var draws = new Draws(67);
        var bids = Enumerable.Range(0, 120).Select(index => new ExactPackageBid(index / 3, draws.Next() & draws.Next(), 1000 + draws.Below(1000))).ToArray();
        var (total, accepted, payments) = Run(bids, 64, 40);
        var answers = new List<bool>();
        for (var budget = 0L; budget < Plenty; budget = (2 * budget) + 1)
        {
            var (someAccepted, somePayments) = (Enumerable.Repeat(7, 40).ToArray(), Enumerable.Repeat(7L, 40).ToArray());
            var isDone = PackageSearch.TryRun(bids, 64, budget, someAccepted, somePayments, out var someTotal);
            answers.Add(isDone);
            Assert.Equal(isDone ? total : 0, someTotal);
            Assert.Equal(isDone ? accepted : Enumerable.Repeat(-1, 40), someAccepted);
            Assert.Equal(isDone ? payments : new long[40], somePayments);
        }

        // A larger budget never turns success into failure, and both occur.
        Assert.False(answers[0]);
        Assert.True(answers[^1]);
        Assert.Equal(answers.Order(), answers);
    }

    private static long Utility(ExactPackageBid[] reports, ExactPackageBid[] truth, int goods, int bidder)
    {
        var (_, accepted, payments) = Run(reports, goods, 4);
        return accepted[bidder] < 0 ? 0 : truth[accepted[bidder]].Value - payments[bidder];
    }

    private static void CheckFeasible(ExactPackageBid[] bids, int[] accepted, long[] payments, long total)
    {
        var taken = 0UL;
        var sum = 0L;
        for (var bidder = 0; bidder < accepted.Length; bidder++)
        {
            var own = accepted[bidder] < 0 ? new(bidder, 0, 0) : bids[accepted[bidder]];
            Assert.Equal(bidder, own.Bidder);
            Assert.Equal(0UL, taken & own.Goods);
            Assert.InRange(payments[bidder], 0, own.Value);
            taken |= own.Goods;
            sum += own.Value;
        }

        Assert.Equal(total, sum);
    }

    private static (long Total, int[] Accepted, long[] Payments) Run(ExactPackageBid[] bids, int goods, int bidders)
    {
        var accepted = new int[bidders];
        var payments = new long[bidders];
        Assert.True(PackageSearch.TryRun(bids, goods, Plenty, accepted, payments, out var total));
        return (total, accepted, payments);
    }
}
