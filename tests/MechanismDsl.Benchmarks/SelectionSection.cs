using MechanismDsl.Kernels;

namespace MechanismDsl.Benchmarks;

/// <summary>One second-price auction against a bare read of its bids.</summary>
internal static class SelectionSection
{
    public static IEnumerable<Comparison> Comparisons()
    {
        foreach (var (agents, target) in new[] { (4, 1.3), (8, 1.3), (16, 1.3), (256, 1.6), (10_000, 1.2), (1_000_000, 1.1) })
        {
            yield return OfRandomBids(agents, target);
        }

        foreach (var agents in new[] { 10_000, 1_000_000 })
        {
            yield return OfSortedBids(agents, "ascending", Order.Ascending);
            yield return OfSortedBids(agents, "descending", Order.Descending);
            yield return OfSortedBids(agents, "two bids only", Order.Tied);
        }
    }

    private enum Order
    {
        Ascending,
        Descending,
        Tied,
    }

    private static Comparison OfRandomBids(int agents, double target)
    {
        // Several auctions in turn, so that branch prediction cannot learn one of them by heart; as many as stay in the first-level cache
        // for small auctions.
        var auctions = agents <= 16 ? 128 : agents <= 256 ? 12 : agents <= 10_000 ? 4 : 1;
        var draws = new Draws(20_000 + (ulong)agents);
        return Compare($"second price, {agents} random bids", Enumerable.Range(0, auctions).Select(_ => draws.Uniforms(agents, 100)).ToArray(), target, agents <= 10_000);
    }

    private static Comparison OfSortedBids(int agents, string name, Order order)
    {
        var bids = new Draws(30_000 + (ulong)agents).Uniforms(agents, 100);
        Array.Sort(bids);
        if (order == Order.Descending)
        {
            Array.Reverse(bids);
        }
        else if (order == Order.Tied)
        {
            bids = [.. new Draws(7).Uniforms(agents).Select(draw => draw < 0.5 ? 50.0 : 60.0)];
        }

        return Compare($"second price, {agents} bids, {name}", [bids], 1.5, linq: false);
    }

    private static Comparison Compare(string title, double[][] auctions, double target, bool linq)
    {
        List<Variant> variants =
        [
            new("SecondPrice.Run", () => EachSecondPrice(auctions), target),
            new("scalar loop", () => EachLoop(auctions)),
        ];
        if (linq)
        {
            variants.Add(new("LINQ", () => EachLinq(auctions)));
        }

        return new(title, auctions.Length, new("bare read", () => EachSum(auctions)), [.. variants]);
    }

    private static double EachSum(double[][] auctions)
    {
        var total = 0.0;
        foreach (var bids in auctions)
        {
            total += BareRead.Sum(bids);
        }

        return total;
    }

    // Three loops instead of one with a delegate: an indirect call costs as much as a small auction.
    private static double EachSecondPrice(double[][] auctions)
    {
        var total = 0.0;
        foreach (var bids in auctions)
        {
            var sale = SecondPrice.Run(bids, 50);
            total += sale.Price + sale.Winner;
        }

        return total;
    }

    private static double EachLoop(double[][] auctions)
    {
        var total = 0.0;
        foreach (var bids in auctions)
        {
            var sale = Peers.Loop(bids, 50);
            total += sale.Price + sale.Winner;
        }

        return total;
    }

    private static double EachLinq(double[][] auctions)
    {
        var total = 0.0;
        foreach (var bids in auctions)
        {
            var sale = Peers.Linq(bids, 50);
            total += sale.Price + sale.Winner;
        }

        return total;
    }
}
