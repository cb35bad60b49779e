using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary><c>[Outcomes&lt;TEnum&gt;]</c>: one of finitely many outcomes is chosen for all agents.</summary>
internal static class OutcomesEnvironment
{
    /// <summary>The attribute.</summary>
    public const string Attribute = "Outcomes";

    public static readonly EnvironmentRow Row = new(Attribute, "outcomes", Read)
    {
        Deciding = ["Efficient", "Optimal"],
        Companions = ["Prior", "DiscretePrior", "HistogramPrior", "Types", "TypeRange", "JointPrior", "Beliefs", RationalPaymentCheck.Attribute, .. TabulatedPayments.Attributes],
        Own = [RationalPaymentCheck.Attribute, .. TabulatedPayments.Attributes],
        Methods = ["Value", "Cost", "Boost", "Groves", "Decision", "Goal", "OutsideOption"],
        WhyNot = static other => other switch
        {
            "RevenueOptimal" => "values of several outcomes are types of several dimensions, for which no virtual value exists; [Efficient] is solved, and for finite types [Optimal(Objective.Revenue)]",
            "PayAsBid" or "AllPay" or "PostedPrice" or "EntryFee" or "Reserve" => "it prices an item that one agent gets; an outcome is chosen for all, and each pays what its presence costs the others",
            "SingleItem" or "IdenticalItems" => null,
            "CremerMcLean" => "its bets are worked out for a sale; [Optimal(Objective.Revenue)] with [JointPrior] extracts as much from any outcomes, the whole surplus where beliefs tell types apart",
            "Score" or "Allocation" or "Payment" => "it decides who gets an item; an outcome is chosen for all, by a [Decision] of your own beside [Optimal]",
            _ => null,
        },
    };

    /// <summary>The members of the enum, each value once, under its first name.</summary>
    public static EquatableArray<EnumMember> MembersOf(Use outcomes) =>
        (outcomes.Attribute.TypeArgument?.Members ?? []).GroupBy(member => member.Value).Select(group => group.First()).ToEquatableArray();

    /// <summary>Agents do not win, so no rule says who of them wins.</summary>
    public static void RefuseTies(Draft draft, string environment)
    {
        if (draft.First("Mechanism") is { } mechanism && mechanism.NumberOf("Ties") is not (null or (int)TieBreaking.LowestIndex))
        {
            draft.Report(Rule.AttributesExclude, mechanism.At("Ties"), "Mechanism", environment, "among equal outcomes the first declared one is chosen; agents do not compete for it");
        }
    }

    private static Theory.Problems.Environment Read(Draft draft, Roster roster)
    {
        var use = draft.First(Attribute)!.Value;
        var members = MembersOf(use);
        var name = use.Attribute.TypeArgument?.Name ?? "?";
        if (members.Count == 0)
        {
            draft.Report(Rule.OutcomesUnusable, use.Place, name, "it has no members, so there is nothing to choose");
        }
        else if (use.Attribute.TypeArgument is { IsVisible: false })
        {
            draft.Report(Rule.OutcomesUnusable, use.Place, name, $"it must be as accessible as '{draft.TypeName}', whose Run returns it");
        }

        RefuseTies(draft, Attribute);
        return new Theory.Problems.Environment(
            EnvironmentName.FiniteOutcomes,
            Kernel.MultiParameter,
            new Alternatives(members.Select(member => member.Name).ToEquatableArray()),
            Absence.NoSay,
            new Ownership.Platform(),
            new SocialCost.PerOutcome([]));
    }
}
