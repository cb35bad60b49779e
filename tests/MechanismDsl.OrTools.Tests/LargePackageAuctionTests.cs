using System.Globalization;
using System.Text.Json;
using MechanismDsl.Kernels;

namespace MechanismDsl.OrTools.Tests;

public class LargePackageAuctionTests
{
    private static readonly SearchLimit ProgramOnly = new(Nodes: 0);

    [Fact]
    public void GoldenCasesOfBothSolvers()
    {
        using var document = JsonDocument.Parse(typeof(LargePackageAuctionTests).Assembly.GetManifestResourceStream("cases.json")!);
        var cases = document.RootElement.GetProperty("cases").EnumerateArray().Where(one => one.GetProperty("id").GetString()!.StartsWith("combinatorial-vcg-", StringComparison.Ordinal)).ToList();
        Assert.Equal(5, cases.Count);
        foreach (var one in cases)
        {
            var items = one.GetProperty("inputs").GetProperty("items").GetString()!;
            var books = one.GetProperty("inputs").GetProperty("bids_xor").EnumerateArray().ToList();
            LargePackageBid[] bids =
            [
                .. books.SelectMany((book, bidder) => book.EnumerateObject().Select(bid =>
                    new LargePackageBid(bidder, [.. bid.Name.Select(item => items.IndexOf(item))], long.Parse(bid.Value.GetString()!, CultureInfo.InvariantCulture)))),
            ];
            var expected = one.GetProperty("expected");
            foreach (var limit in (SearchLimit[])[SearchLimit.Default, ProgramOnly])
            {
                var outcome = LargePackageAuction.Run(bids, items.Length, books.Count, limit);
                Assert.Equal(expected.GetProperty("welfare").GetProperty("exact").GetString(), outcome.Total.ToString(CultureInfo.InvariantCulture));
                Assert.Equal(
                    expected.GetProperty("bundles").EnumerateArray().Select(bundle => bundle.GetString()),
                    outcome.Accepted.Select(index => index < 0 ? "" : string.Concat(bids[index].Goods.Select(good => items[good]))));
                Assert.Equal(
                    expected.GetProperty("payments").EnumerateArray().Select(payment => payment.GetString()),
                    outcome.Payments!.Value.Select(payment => payment.ToString(CultureInfo.InvariantCulture)));
            }
        }
    }

    [Theory]
    [InlineData(PackageSolver.Search, 2000)]
    [InlineData(PackageSolver.IntegerProgram, 40)]
    public void EqualsTheDynamicProgram(PackageSolver solver, int instances)
    {
        var draws = new Draws(21);
        for (var instance = 0; instance < instances; instance++)
        {
            var goods = 1 + draws.Below(instance % 10 == 0 ? 12 : 6);
            var bidders = 1 + draws.Below(8);
            var bids = draws.Bids(draws.Below(25), goods, bidders, instance % 2 == 0 ? 5 : 1000);
            var outcome = LargePackageAuction.Run(bids, goods, bidders, solver == PackageSolver.Search ? null : ProgramOnly);
            Assert.Equal(solver, outcome.Solver);
            Assert.True(outcome.IsOptimal);
            Assert.Null(outcome.WhyNoPayments);
            CheckFeasible(bids, goods, outcome);

            var accepted = new int[bidders];
            var payments = new double[bidders];
            PackageBid[] table = [.. bids.Select(bid => new PackageBid(bid.Bidder, (uint)bid.Goods.Sum(good => 1 << good), bid.Value))];
            Assert.Equal(PackageAuction.Run(table, goods, accepted, payments), outcome.Total);
            for (var bidder = 0; bidder < bidders; bidder++)
            {
                // The choice among equal totals may differ, what a bidder gains may not.
                Assert.Equal(accepted[bidder] < 0 ? 0 : table[accepted[bidder]].Value - payments[bidder], Gain(outcome, bids, bidder));
            }
        }
    }

    [Fact]
    public void BeyondSixtyFourGoods_DisjointPartsAddUp()
    {
        // Ten markets of eight goods side by side: 80 goods, and each part is within reach of the dynamic program.
        var draws = new Draws(80);
        var bids = new List<LargePackageBid>();
        var (total, payments) = (0.0, new List<double>());
        for (var part = 0; part < 10; part++)
        {
            var own = draws.Bids(20, 8, 4, 100_000);
            var paid = new double[4];
            total += PackageAuction.Run([.. own.Select(bid => new PackageBid(bid.Bidder, (uint)bid.Goods.Sum(good => 1 << good), bid.Value))], 8, new int[4], paid);
            payments.AddRange(paid);
            bids.AddRange(own.Select(bid => new LargePackageBid(bid.Bidder + (4 * part), [.. bid.Goods.Select(good => good + (8 * part))], bid.Value)));
        }

        var outcome = LargePackageAuction.Run([.. bids], 80, 40);
        Assert.Equal(PackageSolver.IntegerProgram, outcome.Solver);
        Assert.Equal(total, outcome.Total);
        Assert.Equal(payments, outcome.Payments!.Value.Select(payment => (double)payment));
    }

    [Fact]
    public void GoodsThatNobodyNamesDoNotCount()
    {
        var outcome = LargePackageAuction.Run([new(0, [999], 5), new(1, [999, 3], 7), new(2, [3], 1)], 1000, 3);
        Assert.Equal(PackageSolver.Search, outcome.Solver);
        Assert.Equal([-1, 1, -1], outcome.Accepted.ToArray());
        Assert.Equal([0, 6, 0], outcome.Payments!.Value.ToArray());
    }

    [Fact]
    public void WithoutProofThereAreNoPayments()
    {
        var draws = new Draws(7);
        var bids = draws.Bids(60, 12, 20, 1000);
        var best = LargePackageAuction.Run(bids, 12, 20);

        var none = LargePackageAuction.Run(bids, 12, 20, new SearchLimit(Nodes: 0, DeterministicTime: 0));
        CheckFeasible(bids, 12, none);
        Assert.False(none.IsOptimal);
        Assert.Null(none.Payments);
        Assert.Contains("need an allocation proved optimal", none.WhyNoPayments, StringComparison.Ordinal);
        Assert.InRange(best.Total, none.Total, none.Bound);

        // Somewhere between no time and enough, the allocation is proved and a total without a winner is not.
        var isBetween = false;
        for (var time = 1e-6; time < 10; time *= 1.5)
        {
            var outcome = LargePackageAuction.Run(bids, 12, 20, new SearchLimit(Nodes: 0, time));
            CheckFeasible(bids, 12, outcome);
            Assert.InRange(best.Total, outcome.Total, outcome.Bound);
            Assert.Equal(outcome.Payments is null, outcome.WhyNoPayments is not null);
            Assert.True(outcome.IsOptimal || outcome.Payments is null);
            isBetween |= outcome.IsOptimal && outcome.WhyNoPayments?.StartsWith("Without bidder", StringComparison.Ordinal) == true;
        }

        Assert.True(isBetween);
    }

    [Fact]
    public void TheSameBidsGiveTheSameOutcome()
    {
        // Many ties: every good is worth the same to everybody.
        LargePackageBid[] bids = [.. Enumerable.Range(0, 120).Select(index => new LargePackageBid(index / 2, [index % 70, (index * 7 % 70) + 70], 10))];
        var first = LargePackageAuction.Run(bids, 140, 60);
        var second = LargePackageAuction.Run(bids, 140, 60);
        Assert.Equal(first.Accepted.ToArray(), second.Accepted.ToArray());
        Assert.Equal(first.Payments!.Value.ToArray(), second.Payments!.Value.ToArray());
    }

    [Fact]
    public void NoMisreportPays()
    {
        var draws = new Draws(5);
        for (var instance = 0; instance < 15; instance++)
        {
            var bids = draws.Bids(4 + draws.Below(6), 4, 3, 12);
            var truthful = Gain(LargePackageAuction.Run(bids, 4, 3, ProgramOnly), bids, 0);
            LargePackageBid[] lie = [.. bids.Select(bid => bid.Bidder == 0 ? bid with { Value = draws.Below(20) } : bid)];
            Assert.True(Gain(LargePackageAuction.Run(lie, 4, 3, ProgramOnly), bids, 0) <= truthful);
        }
    }

    [Fact]
    public void SetsOfGoods_DecidedBySearchOrProgramOrNotAtAll()
    {
        var draws = new Draws(11);
        for (var instance = 0; instance < 10; instance++)
        {
            var bids = draws.Bids(30, 8, 10, 1000);
            ExactPackageBid[] sets = [.. bids.Select(bid => new ExactPackageBid(bid.Bidder, (ulong)bid.Goods.Sum(good => 1 << good), bid.Value))];
            var outcome = LargePackageAuction.Run(bids, 8, 10);
            foreach (var limit in (SearchLimit?[])[null, ProgramOnly, new SearchLimit(0, 0)])
            {
                int[] accepted = [.. Enumerable.Repeat(7, 10)];
                long[] payments = [.. Enumerable.Repeat(7L, 10)];
                var isDecided = LargePackageAuction.TryRun(sets, 8, limit, accepted, payments, out var total);
                Assert.Equal(limit?.DeterministicTime != 0, isDecided);
                Assert.Equal(isDecided ? outcome.Total : 0, total);
                for (var bidder = 0; bidder < 10; bidder++)
                {
                    Assert.True(isDecided || (accepted[bidder] == -1 && payments[bidder] == 0));
                    Assert.Equal(isDecided ? Gain(outcome, bids, bidder) : 0, accepted[bidder] < 0 ? 0 : sets[accepted[bidder]].Value - payments[bidder]);
                }
            }
        }
    }

    [Fact]
    public void TheAllocationAlone()
    {
        var bids = new Draws(9).Bids(30, 8, 10, 1000);
        var outcome = LargePackageAuction.Run(bids, 8, 10);
        foreach (var limit in (SearchLimit[])[SearchLimit.Default, ProgramOnly])
        {
            var alone = LargePackageAuction.Allocate(bids, 8, 10, limit);
            Assert.Equal(outcome.Total, alone.Total);
            Assert.True(alone.IsOptimal);
            Assert.Null(alone.Payments);
            Assert.Contains("Only the allocation", alone.WhyNoPayments, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void NoBidsNoGoods()
    {
        Assert.Empty(LargePackageAuction.Run([], 0, 0).Accepted);
        foreach (var limit in (SearchLimit[])[SearchLimit.Default, ProgramOnly])
        {
            var outcome = LargePackageAuction.Run([new(0, [1], 0)], 100, 2, limit);
            Assert.Equal([-1, -1], outcome.Accepted.ToArray());
            Assert.Equal([0, 0], outcome.Payments!.Value.ToArray());
        }
    }

    /// <summary>What a bidder gains by its true bids, which may not be those that the outcome comes from.</summary>
    private static long Gain(LargePackageOutcome outcome, LargePackageBid[] truth, int bidder) =>
        outcome.Accepted[bidder] < 0 ? 0 : truth[outcome.Accepted[bidder]].Value - outcome.Payments!.Value[bidder];

    private static void CheckFeasible(LargePackageBid[] bids, int goods, LargePackageOutcome outcome)
    {
        var sold = new bool[goods];
        var total = 0L;
        for (var bidder = 0; bidder < outcome.Accepted.Length; bidder++)
        {
            if (outcome.Accepted[bidder] >= 0)
            {
                var bid = bids[outcome.Accepted[bidder]];
                Assert.Equal(bidder, bid.Bidder);
                Assert.All(bid.Goods, good => Assert.False(sold[good]));
                foreach (var good in bid.Goods)
                {
                    sold[good] = true;
                }

                total += bid.Value;
            }

            if (outcome.Payments is { } payments)
            {
                Assert.InRange(payments[bidder], 0, outcome.Accepted[bidder] < 0 ? 0 : bids[outcome.Accepted[bidder]].Value);
            }
        }

        Assert.Equal(total, outcome.Total);
        Assert.InRange(outcome.Total, 0, outcome.Bound);
    }
}
