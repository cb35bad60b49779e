using System.Globalization;
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

// The payments balance at every profile; truth is a best reply to truth.
[Mechanism, Outcomes<Home>, Efficient, ExpectedExternality]
[Agent<UniformIntegers>("Alexa", 1, 9), Agent<UniformIntegers>("Siri", 1, 9)]
[Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, ExPostBudgetBalanced)]
public partial class HomeExternality
{
    [Value] static int Value(Home home, int type) => home == Home.SwimmingPool ? type + 5 : 2 * type;
}

public enum Plan
{
    Nothing,
    SwimmingPool,
    DanceStudio,
}

// Only Alexa may build, and staying as she is is worth 10 to her. With [ExpectedExternality] the promise of taking part is an error (MECH2001):
// types 1, 2, 3 and 4 of 'Alexa' expect 142/27, 172/27, 205/27 and 241/27, and staying away is worth 10.
[Mechanism, Outcomes<Plan>, Efficient, IndividuallyRationalVcg, Rebalanced]
[Agent<UniformIntegers>("Alexa", 1, 9, OutsideOption = 10), Agent<UniformIntegers>("Siri", 1, 9)]
[Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, ExPostBudgetBalanced)]
public partial class HomeRights
{
    [Value] static int Value(Plan plan, int type) => plan switch { Plan.Nothing => 0, Plan.SwimmingPool => type + 5, _ => 2 * type };
}

/// <summary>One outcome for all: who changes the choice pays what that costs the other; or the payments balance.</summary>
internal static class HomeImprovementStop
{
    public static void Show()
    {
        Screen.Declaration("HomeImprovement.cs");
        Screen.Explanation(HomeImprovement.Explanation);
        Screen.Explanation(HomeExternality.Explanation);
        Screen.Explanation(HomeRights.Explanation);

        var table = Screen.Table("Alexa", "Siri", "outcome", "Alexa pays Siri, balanced", "with her right to stay as she is");
        foreach (var (alexa, siri) in new[] { (9, 4), (4, 9), (5, 5), (1, 9) })
        {
            table.AddRow(
                Screen.Number(alexa),
                Screen.Number(siri),
                HomeImprovement.Run([alexa, siri]).ToString(),
                Amount(HomeExternality.Run(alexa, siri).AlexaPays),
                Amount(HomeRights.Run(alexa, siri).AlexaPays));
        }

        AnsiConsole.Write(table);
    }

    private static string Amount(double amount) => amount.ToString("0.0000", CultureInfo.InvariantCulture);
}
