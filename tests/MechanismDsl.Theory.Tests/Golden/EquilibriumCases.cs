using System.Text.Json;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter.Equilibria;
using MechanismDsl.Theory.Tests.SingleParameter;

namespace MechanismDsl.Theory.Tests.Golden;

/// <summary>Topic 01: equilibrium bids, revenue equivalence and Bulow–Klemperer.</summary>
public sealed class EquilibriumCases
{
    private static readonly UniformPrior Unit = new(0, 1);

    [Theory, Golden("fpa-bne-uniform-n2", "fpa-bne-uniform-n3", "fpa-bne-uniform-n5")]
    public void Uniform_without_a_reserve(string id)
    {
        var golden = GoldenCase.Get(id);
        var agents = golden.Inputs.GetProperty("n").GetInt32();
        var first = Assert.IsType<PowerBid>(SymmetricEquilibrium.PayAsBid(Unit, agents));
        GoldenCase.Near(golden.Expected.GetProperty("fpa_bid_slope"), first.Slope);
        CheckBids(golden.Expected.GetProperty("fpa_bids_at"), first.Bid);
        CheckBids(golden.Expected.GetProperty("allpay_bids_at"), SymmetricEquilibrium.AllPay(Unit, agents)!.Bid);
        GoldenCase.Near(golden.Expected.GetProperty("interim_payment_at_half"), SymmetricEquilibrium.InterimPayment(Unit, agents, 0, 0.5));
        foreach (var payments in new PaymentRule[] { new PaymentRule.Threshold(), new PaymentRule.PayAsBid(), new PaymentRule.AllPay() })
        {
            GoldenCase.Near(golden.Expected.GetProperty("expected_revenue_fpa_spa_allpay"), Revenue(Unit, agents, payments));
        }
    }

    [Theory, Golden("fpa-bne-uniform-reserve-*")]
    public void Uniform_with_a_reserve(string id)
    {
        var golden = GoldenCase.Get(id);
        var agents = golden.Inputs.GetProperty("n").GetInt32();
        var reserve = GoldenCase.Number(golden.Inputs.GetProperty("reserve"));
        CheckBids(golden.Expected.GetProperty("bids_at"), SymmetricEquilibrium.PayAsBid(Unit, agents, reserve)!.Bid);
        GoldenCase.Near(golden.Expected.GetProperty("expected_revenue"), Revenue(Unit, agents, new PaymentRule.PayAsBid(), reserve));
        GoldenCase.Near(golden.Expected.GetProperty("expected_revenue"), Revenue(Unit, agents, new PaymentRule.Threshold(), reserve));
    }

    [Theory, Golden("fpa-bne-power-*")]
    public void Power_prior(string id)
    {
        var golden = GoldenCase.Get(id);
        var agents = golden.Inputs.GetProperty("n").GetInt32();
        var prior = new PowerPrior(GoldenCase.Number(golden.Inputs.GetProperty("a")), 1);
        GoldenCase.Near(golden.Expected.GetProperty("bid_slope"), Assert.IsType<PowerBid>(SymmetricEquilibrium.PayAsBid(prior, agents)).Slope);
        GoldenCase.Near(golden.Expected.GetProperty("expected_revenue"), Revenue(prior, agents, new PaymentRule.PayAsBid()));
    }

    [Theory, Golden("fpa-bne-exp-*")]
    public void Exponential_prior(string id)
    {
        var golden = GoldenCase.Get(id);
        var agents = golden.Inputs.GetProperty("n").GetInt32();
        var prior = new ExponentialPrior(GoldenCase.Number(golden.Inputs.GetProperty("lambda")));
        var bid = SymmetricEquilibrium.PayAsBid(prior, agents)!;
        Assert.Equal(GoldenCase.Number(golden.Expected.GetProperty("bid_at_1")), bid.Bid(1), 2e-11);
        Assert.Equal(GoldenCase.Number(golden.Expected.GetProperty("bid_at_2")), bid.Bid(2), 2e-11);
        GoldenCase.Near(golden.Expected.GetProperty("expected_revenue"), Revenue(prior, agents, new PaymentRule.PayAsBid()));
    }

    [Theory, Golden("revenue-equivalence-table")]
    public void Revenue_with_and_without_the_optimal_reserve(string id)
    {
        var golden = GoldenCase.Get(id);
        foreach (var agents in golden.Inputs.GetProperty("n").EnumerateArray().Select(entry => entry.GetInt32()))
        {
            var key = agents.ToString(System.Globalization.CultureInfo.InvariantCulture);
            GoldenCase.Near(golden.Expected.GetProperty("no_reserve").GetProperty(key), Revenue(Unit, agents, new PaymentRule.Threshold()));
            var optimal = SingleItem.Alike(Objective.RevenueOptimal, agents, Unit).Solve();
            GoldenCase.Near(golden.Expected.GetProperty("optimal_reserve").GetProperty(key), Assert.Single(optimal.Numbers).Revenue);
        }
    }

    [Theory, Golden("bulow-klemperer-*")]
    public void One_more_bidder_beats_the_reserve(string id)
    {
        var golden = GoldenCase.Get(id);
        var agents = golden.Inputs.GetProperty("n").GetInt32();
        var optimal = SingleItem.Alike(Objective.RevenueOptimal, agents, Unit).Solve().Numbers[0].Revenue;
        var vickrey = Revenue(Unit, agents + 1, new PaymentRule.Threshold());
        GoldenCase.Near(golden.Expected.GetProperty("optimal_n"), optimal);
        GoldenCase.Near(golden.Expected.GetProperty("vickrey_n_plus_1"), vickrey);
        Assert.Equal(golden.Expected.GetProperty("holds").GetBoolean(), vickrey >= optimal);
    }

    private static double Revenue(Prior prior, int agents, PaymentRule payments, double? reserve = null)
    {
        var problem = SingleItem.Alike(Objective.Efficient, agents, prior) with { Payments = payments };
        return Assert.Single((reserve is null ? problem : problem.With((agent, _) => agent with { Reserve = new Reserve(reserve, ReserveKind.Eager) })).Solve().Numbers).Revenue;
    }

    private static void CheckBids(JsonElement table, Func<double, double> bid)
    {
        foreach (var (value, expected) in GoldenCase.Table(table))
        {
            Assert.Equal(expected, bid(value), 1e-12);
        }
    }
}
