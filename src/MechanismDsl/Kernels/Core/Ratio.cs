using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>An exact fraction in lowest terms, for the small programs behind core payments. The default is 0.</summary>
internal readonly record struct Ratio : IComparable<Ratio>
{
    // One less than the denominator, so that the default value is 0/1.
    private readonly BigInteger _lessDenominator;

    public Ratio(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / divisor;
        _lessDenominator = (denominator / divisor) - 1;
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator => _lessDenominator + 1;

    public bool IsZero => Numerator.IsZero;

    public int Sign => Numerator.Sign;

    /// <summary>The smallest whole number that is at least this.</summary>
    public BigInteger Ceiling => -BigInteger.Divide(-Numerator - (Numerator.Sign > 0 ? Denominator - 1 : 0), Denominator);

    public int CompareTo(Ratio other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public static implicit operator Ratio(long value) => new(value, BigInteger.One);

    public static Ratio operator +(Ratio one, Ratio other) => new((one.Numerator * other.Denominator) + (other.Numerator * one.Denominator), one.Denominator * other.Denominator);

    public static Ratio operator -(Ratio one, Ratio other) => new((one.Numerator * other.Denominator) - (other.Numerator * one.Denominator), one.Denominator * other.Denominator);

    public static Ratio operator *(Ratio one, Ratio other) => new(one.Numerator * other.Numerator, one.Denominator * other.Denominator);

    public static Ratio operator /(Ratio one, Ratio other) => new(one.Numerator * other.Denominator, one.Denominator * other.Numerator);
}
