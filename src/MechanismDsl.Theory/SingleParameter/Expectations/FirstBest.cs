using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.SingleParameter.Expectations;

/// <summary>Expected welfare of the efficient allocation, E[max(T₁ − c, …, Tₙ − c, 0)] = ∫_c^∞ (1 − Π Fᵢ) dt.</summary>
internal static class FirstBest
{
    /// <summary>The expectation and its estimated relative error; with c = −∞ the highest type itself, E[max Tᵢ].</summary>
    public static (double Value, double RelativeError) Of(IReadOnlyList<Prior> types, double cost, CancellationToken cancellation)
    {
        if (types.Any(prior => double.IsPositiveInfinity(prior.Mean)))
        {
            return (double.PositiveInfinity, 0);
        }

        var start = double.IsNegativeInfinity(cost) ? types.Max(prior => prior.Quantile(0.5)) : cost;
        var ends = new SortedSet<double>(types.SelectMany(prior => prior.Breakpoints).Concat(types.Select(prior => prior.Quantile(0.5)))) { start };
        var quadrature = new TanhSinh(1, cancellation: cancellation);
        var cuts = ends.ToList();
        for (var index = 0; index + 1 < cuts.Count; index++)
        {
            var (from, to) = (cuts[index], cuts[index + 1]);
            if (from >= start)
            {
                quadrature.Add((x, _, values) => values[0] = (to - from) * SomeoneAbove(types, from + ((to - from) * x)));
            }
            else if (double.IsNegativeInfinity(cost))
            {
                quadrature.Add((x, _, values) => values[0] = (from - to) * NobodyAbove(types, from + ((to - from) * x)));
            }
        }

        // The unbounded rest: t = end ± width·x/(1 − x).
        var highest = cuts[^1];
        if (types.Any(prior => prior.Upper > highest))
        {
            var width = types.Max(prior => prior.UpperQuantile(0.25) - prior.Quantile(0.25));
            quadrature.Add((x, rest, values) => values[0] = Stretched(SomeoneAbove(types, highest + (width * x / rest)), width, rest));
        }

        var lowest = cuts[0];
        if (double.IsNegativeInfinity(cost) && types.All(prior => double.IsNegativeInfinity(prior.Lower)))
        {
            var width = types.Min(prior => prior.UpperQuantile(0.25) - prior.Quantile(0.25));
            quadrature.Add((x, rest, values) => values[0] = -Stretched(NobodyAbove(types, lowest - (width * x / rest)), width, rest));
        }

        var origin = double.IsNegativeInfinity(cost) ? start : 0;
        var value = origin + quadrature.Sum[0];
        return (value, quadrature.Error[0] == 0 ? 0 : quadrature.Error[0] / Math.Max(Math.Abs(value), 1e-3 * quadrature.Magnitude[0]));
    }

    /// <summary>chance·width/rest², where rest² may underflow although the quotient does not.</summary>
    private static double Stretched(double chance, double width, double rest) => chance == 0 ? 0 : chance / rest * (width / rest);

    private static double SomeoneAbove(IReadOnlyList<Prior> types, double type)
    {
        var logarithm = 0.0;
        foreach (var prior in types)
        {
            var above = prior.Survival(type);
            if (above >= 1)
            {
                return 1;
            }

            logarithm += Chance.LogOneMinus(above);
        }

        return Chance.OneMinusExp(logarithm);
    }

    private static double NobodyAbove(IReadOnlyList<Prior> types, double type) =>
        types.Aggregate(1.0, (product, prior) => product * prior.Cdf(type));
}
