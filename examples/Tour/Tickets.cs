using Spectre.Console;

namespace MechanismDsl.Examples;

[Mechanism, IdenticalItems(2), RevenueOptimal]
[Prior<Uniform>(0, 1)]
public partial class Tickets;

/// <summary>Two seats for many buyers: the best virtual values are served, and all of them pay the best bid that is not, or the reserve (Myerson 1981).</summary>
internal static class TicketsStop
{
    public static void Show()
    {
        Screen.Declaration("Tickets.cs");
        Screen.Explanation(Tickets.Explanation);

        var table = Screen.Table("bids", "outcome (agent: items at payment)");
        foreach (var bids in new double[][] { [.9, .7, .6], [.9, .7, .4], [.8, .3], [.6, .6, .6], [.2] })
        {
            table.AddRow(Screen.Numbers(bids), Tickets.Run(bids).ToString());
        }

        AnsiConsole.Write(table);
    }
}
