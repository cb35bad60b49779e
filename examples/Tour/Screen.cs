using System.Globalization;
using Spectre.Console;

namespace MechanismDsl.Examples;

/// <summary>How the tour puts declarations, explanations and outcomes on the terminal.</summary>
internal static class Screen
{
    /// <summary>Shows the declaration of a mechanism as it stands in its source file.</summary>
    public static void Declaration(string file)
    {
        using var source = new StreamReader(typeof(Screen).Assembly.GetManifestResourceStream(file)!);
        var lines = source.ReadToEnd().Split('\n')
            .SkipWhile(line => !line.StartsWith("[Mechanism", StringComparison.Ordinal))
            .TakeWhile(line => line.Trim().Length > 0);
        AnsiConsole.Write(new Panel(new Text(string.Join('\n', lines).TrimEnd())).Header("declared").BorderColor(Color.Grey));
    }

    /// <summary>Shows what the compiler says of the mechanism.</summary>
    public static void Explanation(string text) =>
        AnsiConsole.Write(new Panel(new Text(text.TrimEnd())).Header("what the compiler made of it").BorderColor(Color.Green));

    /// <summary>A table with the given columns.</summary>
    public static Table Table(params string[] columns)
    {
        var table = new Table().RoundedBorder();
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column)));
        }

        return table;
    }

    /// <summary>A number as the tables show it.</summary>
    public static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>Several numbers, separated by commas.</summary>
    public static string Numbers(params IEnumerable<double> values) => string.Join(", ", values.Select(Number));

    /// <summary>A sale in words.</summary>
    public static string Words(Sale<double> sale, string agent = "bidder", string verb = "pays") =>
        sale.IsSold ? $"{agent} {sale.Winner} {verb} {Number(sale.Price)}" : "unsold";
}
