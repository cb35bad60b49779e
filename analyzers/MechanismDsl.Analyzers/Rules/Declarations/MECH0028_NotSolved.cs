using MechanismDsl.Language.Findings;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Declarations;

/// <summary>Fires when: `[SecondBest]` or `[RevenueOptimal]` of a trade or a public project meets priors for which it is not solved.</summary>
/// <remarks>Message arguments: the goal; the type; the reason.</remarks>
internal static class NotSolvedRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = Rule.NotSolved;

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The goal is not solved for these priors",
        messageFormat: "[{0}] of '{1}' is not solved: {2}",
        category: Categories.Declaration,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Virtual types of a trade or a project are those of continuous types with finite means, and a budget needs the distribution of their sum.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);
}
