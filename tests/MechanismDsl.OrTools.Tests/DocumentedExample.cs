using MechanismDsl.OrTools;

// Spectrum in 70 regions; money in cents. Bidder 0 wants the north as a whole, 1 and 2 a half each, 3 either of two single regions.
int[] north = [.. Enumerable.Range(0, 40)];
LargePackageBid[] bids =
[
    new(Bidder: 0, Goods: north, Value: 900_00),
    new(Bidder: 1, Goods: north[..20], Value: 500_00),
    new(Bidder: 2, Goods: north[20..], Value: 600_00),
    new(Bidder: 3, Goods: [39], Value: 150_00),
    new(Bidder: 3, Goods: [69], Value: 100_00),
];

var outcome = LargePackageAuction.Run(bids, goods: 70, bidders: 4, new SearchLimit(Nodes: 100_000, DeterministicTime: 10));

Console.WriteLine($"accepted bids: {string.Join(", ", outcome.Accepted)}; total {outcome.Total}, proved optimal: {outcome.IsOptimal}");
Console.WriteLine(outcome.Payments is { } payments ? $"payments: {string.Join(", ", payments)}" : outcome.WhyNoPayments);
