using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Priors;

/// <summary>Fires when: `[Prior&lt;TPrior&gt;(…)]`, `[Agent&lt;TPrior&gt;(…)]` or a relative has more or fewer numbers than the prior has parameters.</summary>
/// <remarks>Message arguments: the prior with its parameters; how many it takes; how many are given.</remarks>
internal static class PriorParameterCountRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH4002";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "A prior has another number of parameters",
        messageFormat: "{0} takes {1}, but {2} given",
        category: Categories.Priors,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The numbers after a prior type are the arguments of its constructor, in order.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
