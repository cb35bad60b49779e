using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Limits;

/// <summary>Fires when: everything that expected revenue depends on is declared, but the compiler cannot state it: no formula is known for this case, or an integral did not converge.</summary>
/// <remarks>Message arguments: the type; which limit.</remarks>
internal static class LimitReachedRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH5001";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "A limit was reached",
        messageFormat: "The expected revenue of '{0}' is not stated: {1}",
        category: Categories.Limits,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Compile-time work is bounded, and an answer that is not known to 11 digits is not given at all.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>Reports why there are no expectations, where everything they depend on is declared.</summary>
    public static Finding? Examine(SolvedAuction auction, string name)
    {
        var isFixed = auction.Problem.Population is Population.Named or Population.Alike { Count: not null };
        var isStated = auction.Agents.All(solved => solved.Agent is { Prior: not null, Reserve: not { Amount: null } });
        return isFixed && isStated && auction.NoNumbersBecause is { } reason ? new(Id, new Place.Type(), [name, reason], []) : null;
    }
}
