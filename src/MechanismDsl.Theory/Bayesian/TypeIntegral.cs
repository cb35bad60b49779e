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
        var low = Math.Max(from, prior.Lower);
        if (!(low < prior.Upper))
        {
            return [.. Enumerable.Repeat(Amount.Approximately(0, 0), components)];
        }

        double[] points = [low, .. kinks.Concat(prior.Breakpoints).Where(point => point > low && point < prior.Upper).Distinct().OrderBy(point => point), prior.Upper];
        var sum = new TanhSinh(components, Budget, cancellation);
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

            sum.Add(Integrand, Math.Min(LooseTolerance, Tolerance * Math.Max(1, scale / Typical())));

            void Integrand(double left, double right, Span<double> values)
            {
                var probability = below + (mass * left);
                var type = probability < 0.5 ? prior.Quantile(probability) : prior.UpperQuantile(above + (mass * right));
                function(Math.Min(Math.Max(type, first), last), buffer);
                for (var component = 0; component < buffer.Length; component++)
                {
                    values[component] = mass * buffer[component];
                }
            }

            double Typical()
            {
                var values = new double[components];
                Integrand(0.5, 0.5, values);
                var typical = values.Max(Math.Abs);
                return typical > 0 ? typical : double.PositiveInfinity;
            }
        }

        return [.. Enumerable.Range(0, components).Select(component => Amount.Approximately(sum.Sum[component], sum.Error[component] + (1e-15 * sum.Magnitude[component])))];
    }
}
