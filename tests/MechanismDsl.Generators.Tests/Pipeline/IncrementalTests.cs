using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Theory.SingleParameter;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace MechanismDsl.Generators.Tests.Pipeline;

/// <summary>Which steps run again after which edit. A keystroke must never reach the solver unless it changes the problem.</summary>
public class IncrementalTests
{
    private const string Mechanism = """
        namespace Shop;

        [Mechanism, SingleItem, RevenueOptimal]
        [Agent<Uniform>("North", 0, 12), Agent<Uniform>("South", 0, 18)]
        public partial class TwoBuyers;
        """;

    private const string FromData = """
        namespace Shop;

        [Mechanism, SingleItem, RevenueOptimal]
        [PriorFromFile("bids.csv", Column = "bid")]
        public partial class Banner;
        """;

    /// <summary>Edits: what is replaced by what, and the reason expected of each step from the reading on.</summary>
    public static TheoryData<string, string, string, string> Edits => new()
    {
        { "nothing", "namespace", "namespace", Same },
        { "comment before the type", "[Mechanism", "// a comment\n[Mechanism", Same },
        { "comment inside the attributes", "RevenueOptimal]", "RevenueOptimal /* Myerson */]", Same },
        { "white space", "\"North\", 0, 12", "\"North\",   0,   12", Same },
        { "the same number in other words", "0, 18", "0, 1.8e1", Same },
        { "an unrelated type in the same file", "public partial class TwoBuyers;", "public partial class TwoBuyers;\npublic class Other { public int X; }", Same },
        { "an unrelated member", "public partial class TwoBuyers;", "public partial class TwoBuyers { public static int Twice(int x) => 2 * x; }", Same },
        { "a using directive", "namespace Shop;", "namespace Shop;\nusing System.Text;", Same },
        { "an unrelated attribute", "public partial", "[Obsolete] public partial", Same },
        { "a prior's parameter", "0, 18", "0, 16", Changed },
        { "another agent's name", "\"South\"", "\"East\"", Changed },
        { "another objective", "RevenueOptimal", "Efficient", Changed },
        { "another accessibility", "public partial", "internal partial", Rewritten },
        { "a summary", "[Mechanism", "/// <summary>Ours.</summary>\n[Mechanism", Rewritten },
        { "an error", "0, 18", "18, 0", Broken },
    };

    private const string Same = "the reading, the solution and the file stay";
    private const string Changed = "everything runs";
    private const string Rewritten = "the same problem, another type";
    private const string Broken = "no solution, a skeleton";

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_runs_the_steps_it_must(string edit, string from, string to, string effect)
    {
        var solved = 0;
        var driver = Driver.Create((problem, cancellation) =>
        {
            solved++;
            return AuctionSolver.Solve(problem, cancellation);
        });
        var before = Compiled.Compilation(Mechanism);
        driver = driver.RunGenerators(before);
        Assert.Equal(1, solved);
        var text = Driver.Text(driver);

        Assert.Contains(from, Mechanism);
        var changed = Mechanism.Replace(from, to);
        driver = driver.RunGenerators(before.ReplaceSyntaxTree(before.SyntaxTrees[1], CSharpSyntaxTree.ParseText(changed, Compiled.ParseOptions, "Source1.cs")));
        if (effect == Same)
        {
            Assert.True(solved == 1, edit);
            Assert.True(Unchanged(Reason(driver, StepNames.Files)), edit);
            Assert.Equal(IncrementalStepRunReason.Cached, Reason(driver, StepNames.Reading));
            Assert.Equal(IncrementalStepRunReason.Cached, Reason(driver, StepNames.Solution));
            Assert.Equal(IncrementalStepRunReason.Cached, Reason(driver, StepNames.Plan));
            Assert.Equal(text, Driver.Text(driver));
            Assert.All(Outputs(driver), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        }
        else if (effect == Broken)
        {
            Assert.Equal(1, solved);
            Assert.Equal(IncrementalStepRunReason.Modified, Reason(driver, StepNames.Plan));
            Assert.Contains("has errors: MECH4001", Driver.Text(driver));
        }
        else
        {
            Assert.Equal(IncrementalStepRunReason.Modified, Reason(driver, StepNames.Declaration));
            if (effect == Changed)
            {
                Assert.Equal(2, solved);
                Assert.NotEqual(text, Driver.Text(driver));
            }
        }
    }

    private const string WithRule = """
        namespace Shop;

        [Mechanism, SingleItem]
        public partial class Ads
        {
            [Score] static double Score([Between(0, 9)] double bid, [Between(0, 1), Verified] double quality) => bid * quality;
        }
        """;

    [Theory]
    [InlineData("a comment in the rule", "bid * quality;", "bid /* paid */ * quality;", true)]
    [InlineData("another rule", "bid * quality;", "bid + quality;", false)]
    [InlineData("another domain", "Between(0, 9)", "Between(0, 8)", false)]
    [InlineData("another member", "[Score]", "static int Twice(int x) => 2 * x; [Score]", true)]
    public void An_edit_of_a_rule_writes_the_file_anew_only_if_the_rule_does_something_else(string edit, string from, string to, bool isSame)
    {
        var before = Compiled.Compilation(WithRule);
        var driver = Driver.Create().RunGenerators(before);
        var text = Driver.Text(driver);
        Assert.Contains("Rules = \"", text, StringComparison.Ordinal);
        var changed = CSharpSyntaxTree.ParseText(WithRule.Replace(from, to, StringComparison.Ordinal), Compiled.ParseOptions, "Source1.cs");
        driver = driver.RunGenerators(before.ReplaceSyntaxTree(before.SyntaxTrees[1], changed));
        Assert.True(isSame == (text == Driver.Text(driver)), edit);
        Assert.All(Outputs(driver), reason => Assert.Equal(isSame, reason == IncrementalStepRunReason.Cached));
    }

    [Fact]
    public void An_edit_of_one_type_writes_one_file()
    {
        var solved = 0;
        var driver = Driver.Create((problem, cancellation) =>
        {
            solved++;
            return AuctionSolver.Solve(problem, cancellation);
        });
        var before = Compiled.Compilation([.. Enumerable.Range(0, 20).Select(index => Mechanism.Replace("TwoBuyers", $"Auction{index}"))]);
        driver = driver.RunGenerators(before);
        Assert.Equal(20, solved);
        var changed = CSharpSyntaxTree.ParseText(Mechanism.Replace("TwoBuyers", "Auction3").Replace("18", "16"), Compiled.ParseOptions, "Source4.cs");
        driver = driver.RunGenerators(before.ReplaceSyntaxTree(before.SyntaxTrees[4], changed));
        Assert.Equal(21, solved);
        Assert.Equal(1, Outputs(driver).Count(reason => reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged)));
    }

    [Fact]
    public void Only_an_edit_of_the_named_file_reaches_the_solver()
    {
        var solved = 0;
        var rows = "bid\n" + string.Join('\n', Enumerable.Range(1, 60));
        AdditionalText data = new MemoryFile("/data/bids.csv", rows);
        AdditionalText other = new MemoryFile("/data/notes.txt", "nothing");
        var compilation = Compiled.Compilation(FromData);
        var driver = Driver.Create(
            (problem, cancellation) =>
            {
                solved++;
                return AuctionSolver.Solve(problem, cancellation);
            },
            [data, other]).RunGenerators(compilation);
        Assert.Equal(1, solved);

        driver = driver.ReplaceAdditionalText(other, new MemoryFile("/data/notes.txt", "something")).RunGenerators(compilation);
        Assert.Equal(1, solved);
        Assert.Equal(IncrementalStepRunReason.Unchanged, Reason(driver, StepNames.Files));
        Assert.Equal(IncrementalStepRunReason.Cached, Reason(driver, StepNames.Solution));

        AdditionalText same = new MemoryFile("/data/bids.csv", rows);
        driver = driver.ReplaceAdditionalText(data, same).RunGenerators(compilation);
        Assert.Equal(1, solved);

        driver = driver.ReplaceAdditionalText(same, new MemoryFile("/data/bids.csv", rows + "\n200\n")).RunGenerators(compilation);
        Assert.Equal(2, solved);
        Assert.Equal(IncrementalStepRunReason.Modified, Reason(driver, StepNames.Solution));
    }

    [Fact]
    public void No_step_holds_on_to_a_compilation()
    {
        var driver = Driver.Create().RunGenerators(Compiled.Compilation(Mechanism));
        var names = new[] { StepNames.Declaration, StepNames.Files, StepNames.Reading, StepNames.Solution, StepNames.Plan, StepNames.Gate };
        foreach (var name in names)
        {
            foreach (var (value, _) in driver.GetRunResult().Results[0].TrackedSteps[name].SelectMany(step => step.Outputs))
            {
                ObjectGraph.AssertNone(value, found => found is Compilation or ISymbol or SyntaxNode or SyntaxTree or Location or SyntaxReference or AdditionalText, name);
            }
        }
    }

    private static bool Unchanged(IncrementalStepRunReason reason) => reason is IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached;

    private static IncrementalStepRunReason Reason(GeneratorDriver driver, string step) =>
        driver.GetRunResult().Results[0].TrackedSteps[step].Single().Outputs.Single().Reason;

    private static IEnumerable<IncrementalStepRunReason> Outputs(GeneratorDriver driver) =>
        driver.GetRunResult().Results[0].TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);
}
