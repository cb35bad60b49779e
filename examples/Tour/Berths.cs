using Spectre.Console;

namespace MechanismDsl.Examples;

public enum Berth
{
    Quay,
    Pier,
}

[Mechanism, Assignment<Berth>, Efficient]
public partial class Berths;

/// <summary>Different items, one for each agent at most: the assignment that is worth most, and what each presence costs the others.</summary>
internal static class BerthsStop
{
    public static void Show()
    {
        Screen.Declaration("Berths.cs");
        Screen.Explanation(Berths.Explanation);

        var table = Screen.Table("values (quay, pier)", "outcome");
        foreach (var ships in new Berths.Report[][] { [new(5, 2), new(4, 3), new(1, 1)], [new(8, 7)], [new(4, 4), new(4, 4), new(4, 4)] })
        {
            table.AddRow(string.Join("  ", ships.Select(ship => $"({Screen.Numbers(ship.Quay, ship.Pier)})")), Berths.Run(ships).ToString());
        }

        AnsiConsole.Write(table);
    }
}
