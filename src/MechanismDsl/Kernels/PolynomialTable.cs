using System.Runtime.CompilerServices;

namespace MechanismDsl.Kernels;

/// <summary>
/// Evaluates a smooth function that the compiler tabulated as one polynomial a segment: Chebyshev interpolants (Trefethen 2013, chapter 4)
/// stored as monomials in the segment's own coordinate u ∈ [−1, 1]. An index, a multiplication and Horner's rule; no allocation.
/// </summary>
public static class PolynomialTable
{
    private const int MantissaBits = 52;

    /// <summary>The value on segments of equal length.</summary>
    /// <param name="argument">Moved to the nearer end of the domain if outside.</param>
    /// <param name="low">Lower end of the domain.</param>
    /// <param name="high">Upper end of the domain.</param>
    /// <param name="shift">Added to the argument first.</param>
    /// <param name="scale">Segments per unit of the argument.</param>
    /// <param name="degree">Degree of the polynomials.</param>
    /// <param name="coefficients">Row-major: the coefficients of u⁰ … u^degree of the first segment, then of the second, and so on.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Uniform(double argument, double low, double high, double shift, double scale, int degree, ReadOnlySpan<double> coefficients)
    {
        var position = (Math.Min(Math.Max(argument, low), high) + shift) * scale;
        var segment = Math.Clamp((int)Math.Floor(position), 0, (coefficients.Length / (degree + 1)) - 1);
        return Horner(coefficients.Slice(segment * (degree + 1), degree + 1), (2 * (position - segment)) - 1);
    }

    /// <summary>The value on 2ᵏ segments in every octave of the shifted argument, which is positive.</summary>
    /// <param name="argument">Moved to the nearer end of the domain if outside.</param>
    /// <param name="low">Lower end of the domain.</param>
    /// <param name="high">Upper end of the domain.</param>
    /// <param name="shift">Added to the argument first.</param>
    /// <param name="segmentBits">k.</param>
    /// <param name="firstSegment">Number of the first segment among all segments of the positive doubles.</param>
    /// <param name="degree">Degree of the polynomials.</param>
    /// <param name="coefficients">As for <see cref="Uniform"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Octaves(double argument, double low, double high, double shift, int segmentBits, long firstSegment, int degree, ReadOnlySpan<double> coefficients)
    {
        var bits = BitConverter.DoubleToInt64Bits(Math.Min(Math.Max(argument, low), high) + shift);
        var number = (bits >> (MantissaBits - segmentBits)) - firstSegment;
        var segments = coefficients.Length / (degree + 1);
        if (number >= segments)
        {
            // The upper end itself may be the first point of the next segment.
            return Horner(coefficients[^(degree + 1)..], 1);
        }

        var low52 = bits & ((1L << (MantissaBits - segmentBits)) - 1);
        var coordinate = (2 * (low52 / (double)(1L << (MantissaBits - segmentBits)))) - 1;
        return Horner(coefficients.Slice((int)Math.Max(number, 0) * (degree + 1), degree + 1), coordinate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Horner(ReadOnlySpan<double> coefficients, double coordinate)
    {
        var sum = coefficients[^1];
        for (var power = coefficients.Length - 2; power >= 0; power--)
        {
            sum = (sum * coordinate) + coefficients[power];
        }

        return sum;
    }
}
