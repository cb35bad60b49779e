using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: `[Money&lt;T&gt;]` with a type other than `double`, `decimal` or `long`, or with a number of decimals that the type does not have.</summary>
/// <remarks>Message arguments: the type; what is wrong.</remarks>
internal static class MoneyTypeRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0017";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "This money type is not supported",
        messageFormat: "[Money<{0}>]: {1}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Reports and prices are double, decimal with a fixed number of decimals, or long.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
