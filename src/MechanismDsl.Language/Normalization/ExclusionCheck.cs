using MechanismDsl.Language.Findings;

namespace MechanismDsl.Language.Normalization;

/// <summary>Pairs of attributes that answer the same question differently: MECH0005. The later one is marked; either may go.</summary>
internal static class ExclusionCheck
{
    private const string OneGoal = "a mechanism has one goal";
    private const string OnePayment = "a mechanism has one payment rule";
    private const string NoGoal = "this payment rule fixes by itself who is served, and a goal comes with its own payments";
    private const string OneBalance = "each of them says by itself how payments are balanced";
    private const string Independence = "what a type is expected to pay keeps truth a best reply only where types are independent (d'Aspremont and Gérard-Varet 1979)";
    private const string EfficientBalance = "its payments balance the efficient choice, and a second best chooses otherwise; [Rebalanced] balances any";
    private const string NoRevenue = "its payments balance the efficient choice, and the most revenue needs another one";
    private const string OneTrade = "each of them says by itself who trades and at which price";
    private const string JointTypes = "types that depend on each other have one joint prior, [JointPrior]";
    private const string DirectReports = "agents report their types";
    private const string OptimalPayments = "the program finds the payments together with the decision";
    private const string OneLanguage = "each of them says by itself what the bids of one bidder mean together";
    private const string OptimalReserve = "the optimal reserve follows from the prior; what the good is worth to the platform is [SellerValue] or [BuyerValue]";

    private static readonly (string First, string Second, string Because)[] Pairs =
    [
        ("Efficient", "RevenueOptimal", OneGoal),
        ("Efficient", "SecondBest", OneGoal),
        ("RevenueOptimal", "SecondBest", OneGoal),
        ("SecondBest", "PostedPrice", NoGoal),
        ("Efficient", "PayAsBid", NoGoal),
        ("Efficient", "AllPay", NoGoal),
        ("Efficient", "PostedPrice", NoGoal),
        ("RevenueOptimal", "PayAsBid", NoGoal),
        ("RevenueOptimal", "AllPay", NoGoal),
        ("RevenueOptimal", "PostedPrice", NoGoal),
        ("PayAsBid", "AllPay", OnePayment),
        ("PayAsBid", "PostedPrice", OnePayment),
        ("AllPay", "PostedPrice", OnePayment),
        ("Efficient", "UniformPrice", NoGoal),
        ("RevenueOptimal", "UniformPrice", NoGoal),
        ("PayAsBid", "UniformPrice", OnePayment),
        ("Efficient", "GeneralizedSecondPrice", NoGoal),
        ("RevenueOptimal", "GeneralizedSecondPrice", NoGoal),
        ("PayAsBid", "GeneralizedSecondPrice", OnePayment),
        ("Efficient", "CoreSelecting", NoGoal),
        ("Efficient", "CostSharing", NoGoal),
        ("RevenueOptimal", "CostSharing", NoGoal),
        ("PostedPrice", "CostSharing", OnePayment),
        ("PayAsBid", "CostSharing", OnePayment),
        ("SingleMinded", "Or", OneLanguage),
        ("SingleMinded", "Additive", OneLanguage),
        ("Or", "Additive", OneLanguage),
        ("Efficient", "TradeReduction", OneTrade),
        ("PostedPrice", "TradeReduction", OneTrade),
        ("ExpectedExternality", "DAgva", OneBalance),
        ("ExpectedExternality", "Rebalanced", OneBalance),
        ("ExpectedExternality", "BalancedGroves", OneBalance),
        ("DAgva", "Rebalanced", OneBalance),
        ("DAgva", "BalancedGroves", OneBalance),
        ("Rebalanced", "BalancedGroves", OneBalance),
        ("ExpectedExternality", "IndividuallyRationalVcg", OnePayment + "; [Rebalanced] balances payments up to the limit of participation"),
        ("DAgva", "IndividuallyRationalVcg", OnePayment + "; [Rebalanced] balances payments up to the limit of participation"),
        ("BalancedGroves", "IndividuallyRationalVcg", OnePayment),
        ("JointPrior", "Beliefs", "each of them says how likely types are"),
        ("Beliefs", "ExpectedExternality", Independence),
        ("Beliefs", "DAgva", Independence),
        ("Beliefs", "Rebalanced", Independence),
        ("JointPrior", "ExpectedExternality", Independence),
        ("JointPrior", "DAgva", Independence),
        ("JointPrior", "Rebalanced", Independence),
        ("PostedPrice", "DAgva", OnePayment),
        ("PostedPrice", "ExpectedExternality", OnePayment),
        ("PostedPrice", "Rebalanced", OnePayment),
        ("SecondBest", "DAgva", EfficientBalance),
        ("SecondBest", "ExpectedExternality", EfficientBalance),
        ("RevenueOptimal", "DAgva", NoRevenue),
        ("RevenueOptimal", "ExpectedExternality", NoRevenue),
        ("RevenueOptimal", "Rebalanced", "what is earned would be handed back"),
        ("CremerMcLean", "Efficient", OneGoal),
        ("CremerMcLean", "RevenueOptimal", OneGoal),
        ("CremerMcLean", "PayAsBid", NoGoal),
        ("CremerMcLean", "AllPay", NoGoal),
        ("CremerMcLean", "PostedPrice", NoGoal),
        ("CremerMcLean", "Reserve", OptimalReserve),
        ("CremerMcLean", "EntryFee", "what can be extracted is extracted already, so a fee would drive agents away"),
        ("CremerMcLean", "Procurement", "bets are worked out for a sale; with suppliers it is not known how"),
        ("CremerMcLean", "Message", DirectReports),
        ("CremerMcLean", "Prior", JointTypes),
        ("CremerMcLean", "HistogramPrior", JointTypes),
        ("CremerMcLean", "DiscretePrior", JointTypes),
        ("CremerMcLean", "PriorFromFile", JointTypes),
        ("Optimal", "Efficient", OneGoal),
        ("Optimal", "RevenueOptimal", OneGoal),
        ("Optimal", "SecondBest", OneGoal),
        ("Optimal", "CremerMcLean", OneGoal),
        ("Optimal", "PayAsBid", NoGoal),
        ("Optimal", "AllPay", NoGoal),
        ("Optimal", "PostedPrice", NoGoal),
        ("Optimal", "Reserve", OptimalReserve),
        ("Optimal", "EntryFee", OptimalPayments),
        ("Optimal", "Procurement", "programs are written for a sale; a purchase with suppliers is [RevenueOptimal]"),
        ("Optimal", "Message", DirectReports),
        ("Optimal", "DAgva", OptimalPayments),
        ("Optimal", "ExpectedExternality", OptimalPayments),
        ("Optimal", "Rebalanced", OptimalPayments + "; ExPostBudgetBalanced among the promises balances them"),
        ("Optimal", "BalancedGroves", OptimalPayments),
        ("Optimal", "IndividuallyRationalVcg", OptimalPayments),
        ("Optimal", "PriorFromFile", "a program is exact for the stated distribution, and what a sample says is not exact; [RevenueOptimal] learns from data"),
        ("RevenueOptimal", "Reserve", OptimalReserve),
        ("RevenueOptimal", "EntryFee", "optimal payments leave the lowest type nothing, so a fee would drive it away"),
        ("PostedPrice", "Reserve", "the posted price is already the limit of service"),
        ("AllPay", "Procurement", "a supplier that is not served bears no cost to be paid for"),
        ("Agents", "Agent", "named agents are as many as their names"),
        ("Agents", "Supplier", "named suppliers are as many as their names"),
        ("Suppliers", "Supplier", "suppliers are either named or alike"),
        ("Sellers", "Seller", "the agents of an exchange are either named or alike"),
        ("Sellers", "Buyer", "the agents of an exchange are either named or alike"),
        ("Buyers", "Seller", "the agents of an exchange are either named or alike"),
        ("Buyers", "Buyer", "the agents of an exchange are either named or alike"),
    ];

    public static void Run(Draft draft)
    {
        foreach (var (first, second, because) in Pairs)
        {
            if (draft.First(first) is { } one && draft.First(second) is { } other)
            {
                var (earlier, later) = one.Index < other.Index ? (one, other) : (other, one);
                draft.Report(Rule.AttributesExclude, later.Place, [later.Name, earlier.Name, because], new FixProperty(FixData.Other, earlier.Name));
            }
        }

        foreach (var stated in draft.All("Agent").Where(agent => agent.Attribute.TypeArgument is not null && draft.Has("CremerMcLean")))
        {
            draft.Report(Rule.AttributesExclude, stated.Place, [stated.Name, "CremerMcLean", JointTypes], new FixProperty(FixData.Other, "CremerMcLean"));
        }

        // [Suppliers] and [Suppliers<T>] are two attributes to C#.
        foreach (var repeated in new[] { "Suppliers", "Sellers", "Buyers" }.SelectMany(name => draft.All(name).Skip(1)))
        {
            draft.Report(Rule.AttributesExclude, repeated.Place, [repeated.Name, repeated.Name, "the same question is answered twice"], new FixProperty(FixData.Other, repeated.Name));
        }
    }
}
