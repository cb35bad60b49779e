using MechanismDsl.Language.Claims;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter.Service;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: a mechanism that serves several agents has payments under which somebody gains by shading its report at a profile that was found.</summary>
/// <remarks>Message arguments: the payment rule; the profile, the deviation and the gain.</remarks>
internal static class SeveralNotTruthfulRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3018";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "These payments are not truthful",
        messageFormat: "{0} is not truthful: {1}",
        category: Categories.Theorems,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Pay-as-bid, the lowest winning bid and generalised second prices depend on the own report or on who stands next: truth is not a dominant strategy, so reports are not values.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>Looks for a deviation that pays.</summary>
    public static Finding? Examine(Declaration declaration, SolvedService service, CancellationToken cancellation) =>
        service.Problem.Payments is not PaymentRule.Threshold
        && new ServiceRefuter(service, cancellation).Refute(Guarantee.DominantStrategyIncentiveCompatible) is { } deviation
            ? new Finding(Id, declaration.At("PayAsBid", "UniformPrice", "GeneralizedSecondPrice"), [Words(service.Problem.Payments), deviation], [])
            : null;

    private static string Words(PaymentRule payments) => payments switch
    {
        PaymentRule.PayAsBid => "Paying the own bid",
        PaymentRule.UniformPrice => "The lowest winning bid as the price of all",
        _ => "The generalised second price",
    };
}
