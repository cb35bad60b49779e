using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Priors;

/// <summary>Fires when: a column that `[PriorFromFile]` names, or that `[JointPrior]` needs, does not occur in the header of the file.</summary>
/// <remarks>Message arguments: the file; the column; the header.</remarks>
internal static class ColumnMissingRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH4103";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The data file lacks a column",
        messageFormat: "'{0}': {1}",
        category: Categories.Priors,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Columns are found by the names of the header line.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
