using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary><c>[Positions(200, 100)]</c>: slots with different numbers of clicks, one agent each. Clicks that are none, or grow, are MECH0023.</summary>
internal static class PositionsEnvironment
{
    private const string ReservesName = "Reserves";

    /// <summary>The most clicks of a slot: with bids of 10¹⁵ payments stay inside every kind of decimal money.</summary>
    private const double Most = 1e12;

    /// <summary>As <see cref="Most"/>, for whole money: 10¹⁵ · 9000 fits into 64 bits.</summary>
    private const double MostOnWholeMoney = 9000;

    public static readonly EnvironmentRow Row = new("Positions", "positions", static (draft, _) => Read(draft))
    {
        Deciding = ["Efficient", "RevenueOptimal", "GeneralizedSecondPrice", "PayAsBid"],
        Companions = [.. ServiceCheck.Companions.Where(name => name is not ("Procurement" or "BuyerValue" or "Supplier" or "Suppliers"))],
        Methods = ["Score"],
        WhyNot = static attribute => attribute switch
        {
            "Procurement" or "BuyerValue" or "Supplier" or "Suppliers" => "slots are sold; nobody supplies clicks here",
            "Allocation" or "Payment" => "who gets which slot is decided by scores: mark a [Score] method",
            _ => ServiceCheck.WhyNot(attribute),
        },
    };

    private static Theory.Problems.Environment Read(Draft draft)
    {
        ServiceCheck.Run(draft);
        return new Theory.Problems.Environment(
            EnvironmentName.Positions,
            Kernel.SingleParameter,
            new Slots(Clicks(draft)) { Reserves = Reserves(draft) },
            Absence.Unserved,
            new Ownership.Platform(),
            new SocialCost.PerServed(SingleItemEnvironment.CostOf(draft)));
    }

    /// <summary>The reserves of the slots (MECH0023), and what does not go with them (MECH0005).</summary>
    private static EquatableArray<double> Reserves(Draft draft)
    {
        if (draft.First("Positions") is not { } use || use.Property(ReservesName) is not Declarations.Argument.List { Items: { } items })
        {
            return [];
        }

        var reserves = items.OfType<Declarations.Argument.Number>().Select(item => item.Value).ToEquatableArray();
        var slots = use.Numbers(0).Count;
        if (reserves.Count != slots)
        {
            draft.Report(Rule.Clicks, use.At(ReservesName), FormattableString.Invariant($"There are {reserves.Count} reserves for {slots} slots; state one a slot"));
            return [];
        }

        for (var slot = 0; slot < slots; slot++)
        {
            var obstacle = !(reserves[slot] >= 0 && reserves[slot] <= Words.Largest) ? "a reserve is a number from 0 to 1E15"
                : slot > 0 && reserves[slot] > reserves[slot - 1] ? $"slot {slot - 1} has {Words.Of(reserves[slot - 1])}; who gets a slot must be welcome in all behind it, so reserves do not increase"
                : null;
            if (obstacle is not null)
            {
                draft.Report(Rule.Clicks, use.At(ReservesName), FormattableString.Invariant($"Slot {slot} has the reserve {Words.Of(reserves[slot])}, but ") + obstacle);
                return [];
            }
        }

        RefuseOthers(draft, use);
        return reserves;
    }

    private static void RefuseOthers(Draft draft, Use use)
    {
        foreach (var (name, because) in new[]
        {
            ("RevenueOptimal", "the optimal reserve follows from the prior, the same for all slots"),
            ("GeneralizedSecondPrice", "reserves of single slots are known for the lowest bids that still get them, [Efficient]"),
            ("PayAsBid", "reserves of single slots are known for the lowest bids that still get them, [Efficient]"),
            ("Reserve", "the slots have reserves of their own"),
            ("SellerValue", "the slots have reserves of their own"),
        })
        {
            if (draft.First(name) is { } other)
            {
                draft.Report(Rule.AttributesExclude, other.Place, [name, use.Name, because], new FixProperty(FixData.Other, use.Name));
            }
        }

        foreach (var agent in draft.All("Agent").Where(agent => agent.NumberOf("Weight") is not (null or 1)))
        {
            draft.Report(Rule.AttributesExclude, agent.At("Weight"), ["Agent", use.Name, "a reserve of a slot is compared with bids, not with weighted ones"], new FixProperty(FixData.Other, use.Name));
        }

        if (draft.Rule("Score") is { } score)
        {
            draft.Report(Rule.AttributesExclude, new Place.Rule(score.Attribute, score.Ordinal), [score.Attribute, use.Name, "a reserve of a slot is compared with bids, not with scores; leave Reserves out"], new FixProperty(FixData.Other, use.Name), new FixProperty(FixData.Marked, score.Attribute));
        }
    }

    private static EquatableArray<double> Clicks(Draft draft)
    {
        if (draft.First("Positions") is not { } use)
        {
            return [];
        }

        var clicks = use.Numbers(0);
        var isWhole = draft.First("Money")?.Attribute.TypeArgument?.Name == "Int64" || draft.Rule("Score")?.Parameters.FirstOrDefault()?.Type is Declarations.RuleType.Number(NumberKind.Int32 or NumberKind.Int64);
        var most = isWhole ? MostOnWholeMoney : Most;
        if (clicks.Count == 0)
        {
            draft.Report(Rule.Clicks, use.Place, "[Positions] names no slot; state the clicks of each, the best first");
        }

        for (var slot = 0; slot < clicks.Count; slot++)
        {
            var obstacle = !(clicks[slot] > 0) ? "a slot brings more than 0 clicks"
                : clicks[slot] > most ? $"a slot brings at most {Words.Of(most)} clicks{(isWhole ? " where money is whole, so that payments fit into it" : string.Empty)}"
                : isWhole && clicks[slot] % 1 != 0 ? "where money is whole, clicks are whole too, so that payments are"
                : slot > 0 && clicks[slot] > clicks[slot - 1] ? $"it has more than slot {slot - 1} with {Words.Of(clicks[slot - 1])}; the best slot comes first"
                : null;
            if (obstacle is not null)
            {
                draft.Report(Rule.Clicks, use.At(0, slot), FormattableString.Invariant($"Slot {slot} has {Words.Of(clicks[slot])} clicks, but ") + obstacle);
                return [];
            }
        }

        return clicks;
    }
}
