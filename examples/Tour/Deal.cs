using Spectre.Console;

namespace MechanismDsl.Examples;

[Mechanism, BilateralTrade, SecondBest, Rebalanced]
[Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)]
[Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, ExPostBudgetBalanced)]
public partial class Deal;

/// <summary>
/// The trades of the second best, and payments that balance at every profile instead of in expectation: every type expects what it did, and truth is a best reply
/// to truth instead of dominant (Börgers 2015, proposition 7.1).
/// </summary>
internal static class DealStop
{
    public static void Show()
    {
        Screen.Declaration("Deal.cs");
        Screen.Explanation(Deal.Explanation);

        var table = Screen.Table("cost", "bid", "traded", "buyer pays", "seller receives", "in the House: buyer pays", "seller receives");
        foreach (var (cost, bid) in new[] { (.25, 1), (.25, .75), (.25, .4), (.75, .5) })
        {
            var (deal, house) = (Deal.Run(cost, bid), House.Run(cost, bid));
            table.AddRow(
                Screen.Number(cost),
                Screen.Number(bid),
                deal.IsTraded ? "yes" : "no",
                Screen.Number(deal.BuyerPays),
                Screen.Number(deal.SellerReceives),
                Screen.Number(house.BuyerPays),
                Screen.Number(house.SellerReceives));
        }

        AnsiConsole.Write(table);
    }
}
