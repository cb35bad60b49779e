using System.Globalization;
using MechanismDsl.Theory.Data;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Theory.Tests.Data;

/// <summary>The sample that is shipped with the examples, against the same independent computation as the real bids.</summary>
public sealed class ExampleBidsTests
{
    private static readonly string Text = Read();
    private static readonly BidSample Sample = BidSampleReader.Read("banner-bids.csv", Text, "bid", ["auction", "bidder"]).Sample!;
    private static readonly DataReport Report = DataReport.Of(Sample, new DataOptions());

    [Fact]
    public void Sample_reserve_and_range()
    {
        Assert.Equal((237, (int?)60, 4), (Report.Values, Report.Auctions, Report.Agents));
        Assert.Equal((0.24, 33.88), (Report.Lowest, Report.Highest));
        Close.Equal(3.560717299578059, Report.Mean);
        Assert.Equal(2.61, Report.Reserve.Price);
        Close.Equal(0.51054852320675105, Report.Reserve.Share);
        Close.Equal(1.3325316455696203, Report.Reserve.Gain);
        Assert.Equal(new ReserveRange(2.04, 3.3), Report.Range);
        Close.Equal(3.662624676993136, Report.WithReserve);
        Close.Equal(3.616101713911997, Report.WithoutReserve);
        Assert.False(Report.IsReserveAtEnd);
    }

    [Fact]
    public void The_reserve_earns_more_on_hold_out_and_ironing_less_than_the_reserve()
    {
        var holdOut = Report.HoldOut!;

        Close.Equal(3.391, holdOut.Of(DataRule.NoReserve)!.Revenue);
        Close.Equal(3.4556666666666667, holdOut.Of(DataRule.Reserve)!.Revenue);
        Close.Equal(3.4301666666666667, holdOut.Of(DataRule.Ironing)!.Revenue);
        Close.Equal(0.11824647882782348, holdOut.Of(DataRule.Reserve)!.DifferenceError!.Value);
        Assert.Equal([2.62, 2.56, 3.13, 2.61, 2.38], holdOut.TrainedReserves);
        Assert.Null(Report.BetterSimplerRule);
        Assert.Equal(DataRule.Reserve, DataReport.Of(Sample, new DataOptions(DataRule.Ironing)).BetterSimplerRule!.Rule);
    }

    /// <summary>One bin on [min, max] of each training part is a second price with the reserve max(min, max/2).</summary>
    [Fact]
    public void One_bin_loses()
    {
        var report = DataReport.Of(Sample, new DataOptions(DataRule.Bins, Bins: 1));

        Close.Equal(0.7905, report.HoldOut!.Of(DataRule.Bins)!.Revenue);
        Assert.Equal(DataRule.Reserve, report.BetterSimplerRule!.Rule);
    }

    [Fact]
    public void Bidders_are_independent_as_they_were_drawn()
    {
        Close.Equal(-0.0208382746787288, Report.Dependence!.Correlation);
        Close.Equal(0.63878930990624518, Report.Dependence.PValue);
        Assert.False(Report.Dependence.Matters);
        Assert.Null(Report.ClusteredSampleSize);
    }

    [Fact]
    public void Revenue_that_the_reserve_may_lose()
    {
        Close.Equal(0.088218173330247571, Report.SampleSize.Band);
        Close.Equal(1.1022822131776741, Report.SampleSize.AtLeast);
        Close.Equal(3.131785298926678, Report.SampleSize.AtMost);
        Assert.Equal(10763, Report.SampleSize.Needed);
    }

    /// <summary>The ironing in integers and the one in rational numbers find the same blocks and scores.</summary>
    [Fact]
    public void Both_ironings_agree()
    {
        var grid = new TypeGrid(Sample, new DataOptions());
        var served = VirtualTypes.Of(new EmpiricalPrior(Sample), CancellationToken.None).Score.Pieces
            .OfType<ConstantPiece>().Where(piece => piece.Score >= 0).ToArray();
        var pieces = EmpiricalIroning.Of(grid, grid.Count(_ => true)).Pieces.OfType<ConstantPiece>().ToArray();

        Assert.Equal(served.Select(piece => (piece.From, piece.To)), pieces.Select(piece => (piece.From, piece.To)));
        Assert.All(served.Zip(pieces), pair => Close.Equal(pair.First.Score, pair.Second.Score));
    }

    /// <summary>Two ways to the same numbers: sums over the best rival here, integrals over the distribution of scores there.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(9)]
    public void The_solver_finds_the_same_reserve_and_expected_revenue(int agents)
    {
        var report = DataReport.Of(Sample, new DataOptions(Agents: agents));
        var solved = AuctionSolver.Solve(
            new Problem
            {
                Environment = new(EnvironmentName.SingleItem, Kernel.SingleParameter, new ServeAtMost(1), Absence.Unserved, new Ownership.Platform(), new SocialCost.PerServed(0)),
                Population = new Population.Alike(agents, agents, new Agent(null, Side.Buyer, new EmpiricalPrior(Sample))),
                Information = Information.IndependentPriors,
                Participation = Participation.ExPost,
                Objective = Objective.RevenueOptimal,
                Payments = new PaymentRule.Threshold(),
                Ties = TieBreaking.LowestIndex,
                Money = new(MoneyKind.Double),
                Claims = [],
            },
            CancellationToken.None);

        Assert.Equal(report.Reserve.Price, solved.Agents[0].LowestServed);
        Close.Equal(solved.Numbers[0].Revenue, report.WithReserve);
    }

    [Fact]
    public void The_report_is_the_same_in_any_culture_and_equal_by_content()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            var again = BidSampleReader.Read("banner-bids.csv", Text.Replace("\n", "\r\n"), null, ["auction", "bidder"]).Sample!;
            Assert.Equal(Sample, again);
            Assert.Equal(Report, DataReport.Of(again, new DataOptions()));
            Assert.Equal(Report.GetHashCode(), DataReport.Of(again, new DataOptions()).GetHashCode());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Read()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MechanismDsl.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        }

        return File.ReadAllText(Path.Combine(folder.FullName, "examples", "data", "banner-bids.csv"));
    }
}
