using System.Globalization;
using Fractions;

namespace MechanismDsl.Proofs.Real.Polynomials;

/// <summary>A polynomial in one variable with rational coefficients. Immutable; all operations are exact.</summary>
internal sealed class UnivariatePolynomial
{
    private readonly Fraction[] _coefficients;

    /// <summary>A polynomial.</summary>
    /// <param name="coefficients">The coefficients, the constant one first.</param>
    public UnivariatePolynomial(params Fraction[] coefficients)
    {
        var length = coefficients.Length;
        while (length > 0 && coefficients[length - 1].IsZero)
        {
            length--;
        }

        _coefficients = length == coefficients.Length ? coefficients : [.. coefficients.Take(length)];
    }

    /// <summary>The coefficients, the constant one first; none for zero.</summary>
    public IReadOnlyList<Fraction> Coefficients => _coefficients;

    /// <summary>The degree, −1 for zero.</summary>
    public int Degree => _coefficients.Length - 1;

    /// <summary>Whether it is zero everywhere.</summary>
    public bool IsZero => _coefficients.Length == 0;

    private Fraction Leading => _coefficients[_coefficients.Length - 1];

    /// <summary>The value at a point (Horner's scheme).</summary>
    public Fraction At(Fraction x)
    {
        var value = Fraction.Zero;
        for (var power = Degree; power >= 0; power--)
        {
            value = (value * x) + _coefficients[power];
        }

        return value;
    }

    /// <summary>The derivative.</summary>
    public UnivariatePolynomial Derivative() => new([.. _coefficients.Skip(1).Select((coefficient, index) => coefficient * (index + 1))]);

    /// <summary>Sum.</summary>
    public static UnivariatePolynomial operator +(UnivariatePolynomial left, UnivariatePolynomial right)
    {
        var sum = new Fraction[Math.Max(left._coefficients.Length, right._coefficients.Length)];
        for (var power = 0; power < sum.Length; power++)
        {
            sum[power] = left.Coefficient(power) + right.Coefficient(power);
        }

        return new(sum);
    }

    /// <summary>Difference.</summary>
    public static UnivariatePolynomial operator -(UnivariatePolynomial left, UnivariatePolynomial right) => left + (right * Fraction.MinusOne);

    /// <summary>Multiple.</summary>
    public static UnivariatePolynomial operator *(UnivariatePolynomial polynomial, Fraction factor) => new([.. polynomial._coefficients.Select(coefficient => coefficient * factor)]);

    /// <summary>Product.</summary>
    public static UnivariatePolynomial operator *(UnivariatePolynomial left, UnivariatePolynomial right)
    {
        if (left.IsZero || right.IsZero)
        {
            return new();
        }

        var product = new Fraction[left.Degree + right.Degree + 1];
        for (var i = 0; i < product.Length; i++)
        {
            product[i] = Fraction.Zero;
        }

        for (var i = 0; i <= left.Degree; i++)
        {
            for (var j = 0; j <= right.Degree; j++)
            {
                product[i + j] += left._coefficients[i] * right._coefficients[j];
            }
        }

        return new(product);
    }

    /// <summary>Quotient and remainder of the division by a polynomial that is not zero.</summary>
    public (UnivariatePolynomial Quotient, UnivariatePolynomial Remainder) DivideBy(UnivariatePolynomial divisor)
    {
        var rest = (Fraction[])_coefficients.Clone();
        var quotient = new Fraction[Math.Max(0, Degree - divisor.Degree + 1)];
        for (var shift = quotient.Length - 1; shift >= 0; shift--)
        {
            var factor = rest[shift + divisor.Degree] / divisor.Leading;
            quotient[shift] = factor;
            for (var power = 0; power <= divisor.Degree; power++)
            {
                rest[shift + power] -= factor * divisor._coefficients[power];
            }
        }

        return (new(quotient), new(rest));
    }

    /// <summary>The greatest common divisor with leading coefficient 1 (Euclid's algorithm); zero only of two zeros.</summary>
    public static UnivariatePolynomial GreatestCommonDivisor(UnivariatePolynomial left, UnivariatePolynomial right)
    {
        while (!right.IsZero)
        {
            (left, right) = (right, left.DivideBy(right).Remainder.Monic());
        }

        return left.Monic();
    }

    /// <summary>The multiple with leading coefficient 1; keeps the coefficients of Euclid's algorithm short.</summary>
    public UnivariatePolynomial Monic() => IsZero ? this : this * Leading.Reciprocal();

    /// <inheritdoc/>
    public override string ToString() => string.Join(" ", _coefficients.Select(coefficient => coefficient.ToString(CultureInfo.InvariantCulture)));

    private Fraction Coefficient(int power) => power < _coefficients.Length ? _coefficients[power] : Fraction.Zero;
}
