using System.Text.Json;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Tests.SingleParameter;

namespace MechanismDsl.Theory.Tests.Golden;

/// <summary>Topic 01: winners and payments of second-price and first-price auctions.</summary>
public sealed class AuctionRuleCases
{
    [Theory, Golden("spa-P-*")]
    public void Second_price_with_a_reserve(string id)
    {
        var golden = GoldenCase.Get(id);
        var reserve = new Reserve(GoldenCase.Number(golden.Inputs.GetProperty("reserve")), ReserveKind.Eager);
        var bids = GoldenCase.Numbers(golden.Inputs.GetProperty("bids"));
        var problem = SingleItem.Alike(Objective.Efficient, bids.Length, null).With((agent, _) => agent with { Reserve = reserve });
        Check(golden.Expected, problem, bids);
    }

    [Theory, Golden("fpa-rule-P-*")]
    public void First_price(string id)
    {
        var golden = GoldenCase.Get(id);
        var bids = GoldenCase.Numbers(golden.Inputs.GetProperty("bids"));
        Check(golden.Expected, SingleItem.Alike(Objective.BestReport, bids.Length, null) with { Payments = new PaymentRule.PayAsBid() }, bids);
    }

    private static void Check(JsonElement expected, Problem problem, double[] bids)
    {
        var outcome = problem.Run(bids);
        var winner = expected.GetProperty("winner");
        Assert.Equal(winner.ValueKind == JsonValueKind.Null ? -1 : winner.GetInt32(), outcome.Winner);
        Assert.Equal(GoldenCase.Numbers(expected.GetProperty("payments")), outcome.Payments);
        Assert.Equal(GoldenCase.Number(expected.GetProperty("revenue")), outcome.Payments.Sum());
    }
}
