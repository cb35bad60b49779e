using System.Globalization;
using Spectre.Console;

namespace MechanismDsl.Examples;

[Mechanism, SingleItem, Efficient, Agents(2), DiscretePrior([1, 2], [1, 1])]
[Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational)]
[Undominated(Performance.ExPostWelfare)]
public partial class Parlour;

/// <summary>
/// No truthful auction that all may leave is as good for everybody at every profile and better for somebody, the seller included (Börgers 2015, definition 7.17): the compiler
/// looks for one by an exact linear program, and would refuse the declaration with the place where it is better.
/// </summary>
internal static class ParlourStop
{
    public static void Show()
    {
        Screen.Declaration("Parlour.cs");
        Screen.Explanation(Parlour.Explanation);

        var table = Screen.Table("first", "second", "outcome");
        foreach (var (first, second) in new[] { (1, 1), (1, 2), (2, 1), (2, 2) })
        {
            table.AddRow(Screen.Number(first), Screen.Number(second), Screen.Words(Parlour.Run([first, second])));
        }

        AnsiConsole.Write(table);
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Expected revenue [bold]{Screen.Number(Parlour.ExpectedRevenue)}[/].");
    }
}
