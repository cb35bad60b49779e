using Fractions;
using MechanismDsl.Proofs.Real;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Certificates.Reals;

/// <summary>
/// A closed range of real numbers with rational ends, for the checker only: sums and products are exact, so that a slope that touches zero is seen to do
/// so. It is no part of the provers' interval arithmetic.
/// </summary>
/// <param name="Low">The lower end; null if there is none.</param>
/// <param name="High">The upper end; null if there is none.</param>
internal readonly record struct RationalRange(Fraction? Low, Fraction? High)
{
    // Library functions are assumed to be right to four units in the last place.
    private const int Doubt = 8;
    private static readonly Fraction _doubt = new(1, 1_000_000_000_000);

    /// <summary>All real numbers.</summary>
    public static RationalRange Everything { get; } = new(null, null);

    /// <summary>One number.</summary>
    public static RationalRange Of(Fraction value) => new(value, value);

    /// <summary>The numbers between two doubles, which stand for the decimals that are written.</summary>
    public static RationalRange Between(double low, double high) => new(Written(low), Written(high));

    /// <summary>Whether no number is negative.</summary>
    public bool IsNonNegative => Low is { IsNegative: false };

    /// <summary>Whether all numbers are positive.</summary>
    public bool IsPositive => Low is { IsPositive: true };

    /// <summary>Whether all numbers are negative.</summary>
    public bool IsNegative => High is { IsNegative: true };

    public static RationalRange operator +(RationalRange left, RationalRange right) => new(left.Low + right.Low, left.High + right.High);

    public static RationalRange operator -(RationalRange range) => new(-range.High, -range.Low);

    public static RationalRange operator *(RationalRange left, RationalRange right)
    {
        if (left is { Low: { } a, High: { } b } && right is { Low: { } c, High: { } d })
        {
            Fraction[] products = [a * c, a * d, b * c, b * d];
            return new(products.Min(), products.Max());
        }

        return left.IsNonNegative && right.IsNonNegative ? new(left.Low * right.Low, left.High * right.High)
            : left.High is { IsPositive: false } && right.IsNonNegative ? -(-left * right)
            : right.High is { IsPositive: false } && left.IsNonNegative ? -(left * -right)
            : Everything;
    }

    /// <summary>1/x; everything if zero is among the numbers.</summary>
    public RationalRange Reciprocal() =>
        IsPositive ? new(High is { } high ? Inverse(high) : Fraction.Zero, Inverse(Low!.Value))
        : IsNegative ? -(-this).Reciprocal()
        : Everything;

    /// <summary>1/x of the positive numbers among them, for a slope between the ends of a domain; everything if there are negative ones.</summary>
    public RationalRange Steepness() => IsPositive || !IsNonNegative ? Reciprocal() : new(High is { IsPositive: true } high ? Inverse(high) : Fraction.Zero, null);

    /// <summary>A power with a whole exponent of at least 1.</summary>
    public RationalRange Power(int exponent)
    {
        var power = this;
        for (var count = 1; count < exponent; count++)
        {
            power *= this;
        }

        // An even power is not negative; the product of a range with itself forgets that.
        return exponent % 2 == 0 && !power.IsNonNegative ? power with { Low = Fraction.Zero } : power;
    }

    /// <summary>What a rising function makes of the range.</summary>
    /// <param name="function">The function; it is right to four units in the last place.</param>
    /// <param name="domain">Where it is defined: from here on.</param>
    /// <param name="least">No value is below this.</param>
    public RationalRange Rising(Func<double, double> function, Fraction? domain, Fraction? least)
    {
        if (domain is { } from && (Low is not { } low || low < from))
        {
            return Everything;
        }

        var below = Low is { } start ? Exactly(Ulp.Down(function(Ulp.Down(Rationals.Nearest(start))), Doubt)) : null;
        var above = High is { } end ? Exactly(Ulp.Up(function(Ulp.Up(Rationals.Nearest(end))), Doubt)) : null;
        return new(below is { } value && (least is not { } bound || value > bound) ? value : least, above);
    }

    /// <summary>What two ranges have in common; this one if that is nothing.</summary>
    public RationalRange Meet(RationalRange other) =>
        new(Low is { } a && other.Low is { } b ? (a > b ? a : b) : Low ?? other.Low, High is { } c && other.High is { } d ? (c < d ? c : d) : High ?? other.High);

    /// <summary>A range around this one that is larger by one part in 10¹² of its ends, for factors that are no rational numbers.</summary>
    public RationalRange Widened() => new(Low - (Low?.Abs() * _doubt), High + (High?.Abs() * _doubt));

    private static Fraction Inverse(Fraction value) => Fraction.One / value;

    private static Fraction? Written(double value) => double.IsInfinity(value) || double.IsNaN(value) ? null : Rationals.OfLiteral(value);

    private static Fraction? Exactly(double value) => double.IsInfinity(value) || double.IsNaN(value) ? null : Rationals.OfBinary(value);
}
