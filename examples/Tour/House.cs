using Spectre.Console;

namespace MechanismDsl.Examples;

[Mechanism, BilateralTrade, SecondBest]
[Seller<Uniform>(0, 1), Buyer<Uniform>(0, 1)]
[Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, ExAnteBudgetBalanced)]
public partial class House;

/// <summary>
/// Myerson and Satterthwaite (1983): no efficient trade is truthful, voluntary and without money from outside. With <c>[Efficient]</c> these guarantees are an
/// error that says what is missing (1/6) and what comes nearest: this mechanism, which keeps 27/32 of the gains.
/// </summary>
internal static class HouseStop
{
    public static void Show()
    {
        Screen.Declaration("House.cs");
        Screen.Explanation(House.Explanation);

        var table = Screen.Table("cost", "bid", "traded", "buyer pays", "seller receives");
        foreach (var (cost, bid) in new[] { (.25, 1), (.25, .75), (.25, .5), (.25, .4), (.5, .25) })
        {
            var trade = House.Run(cost, bid);
            table.AddRow(Screen.Number(cost), Screen.Number(bid), trade.IsTraded ? "yes" : "no", Screen.Number(trade.BuyerPays), Screen.Number(trade.SellerReceives));
        }

        AnsiConsole.Write(table);
    }
}
