using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors.Special;

namespace MechanismDsl.Theory.Priors;

/// <summary>
/// The normal distribution conditioned on [Low, High]; either end may be infinite. Tails are integrals of the density over what is left
/// of the interval, never differences of distribution functions, so that an interval far out in the tail keeps its digits.
/// </summary>
/// <param name="Location">Mean before truncation; finite.</param>
/// <param name="Deviation">Standard deviation before truncation; positive.</param>
/// <param name="Low">Lower end; −∞ for none.</param>
/// <param name="High">Upper end, above Low; +∞ for none.</param>
public sealed record TruncatedNormalPrior(
    double Location,
    double Deviation,
    double Low = double.NegativeInfinity,
    double High = double.PositiveInfinity) : ContinuousPrior
{
    /// <inheritdoc/>
    public override double Lower => Low;

    /// <inheritdoc/>
    public override double Upper => High;

    /// <inheritdoc/>
    public override double Mean
    {
        get
        {
            if (LowScore >= 0)
            {
                return Low + (Deviation * NormalInterval.FirstMoment(LowScore, Length) / NormalInterval.Mills(LowScore, Length));
            }

            return HighScore <= 0
                ? -Reflected.Mean
                : Location + (Deviation * (NormalTail.Density(LowScore) - NormalTail.Density(HighScore)) / Total);
        }
    }

    /// <inheritdoc/>
    public override double Cdf(double value) => value <= Low ? 0 : value >= High ? 1 : LowScore >= 0
        ? NormalInterval.Mills(LowScore, Distance(Low, value)) / NormalInterval.Mills(LowScore, Length)
        : HighScore <= 0 ? Reflected.Survival(-value)
        : NormalInterval.Mass(LowScore, Distance(Low, value), Score(value)) / Total;

    /// <inheritdoc/>
    public override double Survival(double value) => value <= Low ? 1 : value >= High ? 0 : LowScore >= 0
        ? Fall(value) * NormalInterval.Mills(Score(value), Distance(value, High)) / NormalInterval.Mills(LowScore, Length)
        : HighScore <= 0 ? Reflected.Cdf(-value)
        : NormalInterval.Mass(Score(value), Distance(value, High), HighScore) / Total;

    /// <inheritdoc/>
    /// <remarks>The root of ln F(v) = ln p by safeguarded Newton steps.</remarks>
    public override double Quantile(double probability)
    {
        if (probability <= 0)
        {
            return Low;
        }

        if (probability > 0.5)
        {
            return UpperQuantile(1 - probability);
        }

        return Root(
            value => new Jet(Math.Log(Cdf(value) / probability), 1 / InverseReverseHazard(value)),
            double.IsInfinity(Low) && double.IsInfinity(High) ? NormalTail.Quantile(probability) : double.NaN);
    }

    /// <inheritdoc/>
    public override double UpperQuantile(double tail)
    {
        if (tail <= 0)
        {
            return High;
        }

        if (tail > 0.5)
        {
            return tail >= 1 ? Low : Quantile(1 - tail);
        }

        return Root(
            value => new Jet(Math.Log(tail / Survival(value)), 1 / InverseHazard(value)),
            double.IsInfinity(Low) && double.IsInfinity(High) ? NormalTail.UpperQuantile(tail) : double.NaN);
    }

    /// <inheritdoc/>
    public override double Density(double value) => value < Low || value > High || double.IsInfinity(value) ? 0 : LowScore >= 0
        ? Fall(value) / (Deviation * NormalInterval.Mills(LowScore, Length))
        : HighScore <= 0 ? Reflected.Density(-value)
        : NormalTail.Density(Score(value)) / (Deviation * Total);

    /// <inheritdoc/>
    public override double InverseHazard(double value) => value < Low ? double.PositiveInfinity : value >= High ? 0
        : Deviation * NormalInterval.Mills(Score(value), Distance(value, High));

    /// <inheritdoc/>
    public override double InverseReverseHazard(double value) => value > High ? double.PositiveInfinity : value <= Low ? 0
        : Deviation * NormalInterval.Mills(-Score(value), Distance(Low, value));

    /// <inheritdoc/>
    public override EquatableArray<double> Breakpoints => new[] { Low, High }.Where(end => !double.IsInfinity(end)).ToEquatableArray();

    /// <inheritdoc/>
    public override string Describe() => !double.IsInfinity(High) ? Numerals.Call("TruncatedNormal", Location, Deviation, Low, High)
        : !double.IsInfinity(Low) ? Numerals.Call("TruncatedNormal", Location, Deviation, Low)
        : Numerals.Call("TruncatedNormal", Location, Deviation);

    private double LowScore => Score(Low);

    private double HighScore => Score(High);

    private double Length => Distance(Low, High);

    private double Total => NormalInterval.Mass(LowScore, Length, HighScore);

    private TruncatedNormalPrior Reflected => new(-Location, Deviation, -High, -Low);

    private double Score(double value) => (value - Location) / Deviation;

    private double Distance(double from, double to) => (to - from) / Deviation;

    /// <summary>φ at the value over φ at the lower end.</summary>
    private double Fall(double value) => Math.Exp(-NormalInterval.Drop(LowScore, Distance(Low, value)));

    private double Root(Func<double, Jet> function, double score)
    {
        // No mass that doubles can express lies more than 40 deviations from where the interval is nearest to the mean.
        var nearest = Math.Min(Math.Max(Location, Low), High);
        var low = Math.Max(Low, nearest - (40 * Deviation));
        var high = Math.Min(High, nearest + (40 * Deviation));
        return MonotoneRoot.Find(function, low, high, Location + (Deviation * score));
    }
}
