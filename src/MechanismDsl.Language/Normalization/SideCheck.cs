using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization;

/// <summary>Attributes of the other side of the market: MECH0010; and the value without which procurement has no price that nobody may exceed: MECH0011.</summary>
internal static class SideCheck
{
    private static readonly Dictionary<string, string> OnlyInProcurement = new(StringComparer.Ordinal)
    {
        ["Supplier"] = "names a supplier, but without [Procurement] the agents are buyers",
        ["Suppliers"] = "declares suppliers, but without [Procurement] the agents are buyers",
        ["BuyerValue"] = "is the platform's value as a buyer, but without [Procurement] the platform sells; its own value is [SellerValue]",
    };

    private static readonly Dictionary<string, string> OnlyInSales = new(StringComparer.Ordinal)
    {
        ["Agent"] = "names a buyer, but with [Procurement] the agents are suppliers: [Supplier]",
        ["SellerValue"] = "is the platform's value as a seller, but with [Procurement] the platform buys; its own value is [BuyerValue]",
    };

    public static void Run(Draft draft)
    {
        foreach (var use in draft.Uses)
        {
            if (!draft.IsProcurement && OnlyInProcurement.TryGetValue(use.Name, out var sale))
            {
                draft.Report(Rule.WrongSide, use.Place, [use.Name, sale], new FixProperty(FixData.Missing, "Procurement"));
            }
            else if (draft.IsProcurement && OnlyInSales.TryGetValue(use.Name, out var procurement))
            {
                draft.Report(Rule.WrongSide, use.Place, use.Name, procurement);
            }
        }

        foreach (var file in draft.All("PriorFromFile").Where(file => draft.IsProcurement && file.Property("HighestPer") is not null))
        {
            draft.Report(Rule.WrongSide, file.At("HighestPer"), "PriorFromFile", "keeps the highest bid of each key, but suppliers report costs: leave HighestPer out");
        }

        if (draft.IsProcurement && draft.Has("RevenueOptimal") && !draft.Has("BuyerValue"))
        {
            draft.Report(Rule.BuyerValueMissing, new Place.Type(), draft.TypeName, "minimises the expected outlay net of the buyer's value, but states no value");
        }
    }

    /// <summary>
    /// Without a ceiling an efficient procurement must buy, so a supplier without rivals is indispensable: no cost is too high for it to be
    /// served, and its threshold does not exist. Any supplier can stay away, so every one of them must have a ceiling.
    /// </summary>
    /// <remarks>With k services the k suppliers with the lowest costs are bounded by the next one, so k + 1 of them must report.</remarks>
    public static void RequireCeiling(Draft draft, IReadOnlyList<Reserve?> reserves)
    {
        if (draft.IsProcurement && draft.Has("Efficient") && !draft.Has("BuyerValue") && reserves.Any(reserve => reserve is null))
        {
            draft.Report(Rule.BuyerValueMissing, new Place.Type(), draft.TypeName, Indispensable(draft));
        }
    }

    private static string Indispensable(Draft draft)
    {
        var services = (int)(draft.First("IdenticalItems")?.Number(0) ?? 1);
        var declared = draft.All("Supplier").Count();
        return draft.Has("Services") || draft.Has("Knapsack") ? "must buy at any price, so a supplier whose place no other can take is indispensable and would name its own price"
            : declared > 0 && declared <= services ? FormattableString.Invariant($"must buy {(services == 1 ? string.Empty : services + " services ")}at any price and has {(declared == 1 ? "1 supplier" : declared + " suppliers")}, each of whom is indispensable and would name its own price")
            : FormattableString.Invariant($"must buy {(services == 1 ? string.Empty : services + " services ")}at any price, so where no more than {(services == 1 ? "1 supplier reports" : services + " suppliers report")} each is indispensable and would name its own price; only with {services + 1L} or more is there a rival");
    }
}
