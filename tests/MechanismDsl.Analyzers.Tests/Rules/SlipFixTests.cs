using MechanismDsl.Analyzers.Tests.Harness;

namespace MechanismDsl.Analyzers.Tests.Rules;

/// <summary>A direction that was mistaken is turned round, where exactly one such change makes the rule monotone.</summary>
public class SlipFixTests
{
    private const string Loop =
        "[Mechanism, SingleItem, Agents(1, 20)] public partial class Sale { [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids) { int w = 0; for (int i = 1; i < bids.Length; i++) if (COMPARISON) w = i; return w; } }";

    [Theory]
    [InlineData("bids[i] < bids[w]", "bids[i] > bids[w]")]
    [InlineData("bids[i] <= bids[w]", "bids[i] >= bids[w]")]
    [InlineData("bids[w] * 1.1 > bids[i]", "bids[w] * 1.1 < bids[i]")]
    public async Task TheSmallestBidWasNotMeant(string written, string meant)
    {
        var (title, text) = await Fixed(Loop.Replace("COMPARISON", written));
        Assert.Equal($"Turn round: '{meant}'", title);
        Assert.Equal(Loop.Replace("COMPARISON", meant), text);
    }

    [Fact]
    public async Task AnOrderIsTurnedRound()
    {
        const string Code =
            "[Mechanism, SingleItem, Agents(3)] public partial class Sale { [Allocation] static int Winner([Between(0, 100)] double[] bids) => System.Linq.Enumerable.OrderBy(System.Linq.Enumerable.Range(0, bids.Length), i => bids[i]).First(); }";
        Assert.Equal(("Turn round: 'OrderByDescending'", Code.Replace("OrderBy(", "OrderByDescending(")), await Fixed(Code));
    }

    [Fact]
    public async Task ASupplierMeantTheLowestCost()
    {
        const string Code =
            "[Mechanism, SingleItem, Procurement, Suppliers, Agents(2)] public partial class Sale { [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> costs) => costs[0] > costs[1] ? 0 : 1; }";
        Assert.Equal(("Turn round: 'costs[0] < costs[1]'", Code.Replace("costs[0] > costs[1]", "costs[0] < costs[1]")), await Fixed(Code));
    }

    [Theory]

    // A threshold is a decision, not a direction.
    [InlineData("[Mechanism, SingleItem] public partial class Sale { [Score] static double Score([Between(0, 100)] double bid) => bid > 50 ? 25 : bid; }")]

    // No comparison is to blame.
    [InlineData("[Mechanism, SingleItem] public partial class Sale { [Score] static double Score([Between(0, 100)] double bid) => bid - 0.01 * bid * bid; }")]

    // Two comparisons, either of which would do: nobody knows which one was meant.
    [InlineData("[Mechanism, SingleItem, Agents(2)] public partial class Sale { [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids) { double limit = 300; return (bids[0] < bids[1]) == (bids[0] + bids[1] < limit) ? 0 : 1; } }")]

    // Turned round it would be monotone because nobody could win any more.
    [InlineData("[Mechanism, SingleItem, Agents(2)] public partial class Sale { [Allocation] static int Winner([Between(0, 10)] ReadOnlySpan<double> bids) => bids[0] + 20 > bids[1] ? (bids[0] > 5 ? -1 : 0) : -1; }")]
    public async Task NothingIsOfferedWhereItIsNotClear(string code) => Assert.Equal((null, null), await Fixed(code));

    private static async Task<(string? Title, string? Text)> Fixed(string code)
    {
        var title = (await Repair.Offered(new Snippet(code), "MECH1001")).SingleOrDefault(one => one.StartsWith("Turn round", StringComparison.Ordinal));
        return (title, title is null ? null : await Repair.Apply(new Snippet(code), "MECH1001", title));
    }
}
