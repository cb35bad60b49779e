using Fractions;

namespace MechanismDsl.Theory.Numbers;

/// <summary>A polynomial with rational coefficients.</summary>
internal sealed class RationalPolynomial
{
    private readonly Fraction[] _coefficients;

    private RationalPolynomial(Fraction[] coefficients) => _coefficients = coefficients;

    /// <summary>The polynomial 0.</summary>
    public static readonly RationalPolynomial Zero = new([]);

    /// <summary>The polynomial 1.</summary>
    public static readonly RationalPolynomial One = new([Fraction.One]);

    /// <summary>intercept + slope·x.</summary>
    public static RationalPolynomial Line(Fraction intercept, Fraction slope) => new([intercept, slope]);

    /// <summary>The sum.</summary>
    public static RationalPolynomial operator +(RationalPolynomial one, RationalPolynomial other) =>
        new([.. Enumerable.Range(0, Math.Max(one._coefficients.Length, other._coefficients.Length)).Select(power => one.At(power) + other.At(power))]);

    /// <summary>The difference.</summary>
    public static RationalPolynomial operator -(RationalPolynomial one, RationalPolynomial other) =>
        new([.. Enumerable.Range(0, Math.Max(one._coefficients.Length, other._coefficients.Length)).Select(power => one.At(power) - other.At(power))]);

    /// <summary>The product.</summary>
    public static RationalPolynomial operator *(RationalPolynomial one, RationalPolynomial other)
    {
        if (one._coefficients.Length == 0 || other._coefficients.Length == 0)
        {
            return Zero;
        }

        var product = new Fraction[one._coefficients.Length + other._coefficients.Length - 1];
        for (var left = 0; left < one._coefficients.Length; left++)
        {
            for (var right = 0; right < other._coefficients.Length; right++)
            {
                product[left + right] += one._coefficients[left] * other._coefficients[right];
            }
        }

        return new(product);
    }

    /// <summary>∫ over [from, to].</summary>
    public Fraction Integral(Fraction from, Fraction to)
    {
        var (lower, upper) = (Fraction.Zero, Fraction.Zero);
        for (var power = _coefficients.Length - 1; power >= 0; power--)
        {
            var coefficient = _coefficients[power] / (power + 1);
            (lower, upper) = ((lower * from) + coefficient, (upper * to) + coefficient);
        }

        return (upper * to) - (lower * from);
    }

    private Fraction At(int power) => power < _coefficients.Length ? _coefficients[power] : Fraction.Zero;
}
