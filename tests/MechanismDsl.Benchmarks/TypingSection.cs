using System.Collections.Immutable;
using MechanismDsl.Analyzers.Judges;
using MechanismDsl.Generators;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MechanismDsl.Benchmarks;

/// <summary>
/// From a keystroke in a mechanism to its squiggles, as an editor computes them: the generator runs, the file is bound, and all analyzers look at that file. The
/// project has 20 mechanisms; each edit is a number that was not there before, so that it is solved or judged anew.
/// </summary>
internal static class TypingSection
{
    private const int Mechanisms = 20;
    private const int Edits = 41;
    private const double Target = 50e6;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(RuleAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    public static IEnumerable<Duration> Durations()
    {
        yield return Measure("the most revenue from two buyers", Auction);
        yield return Measure("a score of one's own", Score);
    }

    private static Duration Measure(string name, Func<int, int, string> mechanism)
    {
        var trees = Enumerable.Range(0, Mechanisms).Select(index => Parse(mechanism(index, 0), index)).ToList();
        var compilation = CSharpCompilation.Create(
            "Project",
            trees,
            [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(MechanismAttribute).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new MechanismGenerator().AsSourceGenerator()], parseOptions: Parsing);
        List<Spent> times = [];
        for (var edit = 1; edit <= Edits; edit++)
        {
            var index = edit % Mechanisms;
            var typed = Parse(mechanism(index, edit), index);
            var time = Spent.On(() =>
            {
                compilation = compilation.ReplaceSyntaxTree(trees[index], typed);
                driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var complete, out _);
                var analysis = complete.WithAnalyzers(Analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false));
                var model = complete.GetSemanticModel(typed);
                var found = model.GetDiagnostics().AddRange(analysis.GetAnalyzerSemanticDiagnosticsAsync(model, null, default).GetAwaiter().GetResult());
                if (found.FirstOrDefault(one => one.Severity == DiagnosticSeverity.Error) is { } error)
                {
                    throw new InvalidOperationException(error.ToString());
                }
            });
            trees[index] = typed;
            times.Add(time);
        }

        // The first half warms up.
        var sorted = times.Skip(Edits / 2).OrderBy(time => time.AtMost).ToList();
        return new Duration($"typed into one of {Mechanisms} mechanisms", name, sorted[sorted.Count / 2], Target);
    }

    private static SyntaxTree Parse(string text, int index) => CSharpSyntaxTree.ParseText(text, Parsing, $"Mechanism{index}.cs");

    private static string Auction(int index, int edit) => $$"""
        using MechanismDsl;

        [Mechanism, SingleItem, RevenueOptimal]
        [Agent<Uniform>("North", 0, {{index + 10}}), Agent<Uniform>("South", 0, {{edit + 20}})]
        public partial class Sale{{index}};
        """;

    private static string Score(int index, int edit) => $$"""
        using MechanismDsl;

        [Mechanism, SingleItem]
        public partial class Search{{index}}
        {
            [Score] static double Score([Between(0, 100)] double bid, [Between(.1, {{edit + 2}}), Verified] double quality) => bid * quality + {{index}};
        }
        """;
}
