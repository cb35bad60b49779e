using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: a bilateral trade has a second seller or buyer, or an exchange names agents of one side only.</summary>
/// <remarks>Message arguments: the type; what is wrong with its sides.</remarks>
internal static class ExchangeSidesRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0027";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The sides of an exchange do not fit",
        messageFormat: "'{0}' is {1}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A bilateral trade has one seller and one buyer. In a double auction the agents of both sides have names, or those of none.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
