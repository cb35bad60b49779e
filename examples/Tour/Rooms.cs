using System.Globalization;
using Spectre.Console;

namespace MechanismDsl.Examples;

/// <summary>The two rooms of an inn.</summary>
public enum Room
{
    /// <summary>Looks at the garden.</summary>
    Garden,

    /// <summary>Looks at the street.</summary>
    Street,
}

[Mechanism, Goods<Room>, Optimal(Objective.Revenue), Agents(1), DiscretePrior([1, 2], [1, 1])]
[Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational)]
public partial class Rooms
{
    // The guest gets the room it likes better, the garden where it likes both alike.
    [Decision]
    static void Assign(ReadOnlySpan<double> values, Span<int> owners)
    {
        owners[0] = values[0] >= values[1] ? 0 : -1;
        owners[1] = values[0] >= values[1] ? -1 : 0;
    }
}

/// <summary>
/// Who gets what is given, and payments are found: they exist because no cycle of types gains by each reporting the one before it (Rochet 1987), and they are as
/// high as truth and taking part allow.
/// </summary>
internal static class RoomsStop
{
    public static void Show()
    {
        Screen.Declaration("Rooms.cs");
        Screen.Explanation(Rooms.Explanation);

        var table = Screen.Table("garden", "street", "gets", "pays");
        foreach (var (garden, street) in new[] { (1, 1), (1, 2), (2, 1), (2, 2) })
        {
            var sale = Rooms.Run([new(garden, street)]);
            table.AddRow(
                Screen.Number(garden),
                Screen.Number(street),
                sale.Probability(agent: 0, good: (int)Room.Garden) > 0 ? "garden" : "street",
                Screen.Number(sale.Payments[0]));
        }

        AnsiConsole.Write(table);
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Expected revenue [bold]{Rooms.ExactRevenue}[/].");
    }
}
