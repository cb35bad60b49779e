using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: an argument of an attribute, or the body of a strategy, has a division of two integers that leaves a remainder.</summary>
/// <remarks>Message arguments: the expression as written; its value; the repaired expression.</remarks>
internal static class IntegerDivisionRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0014";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "An integer division lost digits",
        messageFormat: "{0} is the integer {1}; write {2}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "In C# a quotient of integers is an integer: 1/3 is 0. In a declaration of real numbers that is never meant.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
