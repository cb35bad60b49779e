using Spectre.Console;

namespace MechanismDsl.Examples;

[Mechanism, Knapsack(10), Efficient]
[Agent("Video", Size = 8), Agent("Voice", Size = 5), Agent("Mail", Size = 5)]
public partial class Link;

/// <summary>A capacity that agents of different sizes share: the set that is worth most, and what each agent displaces.</summary>
internal static class LinkStop
{
    public static void Show()
    {
        Screen.Declaration("Link.cs");
        Screen.Explanation(Link.Explanation);

        var table = Screen.Table("video, voice, mail", "outcome");
        foreach (var bids in new double[][] { [9, 5, 5], [11, 5, 5], [12, 0, 4], [6, 6, 0] })
        {
            table.AddRow(Screen.Numbers(bids), Link.Run(bids).ToString());
        }

        AnsiConsole.Write(table);
    }
}
