using MechanismDsl.Language.Claims;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter.Service;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: a knapsack is filled by the greedy choice, which is never worth less than half of the best set.</summary>
/// <remarks>Message arguments: a profile at which another set would be worth more, as a clause that begins with its punctuation; empty if none was found.</remarks>
internal static class GreedyKnapsackRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3037";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The greedy choice is worth at least half of the best set",
        messageFormat: "The greedy choice is truthful with its own thresholds and worth at least half of the best set (Mu'alem and Nisan 2008), but not always all of it{0}",
        category: Categories.Theorems,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The highest scores a unit of size first, or one agent alone that is worth more: a monotone rule whose worst case is one half. Without Greedy the best set is found by a dynamic program.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>Looks for a profile at which the bound matters.</summary>
    public static Finding? Examine(Declaration declaration, SolvedService service, CancellationToken cancellation) =>
        service.Problem.Environment.Feasible is WithinCapacity { IsGreedy: true }
            ? new Finding(Id, declaration.At("Knapsack"), [service.Problem.Objective == Objective.Efficient && new ServiceRefuter(service, cancellation).Refute(Guarantee.AllocativelyEfficient) is { } waste ? ": " + waste : string.Empty], [])
            : null;
}
