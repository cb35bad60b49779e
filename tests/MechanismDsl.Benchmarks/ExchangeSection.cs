using MechanismDsl.Kernels;

namespace MechanismDsl.Benchmarks;

/// <summary>Exchanges of single units, with everybody's part in them, against one read of all reports.</summary>
internal static class ExchangeSection
{
    public static IEnumerable<Comparison> Comparisons()
    {
        foreach (var (size, target) in new (int, double?)[] { (1000, null), (100_000, 15), (1_000_000, 15) })
        {
            var draws = new Draws(60_000 + (ulong)size);
            yield return Compare($"exchange, {size} + {size} random reports", draws.Uniforms(size, 100), draws.Uniforms(size, 100), target, size <= 100_000);
        }

        var ties = new Draws(61_000);
        yield return Compare(
            "exchange, 1000000 + 1000000, three numbers",
            [.. ties.Uniforms(1_000_000, 3).Select(Math.Floor)],
            [.. ties.Uniforms(1_000_000, 3).Select(Math.Floor)],
            target: 15,
            sort: false);
    }

    private static Comparison Compare(string title, double[] bids, double[] costs, double? target, bool sort)
    {
        var (buys, sells) = (new bool[bids.Length], new bool[costs.Length]);
        List<Variant> variants =
        [
            new("UnitExchange.TradeReduction", () => UnitExchange.TradeReduction(bids, costs, buys, sells).BuyerPays, target),
            new("UnitExchange.Clarke", () => UnitExchange.Clarke(bids, costs, buys, sells).BuyerPays, target),
        ];
        if (sort)
        {
            variants.Add(new("Array.Sort of both sides", () => Sorted(bids, costs)));
        }

        return new(title, 1, new("bare read", () => BareRead.Sum(bids) + BareRead.Sum(costs)), [.. variants]);
    }

    /// <summary>The prices only, by sorting.</summary>
    private static double Sorted(double[] bids, double[] costs)
    {
        var (falling, rising) = ((double[])bids.Clone(), (double[])costs.Clone());
        Array.Sort(falling);
        Array.Reverse(falling);
        Array.Sort(rising);
        var pair = 0;
        while (pair < falling.Length && pair < rising.Length && falling[pair] >= rising[pair])
        {
            pair++;
        }

        return pair == 0 ? 0 : falling[pair - 1];
    }
}
