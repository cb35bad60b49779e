using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary><c>[Positions(200, 100)]</c>: slots with different numbers of clicks, one agent each. Clicks that are none, or grow, are MECH0023.</summary>
internal static class PositionsEnvironment
{
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
            new Slots(Clicks(draft)),
            Absence.Unserved,
            new Ownership.Platform(),
            new SocialCost.PerServed(SingleItemEnvironment.CostOf(draft)));
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
