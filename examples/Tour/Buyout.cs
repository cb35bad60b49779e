using Spectre.Console;

namespace MechanismDsl.Examples;

[Mechanism, Partnership(.5, .5), Efficient]
[Prior<Uniform>(0, 1), Guarantees(InterimIndividuallyRational, ExPostBudgetBalanced)]
public partial class Buyout;

/// <summary>
/// Cramton, Gibbons and Klemperer (1987): two owners part, the firm goes to whom it is worth more, nobody outside adds money, and both agree. With shares of .9
/// and .1 the same declaration does not compile (MECH3023).
/// </summary>
internal static class BuyoutStop
{
    public static void Show()
    {
        Screen.Declaration("Buyout.cs");
        Screen.Explanation(Buyout.Explanation);

        var table = Screen.Table("values", "owner", "payments");
        foreach (var values in new double[][] { [.4, .8], [.9, .2], [.5, .5], [0, 1] })
        {
            var outcome = Buyout.Run(values);
            table.AddRow(Screen.Numbers(values), Screen.Number(outcome.Owner), Screen.Numbers([.. outcome.Payments]));
        }

        AnsiConsole.Write(table);
    }
}
