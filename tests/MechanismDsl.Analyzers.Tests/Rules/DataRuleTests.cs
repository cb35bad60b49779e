using MechanismDsl.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Tests.Rules;

/// <summary>Rules about data point into the file, with line and column. MECH4105, MECH4107 and MECH4108 are covered by the samples of their pages too.</summary>
public class DataRuleTests
{
    private const string Banner = "[Mechanism, SingleItem, RevenueOptimal, PriorFromFile(\"bids.csv\", Column = \"bid\")] public partial class Banner;";

    [Theory]
    [InlineData("MECH4102", "bid\n", 0, 0)]
    [InlineData("MECH4103", "amount\n1\n", 0, 0)]
    [InlineData("MECH4104", "bid\n1\n2\nabc\n", 3, 0)]
    public async Task PointsIntoTheFile(string id, string text, int line, int column)
    {
        var found = Assert.Single(await Run(text), one => one.Id == id);
        Assert.Equal(LocationKind.ExternalFile, found.Location.Kind);
        var place = found.Location.GetLineSpan();
        Assert.Equal("data/bids.csv", place.Path);
        Assert.Equal((line, column), (place.StartLinePosition.Line, place.StartLinePosition.Character));
    }

    [Fact]
    public Task MECH4101_SaysTheLineOfTheProjectFile() =>
        Expect.Fires(
            "MECH4101",
            Banner.Replace("\"bids.csv\"", "[|\"bids.csv\"|]", StringComparison.Ordinal),
            "'bids.csv' is not among the project's additional files; add <AdditionalFiles Include=\"bids.csv\" /> to the project file");

    [Fact]
    public async Task MECH4105_AndMECH4106_TellWhatTheSampleIsWorth()
    {
        var few = await Run("bid\n" + string.Concat(Enumerable.Repeat("5\n", 10)));
        Assert.Contains(few, one => one.Id == "MECH4105");
        Assert.Contains(few, one => one.Id == "MECH4106");
        var many = await Run("bid\n" + string.Concat(Enumerable.Range(0, 400).Select(index => $"{1 + (index * 37 % 101)}\n")));
        Assert.DoesNotContain(many, one => one.Id is "MECH4105" or "MECH4107");
        Assert.StartsWith("'bids.csv' has 400 values: with 95 % confidence every share of bidders is within 0.0679 of the sample's", Assert.Single(many, one => one.Id == "MECH4106").InvariantMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MECH4107")]
    [InlineData("MECH4108")]
    public async Task SamplesOfThePagesFire(string id) => Assert.Contains(await Analysis.Run(RulePage.Read(id).Bad), one => one.Id == id);

    private static Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> Run(string text) =>
        Analysis.Run(new Snippet(Banner) { Files = [new DataFile("data/bids.csv", text)] });
}
