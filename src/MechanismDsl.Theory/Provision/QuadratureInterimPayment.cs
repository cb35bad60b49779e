using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.Provision;

/// <summary>Interim payments of one of two agents with any continuous types, by quadrature.</summary>
internal sealed class QuadratureInterimPayment : InterimPayment
{
    /// <summary>The probability of types that are not distinguished from the end of a support without bounds.</summary>
    private const double HardlyAny = 1e-15;

    private readonly SmoothPieces _chances;

    /// <summary>Adds up what the expectations need.</summary>
    /// <param name="prior">The distribution of the agent's type.</param>
    /// <param name="chance">q, the probability that it is decided for given the type.</param>
    /// <param name="kinks">Types at which q is not smooth.</param>
    /// <param name="floor">The lowest threshold of the agent.</param>
    /// <param name="share">What the agent bears of the cost where it is decided for.</param>
    /// <param name="cancellation">Looked at between refinements.</param>
    public QuadratureInterimPayment(ContinuousPrior prior, Func<double, double> chance, IEnumerable<double> kinks, double floor, double share, CancellationToken cancellation)
        : base(share)
    {
        var from = double.IsInfinity(prior.Lower) ? Math.Max(floor, prior.Quantile(HardlyAny)) : prior.Lower;
        var to = double.IsInfinity(prior.Upper) ? prior.UpperQuantile(HardlyAny) : prior.Upper;
        Points = Apart(from, to, kinks.Concat(prior.Breakpoints));
        _chances = new SmoothPieces(chance, Points, cancellation);
        LeastRent = floor < prior.Lower ? (from - floor) * chance(from) : 0;

        // E[∫ q] = E[q·(1 − F)/f], by integration by parts.
        var means = TypeIntegral.Of(
            prior,
            (type, values) =>
            {
                var decided = _chances.At(type);
                values[1] = decided == 0 ? 0 : decided * prior.InverseHazard(type);
                values[0] = ((type - share) * decided) - values[1];
            },
            2,
            Points,
            double.NegativeInfinity,
            cancellation);
        var least = Amount.Approximately(LeastRent, 0);
        (Mean, MeanRent) = LeastRent == 0 ? (means[0], means[1]) : (means[0] - least, means[1] + least);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<double> Points { get; }

    /// <inheritdoc/>
    public override double LeastRent { get; }

    /// <inheritdoc/>
    public override Amount Mean { get; }

    /// <inheritdoc/>
    public override Amount MeanRent { get; }

    /// <inheritdoc/>
    protected override double Chance(double type) => _chances.At(type);

    /// <inheritdoc/>
    protected override double Rent(double type) => LeastRent + _chances.IntegralTo(type);
}
