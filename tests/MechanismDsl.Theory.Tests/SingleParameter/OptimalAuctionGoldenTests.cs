using System.Text.Json;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.Tests.Golden;

namespace MechanismDsl.Theory.Tests.SingleParameter;

/// <summary>Regular optimal auctions: virtual values, reserves, and tables of winners and payments through the interpreter.</summary>
public sealed class OptimalAuctionGoldenTests
{
    [Theory, Golden("myerson-002-example1", "myerson-example1-extra-P", "myerson-3bidders-P", "myerson-uniform-shifted-P")]
    public void Tables_of_uniform_bidders_agree(string id)
    {
        var golden = GoldenCase.Get(id);
        var priors = golden.Inputs.TryGetProperty("b", out var tops)
            ? GoldenCase.Numbers(tops).Select(top => new UniformPrior(0, top)).ToArray()
            : golden.Inputs.GetProperty("supports").EnumerateArray()
                .Select(support => new UniformPrior(GoldenCase.Number(support[0]), GoldenCase.Number(support[1]))).ToArray();
        var solved = SingleItem.Sale(Objective.RevenueOptimal, priors).Solve();
        var interpreter = new AuctionInterpreter(solved);
        Assert.NotEmpty(golden.Expected.GetProperty("table").EnumerateArray());
        foreach (var row in golden.Expected.GetProperty("table").EnumerateArray())
        {
            var types = GoldenCase.Numbers(row.GetProperty("t"));
            var virtualValues = GoldenCase.Numbers(row.GetProperty("virtual"));
            for (var agent = 0; agent < types.Length; agent++)
            {
                Assert.Equal(virtualValues[agent], solved.Agents[agent].Score.Score(types[agent]), 1e-12);
            }

            var outcome = interpreter.Run(types);
            Assert.Equal(row.GetProperty("winner") is { ValueKind: JsonValueKind.Number } winner ? winner.GetInt32() : -1, outcome.Winner);
            var payments = GoldenCase.Numbers(row.GetProperty("payments"));
            for (var agent = 0; agent < types.Length; agent++)
            {
                Assert.Equal(payments[agent], outcome.Payments[agent], 1e-12);
            }
        }

        if (golden.Expected.TryGetProperty("reserves", out var reserves))
        {
            Assert.Equal(GoldenCase.Numbers(reserves), solved.Agents.Select(agent => agent.LowestServed));
        }
    }

    [Fact]
    public void Reserves_of_strong_and_weak_bidders_agree()
    {
        var golden = GoldenCase.Get("myerson-efficiency-P-10-6");
        var solved = SingleItem.Sale(Objective.RevenueOptimal, new UniformPrior(0, 10), new UniformPrior(0, 6)).Solve();
        GoldenCase.Near(golden.Expected.GetProperty("reserve_strong"), solved.Agents[0].LowestServed);
        GoldenCase.Near(golden.Expected.GetProperty("reserve_weak"), solved.Agents[1].LowestServed);
    }

    [Fact]
    public void Different_families_agree()
    {
        var golden = GoldenCase.Get("myerson-asymmetric-mixed-P");
        var problem = SingleItem.Sale(Objective.RevenueOptimal, new UniformPrior(0, 1), new ExponentialPrior(1));
        Assert.Equal(GoldenCase.Numbers(golden.Expected.GetProperty("reserves")), problem.Solve().Agents.Select(agent => agent.LowestServed));
        GoldenCase.Near(golden.Expected.GetProperty("price_if_1_wins_against_t2").GetProperty("t2=1.5"), problem.Run(1, 1.5).Price);
    }

    [Fact]
    public void A_seller_with_a_value_raises_the_reserve()
    {
        var golden = GoldenCase.Get("myerson-seller-value-1_5");
        var solved = SingleItem.Alike(Objective.RevenueOptimal, 2, new UniformPrior(0, 1), cost: GoldenCase.Number(golden.Inputs.GetProperty("v0"))).Solve();
        GoldenCase.Near(golden.Expected.GetProperty("reserve"), solved.Agents[0].LowestServed);
        Assert.True(solved.BestReportWins);
    }

    [Fact]
    public void Equal_revenue_has_virtual_value_zero_and_ties_everywhere()
    {
        var golden = GoldenCase.Get("equal-revenue-unbounded");
        var solved = VirtualTypes.Of(new ParetoPrior(1, 1), CancellationToken.None);
        GoldenCase.Near(golden.Expected.GetProperty("virtual_value"), solved.Score.Score(17));
        Assert.Equal(RegularityClass.Regular, solved.Regularity.Class);
        Assert.Equal([new IronedBlock(1, double.PositiveInfinity, 0)], solved.Regularity.Ironed);
        Assert.Equal(1, solved.MonopolyPrice());
    }
}
