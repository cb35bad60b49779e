using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: two attributes of one mechanism answer the same question in two ways: two goals, two payment rules, two ways to say who takes part.</summary>
/// <remarks>Message arguments: the attribute; the other attribute; why they exclude each other.</remarks>
internal static class AttributesExcludeRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0005";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Two attributes exclude each other",
        messageFormat: "[{0}] and [{1}] exclude each other: {2}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Two attributes answer the same question differently, so the declaration has no meaning.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
