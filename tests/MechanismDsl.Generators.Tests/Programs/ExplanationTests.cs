using System.Globalization;
using System.Text.RegularExpressions;
using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Insights;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Generators.Tests.Programs;

/// <summary>Every number that an explanation prints is the model's own.</summary>
public partial class ExplanationTests
{
    [Theory]
    [InlineData("[HistogramPrior([0, 3, 8], [.75, .25])]", 3)]
    [InlineData("[Prior<Exponential>(.25)]", 3)]
    [InlineData("[Prior<Uniform>(2, 5), Agents(4)]", 1)]
    [InlineData("[Agent<Uniform>(\"North\", 0, 12), Agent<Uniform>(\"South\", 0, 18)]", 1)]
    [InlineData("[DiscretePrior([1, 3, 6], [1, 2, 1])]", 3)]
    [InlineData("[Procurement, BuyerValue(1), Suppliers<Uniform>(0, 1)]", 3)]
    public void Expectations_limits_and_blocks_are_those_of_the_solution(string attributes, int rows)
    {
        var (text, auction) = Explain($"namespace A; [Mechanism, SingleItem, RevenueOptimal] {attributes} public partial class M;");
        var side = auction.Agents[0].Agent.Side == Side.Buyer ? 1 : -1;
        var numbers = auction.StatedNumbers.Take(rows).ToList();
        AssertNumbers(Revenue().Matches(text), numbers.Select(row => row.Revenue));
        AssertNumbers(Welfare().Matches(text), numbers.Select(row => row.Welfare));
        AssertNumbers(FirstBest().Matches(text), numbers.Select(row => row.FirstBest));
        AssertNumbers(Sold().Matches(text), numbers.Select(row => row.Sale));
        AssertNumbers(Limit().Matches(text), auction.Agents.Where(agent => agent.LowestServed != 0).Select(agent => side * agent.LowestServed));
        foreach (Match pooled in Pooled().Matches(text))
        {
            var (low, score) = (Number(pooled.Groups[1].Value), Number(pooled.Groups[2].Value));
            Assert.Equal(score, side * auction.Agents[0].Score.Score(side * low * (1 + (side * 1e-9))), 1e-9);
        }

        Assert.Equal(attributes.Contains("Discrete") || attributes.Contains("Histogram"), Pooled().IsMatch(text));
    }

    [Fact]
    public void Figures_about_data_are_those_of_the_report()
    {
        var rows = Enumerable.Range(0, 150).Select(index => FormattableString.Invariant($"{index / 3},{index % 3},{1 + (((index * 37) % 101) / 10.0)}"));
        var (text, auction) = Explain(
            "namespace A; [Mechanism, SingleItem, RevenueOptimal, PriorFromFile(\"b.csv\", Column = \"bid\", HighestPer = [\"auction\", \"bidder\"])] public partial class M;",
            new MemoryFile("/x/b.csv", "auction,bidder,bid\n" + string.Join('\n', rows) + "\n"));
        var report = DataInsight.Of(auction.Problem, auction.Agents[0].Agent)!;
        AssertNumbers(Held().Matches(text), [.. report.HoldOut!.Rules.Select(rule => rule.Revenue).Take(1)], 1e-5);
        AssertNumbers(Limit().Matches(text), [report.Reserve.Price]);
        Assert.Contains($"{report.Values} values", text);
        Assert.Equal(report.BetterSimplerRule is not null, text.Contains("the chosen rule loses"));
    }

    [Theory]
    [InlineData("Efficient, Agents(2, 5), Prior<Uniform>(0, 10)", "- 2: revenue", "- 1: revenue")]
    [InlineData("Procurement, PostedPrice(1.5), Suppliers<Uniform>(1, 2), Agents(3)", "cost of the served supplier 1.09375", "possible")]
    [InlineData("Procurement, RevenueOptimal, BuyerValue(2), Supplier<Uniform>(\"A\", 0, 1), Supplier<Exponential>(\"B\", 1)", "Virtual cost from cost 0.792059968431 down", "0.792059968431 on")]
    [InlineData("Efficient, Agent(\"A\", Weight = 2), Agent(\"B\")", "the highest weighted value wins", "irtual")]
    [InlineData("Efficient, Agent(\"A\"), Agent(\"B\")", "- B.", "B:")]
    [InlineData("Efficient, Reserve(2.555), Money<decimal>, Prior<Uniform>(0, 10)", "Reserve: 2.56, the declared 2.555 on the grid;", "2.56, zero")]
    [InlineData("RevenueOptimal, Money<decimal>, Prior<Uniform>(0, 10)", "Expected under Uniform(0, 10), as if money had no grid, by the number", "Uniform(0, 10), by")]
    [InlineData("Procurement, RevenueOptimal, BuyerValue(1), Suppliers<Uniform>(0, 1)", "never worse than the truthful report", "never above")]
    public void A_sentence_is_true_of_its_declaration(string attributes, string said, string unsaid)
    {
        var (text, _) = Explain($"namespace A; [Mechanism, SingleItem, {attributes}] public partial class M;");
        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.DoesNotContain(unsaid, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_users_is_encoded_in_documentation()
    {
        var (driver, _) = Driver.Load(
            "namespace A; [Mechanism, SingleItem, RevenueOptimal, PriorFromFile(\"a<b>&\\\"\\\"\\\".csv\", Column = \"bid\")] public partial class M;",
            new MemoryFile("/x/a<b>&\"\"\".csv", "bid\n" + string.Join('\n', Enumerable.Range(1, 60))));
        Assert.Contains("a&lt;b&gt;&amp;", Driver.Text(driver));
    }

    private static (string Text, SolvedAuction Auction) Explain(string source, params AdditionalText[] files)
    {
        SolvedAuction? auction = null;
        _ = Driver.Create((problem, cancellation) => auction = AuctionSolver.Solve(problem, cancellation), files)
            .RunGeneratorsAndUpdateCompilation(Compiled.Compilation(source), out var compilation, out _);
        var type = Compiled.Load(compilation).GetType("A.M")!;
        return ((string)type.GetField("Explanation")!.GetRawConstantValue()!, auction!);
    }

    private static void AssertNumbers(MatchCollection matches, IEnumerable<double> expected, double tolerance = 1e-11)
    {
        var actual = matches.Select(match => Number(match.Groups[1].Value)).ToList();
        var wanted = expected.ToList();
        Assert.Equal(wanted.Count, actual.Count);
        Assert.All(wanted.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance * Math.Max(1, Math.Abs(pair.First))));
    }

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(?:revenue|outlay) ([-\d.E]*\d)(?=[, ]|$)", RegexOptions.Multiline)]
    private static partial Regex Revenue();

    [GeneratedRegex(@"welfare ([-\d.E]+) of")]
    private static partial Regex Welfare();

    [GeneratedRegex(@" of ([-\d.E]+) possible")]
    private static partial Regex FirstBest();

    [GeneratedRegex(@"(?<!is )served with probability ([-\d.E]*\d)")]
    private static partial Regex Sold();

    [GeneratedRegex(@"(?:Reserve|Ceiling): ([-\d.E]+),")]
    private static partial Regex Limit();

    [GeneratedRegex(@"Pooled: \w+ from ([-\d.E]+) (?:to|on|down).* virtual \w+ ([-\d.E]*\d)\.")]
    private static partial Regex Pooled();

    [GeneratedRegex(@"held-out auctions: no reserve ([-\d.E]+),")]
    private static partial Regex Held();
}
