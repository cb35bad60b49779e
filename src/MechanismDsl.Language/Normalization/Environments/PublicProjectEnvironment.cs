using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary><c>[PublicProject(cost)]</c>: a project is carried out for all agents or not at all.</summary>
internal static class PublicProjectEnvironment
{
    /// <summary>The attribute.</summary>
    public const string Attribute = "PublicProject";

    public static readonly EnvironmentRow Row = new(Attribute, "a project", Read)
    {
        Deciding = ["Efficient", "SecondBest", "RevenueOptimal", "Optimal"],
        Companions = ["Prior", "HistogramPrior", "DiscretePrior", "Types", "TypeRange", "JointPrior", "Beliefs", "ExpectedExternality", "DAgva", "Rebalanced"],
        Own = ["SecondBest"],
        Methods = [],
        WhyNot = static other => other switch
        {
            "PayAsBid" or "AllPay" or "PostedPrice" or "EntryFee" or "Reserve" => "it prices an item that one agent gets; the project is for all",
            "Value" or "Cost" or "Boost" or "Groves" => "the project has one cost, and every agent reports what it is worth; more than two outcomes are [Outcomes]",
            "Score" or "Allocation" or "Payment" => "it decides who gets an item; the project is for all",
            "CremerMcLean" => "its bets are worked out for a sale; [Optimal(Objective.Revenue)] with [JointPrior] extracts as much from a project",
            _ => null,
        },
    };

    /// <summary>How the cost is divided; null where nobody bears it.</summary>
    public static CostShares? SharesOf(Draft draft, Roster roster, Money money)
    {
        var use = draft.First(Attribute)!.Value;
        var declared = use.Property("Shares") is Declarations.Argument.List { Items: { } items }
            ? items.OfType<Declarations.Argument.Number>().Select(item => item.Value).ToEquatableArray()
            : default(EquatableArray<double>?);
        var isEqual = use.NumberOf("EqualShares") is 1;
        if (declared is not { } amounts)
        {
            return isEqual ? new CostShares.Equal() : null;
        }

        if (isEqual)
        {
            draft.Report(Rule.AttributesExclude, use.At("EqualShares"), Attribute, Attribute, "shares are either equal or declared");
        }

        var cost = use.Number(0) ?? 0;
        if (roster.Count != amounts.Count)
        {
            draft.Report(Rule.NumberOutsideDomain, use.At("Shares"), "the number of shares", Words.Of(amounts.Count), roster.Count is { } count ? $"{Words.Of(count)}: one an agent" : "that of the agents, which [Agents(n)] or their names must fix");
        }
        else if (amounts.Any(amount => !(amount >= 0 && amount <= Words.Largest)))
        {
            draft.Report(Rule.NumberOutsideDomain, use.At("Shares"), "a share", Words.Of(amounts.First(amount => !(amount >= 0 && amount <= Words.Largest))), "a number from 0 to 1E15");
        }
        else if (RationalText.Sum(amounts) != RationalText.FromDecimal(cost))
        {
            draft.Report(Rule.NumberOutsideDomain, use.At("Shares"), "the sum of the shares", RationalText.Of(RationalText.Sum(amounts)), $"the cost, {Words.Of(cost)}");
        }
        else if (amounts.Any(amount => money.RoundDown(amount) != amount))
        {
            draft.Report(Rule.NumberOutsideDomain, use.At("Shares"), "a share", Words.Of(amounts.First(amount => money.RoundDown(amount) != amount)), "a multiple of the money's step");
        }

        return new CostShares.Declared(amounts);
    }

    private static Theory.Problems.Environment Read(Draft draft, Roster roster)
    {
        var use = draft.First(Attribute)!.Value;
        var cost = use.Number(0) ?? 0;
        if (!(cost >= 0 && cost <= Words.Largest))
        {
            draft.Report(Rule.NumberOutsideDomain, use.At(0), "the cost", Words.Of(cost), "a number from 0 to 1E15");
            cost = 0;
        }

        OutcomesEnvironment.RefuseTies(draft, Attribute);
        ProvisionCheck.RefuseMoney(draft, Attribute);
        ProvisionCheck.RefuseShares(draft, use);
        foreach (var agent in draft.All("Agent").Where(agent => agent.NumberOf("Weight") is not (null or 1)))
        {
            draft.Report(
                Rule.AttributesExclude,
                agent.At("Weight"),
                ["Agent", Attribute, "the project is carried out if it is worth its cost to all together; weights go with [Outcomes] and a [Cost] method"],
                new FixProperty(FixData.Other, Attribute));
        }

        return new Theory.Problems.Environment(
            EnvironmentName.PublicProject,
            Kernel.SingleParameter,
            new Alternatives(["NotBuilt", "Built"]),
            Absence.NoSay,
            new Ownership.Platform(),
            new SocialCost.PerOutcome([0, cost]));
    }
}
