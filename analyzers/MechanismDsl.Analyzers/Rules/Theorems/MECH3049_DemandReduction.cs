using MechanismDsl.Language.Claims;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Units;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: agents who want several items pay a uniform price or their own bids, and asking for less pays at a profile that was found.</summary>
/// <remarks>Message arguments: the payment rule; the profile, the deviation and the gain.</remarks>
internal static class DemandReductionRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3049";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Asking for less pays",
        messageFormat: "{0} is not truthful where agents want several units: {1}",
        category: Categories.Theorems,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Under a uniform price the bid for a further unit raises the price of the others; under pay-as-bid every bid is paid. Agents then ask for less than they want, or bid less than it is worth, and items go to the wrong agents.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>Looks for a deviation that pays.</summary>
    public static Finding? Examine(Declaration declaration, SolvedUnits units) =>
        Examine(declaration, units.Problem, () => new UnitsRefuter(units).Refute(Guarantee.DominantStrategyIncentiveCompatible));

    /// <summary>The same for a divisible good.</summary>
    public static Finding? Examine(Declaration declaration, SolvedDivisible divisible) =>
        Examine(declaration, divisible.Problem, () => new DivisibleRefuter(divisible).Refute(Guarantee.DominantStrategyIncentiveCompatible));

    private static Finding? Examine(Declaration declaration, Problem problem, Func<string?> search) =>
        problem.Payments is not PaymentRule.Clarke && search() is { } deviation
            ? new Finding(Id, declaration.At("UniformPrice", "PayAsBid"), [problem.Payments is PaymentRule.UniformPrice ? "A uniform price" : "Paying the own bids", deviation], [])
            : null;
}
