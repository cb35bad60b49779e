using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary>What all environments in which several agents are served have in common: the attributes that go with them, and what is not known of them (MECH0005).</summary>
internal static class ServiceCheck
{
    /// <summary>Attributes about the agents, about what is known of them, and about the limits of service.</summary>
    public static readonly EquatableArray<string> Companions =
    [
        "Prior", "HistogramPrior", "DiscretePrior", "PriorFromFile", "Supplier", "Suppliers",
        "Procurement", "BuyerValue", "SellerValue", "Reserve", "Types", "TypeRange",
    ];

    /// <summary>Why an attribute of the single item does not go with these environments.</summary>
    public static string? WhyNot(string attribute) => attribute switch
    {
        "AllPay" => "where several agents are served, only those that are served pay",
        "PostedPrice" => "fixed prices are known for a single item only; the lowest price is [Reserve] beside [Efficient]",
        "EntryFee" => "the participation that a fee brings about is known for a single item only",
        "Message" => "the direct form of an indirect mechanism is known for a single item only",
        "UniformPrice" => "its price is the worst report that is served, the same for all; it is known for identical items",
        _ => null,
    };

    /// <summary>Reports what a declaration without rules of the user's own asks for and no kernel gives.</summary>
    public static void Run(Draft draft)
    {
        if (draft.HasOwnAllocation)
        {
            return;
        }

        if (draft.First("Mechanism") is { } mechanism && mechanism.NumberOf("Ties") == (int)TieBreaking.Shared)
        {
            Exclude(draft, mechanism.At("Ties"), "Mechanism", "where several agents are served, equals are told apart by priority or index, not by lot");
        }

        foreach (var lazy in draft.All("Reserve").Where(use => use.NumberOf("Kind") == (int)ReserveKind.Lazy))
        {
            Exclude(draft, lazy.At("Kind"), "Reserve", "where several agents are served, a reserve drops reports before anybody is chosen; it is eager");
        }
    }

    private static void Exclude(Draft draft, Place place, string attribute, string because)
    {
        var environment = EnvironmentTable.Of(draft)!.Attribute;
        draft.Report(Rule.AttributesExclude, place, [attribute, environment, because], new FixProperty(FixData.Other, environment));
    }
}
