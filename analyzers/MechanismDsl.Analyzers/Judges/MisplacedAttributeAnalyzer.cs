using System.Collections.Immutable;
using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Analyzers.Rules.Declarations;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MechanismDsl.Analyzers.Judges;

/// <summary>Finds attributes of the language on types that are no mechanism (MECH0012): their author forgot the trigger, or the attribute.</summary>
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
                if (LanguageAttributes.Of(type).FirstOrDefault() is { } attribute
                    && attribute.ApplicationSyntaxReference?.GetSyntax(action.CancellationToken) is { } syntax)
                {
                    action.ReportDiagnostic(Diagnostic.Create(
                        WithoutEffectRule.Descriptor,
                        syntax.GetLocation(),
                        Repair,
                        LanguageAttributes.NameOnType(attribute.AttributeClass),
                        $"'{type.Name}' is not marked [Mechanism]"));
                }
            });
}
