using System.Collections.Immutable;
using MechanismDsl.Analyzers.Rules.Claims;
using MechanismDsl.Analyzers.Rules.Declaration;
using MechanismDsl.Analyzers.Rules.Internal;
using MechanismDsl.Analyzers.Rules.Limits;
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
        TypeNotPartial.Descriptor,
        UnsupportedShape.Descriptor,
        EnvironmentMissing.Descriptor,
        ObjectiveMissing.Descriptor,
        AttributesExclude.Descriptor,
        PriorMissing.Descriptor,
        AgentName.Descriptor,
        AgentCount.Descriptor,
        AgentCountMissing.Descriptor,
        WrongSide.Descriptor,
        BuyerValueMissing.Descriptor,
        WithoutEffect.Descriptor,
        NumberOutsideDomain.Descriptor,
        IntegerDivision.Descriptor,
        MemberCollides.Descriptor,
        UnknownAgent.Descriptor,
        MoneyType.Descriptor,
        StrategyNotUnderstood.Descriptor,
    ];

    /// <summary>Rules of the gate.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> Claims =
    [
        ClaimRefuted.Descriptor,
        ClaimNotEstablished.Descriptor,
    ];

    /// <summary>What the theory says.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> Theorems =
    [
        ReserveWorth.Descriptor,
        IroningWorth.Descriptor,
        BulowKlemperer.Descriptor,
        AsymmetricFloors.Descriptor,
        TieWorth.Descriptor,
        EntryFeeThreshold.Descriptor,
        ReserveNotEfficient.Descriptor,
        EquilibriumBid.Descriptor,
        PostedPriceRatio.Descriptor,
        RevenueEquivalence.Descriptor,
        StrategyNotBestReply.Descriptor,
    ];

    /// <summary>Priors that are stated, and data.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> Priors =
    [
        PriorParameterDomain.Descriptor,
        PriorParameterCount.Descriptor,
        PriorNotUnderstood.Descriptor,
        UnboundedRevenue.Descriptor,
        InfiniteMean.Descriptor,
        SupremumNotAttained.Descriptor,
        IrregularPrior.Descriptor,
        OwnPriorInconsistent.Descriptor,
        FileNotAdditional.Descriptor,
        FileEmpty.Descriptor,
        ColumnMissing.Descriptor,
        RowMalformed.Descriptor,
        TooFewValues.Descriptor,
        SampleSize.Descriptor,
        DependentBids.Descriptor,
        LosesOnHoldOut.Descriptor,
    ];

    /// <summary>Limits of the analysis.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> Limits =
    [
        LimitReached.Descriptor,
    ];

    /// <summary>Every rule, in the order of the ids.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All =
        [.. Declaration, .. Claims, .. Theorems, .. Priors, .. Limits, InternalError.Descriptor];

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = All.ToImmutableDictionary(rule => rule.Id);

    /// <summary>The rule with this id.</summary>
    /// <exception cref="KeyNotFoundException">No rule has it: a finding of a rule that was never written.</exception>
    public static DiagnosticDescriptor Find(string id) => ById[id];
}
