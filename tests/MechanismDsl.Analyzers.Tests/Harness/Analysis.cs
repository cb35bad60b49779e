using System.Collections.Immutable;
using MechanismDsl.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MechanismDsl.Analyzers.Tests.Harness;

/// <summary>Runs every analyzer of the package.</summary>
internal static class Analysis
{
    public static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(RuleBook).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>The rules that fire, in source order; fails the test if the source itself does not compile or an analyzer crashes.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Run(Snippet snippet, bool mustCompile = true)
    {
        var compilation = snippet.Compile();
        if (mustCompile)
        {
            AssertCompiles(compilation);
        }

        return await Run(compilation, snippet.Files, Analyzers);
    }

    public static Task<ImmutableArray<Diagnostic>> Run(string code) => Run(new Snippet(code));

    /// <summary>The rules that fire under the configuration files of a project.</summary>
    public static Task<ImmutableArray<Diagnostic>> RunConfigured(Snippet snippet, AnalyzerConfigSet config)
    {
        var compilation = snippet.Compile();
        var configured = compilation.WithOptions(compilation.Options.WithSyntaxTreeOptionsProvider(new Configuration.Severities(config)));
        return Run(configured, new AnalyzerOptions(snippet.Files, new Configuration.Provider(config)), Analyzers);
    }

    public static Task<ImmutableArray<Diagnostic>> Run(
        Compilation compilation, ImmutableArray<AdditionalText> files, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        Run(compilation, new AnalyzerOptions(files), analyzers);

    private static async Task<ImmutableArray<Diagnostic>> Run(Compilation compilation, AnalyzerOptions inputs, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        List<Exception> crashes = [];
        var options = new CompilationWithAnalyzersOptions(
            inputs, (fault, _, _) => crashes.Add(fault), concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        var found = await compilation.WithAnalyzers(analyzers, options).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(crashes);
        return [.. found.OrderBy(one => one.Location.SourceSpan.Start).ThenBy(one => one.Id, StringComparer.Ordinal)];
    }

    public static void AssertCompiles(Compilation compilation)
    {
        var errors = compilation.GetDiagnostics().Where(one => one.Severity == DiagnosticSeverity.Error).ToArray();
        Assert.True(errors.Length == 0, string.Join("\n", errors.Select(one => one.ToString())));
    }

    public static string InvariantMessage(this Diagnostic diagnostic) => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
}
