using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.OwnRules;

/// <summary>Fires when: a method marked `[Score]`, `[Allocation]`, `[Payment]` or `[Value]` does not take reports and answer as such a rule does.</summary>
/// <remarks>Message arguments: the method; what is wrong.</remarks>
internal static class RuleSignatureRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH1012";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "A method is not the rule that it is marked as",
        messageFormat: "'{0}' cannot be used as a rule: {1}",
        category: Categories.OwnRules,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A rule is a static method: [Score] of one agent's report, [Allocation] of all reports, [Payment] of all reports and an agent's index; every number in it has a domain.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
