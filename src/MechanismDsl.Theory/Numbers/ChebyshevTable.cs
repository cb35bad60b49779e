namespace MechanismDsl.Theory.Numbers;

/// <summary>How a <see cref="ChebyshevTable"/> cuts its domain.</summary>
public enum TableSpacing
{
    /// <summary>Segments of equal length.</summary>
    Uniform,

    /// <summary>2ᵏ segments of equal length in every octave [2ᵉ, 2ᵉ⁺¹) of the shifted argument.</summary>
    Octaves,
}

/// <summary>
/// A smooth function as a polynomial on each of many segments: Chebyshev interpolants (Trefethen 2013, chapter 4), stored as monomials in the
/// segment's own coordinate u ∈ [−1, 1], so that run-time code needs an index, a multiplication and Horner's rule.
/// </summary>
/// <remarks>
/// <para>Layout. With w = argument + <paramref name="Shift"/>:</para>
/// <para>Uniform: z = w·<paramref name="Scale"/>, segment i = ⌊z⌋ kept within [0, <see cref="Segments"/>), u = 2(z − i) − 1.</para>
/// <para>Octaves: segment i = (bits of w ≫ (52 − <paramref name="SegmentBits"/>)) − <paramref name="FirstSegment"/>, kept within the same bounds; the
/// remaining low bits b of the mantissa give u = 2·b·2^(<paramref name="SegmentBits"/> − 52) − 1.</para>
/// <para>The value is Σ_p Coefficients[i·(Degree + 1) + p]·uᵖ. Arguments outside [Low, High] are moved to the nearer end.</para>
/// </remarks>
/// <param name="Spacing">How the domain is cut.</param>
/// <param name="Low">Lower end of the domain.</param>
/// <param name="High">Upper end of the domain.</param>
/// <param name="Shift">Added to the argument first.</param>
/// <param name="Scale">Segments per unit of the argument (uniform spacing; 0 otherwise).</param>
/// <param name="SegmentBits">k, the logarithm of the segments per octave (octaves; 0 otherwise).</param>
/// <param name="FirstSegment">The number of the first segment among all segments of the positive doubles (octaves; 0 otherwise).</param>
/// <param name="Degree">Degree of each polynomial, at most 11.</param>
/// <param name="Coefficients">Row-major: the coefficients of u⁰ … u^Degree of the first segment, then of the second, …</param>
/// <param name="MaxError">The largest error found on the check points, relative to max(|f|, floor).</param>
public sealed partial record ChebyshevTable(
    TableSpacing Spacing,
    double Low,
    double High,
    double Shift,
    double Scale,
    int SegmentBits,
    long FirstSegment,
    int Degree,
    EquatableArray<double> Coefficients,
    double MaxError)
{
    /// <summary>
    /// Whether the table is of f(−x), so that octaves shrink towards the upper end of f's domain. The domain above is that of the table: it is asked for minus the argument.
    /// </summary>
    public bool IsTurned { get; init; }

    /// <summary>The number of segments.</summary>
    public int Segments => Coefficients.Count / (Degree + 1);

    /// <summary>The value at an argument; outside the domain, the value at the nearer end.</summary>
    public double At(double argument)
    {
        var (segment, coordinate) = Locate(Math.Min(Math.Max(IsTurned ? 0 - argument : argument, Low), High));
        var row = Coefficients.AsSpan().Slice(segment * (Degree + 1), Degree + 1);
        var sum = row[Degree];
        for (var power = Degree - 1; power >= 0; power--)
        {
            sum = (sum * coordinate) + row[power];
        }

        return sum;
    }

    private (int Segment, double Coordinate) Locate(double argument)
    {
        var shifted = argument + Shift;
        if (Spacing == TableSpacing.Uniform)
        {
            var position = shifted * Scale;
            var index = Math.Min(Math.Max((int)Math.Floor(position), 0), Segments - 1);
            return (index, (2 * (position - index)) - 1);
        }

        var bits = BitConverter.DoubleToInt64Bits(shifted);
        var number = (bits >> (52 - SegmentBits)) - FirstSegment;
        if (number >= Segments)
        {
            // The upper end itself may be the first point of the next segment.
            return (Segments - 1, 1);
        }

        var low = bits & ((1L << (52 - SegmentBits)) - 1);
        return ((int)Math.Max(number, 0), (2 * low * Math.Pow(2, SegmentBits - 52)) - 1);
    }
}
