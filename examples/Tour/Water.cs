using Spectre.Console;

namespace MechanismDsl.Examples;

[Mechanism, Divisible(100), Efficient]
public partial class Water;

/// <summary>A divisible good for agents who want any amount up to a cap: an amount costs what the others would pay for it.</summary>
internal static class WaterStop
{
    public static void Show()
    {
        Screen.Declaration("Water.cs");
        Screen.Explanation(Water.Explanation);

        var table = Screen.Table("value of a unit and cap", "outcome");
        foreach (var demands in new Demand<double>[][] { [new(5, 60), new(3, 80), new(2, 30)], [new(5, 60), new(3, 30)], [new(4, 70), new(4, 70)] })
        {
            table.AddRow(string.Join("; ", demands.Select(demand => $"{Screen.Number(demand.Value)}, up to {Screen.Number(demand.Most)}")), Water.Run(demands).ToString());
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine("Why: " + Water.Explain([new(5, 60), new(3, 80), new(2, 30)], agent: 0));
    }
}
