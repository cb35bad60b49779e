using Spectre.Console;

namespace MechanismDsl.Examples;

[Mechanism, SingleItem]
public partial class SponsoredSearch
{
    [Score] static double Score([Between(0, 100)] double bid, [Between(.1, 1), Verified] double quality) => bid * quality;
}

/// <summary>A rule of one's own: the compiler proves that it is monotone and derives what the winner pays, the lowest bid whose score still wins.</summary>
internal static class SponsoredSearchStop
{
    public static void Show()
    {
        Screen.Declaration("SponsoredSearch.cs");
        Screen.Explanation(SponsoredSearch.Explanation);

        var table = Screen.Table("bids", "qualities", "scores", "outcome");
        SponsoredSearch.Report[][] auctions =
        [
            [new(4, .5), new(3, 1)],
            [new(10, .5), new(3, 1)],
            [new(10, .2), new(8, .2), new(1, .9)],
            [new(7, .4)],
        ];
        foreach (var ads in auctions)
        {
            table.AddRow(
                Screen.Numbers(ads.Select(ad => ad.Bid)),
                Screen.Numbers(ads.Select(ad => ad.Quality)),
                Screen.Numbers(ads.Select(ad => ad.Bid * ad.Quality)),
                Screen.Words(SponsoredSearch.Run(ads), "advertiser"));
        }

        AnsiConsole.Write(table);
    }
}
