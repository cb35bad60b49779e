using System.Collections.Concurrent;
using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Analyzers.Rules.Declarations;
using MechanismDsl.Analyzers.Rules.Theorems;
using MechanismDsl.Analyzers.Solving;
using MechanismDsl.Language.Claims;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Equivalence;
using MechanismDsl.Theory.Problems;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MechanismDsl.Analyzers.Judges;

/// <summary>Compares mechanisms: the equivalence that a declaration claims, mechanisms that are equivalent without saying so, and dominant-strategy payments that leave the same.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EquivalenceAnalyzer()
    : MechanismAnalyzer([NotComparableRule.Descriptor, NotEquivalentRule.Descriptor, EquivalenceOpenRule.Descriptor, DominantCounterpartRule.Descriptor, EquivalentDeclaredRule.Descriptor])
{
    private const string Attribute = "EquivalentTo";

    private protected override void Start(CompilationStartAnalysisContext context)
    {
        var finite = new ConcurrentBag<(INamedTypeSymbol Type, Problem Problem)>();
        ForEachType(
            context,
            IsMechanism,
            (action, type) =>
            {
                var reading = MechanismReading.Of(type, action.Compilation, action.Options.AdditionalFiles, action.CancellationToken);
                if (reading.Meaning.Problem is not { } problem)
                {
                    return;
                }

                var claims = Claimed(type).ToList();
                foreach (var (place, other) in claims)
                {
                    if (Judge(action, type, problem, place, other) is { } finding)
                    {
                        action.ReportDiagnostic(finding.ToDiagnostic(type, action.Options.AdditionalFiles, action.CancellationToken));
                    }
                }

                if (problem is { Own: null, Payments: PaymentRule.Balanced } && Equivalences.CounterpartOf(problem, action.CancellationToken) is { } payments)
                {
                    action.ReportDiagnostic(new Finding(DominantCounterpartRule.Id, reading.Declaration.At("ExpectedExternality", "DAgva", "Rebalanced"), [payments], [])
                        .ToDiagnostic(type, action.Options.AdditionalFiles, action.CancellationToken));
                }

                if (problem is { Own: null, Payments: PaymentRule.Balanced })
                {
                    finite.Add((type, problem));
                }
            });
        context.RegisterCompilationEndAction(end => Compare(end, [.. finite]));
    }

    /// <summary>The mechanisms to which a type claims to be equivalent, with the place of the claim.</summary>
    private static IEnumerable<(Place Place, ITypeSymbol Other)> Claimed(INamedTypeSymbol type) => LanguageAttributes.Of(type)
        .Select((use, index) => (Use: use, Index: index))
        .Where(one => LanguageAttributes.NameOnType(one.Use.AttributeClass) == Attribute)
        .Select(one => ((Place)new Place.Attribute(one.Index), one.Use.AttributeClass!.TypeArguments[0]));

    private static Finding? Judge(SymbolAnalysisContext action, INamedTypeSymbol type, Problem problem, Place place, ITypeSymbol claimed)
    {
        Finding NotComparable(string because) => new(NotComparableRule.Id, place, [type.Name, claimed.Name, because], []);
        if (claimed is not INamedTypeSymbol other || !IsMechanism(other))
        {
            return NotComparable($"'{claimed.Name}' is not marked [Mechanism]");
        }

        if (SymbolEqualityComparer.Default.Equals(other, type))
        {
            return NotComparable("it is the mechanism itself");
        }

        if (other.DeclaringSyntaxReferences.IsEmpty || !action.Compilation.ContainsSyntaxTree(other.DeclaringSyntaxReferences[0].SyntaxTree))
        {
            return NotComparable($"'{other.Name}' is declared in another project");
        }

        // Without a meaning of its own the other one has findings of its own.
        return MechanismReading.Of(other, action.Compilation, action.Options.AdditionalFiles, action.CancellationToken).Meaning.Problem is not { } against ? null
            : problem.Own is not null || against.Own is not null ? new Finding(EquivalenceOpenRule.Id, place, [type.Name, other.Name, "rules of one's own are not compared"], [])
            : Equivalences.Of(problem, against, action.CancellationToken) switch
            {
                EquivalenceAnswer.Incomparable(var because) => NotComparable(because),
                EquivalenceAnswer.Open(var because) => new Finding(EquivalenceOpenRule.Id, place, [type.Name, other.Name, because], []),
                { } answer when EquivalenceWords.Of(answer, type.Name, other.Name) is { } difference => new Finding(NotEquivalentRule.Id, place, [type.Name, other.Name, difference], []),
                _ => null,
            };
    }

    /// <summary>Each mechanism is told about one partner only, and not about the one that it names.</summary>
    private static void Compare(CompilationAnalysisContext end, (INamedTypeSymbol Type, Problem Problem)[] finite)
    {
        Array.Sort(finite, (one, other) => StringComparer.Ordinal.Compare(one.Type.ToDisplayString(), other.Type.ToDisplayString()));
        foreach (var (type, problem) in finite)
        {
            end.CancellationToken.ThrowIfCancellationRequested();
            Guard.Run(type.Name, type.Locations[0], end.ReportDiagnostic, () =>
            {
                var named = Claimed(type).Select(claim => claim.Other).ToList();
                foreach (var (other, against) in finite)
                {
                    if (!ReferenceEquals(type, other) && !named.Contains(other, SymbolEqualityComparer.Default)
                        && problem.Payments != against.Payments && problem.Environment == against.Environment && problem.Population == against.Population
                        && Equivalences.Of(problem, against, end.CancellationToken) is EquivalenceAnswer.Same(var because))
                    {
                        end.ReportDiagnostic(new Finding(EquivalentDeclaredRule.Id, new Place.Type(), [type.Name, other.Name, because], [])
                            .ToDiagnostic(type, end.Options.AdditionalFiles, end.CancellationToken));
                        return;
                    }
                }
            });
        }
    }
}
