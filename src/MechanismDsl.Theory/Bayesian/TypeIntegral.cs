using MathNet.Numerics.Integration;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>Expectations over one continuous type, as integrals over its probability: poles of a density do no harm there.</summary>
internal static class TypeIntegral
{
    /// <summary>Wanted relative error; the quantiles of some priors are good to about 1e-13, and more would be asking for noise.</summary>
    private const double Tolerance = 1e-11;

    /// <summary>The least exact that a panel is integrated.</summary>
    private const double LooseTolerance = 1e-4;

    /// <summary>Evaluations after which the error that is left is stated.</summary>
    private const int Budget = 100_000;

    /// <summary>Points of the Gauss–Legendre rule on a panel where a few digits are enough.</summary>
    private const int FewPoints = 20;

    private static readonly GaussLegendreRule _few = new(0, 1, FewPoints);

    /// <summary>E[f(T); from ≤ T &lt; to] for every component of f.</summary>
    /// <param name="prior">The distribution of T.</param>
    /// <param name="function">Fills one number a component; smooth between the kinks and breakpoints.</param>
    /// <param name="components">How many.</param>
    /// <param name="kinks">Types at which the function is not smooth.</param>
    /// <param name="from">The lowest type that counts.</param>
    /// <param name="cancellation">Looked at between refinements.</param>
    /// <param name="scale">
    /// What the whole is about, in units of the components: panels that add less to it are integrated the less exactly, because where hardly anything is left the noise of
    /// numeric inverses is most of it. 0: every panel to its own tolerance.
    /// </param>
    public static Amount[] Of(ContinuousPrior prior, Action<double, double[]> function, int components, IEnumerable<double> kinks, double from, CancellationToken cancellation, double scale = 0)
    {
        var sum = new TanhSinh(components, Budget, cancellation);
        foreach (var integrand in Panels(prior, function, components, kinks, from))
        {
            sum.Add(integrand, Math.Min(LooseTolerance, Tolerance * Math.Max(1, scale / Typical(integrand))));
        }

        return [.. Enumerable.Range(0, components).Select(component => Amount.Approximately(sum.Sum[component], sum.Error[component] + (1e-15 * sum.Magnitude[component])))];

        double Typical(UnitIntegrand integrand)
        {
            var values = new double[components];
            integrand(0.5, 0.5, values);
            var typical = values.Max(Math.Abs);
            return typical > 0 ? typical : double.PositiveInfinity;
        }
    }

    /// <summary>The same to a few digits, in a small part of the time and without an estimate of the error.</summary>
    public static double[] Roughly(ContinuousPrior prior, Action<double, double[]> function, int components, IEnumerable<double> kinks, double from)
    {
        var sums = new double[components];
        var values = new double[components];
        foreach (var integrand in Panels(prior, function, components, kinks, from))
        {
            for (var point = 0; point < FewPoints; point++)
            {
                var (at, weight) = (_few.GetAbscissa(point), _few.GetWeight(point));
                integrand(at, 1 - at, values);
                for (var component = 0; component < components; component++)
                {
                    sums[component] += weight * values[component];
                }
            }
        }

        return sums;
    }

    /// <summary>The parts of the support on which the function is smooth, each as an integrand over its probability.</summary>
    private static IEnumerable<UnitIntegrand> Panels(ContinuousPrior prior, Action<double, double[]> function, int components, IEnumerable<double> kinks, double from)
    {
        var low = Math.Max(from, prior.Lower);
        if (!(low < prior.Upper))
        {
            yield break;
        }

        double[] points = [low, .. kinks.Concat(prior.Breakpoints).Where(point => point > low && point < prior.Upper).Distinct().OrderBy(point => point), prior.Upper];
        var buffer = new double[components];
        for (var panel = 0; panel + 1 < points.Length; panel++)
        {
            var (first, last) = (points[panel], points[panel + 1]);
            var (below, above) = (prior.Cdf(first), prior.Survival(last));
            var mass = Ironing.Mass(prior, first, last);
            if (!(mass > 0))
            {
                continue;
            }

            yield return (left, right, values) =>
            {
                var probability = below + (mass * left);
                var type = probability < 0.5 ? prior.Quantile(probability) : prior.UpperQuantile(above + (mass * right));
                function(Math.Min(Math.Max(type, first), last), buffer);
                for (var component = 0; component < buffer.Length; component++)
                {
                    values[component] = mass * buffer[component];
                }
            };
        }
    }
}
