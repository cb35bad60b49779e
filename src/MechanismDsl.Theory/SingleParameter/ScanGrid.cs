using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.SingleParameter;

/// <summary>The types at which a virtual value is looked at between two neighbouring breakpoints.</summary>
internal static class ScanGrid
{
    /// <summary>Steps of equal probability.</summary>
    private const int MassSteps = 96;

    /// <summary>Steps of equal length.</summary>
    private const int LengthSteps = 64;

    /// <summary>Inner points of each interval of the grid that the steps make.</summary>
    private const int InnerPoints = 3;

    /// <summary>Decades by which the grid approaches an end: 13 leave a share of 1e-13.</summary>
    private const int Decades = 13;

    private const int StepsPerDecade = 4;

    /// <summary>Types strictly between the ends, increasing.</summary>
    public static List<double> Of(ContinuousPrior prior, double from, double to)
    {
        var above = double.IsNegativeInfinity(from) ? 1 : prior.Survival(from);
        var beyond = double.IsPositiveInfinity(to) ? 0 : prior.Survival(to);
        var types = new List<double>();
        for (var step = 1; step < MassSteps; step++)
        {
            types.Add(Quantile(prior, beyond + ((above - beyond) * step / MassSteps)));
        }

        var middle = types[MassSteps / 2];
        for (var step = 1; step <= Decades * StepsPerDecade; step++)
        {
            var share = Math.Pow(10, -(double)step / StepsPerDecade);
            types.Add(double.IsNegativeInfinity(from) ? prior.Quantile(share * (above - beyond)) : from + (share * (middle - from)));
            types.Add(double.IsPositiveInfinity(to) ? prior.UpperQuantile(share * (above - beyond)) : to - (share * (to - middle)));
        }

        var far = FarTail(prior, from, to).ToList();
        var (lowest, highest) = (types.Min(), types.Max());
        for (var step = 1; step < LengthSteps; step++)
        {
            types.Add(lowest + ((highest - lowest) * step / LengthSteps));
        }

        var sorted = types.Concat(far).Where(type => type > from && type < to).Distinct().OrderBy(type => type).ToList();
        var grid = new List<double>(sorted.Take(1));
        foreach (var (low, high) in sorted.Zip(sorted.Skip(1), (low, high) => (low, high)))
        {
            for (var point = 1; point <= InnerPoints; point++)
            {
                grid.Add(low + ((high - low) * point / (InnerPoints + 1)));
            }

            grid.Add(high);
        }

        return [.. grid.Distinct()];
    }

    /// <summary>
    /// Tails of an unbounded support down to where doubles end: a heavy tail may turn far out (lognormal virtual values with the scale σ
    /// fall up to about σ deviations), and the revenue there is not small.
    /// </summary>
    private static IEnumerable<double> FarTail(ContinuousPrior prior, double from, double to)
    {
        const double LastDecade = 290;
        const double Growth = 1.08;
        for (var decade = Decades * Growth; decade < LastDecade; decade *= Growth)
        {
            var share = Math.Pow(10, -decade);
            if (double.IsNegativeInfinity(from))
            {
                yield return prior.Quantile(share);
            }

            if (double.IsPositiveInfinity(to))
            {
                yield return prior.UpperQuantile(share);
            }
        }
    }

    /// <summary>The type above which a share of the mass lies, from the end that keeps more digits.</summary>
    private static double Quantile(ContinuousPrior prior, double tail) => tail > 0.5 ? prior.Quantile(1 - tail) : prior.UpperQuantile(tail);
}
