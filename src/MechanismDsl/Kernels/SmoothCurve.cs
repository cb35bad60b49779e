using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MechanismDsl.Kernels;

/// <summary>
/// A smooth increasing function as a polynomial of degree 7 on each of many segments of an interval (Chebyshev interpolants, Trefethen 2013,
/// chapter 4, written as monomials).
/// </summary>
/// <remarks>
/// <para>Layout, with w = argument + Shift. Uniform segments (Scale &gt; 0): z = w · Scale, segment i = ⌊z⌋, u = 2(z − i) − 1.</para>
/// <para>2ᵏ segments in each octave [2ᵉ, 2ᵉ⁺¹) of w (Scale = 0): segment i = (bits of w ≫ (52 − k)) − FirstSegment; the low 52 − k bits b of the mantissa
/// give u = 2 · b · 2^(k − 52) − 1.</para>
/// <para>The value is Σ_p Coefficients[8i + p] · uᵖ. Arguments outside [Low, High] are moved to the nearer end.</para>
/// </remarks>
/// <param name="Low">Lower end of the interval.</param>
/// <param name="High">Upper end of the interval.</param>
/// <param name="Shift">Added to the argument; for octaves Low + Shift is positive.</param>
/// <param name="Scale">Uniform segments per unit of the argument; 0 for octaves.</param>
/// <param name="SegmentBits">k, the logarithm of the segments per octave; 0 for uniform segments.</param>
/// <param name="FirstSegment">The number of the first segment among the segments of all positive doubles; 0 for uniform segments.</param>
/// <param name="Coefficients">Eight a segment: the coefficients of u⁰ … u⁷.</param>
public readonly record struct SmoothCurve(
    double Low, double High, double Shift, double Scale, int SegmentBits, long FirstSegment, ReadOnlyMemory<double> Coefficients)
{
    internal const int Terms = 8;

    /// <summary>The number of segments.</summary>
    public int Segments => Coefficients.Length / Terms;

    /// <summary>Whether the segments are octaves' and there is one for every argument of [Low, High].</summary>
    internal bool IsInsideOctaves => !(Scale > 0) && Number(Low + Shift) >= 0 && Number(High + Shift) < Segments;

    /// <summary>The value at an argument; outside [Low, High], the value at the nearer end.</summary>
    public double At(double argument) => At(argument, Segments - 1, ref MemoryMarshal.GetReference(Coefficients.Span));

    /// <summary>As <see cref="At(double)"/>, with the coefficients already at hand: a span of a memory costs as much as the polynomial.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal double At(double argument, int last, ref double coefficients)
    {
        var shifted = double.MinNative(double.MaxNative(argument, Low), High) + Shift;
        int segment;
        double u;
        if (Scale > 0)
        {
            var position = shifted * Scale;
            segment = Math.Min(Math.Max((int)position, 0), last);
            u = (2 * (position - segment)) - 1;
        }
        else
        {
            var bits = BitConverter.DoubleToInt64Bits(shifted);
            var number = Number(shifted);
            segment = (int)Math.Min(Math.Max(number, 0), last);
            u = number > segment ? 1 : (2 * MantissaIn1To2(bits << SegmentBits)) - 3;
        }

        return Polynomial(ref Unsafe.Add(ref coefficients, segment * Terms), u);
    }

    /// <summary>As <see cref="At(double)"/>, where <see cref="IsInsideOctaves"/> holds: nothing has to be moved into a segment.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal double InOctaves(double argument, ref double coefficients)
    {
        var shifted = double.MinNative(double.MaxNative(argument, Low), High) + Shift;
        var u = (2 * MantissaIn1To2(BitConverter.DoubleToInt64Bits(shifted) << SegmentBits)) - 3;
        return Polynomial(ref Unsafe.Add(ref coefficients, (nint)Number(shifted) * Terms), u);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Number(double shifted) => (BitConverter.DoubleToInt64Bits(shifted) >> (52 - SegmentBits)) - FirstSegment;

    /// <summary>The low bits of a mantissa, moved to its top, as a number of [1, 2).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double MantissaIn1To2(long bits) =>
        BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);

    // Estrin's scheme (1960): half the latency of Horner's rule. Halves first, as the tables of eight agents do before they transpose.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Polynomial(ref double row, double u)
    {
        var square = u * u;
        var fourth = square * square;
        var even = Math.FusedMultiplyAdd(Folded(ref row, 1, fourth), u, Folded(ref row, 0, fourth));
        var odd = Math.FusedMultiplyAdd(Folded(ref row, 3, fourth), u, Folded(ref row, 2, fourth));
        return Math.FusedMultiplyAdd(odd, square, even);
    }

    /// <summary>c_p + c_{p+4} u⁴.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Folded(ref double row, int power, double fourth) =>
        Math.FusedMultiplyAdd(Unsafe.Add(ref row, power + (Terms / 2)), fourth, Unsafe.Add(ref row, power));
}
