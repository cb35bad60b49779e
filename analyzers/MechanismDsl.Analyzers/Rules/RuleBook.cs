using System.Collections.Immutable;
using MechanismDsl.Analyzers.Rules.Claims;
using MechanismDsl.Analyzers.Rules.Declarations;
using MechanismDsl.Analyzers.Rules.Internal;
using MechanismDsl.Analyzers.Rules.Limits;
using MechanismDsl.Analyzers.Rules.OwnRules;
using MechanismDsl.Analyzers.Rules.Priors;
using MechanismDsl.Analyzers.Rules.Theorems;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules;

/// <summary>All rules, grouped as the analyzers report them.</summary>
internal static class RuleBook
{
    /// <summary>Rules about the declaration itself.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> Declaration =
    [
        TypeNotPartialRule.Descriptor,
        UnsupportedShapeRule.Descriptor,
        EnvironmentMissingRule.Descriptor,
        ObjectiveMissingRule.Descriptor,
        AttributesExcludeRule.Descriptor,
        PriorMissingRule.Descriptor,
        AgentNameRule.Descriptor,
        AgentCountRule.Descriptor,
        AgentCountMissingRule.Descriptor,
        WrongSideRule.Descriptor,
        BuyerValueMissingRule.Descriptor,
        WithoutEffectRule.Descriptor,
        NumberOutsideDomainRule.Descriptor,
        IntegerDivisionRule.Descriptor,
        MemberCollidesRule.Descriptor,
        UnknownAgentRule.Descriptor,
        MoneyTypeRule.Descriptor,
        StrategyNotUnderstoodRule.Descriptor,
        OutcomesUnusableRule.Descriptor,
        TablesUnknownRule.Descriptor,
        ClicksRule.Descriptor,
        SizesRule.Descriptor,
        LimitMembersRule.Descriptor,
        LimitsRule.Descriptor,
        ExchangeSidesRule.Descriptor,
        NotSolvedRule.Descriptor,
        AssignmentItemsRule.Descriptor,
        TooManyGoodsRule.Descriptor,
        CoreMoneyRule.Descriptor,
        PartnershipSharesRule.Descriptor,
        PriorDoesNotFitRule.Descriptor,
        BeliefWeightsRule.Descriptor,
        NoCommonPriorRule.Descriptor,
        JointPriorMissingRule.Descriptor,
        FiniteTypesMissingRule.Descriptor,
        BeliefMixedRule.Descriptor,
        ProgramNotFiniteRule.Descriptor,
        ProgramTooLargeRule.Descriptor,
        ProgramInfeasibleRule.Descriptor,
        ProgramUnboundedRule.Descriptor,
        NotImplementableRule.Descriptor,
        NamedAgentsRule.Descriptor,
        NoPriceRule.Descriptor,
        NotComparableRule.Descriptor,
    ];

    /// <summary>Methods that are marked as rules.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> Signatures =
    [
        InterdependentValueRule.Descriptor,
        RuleSignatureRule.Descriptor,
    ];

    /// <summary>What is proved or refuted about rules of the user's own.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> Judged =
    [
        RuleNotMonotoneRule.Descriptor,
        MonotonicityOpenRule.Descriptor,
        ParticipationMissingRule.Descriptor,
        NotTruthfulRule.Descriptor,
        PaymentIdentityBrokenRule.Descriptor,
        PaysOutRule.Descriptor,
        MissesCostRule.Descriptor,
        ClarkeBesideInexactRule.Descriptor,
        ControlledParameterRule.Descriptor,
        OutsideSubsetRule.Descriptor,
        InfeasibleRule.Descriptor,
        NoResultRule.Descriptor,
        FeasibilityOpenRule.Descriptor,
    ];

    /// <summary>Rules of the gate.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> Claims =
    [
        ClaimRefutedRule.Descriptor,
        ClaimNotEstablishedRule.Descriptor,
        CounterfeitGuaranteeRule.Descriptor,
        AssumptionWithoutReasonRule.Descriptor,
        GateSuppressedRule.Descriptor,
    ];

    /// <summary>What the theory says.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> Theorems =
    [
        ReserveWorthRule.Descriptor,
        IroningWorthRule.Descriptor,
        BulowKlempererRule.Descriptor,
        AsymmetricFloorsRule.Descriptor,
        TieWorthRule.Descriptor,
        EntryFeeThresholdRule.Descriptor,
        ReserveNotEfficientRule.Descriptor,
        EquilibriumBidRule.Descriptor,
        PostedPriceRatioRule.Descriptor,
        RevenueEquivalenceRule.Descriptor,
        StrategyNotBestReplyRule.Descriptor,
        NeverServedRule.Descriptor,
        CostNotCoveredRule.Descriptor,
        ShareLosesRule.Descriptor,
        EverybodyCouldGainRule.Descriptor,
        DeficitSharedRule.Descriptor,
        NoBalancedGrovesRule.Descriptor,
        SeveralNotTruthfulRule.Descriptor,
        ProjectVanishesRule.Descriptor,
        GreedyPackagesRule.Descriptor,
        EfficientTradeCostsRule.Descriptor,
        ImpossibleRule.Descriptor,
        NotEquivalentRule.Descriptor,
        EquivalenceOpenRule.Descriptor,
        DominantCounterpartRule.Descriptor,
        EquivalentDeclaredRule.Descriptor,
        DominatedRule.Descriptor,
        DominationOpenRule.Descriptor,
        GreedyKnapsackRule.Descriptor,
        SharedBeliefsRule.Descriptor,
        SensitiveToPriorRule.Descriptor,
        LotteriesWouldHelpRule.Descriptor,
        PackageHazardsRule.Descriptor,
        DemandReductionRule.Descriptor,
    ];

    /// <summary>Priors that are stated, and data.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> Priors =
    [
        PriorParameterDomainRule.Descriptor,
        PriorParameterCountRule.Descriptor,
        PriorNotUnderstoodRule.Descriptor,
        UnboundedRevenueRule.Descriptor,
        InfiniteMeanRule.Descriptor,
        RevenueEscapesRule.Descriptor,
        IrregularPriorRule.Descriptor,
        OwnPriorInconsistentRule.Descriptor,
        JointWeightsRule.Descriptor,
        FileNotAdditionalRule.Descriptor,
        FileEmptyRule.Descriptor,
        ColumnMissingRule.Descriptor,
        RowMalformedRule.Descriptor,
        TooFewValuesRule.Descriptor,
        SampleSizeRule.Descriptor,
        DependentBidsRule.Descriptor,
        LosesOnHoldOutRule.Descriptor,
    ];

    /// <summary>Limits of the analysis.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> Limits =
    [
        LimitReachedRule.Descriptor,
    ];

    /// <summary>Every rule, in the order of the ids.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All =
        [.. Declaration, .. Judged.Concat(Signatures).OrderBy(rule => rule.Id, StringComparer.Ordinal), .. Claims, .. Theorems, .. Priors, .. Limits, InternalErrorRule.Descriptor];

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = All.ToImmutableDictionary(rule => rule.Id);

    /// <summary>The rule with this id.</summary>
    /// <exception cref="KeyNotFoundException">No rule has it: a finding of a rule that was never written.</exception>
    public static DiagnosticDescriptor Find(string id) => ById[id];
}
