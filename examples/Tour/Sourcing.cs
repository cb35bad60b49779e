using Spectre.Console;

namespace MechanismDsl.Examples;

[Mechanism, SingleItem, Procurement, RevenueOptimal, BuyerValue(1)]
[Suppliers<Uniform>(0, 1)]
public partial class Sourcing;

/// <summary>Procurement: the virtual cost of a uniform cost c is 2c, so a buyer who values the service at 1 pays at most 1/2.</summary>
internal static class SourcingStop
{
    public static void Show()
    {
        Screen.Declaration("Sourcing.cs");
        Screen.Explanation(Sourcing.Explanation);

        var table = Screen.Table("costs", "outcome");
        foreach (double[] costs in (double[][])[[.3, .4], [.3, .7], [.6, .7], [.2, .2]])
        {
            table.AddRow(Screen.Numbers(costs), Screen.Words(Sourcing.Run(costs), "supplier", "receives"));
        }

        AnsiConsole.Write(table);
    }
}
