using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary><c>[SingleItem]</c>: one indivisible good is sold, or one service bought.</summary>
internal static class SingleItemEnvironment
{
    public static readonly EnvironmentRow Row = new("SingleItem", "one item", static (draft, _) => Serving(draft, EnvironmentName.SingleItem, 1))
    {
        Deciding = ["Efficient", "RevenueOptimal", "PayAsBid", "AllPay", "PostedPrice", "CremerMcLean", "Optimal"],
        Own = ["CremerMcLean", "JointPrior", "Beliefs", "Optimal"],
        Methods = ["Score", "Allocation", "Payment", "Value", "Strategy"],
        WhyNot = static other => other switch
        {
            "UniformPrice" => "the lowest bid that is served is that of the one winner: [PayAsBid]",
            "GeneralizedSecondPrice" => "for one item the next bid is the second price: [Efficient]",
            _ => null,
        },
    };

    /// <summary>At most so many agents are served, one unit each.</summary>
    public static Theory.Problems.Environment Serving(Draft draft, EnvironmentName name, int units) => new(
        name,
        Kernel.SingleParameter,
        new ServeAtMost(units),
        Absence.Unserved,
        new Ownership.Platform(),
        new SocialCost.PerServed(CostOf(draft)));

    /// <summary>A buyer that states no value buys at any cost; reserves are then its ceilings. A rule of the user's own weighs no cost of the platform's.</summary>
    public static double CostOf(Draft draft) =>
        draft.HasOwnAllocation ? 0
        : draft.IsProcurement ? -(draft.First("BuyerValue")?.Number(0) ?? double.PositiveInfinity)
        : draft.First("SellerValue")?.Number(0) ?? 0;
}
