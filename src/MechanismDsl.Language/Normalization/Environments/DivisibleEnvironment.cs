using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary><c>[Divisible(q)]</c>: a quantity of which every agent wants any amount up to a cap, each unit worth the same to it.</summary>
internal static class DivisibleEnvironment
{
    /// <summary>The attribute.</summary>
    public const string Attribute = "Divisible";

    public static readonly EnvironmentRow Row = new(Attribute, "amounts of a divisible good", static (draft, _) => Read(draft))
    {
        Deciding = ["Efficient", "UniformPrice", "PayAsBid"],
        Companions = ["Reserve", "SellerValue"],
        Without = ["Agent", "Agents"],
        Methods = [],
        WhyNot = static attribute => attribute switch
        {
            "Agent" or "Agents" => "the agents are told apart by their index, and their number is known when the mechanism runs",
            "RevenueOptimal" => "a report is a value and a cap, and the optimal revenue for such types is not known; [Efficient] is",
            "Procurement" or "Supplier" or "Suppliers" or "BuyerValue" => "a divisible good is sold; suppliers with capacities are another environment",
            "Prior" or "HistogramPrior" or "DiscretePrior" or "PriorFromFile" or "Types" or "TypeRange" => "neither who gets how much nor what is paid depends on what values are likely",
            "Score" or "Allocation" or "Payment" => "a report is a value and a cap, and rules of one's own are known for one number a report",
            "EntryFee" or "PostedPrice" or "AllPay" or "GeneralizedSecondPrice" => "who gets an amount pays for that amount; [Efficient], [UniformPrice] and [PayAsBid] say how much",
            "Decreasing" => "it counts whole items; a divisible good has a value a unit and a cap",
            _ => null,
        },
    };

    private static Theory.Problems.Environment Read(Draft draft)
    {
        var use = draft.First(Attribute)!.Value;
        var quantity = use.Number(0) ?? 1;
        if (draft.First("Money")?.Attribute.TypeArgument?.FullName is "System.Decimal" or "System.Int64" && quantity != Math.Floor(quantity))
        {
            draft.Report(Rule.NumberOutsideDomain, use.At(0), "the quantity", Words.Of(quantity), "a whole number where money is exact: choose a smaller unit of the good");
        }

        if (draft.First("Mechanism") is { } mechanism && mechanism.NumberOf("Ties") is not (null or (int)TieBreaking.LowestIndex))
        {
            draft.Report(Rule.AttributesExclude, mechanism.At("Ties"), ["Mechanism", Attribute, "among equal values the lower index comes first"], new FixProperty(FixData.Other, Attribute));
        }

        foreach (var reserve in draft.All("Reserve").Where(reserve => reserve.Number(0) is null))
        {
            draft.Report(Rule.AttributesExclude, reserve.Place, ["Reserve", Attribute, "the lowest price of a unit is part of the declaration: [Reserve(p)]"], new FixProperty(FixData.Other, Attribute));
        }

        return new(
            EnvironmentName.Divisible,
            Kernel.MultiParameter,
            new DivisibleGood(quantity),
            Absence.Unserved,
            new Ownership.Platform(),
            new SocialCost.PerServed(draft.First("SellerValue")?.Number(0) ?? 0));
    }
}
