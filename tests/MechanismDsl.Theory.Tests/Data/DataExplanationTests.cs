using MechanismDsl.Theory.Data;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Tests.Data;

public sealed class DataExplanationTests
{
    [Fact]
    public void A_sale_from_auctions() =>
        Assert.Equal(
            [
                "Sample: 13 values of 7 auctions from bids.csv, between 1 and 21, mean 8.53846.",
                "Reserve: 7 is accepted by 61.5 % of the sample; 90 % of 200 bootstrap resamples of whole auctions give 5 to 20.",
                "Expected if bidders are drawn from the sample: 4.30769 from one at 7; 6.7574 from 2 with the reserve, 5.4497 without.",
                "Dependence of bidders within an auction: intraclass correlation -0.516, p = 0.868.",
                "Mean of a held-out auction after training on the rest: no reserve 3, the empirical reserve 6.28571, exact ironing 6.42857.",
                "Sample size: with 95 % confidence, if values are independent, 7 gains at least 1.67101 from one bidder and no price up to 21 more than 10.6103.",
            ],
            DataExplanation.Of(DataReport.Of(
                new BidSample("bids.csv", [3, 7, 4, 9, 4, 12, 5, 8, 8, 20, 21, 1, 9], [0, 0, 1, 1, 1, 2, 2, 3, 4, 4, 5, 5, 6]), new DataOptions())));

    [Fact]
    public void A_purchase_from_a_few_costs() =>
        Assert.Equal(
            [
                "Sample: 2 costs from costs.csv, between 2 and 6, mean 4.",
                "Ceiling: 6 is accepted by 100 % of the sample; 90 % of 200 bootstrap resamples give 2 to 6.",
                "Expected if bidders are drawn from the sample: 4 from one at 6; 5 from 2 with the ceiling, 5 without (the buyer's value 10 less the price).",
                "Sample size: with 95 % confidence, if values are independent, 6 gains at least 0.158709 from one bidder and no price down to 2 more than 8.",
            ],
            DataExplanation.Of(DataReport.Of(new BidSample("costs.csv", [2, 6], []), new DataOptions(Side: Side.Supplier, Own: 10))));

    [Fact]
    public void Dependence_that_matters_tells_the_effective_size() =>
        Assert.Contains(
            "Dependence of bidders within an auction: intraclass correlation 0.967, p below 0.001; the sample tells as much as 2 independent values.",
            DataExplanation.Of(DataReport.Of(
                new BidSample("s", [12.5, 11, 13, 7, 8.5, 20, 19, 22, 21.5], [0, 0, 0, 1, 1, 2, 2, 2, 2]), new DataOptions())));

    [Theory]
    [InlineData(DataRule.NoReserve, Side.Supplier, "no ceiling")]
    [InlineData(DataRule.Reserve, Side.Buyer, "the empirical reserve")]
    [InlineData(DataRule.Bins, Side.Buyer, "20 bins")]
    [InlineData(DataRule.Ironing, Side.Buyer, "exact ironing")]
    public void Rules_have_names(DataRule rule, Side side, string name) =>
        Assert.Equal(name, DataExplanation.Name(rule, new DataOptions(Side: side, Bins: 20)));

    [Fact]
    public void Held_out_values_and_an_own_value_are_said()
    {
        var report = DataReport.Of(new BidSample("s", [3, 7, 4, 9, 4, 12, 5, 8, 8, 20, 21, 1, 9], []), new DataOptions(Own: 5, Agents: 2));

        Assert.Contains(
            "Mean of an auction of 2 held-out values after training on the rest: no reserve 2.41026, the empirical reserve 2.0641, exact ironing 1.57692 "
            + "(net of the seller's own value 5).",
            DataExplanation.Of(report));
    }
}
