using System.Collections.Immutable;
using MechanismDsl.Language.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MechanismDsl.Analyzers.Suppressions;

/// <summary>
/// Takes back CA1812 ("internal class that is apparently never instantiated") on mechanisms. Nobody makes one: its members are static, and it is a class
/// and not a static class because its guarantees are interfaces, which a platform asks for as a type argument.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UninstantiatedMechanismSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor Descriptor =
        new("MECHS0001", "CA1812", "A mechanism is used through its static members and as a type argument; it is never instantiated.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions => [Descriptor];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree
                && tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan) is { } node
                && context.GetSemanticModel(tree).GetDeclaredSymbol(node, context.CancellationToken) is INamedTypeSymbol type
                && type.GetAttributes().Any(attribute => LanguageAttributes.NameOf(attribute.AttributeClass) == "Mechanism"))
            {
                context.ReportSuppression(Suppression.Create(Descriptor, diagnostic));
            }
        }
    }
}
