using System.Collections.Immutable;
using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Analyzers.Rules;
using MechanismDsl.Analyzers.Rules.Priors;
using MechanismDsl.Analyzers.Solving;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MechanismDsl.Analyzers.Judges;

/// <summary>Judges the data from which priors are made (41xx): rows at their place in the file, and what the sample can and cannot tell.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DataAnalyzer() : FindingAnalyzer(Data)
{
    private static ImmutableArray<DiagnosticDescriptor> Data =>
        [.. RuleBook.Priors.Where(rule => StringComparer.Ordinal.Compare(rule.Id, FileNotAdditionalRule.Id) >= 0)];

    private protected override IEnumerable<Finding> Further(MechanismReading reading, CancellationToken cancellation)
    {
        if (reading.Meaning.Problem is not { Own: null } problem)
        {
            yield break;
        }

        EquatableArray<Agent> agents = problem.Population switch
        {
            Population.Alike(_, _, var alike) => [alike],
            Population.Named(var named) => named,
            _ => [],
        };
        for (var index = 0; index < agents.Count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (DataReports.Of(problem, agents[index]) is not { } report)
            {
                continue;
            }

            var place = reading.Meaning.PriorPlaces[index];
            yield return SampleSizeRule.Examine(place, report);
            if (DependentBidsRule.Examine(place, report) is { } dependent)
            {
                yield return dependent;
            }

            if (LosesOnHoldOutRule.Examine(place, report) is { } loses)
            {
                yield return loses;
            }
        }
    }
}
