using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: a package auction has more goods than can be decided exactly in its money with its solver.</summary>
/// <remarks>Message arguments: the type; the number of goods; how many are decided, and what takes more.</remarks>
internal static class TooManyGoodsRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0031";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Too many goods for this money",
        messageFormat: "'{0}' sells {1} goods in packages, but {2}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Up to 20 goods are decided by a dynamic program, in any money. More are decided in whole units of exact money: up to 64 by an exact search, any number by an integer program.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
