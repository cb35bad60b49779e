using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: payments are made of tables of all types, and the tables cannot be made.</summary>
/// <remarks>Message arguments: the attribute that states the payments; what is missing.</remarks>
internal static class TablesUnknownRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0020";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Payments by type need tables of all types",
        messageFormat: "The payments of [{0}] are made of tables of all types: {1}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "What a type is expected to pay, and whether terms of the others' types balance the payments, is computed while the program compiles: types must be finitely many, priors must be on them, and the profiles few enough.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
