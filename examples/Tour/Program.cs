// A tour of the language: each stop shows a declaration, what the compiler made of it, and real auctions run with it.
// `dotnet run --project examples/Tour` shows all stops; `dotnet run --project examples/Tour -- bimodal` shows one.
using System.Globalization;
using MechanismDsl.Examples;
using Spectre.Console;

IReadOnlyList<Stop> stops =
[
    new("vickrey", "Vickrey's auction", VickreyStop.Show),
    new("two-buyers", "Two different buyers, the most revenue", TwoBuyersStop.Show),
    new("bimodal", "A market of two crowds, ironed", BimodalStop.Show),
    new("sourcing", "Buying from the cheapest supplier", SourcingStop.Show),
    new("banner", "A reserve price from last month's bids", BannerStop.Show),
    new("sponsored", "A score of one's own, proved monotone", SponsoredSearchStop.Show),
    new("tickets", "Several seats, the most revenue", TicketsStop.Show),
    new("link", "A capacity for agents of different sizes", LinkStop.Show),
    new("permits", "Several permits an agent", PermitsStop.Show),
    new("water", "Any amount up to a cap", WaterStop.Show),
    new("slots", "Slots with clicks, truthful", AdSlotsStop.Show),
    new("buyout", "Two owners part, and both agree", BuyoutStop.Show),
    new("album", "All or nothing", AlbumStop.Show),
    new("tax", "A tax for the worst-off", IncomeTaxStop.Show),
    new("grain", "An exchange that needs no money", GrainMarketStop.Show),
    new("house", "The best trade that needs no money", HouseStop.Show),
    new("deal", "The best trade, balanced at every profile", DealStop.Show),
    new("home", "One outcome for all", HomeImprovementStop.Show),
    new("renovation", "Two ways to balance, one to decide", RenovationStop.Show),
    new("berths", "Who gets which", BerthsStop.Show),
    new("correlated", "Values that tell something about each other", CorrelatedSaleStop.Show),
    new("antique", "Beliefs, and the prior behind them", AntiqueStop.Show),
    new("menu", "The best of all mechanisms, found by the compiler", MenuStop.Show),
    new("locket", "A goal of one's own", LocketStop.Show),
    new("parlour", "An auction that no other one dominates", ParlourStop.Show),
    new("estate", "Several goods, the most revenue", EstateStop.Show),
    new("rooms", "A decision of one's own, and the payments for it", RoomsStop.Show),
    new("licences", "Goods that belong together", LicencesStop.Show),
];

var chosen = args.Length == 0 ? stops : [.. stops.Where(stop => args.Contains(stop.Name, StringComparer.OrdinalIgnoreCase))];
if (chosen.Count == 0)
{
    AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]No stop is called {string.Join(", ", args)}.[/] The stops are: {string.Join(", ", stops.Select(stop => stop.Name))}.");
    return 1;
}

foreach (var stop in chosen)
{
    AnsiConsole.Write(new Rule($"[bold yellow]{stop.Title}[/]").LeftJustified());
    stop.Show();
    AnsiConsole.WriteLine();
}

return 0;

internal sealed record Stop(string Name, string Title, Action Show);
