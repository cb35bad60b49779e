using System.Collections.Immutable;
using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Analyzers.Rules;
using MechanismDsl.Analyzers.Rules.Priors;
using MechanismDsl.Analyzers.Solving;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.SingleParameter;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MechanismDsl.Analyzers.Judges;

/// <summary>Judges the priors that a declaration states (40xx).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PriorAnalyzer() : FindingAnalyzer(Stated)
{
    private static ImmutableArray<DiagnosticDescriptor> Stated =>
        [.. RuleBook.Priors.Where(rule => StringComparer.Ordinal.Compare(rule.Id, FileNotAdditionalRule.Id) < 0)];

    private protected override IEnumerable<Finding> Further(MechanismReading reading, CancellationToken cancellation) =>
        reading.Meaning.Problem is { } problem && Solutions.Of(problem, cancellation) is SolvedAuction auction ? IrregularPriorRule.Examine(reading.Meaning.PriorPlaces, auction) : [];
}
