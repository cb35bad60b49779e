using Spectre.Console;

namespace MechanismDsl.Examples;

[Mechanism, SingleItem, RevenueOptimal]
[PriorFromFile("banner-bids.csv", Column = "bid", HighestPer = ["auction", "bidder"])]
public partial class BannerAuction;

/// <summary>A reserve price from a file of bids, with what it would have earned on auctions it has not seen.</summary>
internal static class BannerStop
{
    public static void Show()
    {
        Screen.Declaration("BannerAuction.cs");
        Screen.Explanation(BannerAuction.Explanation);

        var table = Screen.Table("bids", "outcome");
        var reserve = BannerAuction.Reserve;
        foreach (double[] bids in (double[][])[[reserve * .9, reserve * .5], [reserve * 1.5, reserve * .5], [reserve * 1.5, reserve * 1.2]])
        {
            table.AddRow(Screen.Numbers(bids), Screen.Words(BannerAuction.Run(bids)));
        }

        AnsiConsole.Write(table);
    }
}
