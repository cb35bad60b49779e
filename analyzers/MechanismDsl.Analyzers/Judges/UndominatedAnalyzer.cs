using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Analyzers.Rules.Theorems;
using MechanismDsl.Analyzers.Solving;
using MechanismDsl.Language.Claims;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Equivalence;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Problems;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MechanismDsl.Analyzers.Judges;

/// <summary>Holds a mechanism that claims to be undominated against all others with its promises.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UndominatedAnalyzer() : MechanismAnalyzer([DominatedRule.Descriptor, DominationOpenRule.Descriptor])
{
    private const string Attribute = "Undominated";

    private protected override void Start(CompilationStartAnalysisContext context) => ForEachType(
        context,
        IsMechanism,
        (action, type) =>
        {
            var reading = MechanismReading.Of(type, action.Compilation, action.Options.AdditionalFiles, action.CancellationToken);
            if (reading.Meaning.Problem is not { } problem)
            {
                return;
            }

            for (var index = 0; index < reading.Declaration.Attributes.Count; index++)
            {
                if (reading.Declaration.Attributes[index] is { Name: Attribute } use && Judge(type.Name, problem, new Place.Attribute(index), MeasureOf(use), action.CancellationToken) is { } finding)
                {
                    action.ReportDiagnostic(finding.ToDiagnostic(type, action.Options.AdditionalFiles, action.CancellationToken));
                }
            }
        });

    private static PerformanceMeasure MeasureOf(AttributeUse use) =>
        use.Arguments.Count > 0 && use.Arguments[0] is Argument.Number { Value: var value } ? (PerformanceMeasure)(int)value : PerformanceMeasure.ExPostWelfare;

    private static Finding? Judge(string name, Problem problem, Place place, PerformanceMeasure measure, CancellationToken cancellation) => Dominations.Of(problem, measure, cancellation) switch
    {
        DominationAnswer.Dominated dominated => new Finding(DominatedRule.Id, place, [name, DominationWords.Of(measure), DominationWords.Of(dominated, measure)], []),
        DominationAnswer.Open(var because) => new Finding(DominationOpenRule.Id, place, [name, because], []),
        _ => null,
    };
}
