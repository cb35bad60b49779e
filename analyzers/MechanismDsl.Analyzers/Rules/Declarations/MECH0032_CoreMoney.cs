using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: core-selecting payments are declared in double.</summary>
/// <remarks>Message arguments: the type.</remarks>
internal static class CoreMoneyRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0032";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Core payments need exact money",
        messageFormat: "'{0}' pays in the core, which is decided in whole units of exact money; add [Money<decimal>] or [Money<long>]",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Whether a group of bidders would offer more than the payments is a comparison of sums that are equal at the solution: it is made in whole numbers.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
