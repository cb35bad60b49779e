using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: <c>[MustServe]</c> names a supplier, or a buyer with a reserve.</summary>
/// <remarks>Message arguments: the type or the agent; what is wrong and how to repair it.</remarks>
internal static class NoPriceRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0049";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "An agent that must be served has no price",
        messageFormat: "'{0}' must be served and has no price: {1}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Who is served whatever it reports pays the lowest bid that it can make: a supplier has no highest cost, and a reserve would not serve everybody.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
