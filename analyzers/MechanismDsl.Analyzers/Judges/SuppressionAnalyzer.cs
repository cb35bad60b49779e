using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Analyzers.Rules.Claims;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MechanismDsl.Analyzers.Judges;

/// <summary>Refuses attributes that are meant to hide a rule of the gate (MECH2005), wherever they stand.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SuppressionAnalyzer() : MechanismAnalyzer([GateSuppressedRule.Descriptor])
{
    private const string CheckId = "checkId";

    private protected override void Start(CompilationStartAnalysisContext context) => context.RegisterSyntaxNodeAction(
        action => Guard.Run(action.Node.ToString(), action.Node.GetLocation(), action.ReportDiagnostic, () => Examine(action)), SyntaxKind.Attribute);

    // Attributes with two arguments are rare: only these are bound.
    private static void Examine(SyntaxNodeAnalysisContext action)
    {
        var attribute = (AttributeSyntax)action.Node;
        if (attribute.ArgumentList?.Arguments is not { Count: >= 2 } arguments
            || GeneratedPart.IsAround(attribute, action.CancellationToken)
            || action.SemanticModel.GetSymbolInfo(attribute, action.CancellationToken).Symbol is not { } constructor
            || !GateSuppression.Attributes.Contains(constructor.ContainingType.ToDisplayString(), StringComparer.Ordinal))
        {
            return;
        }

        var checkId = arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == CheckId) ?? arguments[1];
        if (GateRules.Named(action.SemanticModel.GetConstantValue(checkId.Expression, action.CancellationToken).Value as string) is { } rule)
        {
            var name = constructor.ContainingType.Name;
            action.ReportDiagnostic(Diagnostic.Create(
                GateSuppressedRule.Descriptor, attribute.GetLocation(), name.Substring(0, name.Length - "Attribute".Length), rule));
        }
    }
}
