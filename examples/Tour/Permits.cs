using Spectre.Console;

namespace MechanismDsl.Examples;

[Mechanism, IdenticalItems(3), Decreasing(2), Efficient]
public partial class Permits;

/// <summary>Identical items for agents who want several: each pays what its items would be worth to the others.</summary>
internal static class PermitsStop
{
    public static void Show()
    {
        Screen.Declaration("Permits.cs");
        Screen.Explanation(Permits.Explanation);

        var table = Screen.Table("values of the first and the second permit", "outcome");
        foreach (var values in new double[][] { [10, 7, 8, 1, 5, 4], [10, 0, 8, 1, 5, 4], [6, 6, 6, 6] })
        {
            table.AddRow(string.Join("; ", values.Chunk(Permits.ValuesPerAgent).Select(own => string.Join(", ", own.Select(Screen.Number)))), Permits.Run(values).ToString());
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine("Why: " + Permits.Explain([10, 7, 8, 1, 5, 4], agent: 0));
    }
}
