using Spectre.Console;

namespace MechanismDsl.Examples;

[Mechanism, DoubleAuction, TradeReduction]
public partial class GrainMarket;

/// <summary>
/// McAfee (1992): an exchange that is truthful on both sides and needs no money. Where the reports of the first pair that does not trade give a price
/// that all accept, nothing is lost; otherwise the least valuable trade is.
/// </summary>
internal static class GrainMarketStop
{
    public static void Show()
    {
        Screen.Declaration("GrainMarket.cs");
        Screen.Explanation(GrainMarket.Explanation);

        var table = Screen.Table("bids", "costs", "outcome", "kept by the market");
        foreach (var (bids, costs) in new (double[], double[])[] { ([9, 7, 5, 2], [1, 3, 6, 8]), ([10, 9, 8], [1, 2, 3]), ([6, 6], [6, 6]), ([5], [3]), ([3], [5]) })
        {
            var outcome = GrainMarket.Run(bids, costs);
            table.AddRow(Screen.Numbers(bids), Screen.Numbers(costs), outcome.ToString(), Screen.Number(-outcome.Clearing.Subsidy + 0.0));
        }

        AnsiConsole.Write(table);
    }
}
