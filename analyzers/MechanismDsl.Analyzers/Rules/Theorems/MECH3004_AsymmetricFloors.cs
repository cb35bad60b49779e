using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Insights;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: an efficient auction of named buyers with priors has different reserves for different agents.</summary>
/// <remarks>Message arguments: the reserves by agent; eager revenue; lazy revenue; revenue without floors; optimal revenue.</remarks>
internal static class AsymmetricFloorsRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3004";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Different floors are not the optimal auction",
        messageFormat: "Reserves of {0} earn {1} if applied before the highest bid is chosen (eager) and {2} if after (lazy); without reserves the auction earns {3}, and the optimal auction {4}",
        category: Categories.Theorems,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "With different agents, per-agent reserves on the highest bid are not optimal, and it matters whether they filter before or after the winner is chosen.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>Compares eager and lazy floors, no floors and the optimal auction.</summary>
    public static Finding? Examine(Declaration declaration, SolvedAuction auction, Solve solve) =>
        FloorComparison.Of(auction, solve) is { } floors && auction.Problem.Population is Population.Named named
            ? new(
                Id,
                declaration.At("Reserve"),
                [
                    Wording.Floors(named.Agents), Wording.Number(floors.Eager), Wording.Number(floors.Lazy), Wording.Number(floors.None),
                    Wording.Number(floors.Optimal),
                ],
                [])
            : null;
}
