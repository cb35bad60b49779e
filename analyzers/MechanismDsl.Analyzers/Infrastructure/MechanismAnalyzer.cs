using System.Collections.Immutable;
using MechanismDsl.Analyzers.Rules.Internal;
using MechanismDsl.Language.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MechanismDsl.Analyzers.Infrastructure;

/// <summary>
/// What all analyzers of this package share: they do nothing in a compilation without the language, run concurrently, look into generated
/// code too (a generator may write declarations), and turn a fault of their own into an error.
/// </summary>
public abstract class MechanismAnalyzer : DiagnosticAnalyzer
{
    private protected MechanismAnalyzer(ImmutableArray<DiagnosticDescriptor> rules) =>
        SupportedDiagnostics = [.. rules, InternalErrorRule.Descriptor];

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterCompilationStartAction(start =>
        {
            // A second definition of the trigger in some reference must not switch the rules off, as asking for the only one would.
            if (!start.Compilation.GetTypesByMetadataName(LanguageAttributes.Trigger).IsEmpty)
            {
                Start(start);
            }
        });
    }

    /// <summary>Registers the actions for a compilation in which the language is available.</summary>
    /// <param name="context">Where to register them.</param>
    private protected abstract void Start(CompilationStartAnalysisContext context);

    /// <summary>Runs <paramref name="examine"/> on every type of the compilation for which <paramref name="filter"/> holds.</summary>
    private protected static void ForEachType(
        CompilationStartAnalysisContext context, Func<INamedTypeSymbol, bool> filter, Action<SymbolAnalysisContext, INamedTypeSymbol> examine) =>
        context.RegisterSymbolAction(
            action =>
            {
                var type = (INamedTypeSymbol)action.Symbol;
                if (filter(type))
                {
                    Guard.Run(type.Name, type.Locations[0], action.ReportDiagnostic, () => examine(action, type));
                }
            },
            SymbolKind.NamedType);

    /// <summary>Whether <paramref name="type"/> carries <c>[Mechanism]</c>.</summary>
    private protected static bool IsMechanism(INamedTypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (LanguageAttributes.NameOf(attribute.AttributeClass) == "Mechanism")
            {
                return true;
            }
        }

        return false;
    }
}
