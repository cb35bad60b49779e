using Spectre.Console;

namespace MechanismDsl.Examples;

public enum Home
{
    SwimmingPool,
    DanceStudio,
}

[Mechanism, Outcomes<Home>, Efficient]
[Agent<UniformIntegers>("Alexa", 1, 9), Agent<UniformIntegers>("Siri", 1, 9)]
public partial class HomeImprovement
{
    [Value] static int Value(Home home, int type) => home == Home.SwimmingPool ? type + 5 : 2 * type;
}

/// <summary>One outcome for all: who changes the choice pays what that costs the other.</summary>
internal static class HomeImprovementStop
{
    public static void Show()
    {
        Screen.Declaration("HomeImprovement.cs");
        Screen.Explanation(HomeImprovement.Explanation);

        var table = Screen.Table("Alexa", "Siri", "outcome");
        foreach (var (alexa, siri) in new[] { (9, 4), (4, 9), (5, 5), (1, 9) })
        {
            table.AddRow(Screen.Number(alexa), Screen.Number(siri), HomeImprovement.Run([alexa, siri]).ToString());
        }

        AnsiConsole.Write(table);
    }
}
