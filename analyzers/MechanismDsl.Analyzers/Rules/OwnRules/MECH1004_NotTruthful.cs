using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.OwnRules;

/// <summary>Fires when: own payments let an agent gain by a false report, beside an allocation that is not known to be monotone.</summary>
/// <remarks>Message arguments: the payment; the counterexample.</remarks>
internal static class NotTruthfulRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH1004";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Truth is not a dominant strategy",
        messageFormat: "'{0}' is not dominant-strategy truthful: {1}",
        category: Categories.OwnRules,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Somebody gains by a false report, so reports are no values. No payment makes a rule truthful that is not monotone (Myerson 1981).",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
