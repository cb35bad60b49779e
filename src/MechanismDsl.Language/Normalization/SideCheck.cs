using MechanismDsl.Language.Findings;

namespace MechanismDsl.Language.Normalization;

/// <summary>Attributes of the other side of the market: MECH0010; and the value without which optimal procurement means nothing: MECH0011.</summary>
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
            draft.Report(Rule.BuyerValueMissing, new Place.Type(), draft.TypeName);
        }
    }
}
