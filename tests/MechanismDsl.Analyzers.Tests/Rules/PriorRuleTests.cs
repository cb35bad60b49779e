using MechanismDsl.Analyzers.Tests.Harness;

namespace MechanismDsl.Analyzers.Tests.Rules;

/// <summary>What the rules about priors, limits and faults say. Own priors (MECH4003, MECH4006, MECH4008) are covered by the samples of their pages.</summary>
public class PriorRuleTests
{
    [Theory]
    [InlineData("MECH4001", "[Mechanism, SingleItem, RevenueOptimal, Prior<Uniform>(12, [|0|])] public partial class Sale;")]
    [InlineData("MECH4002", "[Mechanism, SingleItem, RevenueOptimal, [|Prior<Uniform>(12)|]] public partial class Sale;")]
    [InlineData("MECH4005", "[Mechanism, SingleItem, Efficient, [|Prior<Pareto>(0.9, 1)|]] public partial class Sale;")]
    [InlineData("MECH4007", "[Mechanism, SingleItem, RevenueOptimal, [|HistogramPrior([0, 3, 8], [.75, .25])|]] public partial class Sale;")]
    [InlineData("MECH5001", "[Mechanism, SingleItem, PayAsBid, Agent<Uniform>(\"A\", 0, 1), Agent<Uniform>(\"B\", 0, 2)] public partial class [|Sale|];")]
    public Task PointsAtThePlace(string id, string marked) => Expect.FiresAt(id, marked);

    [Fact]
    public async Task MECH4004_NeedsAFiniteOptimum()
    {
        var found = await Analysis.Run("[Mechanism, SingleItem, RevenueOptimal, Prior<Pareto>(0.5, 1)] public partial class Sale;");
        Assert.Contains(found, one => one.Id == "MECH4004");
        await Expect.Silent("MECH4004", "[Mechanism, SingleItem, Efficient, Prior<Pareto>(0.5, 1)] public partial class Sale;");
    }

    [Fact]
    public async Task MECH4006_NeedsRevenueThatVirtualValuesDescribe()
    {
        var found = await Analysis.Run("[Mechanism, SingleItem, RevenueOptimal, Prior<Pareto>(1, 3)] public partial class Sale;");
        Assert.Contains(found, one => one.Id == "MECH4006" && one.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Contains("tends to 3, not to 0", StringComparison.Ordinal));
        await Expect.Silent("MECH4006", "[Mechanism, SingleItem, Efficient, Prior<Pareto>(1, 3)] public partial class Sale;");
    }

    [Theory]
    [InlineData("RevenueOptimal, HistogramPrior([0, 3, 8], [.75, .25])", "treats all types of [2.382, 4.382] alike")]
    [InlineData("RevenueOptimal, Prior<Power>(.5, 1)", "treats all types of [0, 0.25] alike")]
    [InlineData("Procurement, RevenueOptimal, BuyerValue(20), HistogramPrior([0, 5, 8], [.25, .75]), Suppliers", "treats all types of [3.618, 5.618] alike")]
    public async Task MECH4007_PrintsTheIronedBlock(string attributes, string block)
    {
        var found = Assert.Single(await Analysis.Run($"[Mechanism, SingleItem, {attributes}] public partial class Sale;"), one => one.Id == "MECH4007");
        Assert.EndsWith(block, found.InvariantMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public Task MECH4007_IsSilentWhereNothingIsPooled() =>
        Expect.Silent("MECH4007", "[Mechanism, SingleItem, Efficient, HistogramPrior([0, 3, 8], [.75, .25])] public partial class Sale;");
}
