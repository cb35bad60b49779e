using System.Globalization;
using Spectre.Console;

namespace MechanismDsl.Examples;

[Mechanism, SingleItem, CremerMcLean, Agent("Anne"), Agent("Bert"), Types(1, 2)]
[Beliefs(2, 1, 1, 2)]
public partial class Antique;

/// <summary>
/// Each type thinks its own value twice as likely for the other. The compiler finds the prior that these beliefs come from (Harsanyi 1967); beliefs that come from none
/// are an error that shows a bet from which every type expects to gain.
/// </summary>
internal static class AntiqueStop
{
    public static void Show()
    {
        Screen.Declaration("Antique.cs");
        Screen.Explanation(Antique.Explanation);

        var table = Screen.Table("Anne", "Bert", "Anne's chance", "Anne pays", "Bert pays");
        foreach (var (anne, bert) in new[] { (1, 1), (1, 2), (2, 1), (2, 2) })
        {
            var sale = Antique.Run(anne, bert);
            table.AddRow(Screen.Number(anne), Screen.Number(bert), Screen.Number(sale.AnneChance), Screen.Number(sale.AnnePays), Screen.Number(sale.BertPays));
        }

        AnsiConsole.Write(table);
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"Expected revenue [bold]{Screen.Number(Antique.ExpectedRevenue)}[/], all that the antique is worth.");
    }
}
