using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Priors;

/// <summary>Fires when: the weights of a `[JointPrior]` are not one for each profile of types, are no numbers or negative, or leave a type without probability.</summary>
/// <remarks>Message arguments: what is wrong.</remarks>
internal static class JointWeightsRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH4009";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The weights of a joint prior are no distribution",
        messageFormat: "[JointPrior] is no distribution of the types: {0}",
        category: Categories.Priors,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A joint prior states one weight for every profile of types, the last agent's type running fastest; weights are at least zero, and every type has some.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
