using Spectre.Console;

namespace MechanismDsl.Examples;

[Mechanism, SingleItem, Efficient]
public partial class Vickrey;

/// <summary>The second-price auction: the highest bid wins and pays the second-highest (Vickrey 1961).</summary>
internal static class VickreyStop
{
    public static void Show()
    {
        Screen.Declaration("Vickrey.cs");
        Screen.Explanation(Vickrey.Explanation);

        var table = Screen.Table("bids", "outcome");
        foreach (double[] bids in (double[][])[[10, 8, 6, 4], [3, 7, 7], [7], []])
        {
            table.AddRow(Screen.Numbers(bids), Screen.Words(Vickrey.Run(bids)));
        }

        AnsiConsole.Write(table);
    }
}
