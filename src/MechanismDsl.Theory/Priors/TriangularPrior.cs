using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Priors;

/// <summary>The density rises linearly from Low to Mode and falls linearly to High.</summary>
/// <param name="Low">Lower end; finite.</param>
/// <param name="Mode">The most likely value, from Low to High, ends included.</param>
/// <param name="High">Upper end; finite, above Low.</param>
public sealed record TriangularPrior(double Low, double Mode, double High) : ContinuousPrior
{
    /// <inheritdoc/>
    public override double Lower => Low;

    /// <inheritdoc/>
    public override double Upper => High;

    /// <inheritdoc/>
    public override double Mean => (Low + Mode + High) / 3;

    /// <inheritdoc/>
    public override double Cdf(double value) => value <= Low ? 0 : value >= High ? 1 : value < Mode ? Rise(value)
        : ((Mode - Low) / Width) + ((value - Mode) / Width * ((High - value + (High - Mode)) / (High - Mode)));

    /// <inheritdoc/>
    public override double Survival(double value) => value <= Low ? 1 : value >= High ? 0 : value >= Mode ? Fall(value)
        : ((High - Mode) / Width) + ((Mode - value) / Width * ((value - Low + (Mode - Low)) / (Mode - Low)));

    /// <inheritdoc/>
    public override double Quantile(double probability) => probability > 0.5 ? UpperQuantile(1 - probability)
        : probability * Width <= Mode - Low ? Low + Math.Sqrt(probability * Width * (Mode - Low))
        : High - Math.Sqrt((1 - probability) * Width * (High - Mode));

    /// <inheritdoc/>
    public override double UpperQuantile(double tail) => tail > 0.5 ? Quantile(1 - tail)
        : tail * Width <= High - Mode ? High - Math.Sqrt(tail * Width * (High - Mode))
        : Low + Math.Sqrt((1 - tail) * Width * (Mode - Low));

    /// <inheritdoc/>
    public override double Density(double value) => value < Low || value > High ? 0
        : value < Mode ? 2 / Width * ((value - Low) / (Mode - Low))
        : value > Mode ? 2 / Width * ((High - value) / (High - Mode))
        : 2 / Width;

    /// <inheritdoc/>
    public override double InverseHazard(double value) => value < Low ? double.PositiveInfinity
        : value >= Mode ? Math.Max(High - value, 0) / 2
        : Survival(value) / Density(value);

    /// <inheritdoc/>
    public override double InverseReverseHazard(double value) => value > High ? double.PositiveInfinity
        : value <= Mode ? Math.Max(value - Low, 0) / 2
        : Cdf(value) / Density(value);

    /// <inheritdoc/>
    public override EquatableArray<double> Breakpoints => Mode > Low && Mode < High ? [Low, Mode, High] : [Low, High];

    /// <inheritdoc/>
    public override EquatableArray<AffineInterval> AffineVirtualValue => Mode == Low ? [new(Low, High, 1.5, -High / 2)] : [];

    /// <inheritdoc/>
    public override EquatableArray<AffineInterval> AffineVirtualCost => Mode == High ? [new(Low, High, 1.5, -Low / 2)] : [];

    /// <inheritdoc/>
    public override string Describe() => Numerals.Call("Triangular", Low, Mode, High);

    private double Width => High - Low;

    private double Rise(double value) => (value - Low) / Width * ((value - Low) / (Mode - Low));

    private double Fall(double value) => (High - value) / Width * ((High - value) / (High - Mode));
}
