using Spectre.Console;

namespace MechanismDsl.Examples;

[Mechanism, SingleItem, RevenueOptimal]
[HistogramPrior([0, 3, 8], [.75, .25])]
public partial class Bimodal;

/// <summary>Three quarters of the buyers value the good below 3, one quarter up to 8: the virtual value falls at 3 and is ironed.</summary>
internal static class BimodalStop
{
    public static void Show()
    {
        Screen.Declaration("Bimodal.cs");
        Screen.Explanation(Bimodal.Explanation);

        var revenue = Screen.Table("buyers", "expected revenue");
        for (var buyers = 1; buyers <= 5; buyers++)
        {
            revenue.AddRow($"{buyers}", Screen.Number(Bimodal.ExpectedRevenue(buyers)));
        }

        AnsiConsole.Write(revenue);

        var table = Screen.Table("bids", "outcome", "why");
        table.AddRow("1.9, 1", Screen.Words(Bimodal.Run([1.9, 1])), "below the reserve of 2");
        table.AddRow("3, 4", Screen.Words(Bimodal.Run([3, 4])), "both in the ironed block: a tie, the lowest index wins");
        table.AddRow("3, 5", Screen.Words(Bimodal.Run([3, 5])), "bidder 1 must leave the block to beat bidder 0");
        table.AddRow("5, 3", Screen.Words(Bimodal.Run([5, 3])), "bidder 0 wins the tie from the block's lower end on");
        AnsiConsole.Write(table);
    }
}
