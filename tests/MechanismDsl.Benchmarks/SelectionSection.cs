using MechanismDsl.Kernels;

namespace MechanismDsl.Benchmarks;

/// <summary>One second-price auction against a bare read of its bids.</summary>
/// <remarks>
/// The bare read and the auction are used alike: one method call an auction that is not inlined, other bids in each call, the result (eight bytes of
/// sum, sixteen of sale) stored in an array. Small auctions overlap with their neighbours on both sides of the comparison.
/// </remarks>
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
        var sums = new double[auctions.Length];
        var sales = new Sale<double>[auctions.Length];
        List<Variant> variants =
        [
            new("SecondPrice.Run", () => EachSecondPrice(auctions, sales), target),
            new("sum, one register", () => EachPlainSum(auctions, sums)),
            new("scalar loop", () => EachLoop(auctions, sales)),
        ];
        if (linq)
        {
            variants.Add(new("LINQ", () => EachLinq(auctions, sales)));
        }

        return new(title, auctions.Length, new("bare read", () => EachSum(auctions, sums)), [.. variants]);
    }

    private static double EachSum(double[][] auctions, double[] sums)
    {
        for (var auction = 0; auction < auctions.Length; auction++)
        {
            sums[auction] = BareRead.Sum(auctions[auction]);
        }

        return sums[^1];
    }

    private static double EachPlainSum(double[][] auctions, double[] sums)
    {
        for (var auction = 0; auction < auctions.Length; auction++)
        {
            sums[auction] = BareRead.OneRegister(auctions[auction]);
        }

        return sums[^1];
    }

    // Loops instead of one with a delegate: an indirect call costs as much as a small auction.
    private static double EachSecondPrice(double[][] auctions, Sale<double>[] sales)
    {
        for (var auction = 0; auction < auctions.Length; auction++)
        {
            sales[auction] = SecondPrice.Run(auctions[auction], 50);
        }

        return sales[^1].Price;
    }

    private static double EachLoop(double[][] auctions, Sale<double>[] sales)
    {
        for (var auction = 0; auction < auctions.Length; auction++)
        {
            sales[auction] = Peers.Loop(auctions[auction], 50);
        }

        return sales[^1].Price;
    }

    private static double EachLinq(double[][] auctions, Sale<double>[] sales)
    {
        for (var auction = 0; auction < auctions.Length; auction++)
        {
            sales[auction] = Peers.Linq(auctions[auction], 50);
        }

        return sales[^1].Price;
    }
}
