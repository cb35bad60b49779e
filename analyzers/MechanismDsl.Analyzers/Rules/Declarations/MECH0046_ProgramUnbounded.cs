using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: what an optimal mechanism maximises can grow for ever.</summary>
/// <remarks>Message arguments: the type; what is maximised; how it grows.</remarks>
internal static class ProgramUnboundedRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0046";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The objective has no bound",
        messageFormat: "Expected {1} of '{0}' has no bound: {2}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A seller that agents cannot refuse can charge them any amount.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
