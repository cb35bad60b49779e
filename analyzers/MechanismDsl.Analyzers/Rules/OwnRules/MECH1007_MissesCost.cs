using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.OwnRules;

/// <summary>Fires when: own payments fall short of what serving costs, or of what it is worth to the buyer.</summary>
/// <remarks>Message arguments: the payment; the counterexample.</remarks>
internal static class MissesCostRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH1007";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Payments do not cover the cost",
        messageFormat: "'{0}' does not cover the cost of serving: {1}",
        category: Categories.OwnRules,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The platform loses money at a profile of reports.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
