using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: the mechanism, or a member in the user's part of it, has a name that the generated part needs.</summary>
/// <remarks>Message arguments: the type; the member.</remarks>
internal static class MemberCollidesRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0015";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "A member has the name of a generated one",
        messageFormat: "'{0}' uses the name '{1}', which belongs to a member of the mechanism's generated part",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The generated part declares Run, RunBatch, Info, Explanation and named constants such as Reserve.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
