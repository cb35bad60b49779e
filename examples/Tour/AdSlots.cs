using Spectre.Console;

namespace MechanismDsl.Examples;

[Mechanism, Positions(200, 100), Efficient]
public partial class AdSlots;

/// <summary>The same slots with reserves of their own: the first takes no bid below 5.</summary>
[Mechanism, Positions(200, 100, Reserves = [5, 1]), Efficient]
public partial class Mainline;

/// <summary>
/// Two slots with 200 and 100 clicks: truth is a dominant strategy because each agent pays for the clicks that the others lose by its presence (Edelman,
/// Ostrovsky and Schwarz 2007; Varian 2007). Generalised second prices would charge the first agent 800.
/// </summary>
internal static class AdSlotsStop
{
    public static void Show()
    {
        Screen.Declaration("AdSlots.cs");
        Screen.Explanation(AdSlots.Explanation);

        var table = Screen.Table("bids a click", "outcome (agent: slot for payment)", "with reserves 5 and 1");
        foreach (var bids in new double[][] { [10, 4, 2], [2, 10, 4], [10, 4], [5, 5, 5], [] })
        {
            table.AddRow(Screen.Numbers(bids), AdSlots.Run(bids).ToString(), Mainline.Run(bids).ToString());
        }

        AnsiConsole.Write(table);
    }
}
