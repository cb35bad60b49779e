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
    [InlineData("[Money<long>, Prior<Uniform>(0, 12), Agents(3)]", 1)]
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
    [InlineData("RevenueOptimal, Agent<Lognormal>(\"A\", 0, 1), Agent<Beta>(\"B\", 2, 3)", "- Virtual value from bid 1.35341474659 on: bid - (1 - F(bid)) / f(bid), from tables with a relative error of at most 1E-11; beyond 1733578421.63 a line of slope 1.", "from bid 1733578421.63 on")]
    [InlineData("Procurement, RevenueOptimal, BuyerValue(2), Supplier<Lognormal>(\"A\", 0, 1), Supplier<Gamma>(\"B\", 2, 1)", "down: cost + F(cost) / f(cost), from tables", "numerically")]
    [InlineData("Efficient, Agent(\"A\", Weight = 2), Agent(\"B\")", "the highest weighted value wins", "irtual")]
    [InlineData("Efficient, Agent(\"A\"), Agent(\"B\")", "- B.", "B:")]
    [InlineData("Efficient, Reserve(2.555), Money<decimal>, Prior<Uniform>(0, 10)", "Reserve: 2.56, the declared 2.555 on the grid;", "2.56, zero")]
    [InlineData("RevenueOptimal, Money<decimal>, Prior<Uniform>(0, 10)", "Expected under Uniform(0, 10), every bidder bidding the highest multiple of 0.01 that is at most its value, by the number", "no grid")]
    [InlineData("RevenueOptimal, Money<decimal>(Decimals = 6), Prior<Uniform>(0, 10)", "Expected under Uniform(0, 10), as if money had no grid, by the number", "the highest multiple")]
    [InlineData("PayAsBid, Money<long>, Agents(2), Prior<Uniform>(0, 10)", "Expected under Uniform(0, 10), as if money had no grid:", "the highest multiple")]
    [InlineData("Procurement, RevenueOptimal, BuyerValue(9), Money<long>, Suppliers<Uniform>(0, 9)", "every supplier reporting the lowest multiple of 1 that is at least its cost, by", "no grid")]
    [InlineData("Procurement, RevenueOptimal, BuyerValue(1), Suppliers<Uniform>(0, 1)", "never worse than the truthful report", "never above")]
    public void A_sentence_is_true_of_its_declaration(string attributes, string said, string unsaid)
    {
        var (text, _) = Explain($"namespace A; [Mechanism, SingleItem, {attributes}] public partial class M;");
        Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.DoesNotContain(unsaid, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Agents(2), Prior<Uniform>(0, 10)", 1)]
    [InlineData("Agent<Uniform>(\"A\", 0, 10), Agent<Uniform>(\"B\", 0, 12)", 2)]
    public void Runs_say_the_rule_in_one_sentence_and_refer_to_the_type(string attributes, int runs)
    {
        var (driver, _) = Driver.Load($"namespace A; [Mechanism, SingleItem, RevenueOptimal, {attributes}] public partial class M;");
        var text = Driver.Text(driver);
        Assert.Equal(runs, text.Split("with all numbers and guarantees: <see cref=\"M\"/>.").Length - 1);
        Assert.Single(text.Split("/// - Who wins")[1..]);
    }

    [Theory]
    [InlineData("Prior<Uniform>(0, 10)", "under the declared prior, every bidder bidding the highest multiple of 1 that is at most its value, by the number")]
    [InlineData("Prior<Uniform>(0, 10), Agents(2)", "under the declared priors, every bidder bidding the highest multiple of 1 that is at most its value.")]
    public void A_member_that_states_an_expectation_under_grid_money_says_so(string attributes, string said)
    {
        var (driver, _) = Driver.Load($"namespace A; [Mechanism, SingleItem, Efficient, Money<long>, {attributes}] public partial class M;");
        Assert.Contains(said, Driver.Text(driver), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Agent<Uniform>(\"North\", 0, 12), Agent<Uniform>(\"South\", 3, 18)]")]
    [InlineData("[Agent<Exponential>(\"North\", .3), Agent<Power>(\"South\", 1, 8), Agent<Pareto>(\"West\", 3, 1)]")]
    [InlineData("[Agent(\"North\"), HistogramPrior([0, 3, 8], [.75, .25], Agent = \"North\"), Agent<UniformIntegers>(\"South\", 1, 4)]")]
    [InlineData("[Procurement, BuyerValue(9), Supplier<Uniform>(\"North\", 1, 7), Supplier<Power>(\"South\", .5, 8)]")]
    public void Formulas_of_virtual_values_are_the_curves(string attributes)
    {
        var (text, auction) = Explain($"namespace A; [Mechanism, SingleItem, RevenueOptimal] {attributes} public partial class M;");
        var side = auction.Agents[0].Agent.Side == Side.Buyer ? 1 : -1;
        var parts = Heading().Split(text)[1..];
        Assert.Equal(auction.Agents.Count, parts.Length);
        for (var agent = 0; agent < parts.Length; agent++)
        {
            var pieces = Formula().Matches(parts[agent]);
            Assert.NotEmpty(pieces);
            for (var index = 0; index < pieces.Count; index++)
            {
                var worst = pieces[index].Groups["from"] is { Success: true } from ? Number(from.Value) : side * auction.Agents[agent].LowestServed;
                var beyond = index + 1 < pieces.Count ? Number(pieces[index + 1].Groups["from"].Value) : side > 0 ? worst + 9 : 0;
                for (var step = 1; step <= 5; step++)
                {
                    var report = worst + ((beyond - worst) * step / 6);
                    Assert.Equal(side * auction.Agents[agent].Score.Score(side * report), Value(pieces[index], report), 1e-9);
                }
            }
        }

        static double Value(Match formula, double report)
        {
            var shift = formula.Groups["shift"] is { Success: true } amount ? (formula.Groups["sign"].Value == "+" ? 1 : -1) * Number(amount.Value) : 0;
            return formula.Groups["flat"] is { Success: true } flat
                ? Number(flat.Value)
                : ((formula.Groups["slope"] is { Success: true } slope ? Number(slope.Value) : 1) * report) + shift;
        }
    }

    [Fact]
    public void Data_behind_an_efficient_rule_choose_no_reserve()
    {
        var (text, _) = Explain(
            "namespace A; [Mechanism, SingleItem, Efficient, SellerValue(2), PriorFromFile(\"b.csv\", Column = \"bid\")] public partial class M;",
            new MemoryFile("/x/b.csv", "bid\n" + string.Join('\n', Enumerable.Range(1, 90))));
        Assert.DoesNotContain("resampling", text);
        Assert.DoesNotContain("learnt price loses", text);
        Assert.DoesNotContain("earns most from one bidder", text);
        Assert.DoesNotContain("chosen rule", text);
        Assert.Contains("the rule uses no price learnt from the sample", text);
    }

    [Theory]
    [InlineData(100, 149, true)]
    [InlineData(1, 149, false)]
    public void A_sample_that_ends_at_its_reserve_may_be_cut_off(int lowest, int highest, bool isAtEnd)
    {
        var (text, auction) = Explain(
            "namespace A; [Mechanism, SingleItem, RevenueOptimal, PriorFromFile(\"b.csv\", Column = \"bid\")] public partial class M;",
            new MemoryFile("/x/b.csv", "bid\n" + string.Join('\n', Enumerable.Range(lowest, highest - lowest + 1))));
        Assert.Equal(isAtEnd, DataInsight.Of(auction.Problem, auction.Agents[0].Agent)!.IsReserveAtEnd);
        Assert.Equal(isAtEnd, text.Contains("may have been cut off at an earlier reserve"));
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

    [GeneratedRegex(@"^ *- \w+, (?:value|cost) distributed as .*:$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"Virtual \w+(?: from \w+ (?<from>[-\d.E]+) \w+)?: (?:(?:(?<slope>[-\d.E]+) \* )?(?:bid|cost)(?: (?<sign>[-+]) (?<shift>[-\d.E]*\d))?|(?<flat>[-\d.E]*\d))\.$", RegexOptions.Multiline)]
    private static partial Regex Formula();

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
