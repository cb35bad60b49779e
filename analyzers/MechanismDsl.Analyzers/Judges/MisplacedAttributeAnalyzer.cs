using System.Collections.Immutable;
using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Analyzers.Rules.Declarations;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MechanismDsl.Analyzers.Judges;

/// <summary>Finds attributes of the language on types that are no mechanism, or on their methods (MECH0012): their author forgot the trigger, or the attribute.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MisplacedAttributeAnalyzer() : MechanismAnalyzer([WithoutEffectRule.Descriptor])
{
    private static readonly ImmutableDictionary<string, string?> Repair =
        ImmutableDictionary<string, string?>.Empty.Add(FixData.Missing, "Mechanism");

    private protected override void Start(CompilationStartAnalysisContext context) =>
        ForEachType(
            context,
            type => !IsMechanism(type),
            (action, type) =>
            {
                // One report is enough: adding the trigger gives all of them a meaning.
                if ((OnType(type, action.CancellationToken) ?? RuleMarks.FirstOn(type, action.CancellationToken)) is var (name, syntax))
                {
                    action.ReportDiagnostic(Diagnostic.Create(
                        WithoutEffectRule.Descriptor, syntax.GetLocation(), Repair, name, $"'{type.Name}' is not marked [Mechanism]"));
                }
            });

    private static (string Name, AttributeSyntax Syntax)? OnType(INamedTypeSymbol type, CancellationToken cancellation) =>
        LanguageAttributes.Of(type).FirstOrDefault() is { } attribute && attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax
            ? (LanguageAttributes.NameOnType(attribute.AttributeClass)!, syntax)
            : null;
}
