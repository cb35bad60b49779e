using Spectre.Console;

namespace MechanismDsl.Examples;

[Mechanism, Crowdfunding(1), PostedPrice(.5), Agents(3), Prior<Uniform>(0, 1)]
public partial class Album;

/// <summary>All or nothing: an album is recorded if two of three fans buy it at a half, and to buy exactly what is worth the price is a dominant strategy.</summary>
internal static class AlbumStop
{
    public static void Show()
    {
        Screen.Declaration("Album.cs");
        Screen.Explanation(Album.Explanation);

        var table = Screen.Table("values", "outcome");
        foreach (var values in new double[][] { [.9, .6, .2], [.9, .4, .2], [.5, .5, .5] })
        {
            table.AddRow(Screen.Numbers(values), Album.Run(values).ToString());
        }

        AnsiConsole.Write(table);
    }
}
