using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Claims;

/// <summary>Fires when: `[Guarantees(…)]` claims a property that follows from no theorem for this declaration, and that no counterexample refutes.</summary>
/// <remarks>Message arguments: the type; the guarantee; what is missing.</remarks>
internal static class ClaimNotEstablishedRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH2002";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "A claimed guarantee is not established",
        messageFormat: "'{0}' claims {1}, which is not established: {2}",
        category: Categories.Claims,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "No theorem gives the claimed guarantee for this declaration, and no counterexample was found.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension,
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Says what a proof would need.</summary>
    public static Finding Examine(Declaration declaration, SolvedAuction auction, Guarantee claim) =>
        new(
            Id,
            ClaimPlaces.Of(declaration, claim),
            [declaration.Type.Name, claim.ToString(), Missing(auction, claim)],
            [new(FixData.Guarantee, claim.ToString())]);

    private static string Missing(SolvedAuction auction, Guarantee claim) => claim switch
    {
        Guarantee.BayesianIncentiveCompatible when auction.Problem.Payments is PaymentRule.PayAsBid or PaymentRule.AllPay =>
            "an agent that pays its own bid gains by shading it (Vickrey 1961); threshold payments make truth a best reply",
        Guarantee.InterimIndividuallyRational or Guarantee.ExAnteIndividuallyRational =>
            "an agent can lose at some profile, and no theorem says that it gains enough at the others",
        Guarantee.ExAnteBudgetBalanced or Guarantee.ExPostBudgetBalanced => "a sale to the highest type collects more than its cost at some profiles",
        _ => "no theorem gives it for this declaration, and the profiles that were tried do not refute it",
    };
}
