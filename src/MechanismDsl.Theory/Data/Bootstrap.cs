using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Data;

/// <summary>Where a reserve would have come to lie in other samples of the same kind.</summary>
/// <param name="Low">5 % of the resamples have a lower one.</param>
/// <param name="High">5 % of the resamples have a higher one.</param>
public sealed record ReserveRange(double Low, double High);

/// <summary>The percentile bootstrap (Efron 1979) of the empirical reserve, by whole auctions (the cluster bootstrap, Davison and Hinkley 1997).</summary>
public static class Bootstrap
{
    /// <summary>The number of resamples.</summary>
    public const int Resamples = 200;

    /// <summary>The seed of the generator: the result is a function of the sample alone.</summary>
    public const ulong Seed = 1981;

    /// <summary>Of the sorted reserves, this many lie outside at each end: 5 %.</summary>
    private const int Tail = Resamples / 20;

    /// <summary>
    /// Draws as many auctions (where they are unknown, values) as the sample has, with replacement, and takes the 10th smallest and the 10th
    /// largest of the 200 reserves.
    /// </summary>
    /// <exception cref="ArgumentException">The sample is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of the options is outside its domain.</exception>
    public static ReserveRange Of(BidSample sample, DataOptions options, CancellationToken cancellation = default)
    {
        SampleCheck.Require(sample, options);
        return Of(new TypeGrid(sample, options), sample, options.Side, cancellation);
    }

    internal static ReserveRange Of(TypeGrid grid, BidSample sample, Side side, CancellationToken cancellation)
    {
        var clusters = Clusters(grid, sample);
        var random = new SplitMix64(Seed);
        var reserves = new double[Resamples];
        for (var resample = 0; resample < Resamples; resample++)
        {
            cancellation.ThrowIfCancellationRequested();
            var counts = new int[grid.Types.Length];
            for (var draw = 0; draw < clusters.Length; draw++)
            {
                foreach (var entry in clusters[random.Below(clusters.Length)])
                {
                    counts[entry]++;
                }
            }

            reserves[resample] = EmpiricalReserve.TypeOf(grid, counts);
        }

        Array.Sort(reserves);
        var (low, high) = (reserves[Tail - 1], reserves[Resamples - Tail]);
        return side == Side.Buyer ? new ReserveRange(low, high) : new ReserveRange(-high + 0.0, -low + 0.0);
    }

    /// <summary>The grid entries of each auction, or of each value where the auctions are unknown.</summary>
    private static int[][] Clusters(TypeGrid grid, BidSample sample) =>
        sample.Auctions.Count == 0
            ? [.. grid.Entries.Select(entry => new[] { entry })]
            : [.. grid.Entries.Zip(sample.Auctions, (entry, auction) => (entry, auction))
                .GroupBy(pair => pair.auction, pair => pair.entry)
                .OrderBy(group => group.Key)
                .Select(group => group.ToArray())];

    /// <summary>SplitMix64 (Steele, Lea and Flood 2014): 64 random bits from a counter. The runtime's generator is banned inside a compiler.</summary>
    private sealed class SplitMix64(ulong state)
    {
        /// <summary>A number of 0 … limit − 1; the bias, below limit/2³², is far below what 200 resamples can show.</summary>
        public int Below(int limit)
        {
            state = unchecked(state + 0x9E3779B97F4A7C15);
            var bits = state;
            bits = unchecked((bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9);
            bits = unchecked((bits ^ (bits >> 27)) * 0x94D049BB133111EB);
            bits ^= bits >> 31;
            return (int)(((bits >> 32) * (ulong)limit) >> 32);
        }
    }
}
