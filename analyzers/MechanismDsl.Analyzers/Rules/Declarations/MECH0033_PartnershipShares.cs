using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: the shares of a `[Partnership]` are fewer than two, negative, do not sum to 1, or are not as many as its named partners.</summary>
/// <remarks>Message arguments: the type; what is wrong with its shares.</remarks>
internal static class PartnershipSharesRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH0033";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The shares of a partnership do not fit",
        messageFormat: "The shares of '{0}' do not fit: {1}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Partners own all of the firm together: at least two shares, each from 0 to 1, one a partner, and their sum is 1.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
