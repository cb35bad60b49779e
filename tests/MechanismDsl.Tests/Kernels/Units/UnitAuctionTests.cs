using MechanismDsl.Kernels;

namespace MechanismDsl.Tests.Kernels.Units;

public class UnitAuctionTests
{
    [Fact]
    public void ThreeItems_FourBids()
    {
        var winners = new int[3];
        Assert.Equal(3, MultiUnitSale.Run([4, 10, 6, 8], 0, winners, out var price));
        Assert.Equal([1, 3, 2], winners);
        Assert.Equal(4, price);
    }

    [Fact]
    public void FewerBidsThanItems_TheReserveIsPaid()
    {
        var winners = new int[3];
        Assert.Equal(1, MultiUnitSale.Run([4, 10], 5, winners, out var price));
        Assert.Equal([1, -1, -1], winners);
        Assert.Equal(5, price);
        Assert.Equal(0, MultiUnitSale.Run([], 5, winners, out _));
        Assert.Equal(0, MultiUnitSale.Run([4, 10], 5, [], out price));
        Assert.Equal(10, price);
    }

    [Fact]
    public void Positions_OfTheLiterature()
    {
        // Edelman, Ostrovsky and Schwarz 2007: 200 and 100 clicks, values 10, 4, 2: the externality payments are 600 and 200.
        int[] agents = [0, 0];
        double[] payments = [0, 0];
        Assert.Equal(2, PositionAuction.Run([10, 4, 2], [200, 100], 0, agents, payments));
        Assert.Equal([0, 1], agents);
        Assert.Equal([600, 200], payments);
    }

    [Fact]
    public void Positions_ReserveHoldsForEveryClick()
    {
        int[] agents = [0, 0];
        double[] payments = [0, 0];
        Assert.Equal(1, PositionAuction.Run([10, 4], [200, 100], 5, agents, payments));
        Assert.Equal([0, -1], agents);
        Assert.Equal([1000, 0], payments);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1.0)]
    [InlineData(1.1e15)]
    [InlineData(double.PositiveInfinity)]
    public void BadReportsAreNamed(double report)
    {
        foreach (var place in new[] { 0, 70, 130 })
        {
            var reports = Enumerable.Repeat(50.0, 131).ToArray();
            reports[place] = report;
            var words = $"Agent {place} reports";
            Assert.Contains(words, Assert.Throws<ArgumentOutOfRangeException>(() => MultiUnitSale.Run(reports, 0, new int[2], out _)).Message, StringComparison.Ordinal);
            Assert.Contains(words, Assert.Throws<ArgumentOutOfRangeException>(() => MultiUnitPurchase.Run(reports, 100, new int[2], out _)).Message, StringComparison.Ordinal);
            Assert.Contains(
                words,
                Assert.Throws<ArgumentOutOfRangeException>(() => PositionAuction.Run(reports, [1], 0, new int[1], new double[1])).Message,
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(1.0, 2.0)]
    [InlineData(1.0, -1.0)]
    [InlineData(double.NaN, 0.0)]
    [InlineData(double.PositiveInfinity, 0.0)]
    public void BadClicksAreNamed(double first, double second) =>
        Assert.Contains(
            "Slot",
            Assert.Throws<ArgumentOutOfRangeException>(() => PositionAuction.Run([1], [first, second], 0, new int[2], new double[2])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Sales_EqualTheDefinition()
    {
        var draws = new Draws(61);
        for (var instance = 0; instance < 10_000; instance++)
        {
            var bids = draws.Reports(draws.Below(instance % 10 == 0 ? 400 : 12));
            var items = draws.Below(instance % 20 == 0 ? 90 : 6);
            var reserve = draws.Below(3) == 0 ? 0 : draws.Below(2);
            var expected = Enumerable.Range(0, bids.Length).Where(agent => bids[agent] >= reserve).OrderByDescending(agent => bids[agent]).ToArray();
            var winners = new int[items];
            var sold = MultiUnitSale.Run(bids, reserve, winners, out var price);
            Assert.Equal(expected.Take(items), winners.Take(sold));
            Assert.All(winners.Skip(sold), winner => Assert.Equal(-1, winner));
            Assert.Equal(expected.Length > items ? bids[expected[items]] : reserve, price);

            var ceiling = draws.Below(3) == 0 ? 1e15 : draws.Below(3);
            expected = [.. Enumerable.Range(0, bids.Length).Where(agent => bids[agent] <= ceiling).OrderBy(agent => bids[agent])];
            var bought = MultiUnitPurchase.Run(bids, ceiling, winners, out price);
            Assert.Equal(expected.Take(items), winners.Take(bought));
            Assert.Equal(expected.Length > items ? bids[expected[items]] : ceiling, price);
        }
    }

    [Fact]
    public void Positions_EqualTheDefinition()
    {
        var draws = new Draws(67);
        for (var instance = 0; instance < 10_000; instance++)
        {
            var bids = Enumerable.Range(0, draws.Below(7)).Select(_ => (double)draws.Below(instance % 2 == 0 ? 5 : 1000)).ToArray();
            var clicks = Enumerable.Range(0, draws.Below(5)).Select(_ => (double)draws.Below(10)).OrderDescending().ToArray();
            var reserve = draws.Below(3);
            var agents = new int[clicks.Length];
            var payments = new double[clicks.Length];
            PositionAuction.Run(bids, clicks, reserve, agents, payments);
            for (var slot = 0; slot < clicks.Length; slot++)
            {
                if (agents[slot] >= 0)
                {
                    var others = bids.Where((_, agent) => agent != agents[slot]).ToArray();
                    var present = Welfare(bids, clicks, reserve) - (clicks[slot] * bids[agents[slot]]);
                    Assert.Equal(Welfare(others, clicks, reserve) - present, payments[slot]);
                }
            }
        }
    }

    /// <summary>The highest total; the platform itself values a click at the reserve.</summary>
    private static double Welfare(double[] bids, double[] clicks, double reserve) =>
        clicks.Zip(bids.Where(bid => bid >= reserve).OrderDescending().Concat(Enumerable.Repeat(reserve, clicks.Length)), (click, bid) => click * bid).Sum();
}
