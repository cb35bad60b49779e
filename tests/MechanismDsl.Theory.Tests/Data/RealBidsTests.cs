using System.Diagnostics;
using MechanismDsl.Theory.Data;

namespace MechanismDsl.Theory.Tests.Data;

/// <summary>
/// Reports on real bids against an independent computation in exact rationals and 40-digit numbers: prices by trying each value, ironing by
/// pooling adjacent violators of φₖ = vₖ − (vₖ₊₁ − vₖ)(1 − Fₖ)/fₖ, thresholds by trying each report, the F tail by the incomplete Beta function.
/// </summary>
public sealed class RealBidsTests
{
    private static BidSample Sample(string good) =>
        BidSampleReader.Read(good, RealData.Read(good), "bid", ["auction", "bidder"]).Sample!;

    private static DataReport Report(string good) => DataReport.Of(Sample(good), new DataOptions());

    [RealDataTheory]
    [InlineData("xbox", 1227, 148, 80, 0.57620211898940505, 46.096169519152404, 75, 80)]
    [InlineData("palm", 3022, 343, 149.95, 0.61978821972203839, 92.937243547319656, 149.75, 149.95)]
    [InlineData("cartier", 922, 136, 800, 0.25921908893709328, 207.37527114967462, 498, 1400)]
    public void Sample_reserve_and_bootstrap_range(
        string good, int values, int auctions, double reserve, double share, double gain, double low, double high)
    {
        var report = Report(good);

        Assert.Equal((values, (int?)auctions), (report.Values, report.Auctions));
        Assert.Equal(reserve, report.Reserve.Price);
        Close.Equal(share, report.Reserve.Share);
        Close.Equal(gain, report.Reserve.Gain);
        Assert.Equal(new ReserveRange(low, high), report.Range);
    }

    /// <summary>The reserve loses on two of three goods, exact ironing to the reserve on all.</summary>
    [RealDataTheory]
    [InlineData("xbox", 129.92628378378378, 125.84452702702703, 119.18182432432432, 1.128338863499199, 1.497897924297286)]
    [InlineData("palm", 210.67413994169096, 220.29192419825073, 219.34827988338192, 1.986566710709128, 2.012455039543879)]
    [InlineData("cartier", 838.23441176470588, 590.53338235294118, 557.98529411764706, 21.82305784151804, 23.584779891308422)]
    public void Hold_out_revenue_of_each_rule(string good, double none, double reserve, double ironed, double reserveError, double ironedError)
    {
        var report = Report(good);
        var holdOut = report.HoldOut!;

        Close.Equal(none, holdOut.Of(DataRule.NoReserve)!.Revenue);
        Close.Equal(reserve, holdOut.Of(DataRule.Reserve)!.Revenue);
        Close.Equal(ironed, holdOut.Of(DataRule.Ironing)!.Revenue);
        Close.Equal(reserveError, holdOut.Of(DataRule.Reserve)!.DifferenceError!.Value);
        Close.Equal(ironedError, holdOut.Of(DataRule.Ironing)!.DifferenceError!.Value);
        Assert.Equal(reserve < none ? DataRule.NoReserve : null, report.BetterSimplerRule?.Rule);
        Assert.Equal(reserve < none ? DataRule.NoReserve : DataRule.Reserve, holdOut.BetterSimplerRule(DataRule.Ironing)!.Rule);
    }

    /// <summary>One bin on [min, max] of each training part is a second price with the reserve max(min, max/2).</summary>
    [RealDataFact]
    public void Hold_out_revenue_of_one_bin() =>
        Close.Equal(219.9175801749271, DataReport.Of(Sample("palm"), new DataOptions(DataRule.Bins, Bins: 1)).HoldOut!.Of(DataRule.Bins)!.Revenue);

    [RealDataFact]
    public void Each_fold_has_its_own_reserve() =>
        Assert.Equal([999, 999, 800, 699, 699], Report("cartier").HoldOut!.TrainedReserves);

    [RealDataTheory]
    [InlineData("xbox", 8, 128.50204087699592, 128.45559121497303)]
    [InlineData("palm", 9, 220.86981003592868, 220.83727021159186)]
    [InlineData("cartier", 7, 981.5749419370736, 960.4827316696468)]
    public void Expected_revenue_from_the_mean_number_of_bidders(string good, int agents, double with, double without)
    {
        var report = Report(good);

        Assert.Equal(agents, report.Agents);
        Close.Equal(with, report.WithReserve);
        Close.Equal(without, report.WithoutReserve);
    }

    [RealDataTheory]
    [InlineData("xbox", 0.4701131077524653, 8.345477891707203, 4.6306274070207257e-103, 5.19461964439608, 236.2059369108341)]
    [InlineData("palm", 0.109131334354497, 2.0782589052559888, 1.9761417216097056e-23, 2.1649824110774563, 1395.8542963386146)]
    [InlineData("cartier", 0.6781597150314226, 15.251432328156016, 2.3422983136084988e-148, 6.38261691388281, 144.45485487223286)]
    public void Bidders_of_one_auction_are_alike(string good, double correlation, double statistic, double tail, double designEffect, double effectiveSize)
    {
        var dependence = Report(good).Dependence!;

        Close.Equal(correlation, dependence.Correlation);
        Close.Equal(statistic, dependence.FStatistic);
        Close.Equal(tail, dependence.PValue, 1e-9);
        Close.Equal(designEffect, dependence.DesignEffect);
        Close.Equal(effectiveSize, dependence.EffectiveSize);
        Assert.True(dependence.Matters);
    }

    [RealDataTheory]
    [InlineData("xbox", 0.038771263346673674, 42.99446845141851, 49.197870586886298, 8450, 0.088366332224453576, 39.026862941196118, 53.16547609710869)]
    [InlineData("palm", 0.024705008287780995, 89.232727554566896, 96.641759540072416, 7304, 0.036350650757767506, 87.486463466192418, 98.388023628446893)]
    [InlineData("cartier", 0.044726691442511984, 171.59391799566503, 250.92951655639271, 41751, 0.11299680470090816, 116.97782738894809, 616.15251894606992)]
    public void Revenue_that_the_reserve_may_lose(
        string good, double band, double atLeast, double atMost, double needed, double clusteredBand, double clusteredAtLeast, double clusteredAtMost)
    {
        var report = Report(good);

        Close.Equal(band, report.SampleSize.Band);
        Close.Equal(atLeast, report.SampleSize.AtLeast);
        Close.Equal(atMost, report.SampleSize.AtMost);
        Assert.Equal(needed, report.SampleSize.Needed);
        Close.Equal(clusteredBand, report.ClusteredSampleSize!.Band);
        Close.Equal(clusteredAtLeast, report.ClusteredSampleSize.AtLeast);
        Close.Equal(clusteredAtMost, report.ClusteredSampleSize.AtMost);
    }

    [RealDataTheory]
    [InlineData("xbox", "80:35.990972222222222 84.99:37.200629370629371 98.88:39.96 99:50.9 100:68.53448275862069 110:68.591549295774648 120:93.043478260869565 125:97.899159663865546 150:111.25 165:112.75 198:134.84114285714286 298.48:242.04307692307692 380:310 400:340.9075 478.79:436.37 500:498.23 501.77:501.77")]
    [InlineData("cartier", "800:84.365384615384615 999:233.95945945945946 1500:1170.3571428571429 1695:1301.6666666666667 1775:1327 1799:1437.2 2000:1580 2300:1663.6363636363636 3000:2425 5300:5199.01 5400.99:5400.99")]
    public void Ironed_blocks_that_are_served(string good, string blocks) => IronedBlocks.AssertEqual(blocks, Sample(good), new DataOptions());

    /// <summary>The compiler waits for it, so it must be quick: well below a second from the text to the report.</summary>
    [RealDataFact]
    public void The_largest_file_takes_less_than_a_second()
    {
        var text = RealData.Read("palm");
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var clock = Stopwatch.StartNew();
            DataReport.Of(BidSampleReader.Read("palm", text, "bid", ["auction", "bidder"]).Sample!, new DataOptions());
            best = clock.Elapsed < best ? clock.Elapsed : best;
        }

        Assert.InRange(best, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }
}
