using MechanismDsl.Language.Findings;
using MechanismDsl.Language.Normalization;
using MechanismDsl.Language.Tests.Support;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Tests.Normalization;

public sealed class FilePriorTests
{
    private const string Attributes = "SingleItem, RevenueOptimal, PriorFromFile(\"data/bids.csv\", Column = \"bid\", HighestPer = [\"auction\", \"bidder\"])";

    private static readonly DataFile Bids = new(
        "/home/me/project/data/bids.csv",
        "auction,bidder,bid\n" + string.Concat(Enumerable.Range(0, 120).Select(row => FormattableString.Invariant($"{row / 4},{row % 4},{row % 7 + 0.5}\n"))));

    [Fact]
    public void The_sample_is_the_prior_and_the_data()
    {
        var reading = Meaning.Reading(Attributes, files: Bids);
        Assert.Empty(reading.Findings);
        var agent = Assert.IsType<Population.Alike>(reading.Problem!.Population).Agent;
        Assert.Equal(120, agent.Data!.Values.Count);
        Assert.Equal(30, agent.Data.Auctions.Distinct().Count());
        Assert.Equal(agent.Data, Assert.IsType<EmpiricalPrior>(agent.Prior).Sample);
    }

    [Fact]
    public void Ironing_and_bins_choose_the_kind_of_prior()
    {
        var ironed = Meaning.Reading(Attributes.Replace("Column", "Ironing = true, Column"), files: Bids).Problem!;
        var discrete = Assert.IsType<DiscretePrior>(Assert.IsType<Population.Alike>(ironed.Population).Agent.Prior);
        Assert.Equal([.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5], discrete.Values);
        Assert.Equal(120, discrete.Weights.Sum());
        var binned = Meaning.Reading(Attributes.Replace("Column", "Bins = 3, Column"), files: Bids).Problem!;
        var histogram = Assert.IsType<HistogramPrior>(Assert.IsType<Population.Alike>(binned.Population).Agent.Prior);
        Assert.Equal([.5, 2.5, 4.5, 6.5], histogram.Edges);
    }

    [Theory]
    [InlineData("/home/me/project/data/bids.csv", true)]
    [InlineData("C:\\project\\data\\bids.csv", true)]
    [InlineData("data/bids.csv", true)]
    [InlineData("/home/me/project/bids.csv", false)]
    [InlineData("/home/me/project/olddata/bids.csv", false)]
    public void Files_are_found_by_the_end_of_their_path(string path, bool found)
    {
        var reading = Meaning.Reading(Attributes, files: Bids with { Path = path });
        Assert.Equal(found, reading.Problem is not null);
        Assert.Equal(found ? [] : ["MECH4101: data/bids.csv"], reading.Findings.Select(Meaning.Text));
    }

    [Fact]
    public void Two_files_with_the_same_end_are_ambiguous() =>
        Assert.Equal(
            "MECH0013: the path | 'data/bids.csv' | longer, because 2 additional files end with it",
            Assert.Single(Meaning.Findings(Attributes, files: [Bids, Bids with { Path = "/other/data/bids.csv" }])));

    [Theory]
    [InlineData("", "MECH4102", 0, 0)]
    [InlineData("auction,bidder,bid\n", "MECH4102", 0, 0)]
    [InlineData("auction,bidder,price\n1,1,5\n", "MECH4103", 0, 0)]
    [InlineData("auction,bidder,bid\n1,1,5\n1,2,five\n", "MECH4104", 2, 4)]
    public void What_is_wrong_with_a_file_is_found_in_the_file(string text, string id, int line, int column)
    {
        var finding = Assert.Single(Meaning.Reading(Attributes, files: Bids with { Text = text }).Findings);
        Assert.Equal(id, finding.Id);
        var place = Assert.IsType<Place.File>(finding.Place);
        Assert.Equal((Bids.Path, line, column), (place.Path, place.Line, place.Column));
    }

    [Fact]
    public void Few_values_are_a_warning()
    {
        var reading = Meaning.Reading(Attributes, files: Bids with { Text = "auction,bidder,bid\n1,1,5\n1,2,6\n" });
        Assert.NotNull(reading.Problem);
        Assert.Equal("MECH4105", Assert.Single(reading.Findings).Id);
    }

    [Fact]
    public void Only_named_files_are_needed()
    {
        Assert.Equal(["data/bids.csv"], DataFiles.NamedBy(Source.Of($"[Mechanism, {Attributes}] partial class X;").Read()));
        Assert.Empty(DataFiles.NamedBy(Source.Of("[Mechanism, SingleItem, Efficient] partial class X;").Read()));
    }
}
