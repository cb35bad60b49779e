using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Priors;

/// <summary>Fires when: the file of `[PriorFromFile]` or `[JointPrior]` is empty or has only a header.</summary>
/// <remarks>Message arguments: the file.</remarks>
internal static class FileEmptyRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH4102";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The data file has no rows",
        messageFormat: "'{0}' has no rows of data",
        category: Categories.Priors,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A prior cannot be estimated from nothing.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
