using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Priors;

/// <summary>Fires when: a row has another number of fields than the header, or its bid is not a number in invariant notation, is negative or is infinite; or it is no profile of types with a weight.</summary>
/// <remarks>Message arguments: what is wrong with the row, and how to repair it.</remarks>
internal static class RowMalformedRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH4104";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "A row of the data file cannot be read",
        messageFormat: "This row cannot be read: {0}",
        category: Categories.Priors,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Every row has as many fields as the header, and every bid is a finite number of at least 0, with a point as decimal separator.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
