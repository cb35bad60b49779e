using System.Reflection;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace MechanismDsl.Generators.Tests.Support;

/// <summary>Runs the generator as the compiler would, with every step tracked.</summary>
internal static class Driver
{
    public static GeneratorDriver Create(
        Func<Problem, CancellationToken, SolvedAuction>? solve = null,
        IEnumerable<AdditionalText>? files = null,
        IReadOnlyDictionary<string, string>? properties = null) =>
        CSharpGeneratorDriver.Create(
            [(solve is null ? new MechanismGenerator() : new MechanismGenerator(solve)).AsSourceGenerator()],
            files,
            Compiled.ParseOptions,
            new Options(properties ?? new Dictionary<string, string>()),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>Runs the generator and loads what user and generator wrote together.</summary>
    public static (GeneratorDriver Driver, Assembly Assembly) Load(string source, params IEnumerable<AdditionalText> files)
    {
        var driver = Create(files: files).RunGeneratorsAndUpdateCompilation(Compiled.Compilation(source), out var compilation, out var diagnostics);
        Assert.Empty(diagnostics);
        return (driver, Compiled.Load(compilation));
    }

    /// <summary>The generated text of a run, all files one after the other.</summary>
    public static string Text(GeneratorDriver driver) =>
        string.Concat(driver.GetRunResult().Results.SelectMany(result => result.GeneratedSources).Select(source => source.SourceText));

    private sealed class Options(IReadOnlyDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

        private sealed class Values(IReadOnlyDictionary<string, string> properties) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, out string value)
            {
                value = properties.TryGetValue(key.Replace("build_property.", string.Empty), out var found) ? found : string.Empty;
                return value.Length > 0;
            }
        }
    }
}

/// <summary>An additional file in memory.</summary>
internal sealed class MemoryFile(string path, string text) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
