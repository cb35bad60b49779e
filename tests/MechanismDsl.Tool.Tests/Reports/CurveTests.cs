using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Curves;
using MechanismDsl.Tool.Tests.Support;

namespace MechanismDsl.Tool.Tests.Reports;

/// <summary>The curves that figures show, against formulas and against the expectations of the same rules.</summary>
public class CurveTests
{
    [Fact]
    public void Interim_expectations_of_the_two_buyers()
    {
        // North beats South's s ≤ t + 3; South beats North's t ≤ s − 3.
        var (north, south) = (Curve("TwoBuyers", 0, 2), Curve("TwoBuyers", 1, 2));
        Assert.All(north, point => Assert.Equal(point.Type < 6 ? 0 : (point.Type + 3) / 18, point.Chance, 9));
        Assert.All(south, point => Assert.Equal(point.Type < 9 ? 0 : Math.Min(1, (point.Type - 3) / 12), point.Chance, 9));
        Assert.Equal(6.0, north[^1].Payment, 6);
        Assert.Equal(10.5, south[^1].Payment, 6);
        Assert.Equal(19 / 3.0, Expected(north, 12) + Expected(south, 18), 3);
        Assert.All(north.Concat(south), point => Assert.Equal(point.Type * point.Chance, point.Payment + point.Utility, 12));
    }

    [Theory]
    [InlineData(1, 1.0)]
    [InlineData(2, 1.76423503277)]
    [InlineData(3, 2.37486696102)]
    public void Interim_payments_of_all_add_up_to_the_expected_revenue(int agents, double revenue)
    {
        var prior = new HistogramPrior([0, 3, 8], [.75, .25]);
        var curve = InterimCurve.Of(Auction("Bimodal"), 0, agents)!;
        var sum = curve.Panels.Sum(panel => Enumerable.Range(0, panel.Count - 1).Sum(index =>
            (prior.Cdf(panel[index + 1].Type) - prior.Cdf(panel[index].Type)) * (panel[index].Payment + panel[index + 1].Payment) / 2));
        Assert.Equal(revenue, agents * sum, 3);
    }

    [Fact]
    public void Chances_never_fall_and_pooled_types_have_the_same()
    {
        foreach (var name in (string[])["TwoBuyers", "Bimodal", "Steps", "Waiting", "Banner", "Sourcing"])
        {
            var curve = Curve(name, 0, 2);
            Assert.All(curve.Zip(curve.Skip(1)), pair => Assert.True(pair.Second.Chance >= pair.First.Chance - 1e-12 && pair.Second.Utility >= pair.First.Utility - 1e-12, name));
        }

        var pooled = Curve("Bimodal", 0, 2).Where(point => point.Type is > 2.382 and < 4.381).ToList();
        Assert.All(pooled, point => Assert.Equal(pooled[0].Chance, point.Chance, 12));
    }

    [Fact]
    public void The_gain_by_the_reserve_is_the_textbook_one()
    {
        // Two uniform values: R(r) = 1/3 + r² − 4r³/3, of which 5/12 at 1/2 is the most. The buyer of two uniform costs mirrors it.
        var curve = ReserveCurve.Of(Auction("Sourcing"), 2)!;
        Assert.All(curve.Points, point => Assert.Equal((1 / 3.0) + Math.Pow(1 - point.Reserve, 2) - (4 * Math.Pow(1 - point.Reserve, 3) / 3), point.Gain, 1e-10));
        Assert.Equal(0.5, curve.Points.MaxBy(point => point.Gain).Reserve);
        Assert.Equal(5 / 12.0, curve.Points.Max(point => point.Gain), 9);
    }

    [Fact]
    public void Revenue_curves_have_their_hulls()
    {
        var uniform = RevenueCurve.Of(new UniformPrior(0, 12));
        Assert.Equal(new RevenueCurvePoint(0.5, 3), uniform.Best);
        Assert.Equal(uniform.Points, uniform.Hull);

        var bimodal = RevenueCurve.Of(new HistogramPrior([0, 3, 8], [.75, .25]));
        Assert.True(bimodal.Hull.Count < bimodal.Points.Count);
        Assert.DoesNotContain(bimodal.Hull, point => point.Quantile is > 0.181 and < 0.404);

        // Selling to all at 1, to 3/5 at 2, to 1/2 at 4, to 1/5 at 5.
        var steps = RevenueCurve.Of(new DiscretePrior([1, 2, 4, 5], [4, 1, 3, 2]));
        Assert.Equal([0, 1, 2, 1.2, 1], steps.Points.Select(point => Math.Round(point.Revenue, 12)));
        Assert.Equal([0, 1, 2, 1], steps.Hull.Select(point => Math.Round(point.Revenue, 12)));
    }

    private static SolvedAuction Auction(string name) => (SolvedAuction)Gallery.Entries.Single(entry => entry.Declared.Name == name).Solution!;

    private static List<InterimPoint> Curve(string name, int self, int agents) => [.. InterimCurve.Of(Auction(name), self, agents)!.Panels.SelectMany(panel => panel)];

    /// <summary>The mean of the payments under a uniform prior, by trapezoids.</summary>
    private static double Expected(List<InterimPoint> curve, double high) =>
        curve.Zip(curve.Skip(1)).Sum(pair => (pair.Second.Type - pair.First.Type) * (pair.First.Payment + pair.Second.Payment) / 2) / high;
}
