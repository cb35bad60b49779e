using System.Numerics;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Data;

/// <summary>A price at which a sample would have been served one by one.</summary>
/// <param name="Price">The reserve of a buyer, the ceiling of a supplier.</param>
/// <param name="Share">Part of the sample that accepts the price, in [0, 1].</param>
/// <param name="Gain">Expected gain from one bidder: (price − seller's own value)·share, or (buyer's value − price)·share.</param>
public sealed record PostedPrice(double Price, double Share, double Gain);

/// <summary>The price that would have earned most from the sample if each of its bidders had come alone.</summary>
/// <remarks>
/// It is the monopoly price of the empirical distribution (Dhangwatnotai, Roughgarden and Yan 2015), and so the optimal reserve for alike
/// bidders with a regular prior (Myerson 1981), whatever their number.
/// </remarks>
public static class EmpiricalReserve
{
    /// <summary>
    /// The lowest price v of the sample that maximises (v − own value)·#{values ≥ v}; for suppliers the highest that maximises
    /// (own value − c)·#{costs ≤ c}. Compared in exact arithmetic. Where nobody in the sample is worth serving it is the own value.
    /// </summary>
    /// <exception cref="ArgumentException">The sample is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The platform's own value is not finite.</exception>
    public static PostedPrice Of(BidSample sample, DataOptions options)
    {
        SampleCheck.Require(sample, options);
        var grid = new TypeGrid(sample, options);
        return Of(grid, grid.Count(_ => true), options.Side);
    }

    internal static PostedPrice Of(TypeGrid grid, int[] counts, Side side)
    {
        var best = Best(grid, counts);
        var type = best < 0 ? grid.Cutoff : grid.Types[best];
        var accepting = best < 0 ? 0 : counts.Skip(best).Sum();
        var share = (double)accepting / counts.Sum();
        var price = side == Side.Buyer ? type : -type + 0.0;
        return new PostedPrice(price, share, (type - grid.Cutoff) * accepting / counts.Sum());
    }

    /// <summary>The lowest type that is an optimal reserve for these counts.</summary>
    internal static double TypeOf(TypeGrid grid, int[] counts)
    {
        var best = Best(grid, counts);
        return best < 0 ? grid.Cutoff : grid.Types[best];
    }

    /// <summary>Index of the lowest type that maximises margin·#{types ≥ it}; −1 if every type lies below the cutoff.</summary>
    private static int Best(TypeGrid grid, int[] counts)
    {
        // Twelve digits decide nearly every comparison; long numbers are multiplied only where these cannot tell.
        const double Certain = 1 - 1e-12;
        var best = -1;
        var most = BigInteger.Zero;
        var (roughlyMost, accepting) = (0.0, 0);
        for (var index = counts.Length - 1; index >= 0 && grid.Margins[index].Sign >= 0; index--)
        {
            if (counts[index] == 0)
            {
                continue;
            }

            accepting += counts[index];
            var roughly = grid.RoughMargins[index] * accepting;
            if (roughly < roughlyMost * Certain)
            {
                continue;
            }

            var gain = grid.Margins[index] * accepting;
            if (gain >= most)
            {
                (best, most, roughlyMost) = (index, gain, roughly);
            }
        }

        return best;
    }
}
