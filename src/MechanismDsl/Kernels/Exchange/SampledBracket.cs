namespace MechanismDsl.Kernels;

/// <summary>
/// A small bracket that is probably good. Let D(t) be the number of bids of at least t and S(t) that of costs of at most t: efficient trade ends where
/// D − S changes its sign, and a sample says between which reports it does, up to three standard deviations (Floyd and Rivest 1975).
/// </summary>
internal static class SampledBracket
{
    private const double Deviations = 3;

    /// <summary>The bracket; the parent itself if the sample does not narrow it.</summary>
    /// <param name="bids">The bids inside the parent.</param>
    /// <param name="costs">The costs inside the parent.</param>
    /// <param name="parent">A good bracket.</param>
    /// <param name="above">The number of bids above the parent.</param>
    /// <param name="below">The number of costs below the parent.</param>
    public static Bracket Around(ReadOnlySpan<double> bids, ReadOnlySpan<double> costs, Bracket parent, int above, int below)
    {
        using var bidMemory = new RunMemory<double>(Size(bids.Length));
        using var costMemory = new RunMemory<double>(Size(costs.Length));
        var bidSample = bidMemory.Span;
        var costSample = costMemory.Span;
        Fill(bidSample, bids);
        Fill(costSample, costs);

        // The standard deviation of an estimated share is at most 1/(2√size).
        var (perBid, perCost) = (Weight(bids.Length, bidSample.Length), Weight(costs.Length, costSample.Length));
        var margin = Deviations / 2 * Math.Sqrt((perBid * bids.Length) + (perCost * costs.Length));
        var (low, high) = (parent.Low, parent.High);
        var (bid, cost) = (0, 0);
        while (bid < bidSample.Length || cost < costSample.Length)
        {
            var isCost = bid == bidSample.Length || (cost < costSample.Length && costSample[cost] <= bidSample[bid]);
            var report = isCost ? costSample[cost] : bidSample[bid];
            var excess = above + (perBid * (bidSample.Length - bid)) - below - (perCost * (isCost ? cost + 1 : cost));
            if (excess >= margin)
            {
                low = report;
            }
            else if (excess <= -margin)
            {
                high = report;
                break;
            }

            _ = isCost ? cost++ : bid++;
        }

        return new(low, high);
    }

    /// <summary>Large enough that what the bracket keeps costs little beside the read that finds it, and small enough that sorting it does too.</summary>
    private static int Size(int reports) => Math.Min(reports, (int)(Math.Cbrt((double)reports * reports) / 4) + 16);

    private static double Weight(int reports, int size) => size == 0 ? 0 : (double)reports / size;

    private static void Fill(Span<double> sample, ReadOnlySpan<double> reports)
    {
        for (var index = 0; index < sample.Length; index++)
        {
            sample[index] = reports[(int)((long)index * reports.Length / sample.Length)];
        }

        sample.Sort();
    }
}
