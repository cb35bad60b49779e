using System.Globalization;
using Spectre.Console;

namespace MechanismDsl.Examples;

[Mechanism, SingleItem, RevenueOptimal]
[Agent<Uniform>("North", 0, 12), Agent<Uniform>("South", 0, 18)]
public partial class TwoBuyers;

/// <summary>Myerson's optimal auction with two different buyers: the higher virtual value wins, not the higher bid.</summary>
internal static class TwoBuyersStop
{
    public static void Show()
    {
        Screen.Declaration("TwoBuyers.cs");
        Screen.Explanation(TwoBuyers.Explanation);

        var table = Screen.Table("North", "South", "winner", "North pays", "South pays");
        foreach (var (north, south) in (ReadOnlySpan<(double, double)>)[(4, 8), (2, 12), (6, 6), (9, 9), (8, 15)])
        {
            var sale = TwoBuyers.Run(north, south);
            table.AddRow(
                Screen.Number(north),
                Screen.Number(south),
                sale.IsSold ? sale.Winner == 0 ? "North" : "South" : "unsold",
                Screen.Number(sale.NorthPays),
                Screen.Number(sale.SouthPays));
        }

        AnsiConsole.Write(table);
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Expected revenue [bold]{Screen.Number(TwoBuyers.ExpectedRevenue)}[/]; reserves {Screen.Number(TwoBuyers.NorthReserve)} and {Screen.Number(TwoBuyers.SouthReserve)}.");
    }
}
