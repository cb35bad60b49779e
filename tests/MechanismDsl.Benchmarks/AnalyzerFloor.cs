using System.Collections.Immutable;
using MechanismDsl.Analyzers.Judges;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MechanismDsl.Benchmarks;

/// <summary>
/// The least that any analyzer costs that looks at types, names and operations: the compiler makes symbols, binds attributes and the bodies of all methods,
/// and calls actions that do nothing.
/// </summary>
#pragma warning disable RS1001 // No compiler loads it: it is made by hand.
internal sealed class AnalyzerFloor : DiagnosticAnalyzer
#pragma warning restore RS1001
{
    /// <summary>An analyzer without diagnostics is not run; this one has some that it never reports.</summary>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = new RuleAnalyzer().SupportedDiagnostics;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.RegisterSymbolAction(static action => action.Symbol.GetAttributes(), SymbolKind.NamedType);
        context.RegisterSyntaxNodeAction(static _ => { }, SyntaxKind.Attribute, SyntaxKind.GenericName, SyntaxKind.SimpleBaseType);
        context.RegisterOperationAction(static _ => { }, OperationKind.Invocation, OperationKind.PropertyReference, OperationKind.Conversion);
    }
}
