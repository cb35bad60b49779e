using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Claims;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Claims;

/// <summary>Fires when: `[Guarantees(…)]` claims a property, and the compiler found a profile of reports at which it fails.</summary>
/// <remarks>Message arguments: the type; the guarantee; the counterexample.</remarks>
internal static class ClaimRefutedRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH2001";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "A claimed guarantee does not hold",
        messageFormat: "'{0}' does not have the guarantee {1}: {2}",
        category: Categories.Claims,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A profile of reports shows that the claimed guarantee fails. The report that matters is in brackets.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension,
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <summary>Prints the profile at which the guarantee fails: the agent it is about in brackets, what happens, and the gain or loss.</summary>
    public static Finding Examine(Declaration declaration, SolvedAuction auction, Counterexample counterexample) =>
        new(
            Id,
            ClaimPlaces.Of(declaration, counterexample.Guarantee),
            [declaration.Type.Name, counterexample.Guarantee.ToString(), Words(auction, counterexample)],
            [new(FixData.Guarantee, counterexample.Guarantee.ToString())]);

    private static string Words(SolvedAuction auction, Counterexample found)
    {
        var kind = auction.Agents[0].Agent.Side == Side.Buyer ? "values" : "costs";
        var reserve = found.Reserve is { } assumed ? $" with the reserve {Wording.Number(assumed)}" : string.Empty;
        var profile = $"at the {kind} ({string.Join(", ", found.Types.Select((type, agent) => agent == found.Agent ? $"[{Wording.Number(type)}]" : Wording.Number(type)))}){reserve}";
        var truth = Outcome(auction, found.Truthful);
        var amount = Wording.Number(found.Amount);
        return found.Guarantee switch
        {
            Guarantee.DominantStrategyIncentiveCompatible =>
                $"{profile} truth leads to '{truth}', but if {Name(auction, found.Agent)} reports {Wording.Number(found.Lie!.Value)}, to '{Outcome(auction, found.Deviating!)}', a gain of {amount}",
            Guarantee.ExPostIndividuallyRational => $"{profile} the outcome is '{truth}', and {Name(auction, found.Agent)} ends {amount} below its outside option",
            Guarantee.NoSubsidy => $"{profile} the outcome is '{truth}', so {Name(auction, found.Agent)} is paid {amount}",
            Guarantee.NoDeficit => $"{profile} the outcome is '{truth}', and {amount} is missing to cover the cost",
            Guarantee.ExPostBudgetBalanced => $"{profile} the outcome is '{truth}', and payments differ from the cost by {amount}",
            _ => $"{profile} the outcome is '{truth}', and {amount} of welfare is lost",
        };
    }

    private static string Outcome(SolvedAuction auction, AuctionOutcome outcome)
    {
        var isBuyer = auction.Agents[0].Agent.Side == Side.Buyer;
        var payments = Enumerable.Range(0, outcome.Payments.Count)
            .Where(agent => outcome.Payments[agent] != 0 || outcome.Chances[agent] > 0)
            .Select(agent => (outcome.Chances[agent], outcome.Payments[agent]) switch
            {
                (0, var fee) => $"{Name(auction, agent)} pays {Wording.Number(fee)} for nothing",
                (1, var price) when isBuyer => $"{Name(auction, agent)} wins and pays {Wording.Number(price)}",
                (1, var price) => $"{Name(auction, agent)} serves and receives {Wording.Number(-price)}",
                var (chance, price) => $"{Name(auction, agent)} is served with probability {Wording.Number(chance)} and pays {Wording.Number(price)} in expectation",
            })
            .ToArray();
        return payments.Length == 0 ? "nobody is served" : string.Join(", ", payments);
    }

    private static string Name(SolvedAuction auction, int agent) =>
        auction.Problem.Population is Population.Named { Agents: var agents } ? agents[agent].Name! : $"agent {NumberText.Words(agent)}";
}
