using System.Collections.Immutable;
using MechanismDsl.Analyzers.Suppressions;
using MechanismDsl.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MechanismDsl.Analyzers.Tests;

/// <summary>What other rules say of mechanisms without reason, and only that, is taken back.</summary>
public class SuppressorTests
{
    [Fact]
    public async Task AMechanismIsNoForgottenClassButAnotherClassIs()
    {
        var compilation = new Snippet("""
            [Mechanism, SingleItem, Efficient]
            internal sealed partial class Vickrey;

            internal sealed class Forgotten;
            """).Compile();

        Assert.Equal(["Forgotten"], await Reported(compilation, new UninstantiatedMechanismSuppressor()));
        Assert.Equal(["Forgotten", "Vickrey"], await Reported(compilation));
    }

    private static async Task<IEnumerable<string>> Reported(Compilation compilation, params DiagnosticAnalyzer[] more)
    {
        var found = await compilation.WithAnalyzers([new Uninstantiated(), .. more]).GetAnalyzerDiagnosticsAsync();
        return found.Where(one => !one.IsSuppressed).Select(one => one.InvariantMessage()).Order(StringComparer.Ordinal);
    }

    /// <summary>Stands in for the rule of the SDK: says CA1812 of every internal class.</summary>
#pragma warning disable RS1001, RS1036 // No compiler loads it: it is made by hand.
    private sealed class Uninstantiated : DiagnosticAnalyzer
#pragma warning restore RS1001, RS1036
    {
#pragma warning disable RS1029, RS2008 // It says what the SDK says.
        private static readonly DiagnosticDescriptor Rule = new("CA1812", "Never instantiated", "{0}", "Performance", DiagnosticSeverity.Warning, isEnabledByDefault: true);
#pragma warning restore RS1029, RS2008

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSymbolAction(
                action =>
                {
                    if (action.Symbol is { DeclaredAccessibility: Accessibility.Internal } && action.Symbol.Locations.First().SourceTree?.FilePath == "Declaration.cs")
                    {
                        action.ReportDiagnostic(Diagnostic.Create(Rule, action.Symbol.Locations.First(), action.Symbol.Name));
                    }
                },
                SymbolKind.NamedType);
        }
    }
}
