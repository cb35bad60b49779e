using MechanismDsl.Kernels;
using Spectre.Console;

namespace MechanismDsl.Examples;

public enum Region
{
    North,
    South,
}

[Mechanism, Packages<Region>, Efficient]
public partial class Licences;

/// <summary>The same goods at payments in the core: no group of bidders would offer the seller more.</summary>
[Mechanism, Packages<Region>, CoreSelecting, Money<decimal>]
public partial class CoreLicences;

/// <summary>Bids of one bidder can be accepted together, where they share no good.</summary>
[Mechanism, Packages<Region>, Or, Efficient]
public partial class Parcels;

/// <summary>The same goods for bidders that want one package each, by the greedy choice: no search, and truthful with its own critical values.</summary>
[Mechanism, Packages<Region>, SingleMinded(Greedy = true), Efficient, Money<decimal>]
public partial class GreedyLicences;

/// <summary>Goods that are worth more together: bids for packages, all or nothing, with Clarke payments.</summary>
internal static class LicencesStop
{
    private const uint Both = Licences.Goods.North | Licences.Goods.South;

    public static void Show()
    {
        Screen.Declaration("Licences.cs");
        Screen.Explanation(Licences.Explanation);

        var table = Screen.Table("bids", "Clarke payments", "core payments");
        foreach (var bids in new PackageBid[][]
        {
            [new(0, Both, 10), new(1, Licences.Goods.North, 6), new(2, Licences.Goods.South, 6)],
            [new(0, Both, 10), new(1, Licences.Goods.North, 8), new(2, Licences.Goods.South, 8)],
            [new(0, Both, 10), new(1, Licences.Goods.North, 6)],
            [new(0, Licences.Goods.North, 3), new(0, Both, 4), new(1, Licences.Goods.South, 2)],
        })
        {
            table.AddRow(string.Join("; ", bids.Select(bid => $"{bid.Bidder}: {Screen.Number(bid.Value)} for {Words(bid.Goods)}")), Licences.Run(bids, bidders: 3).ToString(), CoreLicences.Run([.. bids.Select(Exact)], bidders: 3).ToString());
        }

        AnsiConsole.Write(table);
        AnsiConsole.WriteLine("One package each, by the greedy choice: " + GreedyLicences.Run([new(0, Both, 10), new(1, Licences.Goods.North, 6), new(2, Licences.Goods.South, 6)], bidders: 3));
        AnsiConsole.WriteLine("Bids that can be accepted together: " + Parcels.Run([new(0, Parcels.Goods.North, 8), new(0, Parcels.Goods.South, 5), new(1, Both, 10)], bidders: 2));
        AnsiConsole.WriteLine("Why: " + Licences.Explain([new(0, Both, 10), new(1, Licences.Goods.North, 6), new(2, Licences.Goods.South, 6)], bidders: 3, agent: 1));
    }

    private static PackageBid<decimal> Exact(PackageBid bid) => new(bid.Bidder, bid.Goods, (decimal)bid.Value);

    private static string Words(uint goods) => goods == Both ? "both" : goods == Licences.Goods.North ? "North" : "South";
}
