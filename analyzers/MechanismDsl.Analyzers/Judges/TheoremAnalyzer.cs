using System.Collections.Concurrent;
using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Analyzers.Rules;
using MechanismDsl.Analyzers.Rules.Declarations;
using MechanismDsl.Analyzers.Rules.Limits;
using MechanismDsl.Analyzers.Rules.OwnRules;
using MechanismDsl.Analyzers.Rules.Theorems;
using MechanismDsl.Analyzers.Solving;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Automated;
using MechanismDsl.Theory.Correlated;
using MechanismDsl.Theory.Exchange;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Packages;
using MechanismDsl.Theory.Provision;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Equilibria;
using MechanismDsl.Theory.SingleParameter.Service;
using MechanismDsl.Theory.Units;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MechanismDsl.Analyzers.Judges;

/// <summary>Says what the theory knows about a solved mechanism (3xxx), and what could not be computed about it (5001).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TheoremAnalyzer() : MechanismAnalyzer([.. RuleBook.Theorems, .. RuleBook.Limits, StrategyNotUnderstoodRule.Descriptor, ParticipationMissingRule.Descriptor])
{
    private static readonly TheoremRule[] Rules =
    [
        ReserveWorthRule.Examine,
        IroningWorthRule.Examine,
        BulowKlempererRule.Examine,
        AsymmetricFloorsRule.Examine,
        TieWorthRule.Examine,
        EntryFeeThresholdRule.Examine,
        ReserveNotEfficientRule.Examine,
        EquilibriumBidRule.Examine,
        PostedPriceRatioRule.Examine,
        NeverServedRule.Examine,
    ];

    private protected override void Start(CompilationStartAnalysisContext context)
    {
        var solved = new ConcurrentBag<(INamedTypeSymbol Type, SolvedAuction Auction)>();
        ForEachType(
            context,
            IsMechanism,
            (action, type) =>
            {
                var reading = MechanismReading.Of(type, action.Compilation, action.Options.AdditionalFiles, action.CancellationToken);
                switch (reading.Meaning.Problem is { } problem ? Solutions.Of(problem, action.CancellationToken) : null)
                {
                    case SolvedAuction auction:
                        solved.Add((type, auction));
                        Examine(action, type, reading, auction);
                        break;
                    case SolvedExtraction extraction:
                        foreach (var told in new[] { SharedBeliefsRule.Examine(reading.Declaration, extraction), SensitiveToPriorRule.Examine(reading.Declaration, extraction) }.OfType<Finding>())
                        {
                            action.ReportDiagnostic(told.ToDiagnostic(type, action.Options.AdditionalFiles, action.CancellationToken));
                        }

                        break;
                    case SolvedChoice choice:
                        Examine(action, type, reading, choice);
                        break;
                    case SolvedOptimum optimum when LotteriesWouldHelpRule.Examine(reading.Declaration, optimum) is { } finding:
                        action.ReportDiagnostic(finding.ToDiagnostic(type, action.Options.AdditionalFiles, action.CancellationToken));
                        break;
                    case SolvedService service when (SeveralNotTruthfulRule.Examine(reading.Declaration, service, action.CancellationToken)
                        ?? GreedyKnapsackRule.Examine(reading.Declaration, service, action.CancellationToken)) is { } finding:
                        action.ReportDiagnostic(finding.ToDiagnostic(type, action.Options.AdditionalFiles, action.CancellationToken));
                        break;
                    case SolvedUnits units when DemandReductionRule.Examine(reading.Declaration, units) is { } finding:
                        action.ReportDiagnostic(finding.ToDiagnostic(type, action.Options.AdditionalFiles, action.CancellationToken));
                        break;
                    case SolvedDivisible divisible when DemandReductionRule.Examine(reading.Declaration, divisible) is { } finding:
                        action.ReportDiagnostic(finding.ToDiagnostic(type, action.Options.AdditionalFiles, action.CancellationToken));
                        break;
                    case SolvedPackages packages when (PackageHazardsRule.Examine(reading.Declaration, packages) ?? GreedyPackagesRule.Examine(reading.Declaration, packages)) is { } finding:
                        action.ReportDiagnostic(finding.ToDiagnostic(type, action.Options.AdditionalFiles, action.CancellationToken));
                        break;
                    case SolvedProvision provision when (ProjectVanishesRule.Examine(reading.Declaration, provision) ?? DeficitSharedRule.Examine(reading.Declaration, provision)) is { } finding:
                        action.ReportDiagnostic(finding.ToDiagnostic(type, action.Options.AdditionalFiles, action.CancellationToken));
                        break;
                    case SolvedExchange exchange when (EfficientTradeCostsRule.Examine(reading.Declaration, exchange, action.CancellationToken) ?? DeficitSharedRule.Examine(reading.Declaration, exchange)) is { } finding:
                        action.ReportDiagnostic(finding.ToDiagnostic(type, action.Options.AdditionalFiles, action.CancellationToken));
                        break;
                }
            });
        context.RegisterCompilationEndAction(end => Compare(end, [.. solved]));
    }

    private static void Examine(SymbolAnalysisContext action, INamedTypeSymbol type, MechanismReading reading, SolvedChoice choice)
    {
        var (declaration, cancellation) = (reading.Declaration, action.CancellationToken);
        foreach (var finding in new[]
        {
            CostNotCoveredRule.Examine(declaration, choice, cancellation),
            ShareLosesRule.Examine(declaration, choice, cancellation),
            EverybodyCouldGainRule.Examine(declaration, choice, cancellation),
            DeficitSharedRule.Examine(declaration, choice),
            NoBalancedGrovesRule.Examine(declaration, choice, cancellation),
            ParticipationMissingRule.Examine(reading.Declaration, reading.Meaning.Choice, choice, cancellation),
        })
        {
            if (finding is not null)
            {
                action.ReportDiagnostic(finding.ToDiagnostic(type, action.Options.AdditionalFiles, cancellation));
            }
        }
    }

    private static void Examine(SymbolAnalysisContext action, INamedTypeSymbol type, MechanismReading reading, SolvedAuction auction)
    {
        var files = action.Options.AdditionalFiles;
        foreach (var rule in Rules)
        {
            if (rule(reading.Declaration, auction, variant => (SolvedAuction)Solutions.Of(variant, action.CancellationToken)) is { } finding)
            {
                action.ReportDiagnostic(finding.ToDiagnostic(type, files, action.CancellationToken));
            }
        }

        if (LimitReachedRule.Examine(auction, type.Name) is { } limit)
        {
            action.ReportDiagnostic(limit.ToDiagnostic(type, files, action.CancellationToken));
        }

        if (ExamineStrategy(reading, auction, action.CancellationToken) is { } strategy)
        {
            action.ReportDiagnostic(strategy.ToDiagnostic(type, files, action.CancellationToken));
        }
    }

    // A strategy that cannot be checked is refused like one that was refuted: its direct form would carry a guarantee.
    private static Finding? ExamineStrategy(MechanismReading reading, SolvedAuction auction, CancellationToken cancellation) =>
        Solutions.Deviation(auction, cancellation) switch
        {
            (var agents, BestReplyResult.Refuted refuted) => StrategyNotBestReplyRule.Examine(reading.Declaration, agents, refuted),
            (_, BestReplyResult.Undecided(var reason)) when StrategyNotBestReplyRule.Strategy(reading.Declaration) is var name =>
                new Finding(StrategyNotUnderstoodRule.Id, new Place.Method(name), [name, reason], []),
            _ => null,
        };

    // Each mechanism is told about one partner only: in a family of k equivalent auctions that is k messages, not k².
    private static void Compare(CompilationAnalysisContext end, (INamedTypeSymbol Type, SolvedAuction Auction)[] solved)
    {
        Array.Sort(solved, (one, other) => StringComparer.Ordinal.Compare(one.Type.ToDisplayString(), other.Type.ToDisplayString()));
        foreach (var (type, auction) in solved)
        {
            end.CancellationToken.ThrowIfCancellationRequested();
            Guard.Run(type.Name, type.Locations[0], end.ReportDiagnostic, () =>
            {
                foreach (var (otherType, other) in solved)
                {
                    if (!ReferenceEquals(type, otherType) && RevenueEquivalenceRule.Examine(type.Name, auction, otherType.Name, other) is { } finding)
                    {
                        end.ReportDiagnostic(finding.ToDiagnostic(type, end.Options.AdditionalFiles, end.CancellationToken));
                        return;
                    }
                }
            });
        }
    }
}
