using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: `[EquivalentTo&lt;T&gt;]` is claimed, and the two decide otherwise at a profile, or a type does not expect to pay the same.</summary>
/// <remarks>Message arguments: the mechanism; the other one; the counterexample.</remarks>
internal static class NotEquivalentRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3024";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The mechanisms are not equivalent",
        messageFormat: "'{0}' is not equivalent to '{1}': {2}",
        category: Categories.Theorems,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Equivalent mechanisms decide the same at every profile of reports, and leave every type the same expected payments for every report.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
