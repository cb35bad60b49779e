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
        customTags: GateTags.All);
}
