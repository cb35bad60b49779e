using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Priors;

/// <summary>Fires when: the virtual value v − (1 − F(v))/f(v) of a prior falls somewhere, and the mechanism is revenue-optimal.</summary>
/// <remarks>Message arguments: the prior; the virtual value and type at the start and at the end of a fall; the ironed blocks.</remarks>
internal static class IrregularPriorRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH4007";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The prior is irregular",
        messageFormat: "{0} is irregular: its virtual value falls from {1} at {2} to {3} at {4}; ironed on {5}",
        category: Categories.Priors,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The virtual value falls somewhere, so the optimal auction pools the types of an interval.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
