using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Internal;

/// <summary>Fires when: an analyzer threw an exception while it examined the named type.</summary>
/// <remarks>Message arguments: the type; the exception's type; its message.</remarks>
internal static class InternalErrorRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH9001";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Internal error of MechanismDsl",
        messageFormat: "MechanismDsl failed on '{0}' with {1}: {2}; please report it at https://github.com/mechanismdsl/mechanismdsl/issues with the declaration",
        category: Categories.Internal,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A fault of the analyzer itself. The build stops, because rules that did not run cannot vouch for the mechanism.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension,
        customTags: GateTags.All);
}
