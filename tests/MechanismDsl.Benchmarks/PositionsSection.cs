using MechanismDsl.Kernels;

namespace MechanismDsl.Benchmarks;

/// <summary>Ten positions with all Clarke payments, against one read of the bids.</summary>
internal static class PositionsSection
{
    public static IEnumerable<Comparison> Comparisons()
    {
        foreach (var count in (int[])[1000, 100_000, 1_000_000])
        {
            var bids = new Draws(31_000).Uniforms(count, 100);
            double[] clicks = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
            var agents = new int[clicks.Length];
            var payments = new double[clicks.Length];
            yield return new(
                $"10 positions, {count} random bids",
                1,
                new("bare read", () => BareRead.Sum(bids)),
                new Variant("PositionAuction.Run", () => PositionAuction.Run(bids, clicks, 0, agents, payments) + payments[0], count == 1_000_000 ? 1.2 : null));
        }
    }
}
