using Fractions;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>The intervals between two types of an agent in which it has none. Without any, its types are connected.</summary>
internal static class TypeGaps
{
    /// <summary>The gaps, ascending: the last type below, the first one above, and the probability of that or more.</summary>
    public static IEnumerable<(Fraction Below, Fraction Above, Amount Chance)> Of(Prior types) => types is AtomicPrior finite ? OfFinite(finite) : OfContinuous(types);

    private static IEnumerable<(Fraction Below, Fraction Above, Amount Chance)> OfFinite(AtomicPrior types)
    {
        var chance = Fraction.One;
        for (var type = 0; type + 1 < types.Values.Count; type++)
        {
            chance -= types.ExactMasses[type];
            yield return (types.ExactValues[type], types.ExactValues[type + 1], Amount.Of(chance));
        }
    }

    /// <summary>A support changes its course at breakpoints only; neighbouring empty intervals are one gap.</summary>
    private static IEnumerable<(Fraction Below, Fraction Above, Amount Chance)> OfContinuous(Prior types)
    {
        List<double> points = [.. types.Breakpoints.Where(point => point >= types.Lower && point <= types.Upper)];
        for (var first = 0; first + 1 < points.Count; first++)
        {
            var last = first;
            while (last + 1 < points.Count && IsEmpty(types, points[last], points[last + 1]))
            {
                last++;
            }

            if (last > first)
            {
                yield return (Rationals.FromDecimal(points[first]), Rationals.FromDecimal(points[last]), Amount.Approximately(types.Survival(points[first]), 1e-15));
                first = last - 1;
            }
        }
    }

    private static bool IsEmpty(Prior types, double from, double to) => !(types.Survival(from) > types.Survival(to)) && !(types.Cdf(from) < types.Cdf(to));
}
