using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Priors;

/// <summary>Fires when: a prior comes from a file. The message says how far the true distribution may be from the data, and how much revenue that may cost.</summary>
/// <remarks>Message arguments: sample size, band and possible loss in words.</remarks>
internal static class SampleSizeRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH4106";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "What the sample can tell",
        messageFormat: "{0}",
        category: Categories.Priors,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The Dvoretzky-Kiefer-Wolfowitz band around the empirical distribution, and what it means for the revenue.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
