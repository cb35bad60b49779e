using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Claims;

/// <summary>
/// Fires when: a guarantee interface is implemented, derived or inherited by hand, the contract of a mechanism is implemented beside the
/// generated part, or a type that the compiler did not write is used where a guarantee is required.
/// </summary>
/// <remarks>Message arguments: the type; what is wrong, as a clause.</remarks>
internal static class CounterfeitGuaranteeRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = GateRules.CounterfeitGuarantee;

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "A guarantee was not written by the compiler",
        messageFormat: "'{0}' {1}",
        category: Categories.Claims,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A guarantee is worth something only if nobody can write it by hand: it is implemented by the generated part of a mechanism for which a theorem or a proof gives it, and by nothing else.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension,
        customTags: GateTags.All);
}
