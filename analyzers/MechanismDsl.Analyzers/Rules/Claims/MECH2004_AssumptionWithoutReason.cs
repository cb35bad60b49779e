using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Claims;

/// <summary>Fires when: `[Assumed(guarantee, because)]` gives an empty reason.</summary>
/// <remarks>Message arguments: the guarantee.</remarks>
internal static class AssumptionWithoutReasonRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH2004";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "An assumed guarantee has no reason",
        messageFormat: "{0} is assumed without a reason; say in the second argument why it holds, or promise it with [Guarantees({0})] and let the compiler check it",
        category: Categories.Claims,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An assumption is the author's word instead of a proof, so it states where the proof is.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
