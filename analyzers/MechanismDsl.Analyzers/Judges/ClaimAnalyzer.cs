using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Analyzers.Rules;
using MechanismDsl.Analyzers.Rules.Theorems;
using MechanismDsl.Analyzers.Solving;
using MechanismDsl.Language.Claims;
using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MechanismDsl.Analyzers.Judges;

/// <summary>The gate: refuses guarantees that do not hold or are not established (2xxx).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClaimAnalyzer() : FindingAnalyzer([.. RuleBook.Claims, ImpossibleRule.Descriptor])
{
    private protected override IEnumerable<Finding> Further(MechanismReading reading, CancellationToken cancellation)
    {
        // Claims about rules of the user's own are proved, and refuted, by other means.
        if (reading.Meaning.Problem is not { Own: null } problem)
        {
            yield break;
        }

        // What no mechanism can promise needs no counterexample of this one's.
        var impossible = ImpossibleRule.Examine(reading, problem, cancellation);
        if (impossible is not null)
        {
            yield return impossible;
        }

        foreach (var claim in problem.Claims.Where(claim => impossible is null || !PossibilityCheck.IsCovered(problem, claim)))
        {
            if (ClaimCheck.Finding(reading.Declaration, claim, Verdicts.Of(problem, claim, cancellation)) is { } finding)
            {
                yield return finding;
            }
        }
    }
}
