using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Claims;

/// <summary>Fires when: `[Guarantees(…)]` claims a property, and the compiler found a profile of reports at which it fails.</summary>
/// <remarks>Message arguments: the type; the guarantee; the counterexample.</remarks>
internal static class ClaimRefutedRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH2001";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "A claimed guarantee does not hold",
        messageFormat: "'{0}' does not have the guarantee {1}: {2}",
        category: Categories.Claims,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A profile of reports shows that the claimed guarantee fails. The report that matters is in brackets.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension,
        customTags: GateTags.All);
}
