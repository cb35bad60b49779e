using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Priors;

/// <summary>Fires when: the file of `[PriorFromFile]` has too few values for a reserve that one can trust.</summary>
/// <remarks>Message arguments: the file; how many; what that means.</remarks>
internal static class TooFewValuesRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH4105";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The data file has few values",
        messageFormat: "'{0}' has {1} values; {2}",
        category: Categories.Priors,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "An empirical reserve needs data: with few values it follows noise.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
