using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.OwnRules;

/// <summary>Fires when: a method with `[Value]` takes the reports of all agents.</summary>
/// <remarks>Message arguments: the method; its parameter that holds the reports.</remarks>
internal static class InterdependentValueRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH1010";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Values depend on each other",
        messageFormat: "The value '{0}' reads '{1}', the reports of the others: neither threshold nor Clarke payments make truth a best reply then, because an agent pays what its report changes for the others, and its report changes their values; values must be private",
        category: Categories.OwnRules,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "With interdependent values truth is no dominant strategy under Clarke or threshold payments, not even a best reply to truthful rivals.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
