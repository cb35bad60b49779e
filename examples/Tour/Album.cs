using Spectre.Console;

namespace MechanismDsl.Examples;

[Mechanism, Crowdfunding(1), PostedPrice(.5), Agents(3), Prior<Uniform>(0, 1)]
public partial class Album;

/// <summary>The same cost at equal shares, for the largest group to each of whom it is worth one: the payments are exactly the cost.</summary>
[Mechanism, Crowdfunding(1), CostSharing, Money<decimal>]
public partial class SharedAlbum;

/// <summary>All or nothing: an album is recorded if two of three fans buy it at a half, and to buy exactly what is worth the price is a dominant strategy.</summary>
internal static class AlbumStop
{
    public static void Show()
    {
        Screen.Declaration("Album.cs");
        Screen.Explanation(Album.Explanation);

        var table = Screen.Table("values", "at a half", "at equal shares");
        foreach (var values in new double[][] { [.9, .6, .2], [.9, .4, .2], [.5, .5, .5], [.4, .4, .4] })
        {
            table.AddRow(Screen.Numbers(values), Album.Run(values).ToString(), SharedAlbum.Run([.. values.Select(value => (decimal)value)]).ToString());
        }

        AnsiConsole.Write(table);
    }
}
