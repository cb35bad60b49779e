using System.Globalization;
using Spectre.Console;

namespace MechanismDsl.Examples;

[Mechanism(Ties = TieRule.Shared), SingleItem, CremerMcLean]
[Types(1, 2, 3), JointPrior(4, 2, 1,  2, 2, 2,  1, 2, 4)]
public partial class CorrelatedSale;

/// <summary>Values that tell something about each other: bets on the other's value take the whole surplus (Crémer and McLean 1988).</summary>
internal static class CorrelatedSaleStop
{
    public static void Show()
    {
        Screen.Declaration("CorrelatedSale.cs");
        Screen.Explanation(CorrelatedSale.Explanation);

        var table = Screen.Table("first", "second", "chances", "first pays", "second pays");
        for (var first = 1; first <= 3; first++)
        {
            for (var second = 1; second <= 3; second++)
            {
                var sale = CorrelatedSale.Run([first, second]);
                table.AddRow(
                    Screen.Number(first),
                    Screen.Number(second),
                    Screen.Numbers(sale[0].Probability, sale[1].Probability),
                    Screen.Number(sale[0].Payment),
                    Screen.Number(sale[1].Payment));
            }
        }

        AnsiConsole.Write(table);
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Expected revenue [bold]{Screen.Number(CorrelatedSale.ExpectedRevenue)}[/]: all that there is.");
    }
}
