using Spectre.Console;

namespace MechanismDsl.Examples;

[Mechanism, Taxation(TaxObjective.Rawlsian), DiscretePrior([1, 2, 3], [1, 1, 1])]
public partial class IncomeTax;

/// <summary>Mirrlees (1971) without income effects: a tax for the worst-off, where only the taxpayers know their skills. Exact: 419/210 is handed back to everybody.</summary>
internal static class IncomeTaxStop
{
    public static void Show()
    {
        Screen.Declaration("IncomeTax.cs");
        Screen.Explanation(IncomeTax.Explanation);

        var table = Screen.Table("skill", "output", "consumption", "tax", "marginal tax");
        foreach (var skill in new[] { 1.0, 1.5, 2, 3 })
        {
            var person = IncomeTax.Run(skill);
            table.AddRow(Screen.Number(skill), Screen.Number(person.Output), Screen.Number(person.Consumption), Screen.Number(person.Tax), Screen.Number(person.MarginalTax));
        }

        AnsiConsole.Write(table);
    }
}
