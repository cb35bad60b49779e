using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using MechanismDsl.Analyzers.Judges;
using MechanismDsl.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MechanismDsl.Benchmarks;

/// <summary>
/// A project with rules of its own in which somebody types in one unrelated file. Each of its files holds an allocation with its payment and a score
/// auction, three rules, whose constants no other file has: no verdict of one answers a question about another.
/// </summary>
internal sealed class RefereeProject
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(RuleAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private readonly SyntaxTree[] _versions = [Unrelated("1"), Unrelated("2")];
    private CSharpCompilation _source;
    private GeneratorDriver _driver;
    private Compilation _complete;
    private int _version;

    /// <summary>A project that nobody has compiled yet.</summary>
    /// <param name="files">How many files with three rules each.</param>
    /// <param name="first">The number of the first file; other numbers are other rules.</param>
    public RefereeProject(int files, int first)
    {
        _source = CSharpCompilation.Create(
            "Project",
            [.. Enumerable.Range(first, files).Select(Mechanisms), _versions[0]],
            [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(MechanismAttribute).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        _driver = CSharpGeneratorDriver.Create([new MechanismGenerator().AsSourceGenerator()], parseOptions: Parsing);
        _complete = _source;
    }

    /// <summary>Writes what the generator writes.</summary>
    public void Generate()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_source, out _complete, out _);
        if (_driver.GetRunResult().Results[0].Exception is { } exception)
        {
            throw new InvalidOperationException("The generator failed.", exception);
        }
    }

    /// <summary>Every analyzer of the package on the whole project, to the end of the compilation.</summary>
    public void Judge() => Run(Analyzers);

    /// <summary>What the compiler does for any analyzer, on a compilation that nobody has looked at.</summary>
    public void Bind() => Run([new AnalyzerFloor()]);

    /// <summary>Replaces the unrelated file by its other version.</summary>
    public void Edit()
    {
        var previous = _versions[_version];
        _version = 1 - _version;
        _source = _source.ReplaceSyntaxTree(previous, _versions[_version]);
    }

    private void Run(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var found = _complete.Clone().WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        if (found.FirstOrDefault(one => one.Severity == DiagnosticSeverity.Error) is { } error)
        {
            throw new InvalidOperationException(error.ToString());
        }
    }

    private static SyntaxTree Mechanisms(int index) => CSharpSyntaxTree.ParseText(
        $$"""
        using System;
        using MechanismDsl;

        namespace Market{{index % 10}};

        [Mechanism, SingleItem, Agents(3)]
        public partial class Sale{{index}}
        {
            [Allocation]
            static int Winner([Between(0, {{index + 100}})] ReadOnlySpan<double> bids)
            {
                var winner = -1;
                for (var agent = 0; agent < bids.Length; agent++)
                {
                    if (bids[agent] >= {{index % 50}}.5 && (winner < 0 || bids[agent] > bids[winner]))
                    {
                        winner = agent;
                    }
                }

                return winner;
            }

            [Payment]
            static double Pay([Between(0, {{index + 100}})] ReadOnlySpan<double> bids, int agent)
            {
                if (Winner(bids) != agent)
                {
                    return 0;
                }

                var price = {{index % 50}}.5;
                for (var other = 0; other < bids.Length; other++)
                {
                    if (other != agent)
                    {
                        price = Math.Max(price, bids[other]);
                    }
                }

                return price;
            }
        }

        [Mechanism, SingleItem]
        public partial class Sponsored{{index}}
        {
            private static readonly double[] Weights = [.5, .75, 1, 1.25, {{index + 2}}];

            [Score]
            static double Score([Between(0, 100)] double bid, [Between(.1, 1), Verified] double quality, [Between(0, 4), Verified] int place) =>
                Math.Min(bid, {{index + 10}}) * quality * Weights[place];
        }
        """,
        Parsing,
        path: $"Mechanisms{index}.cs");

    private static SyntaxTree Unrelated(string value) => CSharpSyntaxTree.ParseText(
        $$"""
        namespace Elsewhere;

        public class Unrelated
        {
            public int Value(int x) => x + {{value}};
        }
        """,
        Parsing,
        path: "Unrelated.cs");
}
