using System.Text.Json;
using Fractions;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Tests.Finite;

namespace MechanismDsl.Theory.Tests.Golden;

/// <summary>Topic 11, and the benchmarks of topic 10: optima of exact linear programs over mechanisms.</summary>
public sealed class FiniteProgramCases
{
    [Theory, Golden("amd-single-item-*")]
    public void Single_items_with_independent_types(string id)
    {
        var golden = GoldenCase.Get(id);
        var priors = golden.Inputs.GetProperty("priors").EnumerateArray().ToList();
        var design = Programs.SingleItem([.. priors.Select(prior => Row(prior.GetProperty("values")))]);
        var prior = JointDistribution.Independent([.. priors.Select(prior => Row(prior.GetProperty("probs")))]);

        Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("max_revenue_BIC_interim_IR")), Programs.MostRevenue(design, prior, Programs.Bayesian));
        Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("max_revenue_DSIC_expost_IR")), Programs.MostRevenue(design, prior, Programs.Dominant));
    }

    [Theory, Golden("amd-two-goods-*")]
    public void Two_goods_for_one_buyer(string id)
    {
        var golden = GoldenCase.Get(id);
        var (first, second) = (Integers(golden.Inputs.GetProperty("good1")), Integers(golden.Inputs.GetProperty("good2")));
        Fraction[][] values = [.. first.SelectMany(one => second, (one, two) => new Fraction[] { 0, one, two, one + two })];
        var prior = JointDistribution.Independent([[.. values.Select(_ => new Fraction(1, values.Length))]]);

        Assert.Equal(
            GoldenCase.Rational(golden.Expected.GetProperty("optimal_revenue")),
            Programs.MostRevenue(Programs.Design([values], [0, 0, 0, 0]), prior, Programs.Bayesian));
    }

    [Theory, Golden("amd-bilateral-*")]
    public void Bilateral_trade(string id)
    {
        var golden = GoldenCase.Get(id);
        var (seller, buyer) = (Row(golden.Inputs.GetProperty("seller")), Row(golden.Inputs.GetProperty("buyer")));

        // Outcome 0: the seller keeps its good and enjoys it; outcome 1: the buyer has it.
        var design = Programs.Design(
            [[.. seller.Select(value => new[] { value, Fraction.Zero })], [.. buyer.Select(value => new[] { Fraction.Zero, value })]],
            [0, 0],
            [seller, [.. buyer.Select(_ => Fraction.Zero)]]);
        var prior = JointDistribution.Independent([Uniform(seller), Uniform(buyer)]);
        var kept = seller.Aggregate((sum, value) => sum + value) / seller.Length;

        Assert.Equal(
            GoldenCase.Rational(golden.Expected.GetProperty("second_best_gains")),
            Programs.MostWelfare(design, prior, [.. Programs.Bayesian, Guarantee.ExAnteBudgetBalanced]) - kept);
        Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("max_broker_profit")), Programs.MostRevenue(design, prior, Programs.Bayesian));
    }

    [Theory, Golden("amd-public-*")]
    public void Public_projects(string id)
    {
        var golden = GoldenCase.Get(id);
        Fraction[][] types = [.. golden.Inputs.GetProperty("types").EnumerateArray().Select(Row)];
        Fraction[][] chances = [.. golden.Inputs.GetProperty("probs").EnumerateArray().Select(Row)];
        var design = Programs.Design([.. types.Select(row => row.Select(value => new[] { Fraction.Zero, value }).ToArray())], [0, golden.Inputs.GetProperty("c").GetInt32()]);
        var prior = JointDistribution.Independent(chances);

        Assert.Equal(
            GoldenCase.Rational(golden.Expected.GetProperty("max_welfare")),
            Programs.MostWelfare(design, prior, [.. Programs.Bayesian, Guarantee.ExAnteBudgetBalanced]));
        Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("max_profit")), Programs.MostRevenue(design, prior, Programs.Bayesian));
    }

    [Theory, Golden("amd-double-auction-*")]
    public void Double_auctions(string id)
    {
        var golden = GoldenCase.Get(id);
        var (buyer, seller) = (Row(golden.Inputs.GetProperty("buyer_types")), Row(golden.Inputs.GetProperty("seller_types")));

        // An outcome says who ends with a unit: two of the four, sellers 0 and 1, buyers 2 and 3.
        int[][] outcomes = [.. from first in Enumerable.Range(0, 4) from second in Enumerable.Range(first + 1, 3 - first) select new[] { first, second }];
        var values = Enumerable.Range(0, 4).Select(agent => (agent < 2 ? seller : buyer)
            .Select(value => outcomes.Select(outcome => outcome.Contains(agent) ? value : Fraction.Zero).ToArray()).ToArray()).ToArray();
        var design = Programs.Design(values, [.. outcomes.Select(_ => Fraction.Zero)], [seller, seller, [0, 0], [0, 0]]);
        var prior = JointDistribution.Independent([Uniform(seller), Uniform(seller), Uniform(buyer), Uniform(buyer)]);
        var kept = 2 * seller.Aggregate((sum, value) => sum + value) / seller.Length;

        Assert.Equal(
            GoldenCase.Rational(golden.Expected.GetProperty("second_best_gains")),
            Programs.MostWelfare(design, prior, [.. Programs.Bayesian, Guarantee.ExAnteBudgetBalanced]) - kept);
    }

    private static Fraction[] Uniform(Fraction[] values) => [.. values.Select(_ => new Fraction(1, values.Length))];

    private static Fraction[] Row(JsonElement row) => [.. row.EnumerateArray().Select(GoldenCase.Rational)];

    private static Fraction[] Integers(JsonElement row) => [.. row.EnumerateArray().Select(element => new Fraction(element.GetInt32()))];
}
