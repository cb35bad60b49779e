using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.SingleParameter.Expectations;

/// <summary>How a distribution behaves on a stretch of types.</summary>
internal enum SegmentKind
{
    /// <summary>A density: mass is spread over the open interval.</summary>
    Spread,

    /// <summary>No mass inside: reports are legal, types do not occur.</summary>
    Gap,

    /// <summary>One type of positive probability.</summary>
    Atom,
}

/// <summary>A stretch of types with the probabilities at its ends, counted from below and from above so that neither tail cancels.</summary>
/// <param name="Kind">Spread, gap or atom.</param>
/// <param name="From">First type.</param>
/// <param name="To">Last type; equal to From for an atom.</param>
/// <param name="Low">P(T &lt; stretch).</param>
/// <param name="High">P(T ≤ To−), for an atom P(T ≤ To).</param>
/// <param name="LowTail">P(T ≥ stretch).</param>
/// <param name="HighTail">P(T ≥ To), for an atom P(T &gt; To).</param>
internal readonly record struct TypeSegment(SegmentKind Kind, double From, double To, double Low, double High, double LowTail, double HighTail)
{
    /// <summary>P(T in the stretch).</summary>
    public double Mass => LowTail < 0.5 ? LowTail - HighTail : High - Low;

    /// <summary>P(the best of n types lies in the stretch) = Highⁿ − Lowⁿ.</summary>
    public double PowerGap(int exponent) => Chance.Power(High, HighTail, exponent) - Chance.Power(Low, LowTail, exponent);

    /// <summary>A type of the stretch: its middle, or its finite end.</summary>
    public double Inside =>
        double.IsInfinity(From) ? Math.Min(To - 1, 0) : double.IsInfinity(To) ? From : From + ((To - From) / 2);

    /// <summary>
    /// The types from <paramref name="floor"/> to the upper end of the support, cut at the breakpoints of the distribution and at
    /// <paramref name="cuts"/>, in increasing order. Reports above the support never occur and are left out.
    /// </summary>
    public static List<TypeSegment> Cut(Prior types, double floor, IEnumerable<double> cuts)
    {
        var ends = new SortedSet<double>(types.Breakpoints.Concat(cuts).Where(end => end > floor && end < types.Upper)) { floor, types.Upper };
        if (types.Lower > floor)
        {
            ends.Add(types.Lower);
        }

        var segments = new List<TypeSegment>();
        if (floor > types.Upper)
        {
            return segments;
        }

        var previous = double.NaN;
        foreach (var end in ends)
        {
            if (!double.IsNaN(previous))
            {
                segments.Add(Between(types, previous, end));
            }

            var mass = types.MassAt(end);
            if (mass > 0)
            {
                segments.Add(new(
                    SegmentKind.Atom,
                    end,
                    end,
                    Distributions.Below(types, end),
                    Distributions.AtMost(types, end),
                    Distributions.AtLeast(types, end),
                    Distributions.Above(types, end)));
            }

            previous = end;
        }

        return segments;
    }

    private static TypeSegment Between(Prior types, double from, double to)
    {
        var segment = new TypeSegment(
            SegmentKind.Spread,
            from,
            to,
            Distributions.AtMost(types, from),
            Distributions.Below(types, to),
            Distributions.Above(types, from),
            Distributions.AtLeast(types, to));
        return types is AtomicPrior || segment.Mass <= 0 ? segment with { Kind = SegmentKind.Gap } : segment;
    }

    /// <summary>E[T; T in the stretch].</summary>
    /// <param name="types">The distribution of which this is a stretch.</param>
    /// <param name="hasConstantDensity">True if the density is constant on the stretch.</param>
    /// <param name="cancellation">Cancels the quadrature.</param>
    public double PartialMean(Prior types, bool hasConstantDensity, CancellationToken cancellation)
    {
        if (Kind != SegmentKind.Spread)
        {
            return Kind == SegmentKind.Atom ? From * Mass : 0;
        }

        if (hasConstantDensity)
        {
            return Mass * (From + ((To - From) / 2));
        }

        // Across a narrow stretch, E[T; T in it] = From·mass + ∫ (P(T ≥ t) − P(T ≥ To)) dt, which is smooth.
        var (from, width, high, highTail) = (From, To - From, High, HighTail);
        var isUpper = highTail < high;
        double Rest(double share) => isUpper ? Distributions.AtLeast(types, from + (width * share)) - highTail : high - Distributions.Below(types, from + (width * share));
        if (!double.IsInfinity(width) && Gauss.TryIntegrate(Rest, Mass, out var rest))
        {
            return (From * Mass) + (width * rest);
        }

        var segment = this;
        var quadrature = new TanhSinh(1, cancellation: cancellation);
        quadrature.Add((fromLow, fromHigh, values) => values[0] = segment.Mass * segment.TypeAt(types, fromLow, fromHigh));
        return quadrature.Sum[0];
    }

    /// <summary>The fall of posted-price revenue t·P(T ≥ t) from one end of the stretch to the other: what a winner among its types is charged.</summary>
    public double RevenueFall => (From * LowTail) - (double.IsPositiveInfinity(To) ? 0 : To * HighTail);

    /// <summary>The type at a point of the stretch, given as shares of its mass counted from both ends.</summary>
    public double TypeAt(Prior types, double fromLow, double fromHigh)
    {
        var mass = Mass;
        var below = Low + (mass * fromLow);
        var above = HighTail + (mass * fromHigh);
        var type = below <= above ? types.Quantile(below) : types.UpperQuantile(above);
        return Math.Min(Math.Max(type, From), To);
    }
}
