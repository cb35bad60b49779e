using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.OwnRules;

/// <summary>Fires when: own payments beside a monotone allocation depend on the own report in another way than thresholds do.</summary>
/// <remarks>Message arguments: the payment; the counterexample.</remarks>
internal static class PaymentIdentityBrokenRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH1005";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "A payment is not a threshold plus a term of the others",
        messageFormat: "'{0}' is not the threshold payment plus a term of the others' reports, so truth is not a dominant strategy: {1}",
        category: Categories.OwnRules,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Beside a monotone allocation the payments that make truth dominant are the threshold payments plus a term that does not depend on the own report, and no others (Myerson 1981; Archer and Tardos 2001).",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
