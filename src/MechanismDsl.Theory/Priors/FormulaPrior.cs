using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors.Special;

namespace MechanismDsl.Theory.Priors;

/// <summary>
/// A distribution that the user wrote. Whether it is one is checked by <see cref="FindInconsistency"/>, not by the constructor.
/// </summary>
/// <remarks>
/// F is evaluated as written, so its lower tail is as accurate as the user's formula. The upper tail is exact where the form of F shows 1 − F
/// (<see cref="Formula.Complement"/>); otherwise, on a bounded support, it is 1 − F down to 1/1000 and the integral of the density below, with
/// relative errors of about 1e−13; on an unbounded one it is 1 − F with its absolute error of about 1e−16.
/// </remarks>
/// <param name="Distribution">F on the support, without parameters.</param>
/// <param name="DeclaredDensity">f on the support, without parameters; null: the symbolic derivative of F below the median and of 1 − F above it, where the form of F shows 1 − F.</param>
/// <param name="Low">Lower end of the support; −∞ for none.</param>
/// <param name="High">Upper end of the support, above Low; +∞ for none.</param>
/// <param name="Description">The prior as the declaration writes it: <c>Kinked(10)</c>.</param>
public sealed partial record FormulaPrior(Formula Distribution, Formula? DeclaredDensity, double Low, double High, string Description) : ContinuousPrior
{
    /// <summary>Below this, 1 − F has lost more than three digits.</summary>
    private const double ShortTail = 1e-3;

    /// <summary>On an unbounded support, what 1 − F says below this is round-off.</summary>
    private const double LostTail = 1e-13;

    /// <summary>Tail masses between which the weight of an unbounded upper tail is measured.</summary>
    private const double NearTail = 1e-4;
    private const double FarTail = 1e-7;

    /// <inheritdoc/>
    public override double Lower => Low;

    /// <inheritdoc/>
    public override double Upper => High;

    /// <inheritdoc/>
    /// <remarks>
    /// ∫ (1 − F) above and −∫ F below an end of the support or 0, between breakpoints: relative error about 1e−13, but only about 1e−6 for a heavy
    /// unbounded tail whose 1 − F the form of F does not show.
    /// </remarks>
    public override double Mean
    {
        get
        {
            if (RevenueLimit > 0)
            {
                return double.PositiveInfinity;
            }

            var origin = !double.IsInfinity(Low) ? Low : double.IsInfinity(High) ? 0 : High;
            return origin + OverPieces(Tail, origin, High) - OverPieces(Cdf, Low, origin);
        }
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Measured, because no formula tells it: 1 − F is compared at the tail masses 10⁻⁴ and 10⁻⁷. A tail that falls like v^(−α) with α within
    /// 0.001 of 1 counts as α = 1.
    /// </remarks>
    public override double RevenueLimit
    {
        get
        {
            if (!double.IsPositiveInfinity(High))
            {
                return 0;
            }

            var (near, far) = (UpperQuantile(NearTail), UpperQuantile(FarTail));
            if (!(near > 0 && far > near))
            {
                return 0;
            }

            var index = Math.Log(NearTail / FarTail) / Math.Log(far / near);
            if (Math.Abs(index - 1) > 1e-3)
            {
                return index > 1 ? 0 : double.PositiveInfinity;
            }

            // R(q) = R(0+) + c·q + … at the two masses.
            return ((far * FarTail * NearTail) - (near * NearTail * FarTail)) / (NearTail - FarTail);
        }
    }

    /// <inheritdoc/>
    public override double Cdf(double value) => value <= Low ? 0 : value >= High ? 1 : Math.Min(Math.Max(Distribution.Evaluate(value), 0), 1);

    /// <inheritdoc/>
    public override double Survival(double value)
    {
        if (value <= Low)
        {
            return 1;
        }

        if (value >= High)
        {
            return 0;
        }

        if (Solved.Complement is { } complement)
        {
            return Math.Min(Math.Max(complement.Evaluate(value), 0), 1);
        }

        var difference = 1 - Distribution.Evaluate(value);
        return difference >= ShortTail || double.IsInfinity(High) ? Math.Min(Math.Max(difference, 0), 1) : OverPieces(Evaluated, value, High);
    }

    /// <inheritdoc/>
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

        return Root(value => new Jet(Math.Log(Cdf(value) / probability), Evaluated(value) / Cdf(value)));
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

        return Root(value => new Jet(Math.Log(tail / Survival(value)), Evaluated(value) / Survival(value)));
    }

    /// <inheritdoc/>
    public override double Density(double value)
    {
        if (value < Low || value > High || double.IsInfinity(value))
        {
            return 0;
        }

        return value == High ? Evaluated(Elementary.Neighbour(value, false)) : IsBreakpoint(value) ? Evaluated(Elementary.Neighbour(value, true)) : Evaluated(value);
    }

    /// <inheritdoc/>
    public override double LeftDensity(double value) =>
        value > Low && value < High && IsBreakpoint(value) ? Evaluated(Elementary.Neighbour(value, false)) : Density(value);

    /// <inheritdoc/>
    public override EquatableArray<double> Breakpoints => Solved.Breakpoints;

    /// <inheritdoc/>
    public override string Describe() => Description;

    private Shape Solved => Derived(this, static self => new Shape(self));

    private double Evaluated(double value) => DeclaredDensity is { } declared ? declared.Evaluate(value)
        : Solved.Complement is null || Distribution.Evaluate(value) < 0.5 ? Solved.Rise.Evaluate(value)
        : -Solved.Fall.Evaluate(value);

    /// <summary>1 − F as far as it is known.</summary>
    private double Tail(double value)
    {
        var survival = Survival(value);
        return survival < LostTail && Solved.Complement is null ? 0 : survival;
    }

    private bool IsBreakpoint(double value) => Breakpoints.AsSpan().BinarySearch(value) >= 0;

    /// <summary>The integral between two points, piece by piece.</summary>
    private double OverPieces(Func<double, double> function, double from, double to)
    {
        var sum = 0.0;
        foreach (var point in Breakpoints.Where(point => point > from && point < to).Append(to))
        {
            sum += from < point ? Quadrature.Integrate(function, from, point) : 0;
            from = point;
        }

        return sum;
    }

    private double Root(Func<double, Jet> function)
    {
        var (low, high) = (Low, High);
        for (var reach = 1.0; double.IsNegativeInfinity(low) && reach < 1e300; reach *= 2)
        {
            var point = (double.IsInfinity(High) ? 0 : High) - reach;
            low = function(point).Value < 0 ? point : low;
        }

        for (var reach = 1.0; double.IsPositiveInfinity(high) && reach < 1e300; reach *= 2)
        {
            var point = (double.IsInfinity(Low) ? 0 : Low) + reach;
            high = function(point).Value >= 0 ? point : high;
        }

        // Flat stretches begin at breakpoints: the left end is meant.
        foreach (var point in Breakpoints)
        {
            if (point > low && point < high && Math.Abs(function(point).Value) < 1e-15)
            {
                return point;
            }
        }

        return MonotoneRoot.Find(function, low, high, double.NaN);
    }

    private sealed class Shape
    {
        public Shape(FormulaPrior prior)
        {
            Complement = prior.Distribution.Complement();
            Rise = prior.Distribution.Differentiate();
            Fall = Complement?.Differentiate() ?? Rise;
            var ends = new[] { prior.Low, prior.High }.Where(end => !double.IsInfinity(end));
            Breakpoints = FormulaKinks.Between([prior.Distribution, prior.DeclaredDensity ?? Rise], prior.Low, prior.High)
                .Concat(ends)
                .OrderBy(point => point)
                .ToEquatableArray();
        }

        /// <summary>1 − F, where its form shows it.</summary>
        public Formula? Complement { get; }

        /// <summary>F′.</summary>
        public Formula Rise { get; }

        /// <summary>(1 − F)′ from <see cref="Complement"/>.</summary>
        public Formula Fall { get; }

        public EquatableArray<double> Breakpoints { get; }
    }
}
