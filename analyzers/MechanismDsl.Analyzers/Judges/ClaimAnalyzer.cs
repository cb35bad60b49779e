using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Analyzers.Rules;
using MechanismDsl.Analyzers.Rules.Claims;
using MechanismDsl.Analyzers.Solving;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.SingleParameter.Claims;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MechanismDsl.Analyzers.Judges;

/// <summary>The gate: refuses guarantees that do not hold or are not established (2xxx).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ClaimAnalyzer() : FindingAnalyzer(RuleBook.Claims)
{
    private protected override IEnumerable<Finding> Further(MechanismReading reading, CancellationToken cancellation)
    {
        if (reading.Meaning.Problem is not { } problem)
        {
            yield break;
        }

        var auction = Solutions.Of(problem, cancellation);
        foreach (var claim in problem.Claims.Distinct())
        {
            switch (Verdicts.Of(problem, claim, cancellation))
            {
                case ClaimVerdict.Refuted(var counterexample):
                    yield return ClaimRefutedRule.Examine(reading.Declaration, auction, counterexample);
                    break;
                case ClaimVerdict.Open:
                    yield return ClaimNotEstablishedRule.Examine(reading.Declaration, auction, claim);
                    break;
            }
        }
    }
}
