using MechanismDsl.Analyzers.Solving;
using MechanismDsl.Analyzers.Tests.Harness;
using MechanismDsl.Generators;
using MechanismDsl.Language.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace MechanismDsl.Analyzers.Tests.Rules;

/// <summary>Counts how often the engine is asked. The count is that of the process, so no other test runs meanwhile.</summary>
[Collection(nameof(RuleVerdictTests))]
public class RuleVerdictTests
{
    // Content decides, not text: comments, names and other types cost no proof, another constant does.
    [Fact]
    public async Task UnrelatedEditsProveNothing()
    {
        const string Score = "[Mechanism, SingleItem] public partial class Sale { [Score] static double Score([Between(0, 137)] double bid) => bid * 3.25; }";
        await Analysis.Run(Score);
        var before = RuleVerdicts.Decided;
        foreach (var edit in (string[])
            [
                Score,
                "// why\n" + Score,
                Score + " class Other { int _x = 5; }",
                Score.Replace("bid", "offer", StringComparison.Ordinal).Replace("Score(", "Rank(", StringComparison.Ordinal),
                Score.Replace("=> bid * 3.25;", "{ const double Factor = 3.25; return bid * Factor; }", StringComparison.Ordinal),
            ])
        {
            await Analysis.Run(edit);
            Assert.Equal(before, RuleVerdicts.Decided);
        }

        await Analysis.Run(Score.Replace("3.25", "3.75", StringComparison.Ordinal));
        Assert.True(RuleVerdicts.Decided > before);
    }

    // The generator needs the rules for the stamp and the closed form, the analyzers for their questions: on a keystroke elsewhere neither reads one.
    [Fact]
    public async Task TypingInABodyElsewhere_LowersNothing()
    {
        var mechanism = CSharpSyntaxTree.ParseText(
            "using MechanismDsl; [Mechanism, SingleItem] public partial class Shop { [Score] static double Score([Between(0, 139)] double bid) => bid * 2.125; }", Snippet.Parsing, "Shop.cs");
        var elsewhere = Elsewhere("1");
        var compilation = CSharpCompilation.Create("Consumer", [mechanism, elsewhere], Snippet.References, Snippet.Options);
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new MechanismGenerator().AsSourceGenerator()], parseOptions: Snippet.Parsing);
        driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var complete, out _);
        Assert.Empty(await Analysis.Run(complete, [], Analysis.Analyzers));
        var (lowered, decided) = (RuleReader.Lowered, RuleVerdicts.Decided);
        foreach (var version in (string[])["2", "x", "x * x"])
        {
            var edited = Elsewhere(version);
            compilation = compilation.ReplaceSyntaxTree(elsewhere, edited);
            elsewhere = edited;
            driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out complete, out _);
            Assert.Empty(await Analysis.Run(complete, [], Analysis.Analyzers));
            Assert.Equal((lowered, decided), (RuleReader.Lowered, RuleVerdicts.Decided));
        }

        compilation = compilation.ReplaceSyntaxTree(mechanism, mechanism.WithChangedText(SourceText.From(mechanism.ToString().Replace("2.125", "2.375", StringComparison.Ordinal))));
        driver.RunGeneratorsAndUpdateCompilation(compilation, out complete, out _);
        Assert.Equal(lowered + 1, RuleReader.Lowered);
        Assert.Empty(await Analysis.Run(complete, [], Analysis.Analyzers));
        Assert.Equal(lowered + 2, RuleReader.Lowered);
        Assert.True(RuleVerdicts.Decided > decided);
    }

    private static SyntaxTree Elsewhere(string value) =>
        CSharpSyntaxTree.ParseText($"static class Elsewhere {{ static int Next(int x) {{ return x + {value}; }} }}", Snippet.Parsing, "Elsewhere.cs");
}

/// <summary>Runs alone.</summary>
[CollectionDefinition(nameof(RuleVerdictTests), DisableParallelization = true)]
public class AloneCollection;
