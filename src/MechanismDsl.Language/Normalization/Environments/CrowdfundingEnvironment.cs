using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary><c>[Crowdfunding(target)]</c>: a product is made if its target is met, for those who pay for it.</summary>
internal static class CrowdfundingEnvironment
{
    /// <summary>The attribute.</summary>
    public const string Attribute = "Crowdfunding";

    public static readonly EnvironmentRow Row = new(Attribute, "a campaign", static (draft, _) => Read(draft))
    {
        Deciding = ["Efficient", "RevenueOptimal", "PostedPrice", "PayAsBid", "CostSharing"],
        Own = ["CostSharing"],
        Companions = ["Prior", "HistogramPrior", "DiscretePrior"],
        Methods = [],
        WhyNot = static other => other switch
        {
            "Reserve" or "EntryFee" => "pledges that miss the target are handed back, and the lowest pledge is [PostedPrice(p)]",
            "AllPay" => "who does not get the product has its pledge handed back",
            "SellerValue" or "Procurement" => "the product costs its target, [Crowdfunding(target)], and nothing else",
            "PriorFromFile" => "the expectations of a campaign are those of stated priors",
            "Score" or "Allocation" or "Payment" or "Value" or "Groves" => "the rule of a campaign is its price, its pledges or its goal",
            _ => null,
        },
    };

    private static Theory.Problems.Environment Read(Draft draft)
    {
        var use = draft.First(Attribute)!.Value;
        foreach (var agent in draft.All("Agent"))
        {
            foreach (var (property, idle) in new[] { ("OutsideOption", 0), ("Weight", 1) })
            {
                if (agent.NumberOf(property) is { } number && number != idle)
                {
                    draft.Report(Rule.AttributesExclude, agent.At(property), ["Agent", Attribute, "all backers count alike, and who stays away has nothing"], new FixProperty(FixData.Other, Attribute));
                }
            }
        }

        if (draft.First("Mechanism") is { } mechanism && mechanism.NumberOf("Ties") is { } ties && ties != (int)TieBreaking.LowestIndex)
        {
            draft.Report(Rule.AttributesExclude, mechanism.At("Ties"), "Mechanism", Attribute, "all who meet the same condition get the product, so there are no ties");
        }

        if (draft.First("PostedPrice") is { } posted && posted.Number(0) is 0)
        {
            draft.Report(Rule.NumberOutsideDomain, posted.At(0), "the price", "0", "above 0: no number of pledges of 0 meets a target");
        }

        if (draft.Has("RevenueOptimal") && draft.First("Money") is { } money && money.Attribute.TypeArgument?.Name != "Double")
        {
            draft.Report(Rule.AttributesExclude, money.Place, "Money", "RevenueOptimal", "the thresholds of the most profitable campaign are real numbers; use double");
        }

        return new(EnvironmentName.Crowdfunding, Kernel.SingleParameter, new Campaign(use.Number(0) ?? 1), Absence.Unserved, new Ownership.Platform(), new SocialCost.PerServed(0));
    }
}
