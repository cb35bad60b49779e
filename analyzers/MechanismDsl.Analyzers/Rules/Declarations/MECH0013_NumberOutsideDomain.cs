using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: a reserve, price, fee, value or weight is negative, infinite, not a number, or otherwise outside its domain.</summary>
/// <remarks>Message arguments: the quantity ('the reserve'); the number; the domain in words.</remarks>
internal static class NumberOutsideDomainRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0013";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "A number lies outside its domain",
        messageFormat: "{0} is {1}, but must be {2}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Reports lie in [0, 1e15]; reserves, prices, fees and values must too, weights must be positive, and no number may be NaN or infinite.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
