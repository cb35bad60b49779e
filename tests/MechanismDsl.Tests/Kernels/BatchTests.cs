using MechanismDsl.Kernels;

namespace MechanismDsl.Tests.Kernels;

public class BatchTests
{
    [Fact]
    public void RowsEqualSingleAuctions()
    {
        var draws = new Draws(4);
        for (var instance = 0; instance < 1_500; instance++)
        {
            var agents = instance % 3 == 0 ? 8 : draws.Below(20);
            var auctions = draws.Below(40);
            var rows = draws.Reports(agents * auctions);
            var limit = SecondPriceTests.Reserve(draws, rows);
            var sold = new Sale<double>[auctions];
            var bought = new Sale<double>[auctions];
            SecondPrice.RunBatch(rows, agents, limit, sold);
            LowestCost.RunBatch(rows, agents, limit, bought);
            for (var auction = 0; auction < auctions; auction++)
            {
                var row = rows[(auction * agents)..((auction + 1) * agents)];
                SecondPriceTests.AssertSame(Interpreter.SecondPrice(row, limit), sold[auction]);
                SecondPriceTests.AssertSame(Interpreter.LowestCost(row, limit), bought[auction]);
            }
        }
    }

    [Fact]
    public void ColumnsEqualSingleAuctions()
    {
        var draws = new Draws(5);
        for (var instance = 0; instance < 1_500; instance++)
        {
            var agents = instance % 3 == 0 ? 8 : 1 + draws.Below(20);
            var auctions = 1 + draws.Below(40);
            var columns = draws.Reports(agents * auctions);
            var limit = SecondPriceTests.Reserve(draws, columns);
            var sellers = (Winners: new int[auctions], Prices: new double[auctions]);
            var buyers = (Winners: new int[auctions], Prices: new double[auctions]);
            SecondPrice.RunColumns(columns, limit, sellers.Winners, sellers.Prices);
            LowestCost.RunColumns(columns, limit, buyers.Winners, buyers.Prices);
            for (var auction = 0; auction < auctions; auction++)
            {
                var row = Enumerable.Range(0, agents).Select(agent => columns[(agent * auctions) + auction]).ToArray();
                SecondPriceTests.AssertSame(Interpreter.SecondPrice(row, limit), new(sellers.Winners[auction], sellers.Prices[auction]));
                SecondPriceTests.AssertSame(Interpreter.LowestCost(row, limit), new(buyers.Winners[auction], buyers.Prices[auction]));
            }
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(2e15)]
    public void AReportOutsideTheDomainIsNamedWithItsAuction(double report)
    {
        foreach (var agents in new[] { 1, 3, 8, 9, 30 })
        {
            const int Auctions = 19;
            var reports = new double[agents * Auctions];
            for (var position = 0; position < reports.Length; position++)
            {
                reports[position] = report;
                var sales = new Sale<double>[Auctions];
                var failure = Assert.Throws<ArgumentOutOfRangeException>(() => SecondPrice.RunBatch(reports, agents, 1, sales));
                Assert.Contains($"Agent {position % agents} reports", failure.Message);
                Assert.Contains($" in auction {position / agents};", failure.Message);
                failure = Assert.Throws<ArgumentOutOfRangeException>(
                    () => LowestCost.RunColumns(reports, 1, new int[Auctions], new double[Auctions]));
                Assert.Contains($"Agent {position / Auctions} reports", failure.Message);
                Assert.Contains($" in auction {position % Auctions};", failure.Message);
                reports[position] = 1;
            }
        }
    }

    [Fact]
    public void LengthsMustFit()
    {
        Assert.Throws<ArgumentException>(() => SecondPrice.RunBatch(new double[7], 4, 0, new Sale<double>[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SecondPrice.RunBatch([], -1, 0, []));
        Assert.Throws<ArgumentException>(() => SecondPrice.RunColumns(new double[7], 0, new int[2], new double[2]));
        Assert.Throws<ArgumentException>(() => SecondPrice.RunColumns(new double[8], 0, new int[2], new double[3]));
        Assert.Throws<ArgumentException>(() => SecondPrice.RunColumns(new double[8], 0, [], []));
    }

    [Fact]
    public void WithoutAgentsNothingIsSold()
    {
        var sales = new Sale<double>[] { new(1, 1), new(1, 1) };
        SecondPrice.RunBatch([], 0, 0, sales);
        Assert.All(sales, sale => Assert.Equal(Sale<double>.Unsold, sale));
        int[] winners = [5, 5];
        double[] prices = [5, 5];
        SecondPrice.RunColumns([], 0, winners, prices);
        Assert.Equal([-1, -1], winners);
        Assert.Equal([0, 0], prices);
    }
}
