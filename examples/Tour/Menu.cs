using System.Globalization;
using Spectre.Console;

namespace MechanismDsl.Examples;

/// <summary>What a guest can get.</summary>
public enum Meal
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>The soup alone.</summary>
    Soup,

    /// <summary>The roast alone.</summary>
    Roast,

    /// <summary>Both.</summary>
    Both,
}

[Mechanism, Outcomes<Meal>, Optimal(Objective.Revenue), Agents(1)]
[Prior<UniformIntegers>(0, 3)]
public partial class Menu
{
    // The soup is worth 1 or 2 to a guest and the roast 1 or 3, all four types alike.
    [Value]
    static int Value(Meal meal, int type) =>
        (meal == Meal.Soup || meal == Meal.Both ? type >= 2 ? 2 : 1 : 0) + (meal == Meal.Roast || meal == Meal.Both ? type % 2 == 1 ? 3 : 1 : 0);
}

/// <summary>The best of all mechanisms, lotteries included: no prices of dishes and menus earn as much (Conitzer and Sandholm 2002; Thanassoulis 2004).</summary>
internal static class MenuStop
{
    public static void Show()
    {
        Screen.Declaration("Menu.cs");
        Screen.Explanation(Menu.Explanation);

        var table = Screen.Table("type", "soup alone", "roast alone", "both", "pays");
        for (var type = 0; type < 4; type++)
        {
            var lottery = Menu.Run([type]);
            table.AddRow(
                Screen.Number(type),
                Screen.Number(lottery.Probability(Meal.Soup)),
                Screen.Number(lottery.Probability(Meal.Roast)),
                Screen.Number(lottery.Probability(Meal.Both)),
                Screen.Number(lottery.Payments[0]));
        }

        AnsiConsole.Write(table);
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Expected revenue [bold]{Menu.ExactRevenue}[/]; the best prices earn 5/2.");
    }
}
