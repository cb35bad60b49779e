using System.Text.Json;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Tests.Service;

namespace MechanismDsl.Theory.Tests.Golden;

/// <summary>Topic 09: identical items and positions.</summary>
public sealed class SeveralServedCases
{
    [Theory, Golden("multiunit-P-*")]
    public void Identical_items_with_a_reserve(string id)
    {
        var golden = GoldenCase.Get(id);
        var reserve = new Reserve(GoldenCase.Number(golden.Inputs.GetProperty("reserve")), ReserveKind.Eager);
        var service = Services.Alike(new ServeAtMost(golden.Inputs.GetProperty("m").GetInt32()), Objective.Efficient, null, null, reserve).Solve();
        var outcome = service.Run(GoldenCase.Numbers(golden.Inputs.GetProperty("bids")));
        Assert.Equal(golden.Expected.GetProperty("winners").EnumerateArray().Select(winner => winner.GetInt32()), Enumerable.Range(0, outcome.Quantities.Count).Where(agent => outcome.Quantities[agent] > 0));
        Assert.Equal(GoldenCase.Numbers(golden.Expected.GetProperty("payments")), outcome.Payments);
    }

    [Theory, Golden("multiunit-optimal-uniform-n3-m2")]
    public void Optimal_sale_of_identical_items(string id)
    {
        var golden = GoldenCase.Get(id);
        var service = Services.Alike(new ServeAtMost(golden.Inputs.GetProperty("m").GetInt32()), Objective.RevenueOptimal, golden.Inputs.GetProperty("n").GetInt32(), new UniformPrior(0, 1)).Solve();
        Assert.Equal(GoldenCase.Number(golden.Expected.GetProperty("reserve")), service.Agents[0].LowestServed);
        GoldenCase.Near(golden.Expected.GetProperty("expected_revenue"), Assert.Single(service.Numbers).Revenue);
    }

    [Theory, Golden("position-P-*")]
    public void Positions(string id)
    {
        var golden = GoldenCase.Get(id);
        var clicks = GoldenCase.Numbers(golden.Inputs.GetProperty("ctr"));
        var values = GoldenCase.Numbers(golden.Inputs.GetProperty("values_per_click"));
        var problem = Services.Alike(new Slots(clicks.ToEquatableArray()), Objective.Efficient, null);
        var outcome = problem.Solve().Run(values);
        Assert.Equal(
            golden.Expected.GetProperty("ranking").EnumerateArray().Select(agent => agent.GetInt32()).Take(clicks.Length),
            Enumerable.Range(0, values.Length).Where(agent => outcome.Quantities[agent] > 0).OrderByDescending(agent => outcome.Quantities[agent]));
        Check(golden.Expected.GetProperty("vcg_per_click_and_total"), outcome.Payments);
        var second = (problem with { Objective = Objective.BestReport, Payments = new PaymentRule.GeneralizedSecondPrice() }).Solve().Run(values);
        Check(golden.Expected.GetProperty("gsp_truthful_per_click_and_total"), second.Payments);
    }

    private static void Check(JsonElement expected, EquatableArray<double> payments)
    {
        foreach (var entry in expected.EnumerateObject())
        {
            Assert.Equal(GoldenCase.Number(entry.Value[1]), payments[int.Parse(entry.Name, System.Globalization.CultureInfo.InvariantCulture)], 1e-12);
        }
    }
}
