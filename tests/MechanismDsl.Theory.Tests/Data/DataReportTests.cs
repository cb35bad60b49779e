using MechanismDsl.Theory.Data;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Tests.Data;

public sealed class DataReportTests
{
    private static BidSample Ramp(int values) => new("s", Enumerable.Range(1, values).Select(value => (double)value).ToEquatableArray(), []);

    /// <summary>The threshold is where the 95 % band exceeds a quarter.</summary>
    [Fact]
    public void The_fewest_values_are_those_whose_band_is_a_quarter()
    {
        Assert.InRange(SampleSize.Of(Ramp(DataReport.FewestValues), new DataOptions()).Band, 0, 0.25);
        Assert.InRange(SampleSize.Of(Ramp(DataReport.FewestValues - 1), new DataOptions()).Band, 0.25, 1);
    }

    [Fact]
    public void Few_auctions_cannot_be_held_out_however_many_values_they_have()
    {
        var report = DataReport.Of(Ramp(100) with { Auctions = Enumerable.Range(0, 100).Select(entry => entry / 25).ToEquatableArray() }, new DataOptions());

        Assert.Null(report.HoldOut);
        Assert.Null(report.BetterSimplerRule);
    }

    [Fact]
    public void A_reserve_that_all_accept_is_at_the_end_of_what_was_seen() =>
        Assert.True(DataReport.Of(new BidSample("s", [10, 11, 12], []), new DataOptions()).IsReserveAtEnd);

    [Theory]
    [InlineData(null, 2)]
    [InlineData(7, 7)]
    public void The_declared_number_of_agents_is_used(int? declared, int used) =>
        Assert.Equal(used, DataReport.Of(Ramp(30), new DataOptions(Agents: declared)).Agents);

    /// <summary>Values 1 and 3, two bidders: without reserve 3/4·1 + 1/4·3; at the reserve 3, 3/4·3.</summary>
    [Fact]
    public void Expected_revenue_by_hand()
    {
        var report = DataReport.Of(new BidSample("s", [1, 3], []), new DataOptions());

        Assert.Equal((3.0, 1.5, 2.25), (report.Reserve.Price, report.WithoutReserve, report.WithReserve));
    }

    /// <summary>A buyer of value 10 and costs 2, 6: ceilings 2 and 6 gain 4 each, the higher one serves more; two bidders gain it 8 or 4, 4, 4.</summary>
    [Fact]
    public void Procurement_reports_the_buyers_gain()
    {
        var report = DataReport.Of(new BidSample("s", [2, 6], []), new DataOptions(Side: Side.Supplier, Own: 10));

        Assert.Equal((6.0, 1.0, 4.0), (report.Reserve.Price, report.Reserve.Share, report.Reserve.Gain));
        Assert.Equal((5.0, 5.0), (report.WithoutReserve, report.WithReserve));
    }

    [Fact]
    public void Bins_need_their_number() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DataReport.Of(Ramp(30), new DataOptions(DataRule.Bins)));
}
