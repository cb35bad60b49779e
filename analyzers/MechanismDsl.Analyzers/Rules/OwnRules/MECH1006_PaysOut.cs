using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.OwnRules;

/// <summary>Fires when: own payments pay a buyer.</summary>
/// <remarks>Message arguments: the payment; the counterexample.</remarks>
internal static class PaysOutRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH1006";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "A payment rule pays out",
        messageFormat: "'{0}' pays out: {1}",
        category: Categories.OwnRules,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A negative payment is money for an agent. Where agents buy, that is rarely meant, and it invites bidders who want nothing but the money.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
