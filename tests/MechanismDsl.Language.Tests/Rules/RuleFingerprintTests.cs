using MechanismDsl.Language.Rules;
using MechanismDsl.Language.Tests.Support;

namespace MechanismDsl.Language.Tests.Rules;

/// <summary>The hash of rules names what they do and nothing else.</summary>
public sealed class RuleFingerprintTests
{
    private const string Score = "[Score] static double Score([Between(0, 9)] double bid, [Between(0, 1)] double quality) => bid * quality * Weight; const double Weight = 2;";

    [Theory]
    [InlineData("Score(", "Rank(")]
    [InlineData("quality", "clicks")]
    [InlineData("bid * quality", "bid /* paid */ *   quality")]
    [InlineData("=> bid * quality * Weight;", "{ return bid * quality * Weight; }")]
    [InlineData("const double Weight = 2", "const double Weight = 4 / 2.0")]
    public void Names_comments_and_layout_do_not_count(string from, string to) => Assert.Equal(Of(Score), Of(Score.Replace(from, to, StringComparison.Ordinal)));

    [Theory]
    [InlineData("bid * quality", "bid + quality")]
    [InlineData("Weight = 2", "Weight = 3")]
    public void What_the_rule_does_counts(string from, string to) => Assert.NotEqual(Of(Score), Of(Score.Replace(from, to, StringComparison.Ordinal)));

    [Fact]
    public void The_order_of_rules_does_not_count()
    {
        const string Pay = "[Payment] static double Pay(double[] bids, int agent) => 0;";
        const string Win = "[Allocation] static int Win(double[] bids) => bids.Length > 0 ? 0 : -1;";
        Assert.Equal(Of(Pay + Win), Of(Win + Pay));
        Assert.NotEqual(Of(Win), Of(Win + Pay));
        Assert.Equal(16, Of(Win)!.Length);
    }

    [Fact]
    public void Records_are_read_by_their_numbers()
    {
        const string Bid = "public record struct Bid([Report] double Amount, [Between(0, 1)] double Quality, string Name); ";
        Assert.Equal(
            Of(Bid + "[Score] static double Score(Bid bid) => bid.Amount * bid.Quality;"),
            Of(Bid + "[Score] static double Rank(Bid offer) => offer.Amount * offer.Quality;"));
        Assert.NotEqual(
            Of(Bid + "[Score] static double Score(Bid bid) => bid.Amount * bid.Quality;"),
            Of(Bid + "[Score] static double Score(Bid bid) => bid.Amount * bid.Amount;"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[Score] static double Score(double bid) => bid * Environment.TickCount;")]
    public void Without_rules_that_can_be_read_there_is_none(string rules) => Assert.Null(Of(rules));

    private static string? Of(string rules)
    {
        var source = Source.Of($"[Mechanism, SingleItem] partial class X {{ {rules} }}");
        return RuleFingerprint.Of(source.Mechanism, source.Read().Rules, source.Compilation, CancellationToken.None);
    }
}
