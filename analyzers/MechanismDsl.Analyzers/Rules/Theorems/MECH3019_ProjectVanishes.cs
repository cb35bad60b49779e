using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Provision;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: the second best of a public project carries it out less than a quarter as often as the efficient decision would.</summary>
/// <remarks>Message arguments: the efficient probability; the probability; the share of the welfare that is kept; the least subsidy; what a fee would bring in; what many agents come to.</remarks>
internal static class ProjectVanishesRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3019";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The project is hardly ever carried out",
        messageFormat: "Agents who take part of their own accord, and cannot be kept out, hardly ever pay for the project: the efficient decision carries it out with probability {0}, the best rule that covers its cost with {1}, which keeps {2} of the welfare; the efficient decision needs a subsidy of {3}{4}{5}",
        category: Categories.Theorems,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Each agent can hope that the others pay for what it cannot be kept from; the more there are, the less its own type decides (Mailath and Postlewaite 1990).",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>Compares the second best with the efficient decision.</summary>
    public static Finding? Examine(Declaration declaration, SolvedProvision solved)
    {
        if (VanishingProject.Of(solved) is not { } vanishing)
        {
            return null;
        }

        var cost = Theory.Bayesian.Amount.Of(solved.Cost);
        var fee = vanishing.Fee is not var (price, revenue) ? string.Empty
            : $"; if who does not pay can be kept out, a fee of {Wording.Number(price.Value)} brings in {Wording.Number(revenue.Value)}, {((revenue - cost).Sign < 0 ? "less than" : "enough for")} the cost {Wording.Number(cost.Value)}";
        var many = vanishing.CostAHead is not { } head ? string.Empty
            : $"; with ever more agents, at a cost of {Theory.Numbers.RationalText.Of(head)} a head, the probability goes to 0 (Mailath and Postlewaite 1990)";
        return new Finding(
            Id,
            declaration.At("SecondBest"),
            [Chance(vanishing.EfficientChance.Value), Chance(vanishing.Chance.Value), Wording.Percent(vanishing.Kept.Value) + " %", Wording.Number(vanishing.LeastSubsidy.Value), fee, many],
            []);
    }

    private static string Chance(double probability) => probability < 1 && Wording.Number(probability) == "1" ? "nearly 1" : Wording.Number(probability);
}
