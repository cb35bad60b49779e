using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: a method with `[Strategy]` does not take one `double` and return one, or its body uses something that the compiler does not understand.</summary>
/// <remarks>Message arguments: the method; what was not understood.</remarks>
internal static class StrategyNotUnderstoodRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0018";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The strategy cannot be checked",
        messageFormat: "The strategy '{0}' cannot be checked: {1}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A strategy is a static method from the own value to the bid, written as arithmetic of that value, so that the compiler can differentiate and integrate it.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
