using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: the user's part of the mechanism declares a member whose name the generated part needs.</summary>
/// <remarks>Message arguments: the type; the member.</remarks>
internal static class MemberCollidesRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0015";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "A member has the name of a generated one",
        messageFormat: "'{0}' already has a member named '{1}', which the generated part of the mechanism declares",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generated part declares Run, RunBatch, Info, Explanation and named constants such as Reserve.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
