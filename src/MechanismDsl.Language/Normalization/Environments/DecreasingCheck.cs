using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary><c>[Decreasing(k)]</c> beside <c>[IdenticalItems]</c>: agents want several items, at marginal values that do not increase.</summary>
internal static class DecreasingCheck
{
    /// <summary>The attribute.</summary>
    public const string Attribute = "Decreasing";

    private static readonly EquatableArray<string> Companions =
        ["Mechanism", "Money", "Guarantees", "Assumed", "EquivalentTo", "Undominated", "IdenticalItems", Attribute, "Efficient", "UniformPrice", "PayAsBid", "Reserve", "SellerValue"];

    /// <summary>Whether agents want several of the items.</summary>
    public static bool Applies(Draft draft) => draft.Has("IdenticalItems") && draft.Has(Attribute);

    /// <summary>The environment, and what does not go with it (MECH0005, MECH0012).</summary>
    public static Theory.Problems.Environment Read(Draft draft)
    {
        var use = draft.First(Attribute)!.Value;
        foreach (var other in draft.Uses.Where(other => !Companions.Contains(other.Name)).ToList())
        {
            Exclude(draft, other.Place, other.Name, WhyNot(other.Name));
        }

        foreach (var rule in draft.Declaration.Rules)
        {
            Exclude(draft, new Place.Rule(rule.Attribute, rule.Ordinal), rule.Attribute, "a report has several marginal values, and rules of one's own are known for one number a report");
        }

        if (draft.First("Mechanism") is { } mechanism && mechanism.NumberOf("Ties") is not (null or (int)TieBreaking.LowestIndex))
        {
            Exclude(draft, mechanism.At("Ties"), "Mechanism", "among equal marginal values the lower index comes first");
        }

        foreach (var reserve in draft.All("Reserve").Where(reserve => reserve.Number(0) is null))
        {
            Exclude(draft, reserve.Place, "Reserve", "the lowest price of an item is part of the declaration: [Reserve(p)]");
        }

        var items = draft.First("IdenticalItems")?.Number(0) ?? 1;
        if (use.Number(0) is { } most && most > items && items >= 1)
        {
            draft.Report(Rule.WithoutEffect, use.At(0), Attribute, FormattableString.Invariant($"there are only {items} items, so further marginal values never count"));
        }

        return new(
            EnvironmentName.IdenticalItems,
            Kernel.MultiParameter,
            new DecreasingUnits((int)items, (int)(use.Number(0) ?? 1)),
            Absence.Unserved,
            new Ownership.Platform(),
            new SocialCost.PerServed(draft.First("SellerValue")?.Number(0) ?? 0));
    }

    private static string WhyNot(string attribute) => attribute switch
    {
        "Agent" or "Agents" => "the agents are told apart by their index, and their number is known when the mechanism runs",
        "RevenueOptimal" => "a report has several marginal values, and the optimal revenue for such types is not known; [Efficient] is",
        "Procurement" or "Supplier" or "Suppliers" or "BuyerValue" => "suppliers of several units have increasing costs, which is another environment",
        "Prior" or "HistogramPrior" or "DiscretePrior" or "PriorFromFile" or "Types" or "TypeRange" => "neither who is served nor what is paid depends on what values are likely",
        _ => "it is known for agents who want one item each",
    };

    private static void Exclude(Draft draft, Place place, string attribute, string because) =>
        draft.Report(Rule.AttributesExclude, place, [attribute, Attribute, because], new FixProperty(FixData.Other, Attribute));
}
