using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Priors;

/// <summary>Fires when: on the part of the data that was held out, the chosen rule earns less than no reserve or than the plain reserve.</summary>
/// <remarks>Message arguments: hold-out revenues in words.</remarks>
internal static class LosesOnHoldOutRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH4108";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The rule loses on data it has not seen",
        messageFormat: "{0}",
        category: Categories.Priors,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "On auctions left out of the estimation the chosen rule earns less than a simpler one.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
