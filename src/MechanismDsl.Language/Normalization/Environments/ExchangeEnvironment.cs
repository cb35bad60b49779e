using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary><c>[DoubleAuction]</c> and <c>[BilateralTrade]</c>: units of a good change hands between sellers and buyers.</summary>
internal static class ExchangeEnvironment
{
    private const string TwoSides = "the agents of an exchange stand on two sides: [Seller] and [Buyer], or [Sellers] and [Buyers]";

    public static readonly EnvironmentRow BilateralTrade = new("BilateralTrade", "one trade", static (draft, _) => Read(draft, EnvironmentName.BilateralTrade))
    {
        Deciding = ["Efficient", "SecondBest", "RevenueOptimal", "PostedPrice", "Optimal"],
        Companions = ["Seller", "Buyer", "Prior", "HistogramPrior", "DiscretePrior", "DAgva", "Rebalanced", "Types", "TypeRange", "JointPrior", "Beliefs"],
        Own = ["Seller", "Buyer", "SecondBest"],
        Without = ["Agent", "Agents"],
        Methods = [],
        WhyNot = static attribute => attribute switch
        {
            "TradeReduction" => "of one possible trade the reduction would leave none; it belongs to a [DoubleAuction]",
            "ExpectedExternality" => "the buyer would pay for the good, and the seller again for what its cost takes from the buyer; of a trade the payments of [DAgva] and [Rebalanced] are known",
            "Sellers" or "Buyers" => "one seller meets one buyer; more agents meet in a [DoubleAuction]",
            _ => WhyNot(attribute),
        },
    };

    public static readonly EnvironmentRow DoubleAuction = new("DoubleAuction", "exchange", static (draft, _) => Read(draft, EnvironmentName.DoubleAuction))
    {
        Deciding = ["Efficient", "SecondBest", "RevenueOptimal", "TradeReduction", "PostedPrice"],
        Companions = ["Seller", "Buyer", "Sellers", "Buyers", "Prior", "HistogramPrior", "DiscretePrior"],
        Own = ["Seller", "Buyer", "Sellers", "Buyers", "SecondBest", "TradeReduction"],
        Without = ["Agent", "Agents"],
        Methods = [],
        WhyNot = WhyNot,
    };

    private static string? WhyNot(string attribute) => attribute switch
    {
        "Agent" or "Agents" or "Supplier" or "Suppliers" => TwoSides,
        "Procurement" or "BuyerValue" or "SellerValue" => "the platform neither sells nor buys in an exchange, its agents do",
        "Reserve" or "EntryFee" => "the prices of an exchange follow from its rule alone; a fixed price is [PostedPrice]",
        "PayAsBid" or "AllPay" => "an exchange pays what its rule says; agents who pay or receive their own report would not report the truth",
        "CremerMcLean" => "its bets are worked out for a sale; [Optimal] with [JointPrior] finds the most for a trade",
        "Score" or "Allocation" or "Payment" or "Value" or "Groves" => "rules of one's own decide who is served, not who trades with whom",
        _ => null,
    };

    private static Theory.Problems.Environment Read(Draft draft, EnvironmentName name)
    {
        Exchanges.Check(draft);
        ProvisionCheck.RefuseMoney(draft, name.ToString());
        if (draft.First("Mechanism") is { } mechanism && mechanism.NumberOf("Ties") is { } ties && ties != (int)TieBreaking.LowestIndex)
        {
            draft.Report(Rule.AttributesExclude, mechanism.At("Ties"), "Mechanism", name.ToString(), "among equal reports of an exchange the lowest index trades");
        }

        return new(name, Kernel.SingleParameter, new UnitTrades(), Absence.TakesOwnGood, new Ownership.EachSeller(), new SocialCost.PerServed(0));
    }
}
