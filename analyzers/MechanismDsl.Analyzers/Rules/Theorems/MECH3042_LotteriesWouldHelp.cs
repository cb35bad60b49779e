using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Automated;
using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: an `[Optimal]` mechanism without lotteries attains less than one with them would.</summary>
/// <remarks>Message arguments: what is maximised; its value without lotteries; with them; the difference.</remarks>
internal static class LotteriesWouldHelpRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3042";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Lotteries would be better",
        messageFormat: "Without lotteries the most {0} is {1}; with them it is {2}, which is {3} more",
        category: Categories.Theorems,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Agents whose types are not one number can be told apart by the lotteries that they choose, so that the best mechanism need not be deterministic (Thanassoulis 2004; Manelli and Vincent 2007).",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>What certainty costs.</summary>
    public static Finding? Examine(Declaration declaration, SolvedOptimum solution) =>
        solution.Best.Relaxation == solution.Best.Value
            ? null
            : new Finding(
                Id,
                declaration.At("Optimal"),
                [
                    Language.Optima.ConstraintWords.Goal(solution.Problem.Optimum!.Goal),
                    RationalText.Of(solution.Best.Value),
                    RationalText.Of(solution.Best.Relaxation),
                    RationalText.Of(solution.Best.Relaxation - solution.Best.Value),
                ],
                []);
}
