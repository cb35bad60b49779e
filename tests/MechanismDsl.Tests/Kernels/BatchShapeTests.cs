using MechanismDsl.Kernels;

namespace MechanismDsl.Tests.Kernels;

public class BatchShapeTests
{
    [Theory]
    [InlineData(6, 3, 2, true)]
    [InlineData(0, 3, 0, true)]
    [InlineData(6, 2, 2, false)]
    [InlineData(5, 3, 2, false)]
    [InlineData(0, 65536, 65536, false)]
    public void RowsFitTheirOutcomes(int reports, int agents, int outcomes, bool fits) =>
        Check(fits, () => BatchShape.CheckRows(reports, agents, outcomes), "outcomes", $"{reports} reports of {agents} agents do not make {outcomes} auctions.");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void ABatchNeedsAnAgent(int agents) =>
        Assert.Throws<ArgumentOutOfRangeException>("agents", () => BatchShape.CheckRows(0, agents, 0));

    [Theory]
    [InlineData(4, 4, true)]
    [InlineData(3, 4, false)]
    [InlineData(5, 4, false)]
    public void AColumnHoldsAnEntryForEachAuction(int entries, int auctions, bool fits) =>
        Check(fits, () => BatchShape.CheckColumn(entries, auctions, "north"), "north", $"The column has {entries} entries for {auctions} auctions.");

    [Theory]
    [InlineData(2, 2, true)]
    [InlineData(1, 2, false)]
    [InlineData(3, 2, false)]
    public void ThereIsAnEntryForEachAgent(int entries, int agents, bool fits) =>
        Check(fits, () => BatchShape.CheckAgents(entries, agents, "bids"), "bids", $"There are {entries} entries for {agents} agents.");

    [Theory]
    [InlineData(0, 2, true)]
    [InlineData(2, 2, true)]
    [InlineData(3, 2, false)]
    public void FewerAgentsThanDeclaredMayReport(int reports, int most, bool fits) =>
        Check(fits, () => BatchShape.CheckAtMost(reports, most, "costs"), "costs", $"There are {reports} reports; the mechanism is declared for at most {most} agents.");

    private static void Check(bool fits, Action check, string parameter, string message)
    {
        if (fits)
        {
            check();
            return;
        }

        var error = Assert.Throws<ArgumentException>(parameter, check);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }
}
