using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.OwnRules;

/// <summary>Fires when: neither a proof nor a counterexample was found for the feasibility of an allocation.</summary>
/// <remarks>Message arguments: the allocation; the first obligation that stayed open.</remarks>
internal static class FeasibilityOpenRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH1015";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "It is not decided whether an allocation is feasible",
        messageFormat: "'{0}' is not proved to give away at most what there is: {1}; Run checks it and throws",
        category: Categories.OwnRules,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The generated code checks every allocation before it is paid for, so nothing is ever promised twice; but an allocation that fails the check stops the auction.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
