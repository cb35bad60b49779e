using Fractions;
using MechanismDsl.Proofs.Real.Polynomials;

namespace MechanismDsl.Proofs.Real.Derivatives;

/// <summary>A polynomial over a product of powers of polynomials. The factors below are kept apart, so that equal ones are not multiplied out.</summary>
internal sealed class Quotient
{
    private static readonly SortedDictionary<string, (Polynomial Factor, int Power)> _none = new(StringComparer.Ordinal);

    private Quotient(Polynomial numerator, SortedDictionary<string, (Polynomial Factor, int Power)> factors)
    {
        Numerator = numerator;
        Factors = factors;
    }

    /// <summary>Zero.</summary>
    public static Quotient Zero { get; } = new(Polynomial.Zero, _none);

    /// <summary>One.</summary>
    public static Quotient One { get; } = new(Polynomial.One, _none);

    /// <summary>What stands above.</summary>
    public Polynomial Numerator { get; }

    /// <summary>What stands below, by its text: polynomials that are not constant, whose first coefficient is 1, with positive powers.</summary>
    public IReadOnlyDictionary<string, (Polynomial Factor, int Power)> Factors { get; }

    /// <summary>A polynomial over one.</summary>
    public static Quotient Of(Polynomial numerator) => new(numerator, _none);

    /// <summary>The reciprocal of a polynomial that is not zero.</summary>
    public static Quotient Reciprocal(Polynomial denominator)
    {
        if (denominator.AsConstant is { } constant)
        {
            return Of(Polynomial.Constant(constant.Reciprocal()));
        }

        var scale = denominator.Terms.First(term => term.Key.Degree > 0).Value.Reciprocal();
        var factor = denominator * scale;
        return new(Polynomial.Constant(scale), new(StringComparer.Ordinal) { [factor.ToString()] = (factor, 1) });
    }

    /// <summary>The sum, over the least common denominator.</summary>
    public static Quotient operator +(Quotient left, Quotient right)
    {
        if (left.Numerator.IsZero || right.Numerator.IsZero)
        {
            return left.Numerator.IsZero ? right : left;
        }

        var common = new SortedDictionary<string, (Polynomial Factor, int Power)>(StringComparer.Ordinal);
        foreach (var factor in left.Factors.Concat(right.Factors))
        {
            var power = common.TryGetValue(factor.Key, out var known) ? Math.Max(known.Power, factor.Value.Power) : factor.Value.Power;
            common[factor.Key] = (factor.Value.Factor, power);
        }

        return new(left.Over(common) + right.Over(common), common);
    }

    /// <summary>The difference.</summary>
    public static Quotient operator -(Quotient left, Quotient right) => left + (right * Of(Polynomial.Constant(Fraction.MinusOne)));

    /// <summary>The product.</summary>
    public static Quotient operator *(Quotient left, Quotient right)
    {
        if (left.Numerator.IsZero || right.Numerator.IsZero)
        {
            return Zero;
        }

        var factors = new SortedDictionary<string, (Polynomial Factor, int Power)>(StringComparer.Ordinal);
        foreach (var factor in left.Factors.Concat(right.Factors))
        {
            factors[factor.Key] = (factor.Value.Factor, factor.Value.Power + (factors.TryGetValue(factor.Key, out var known) ? known.Power : 0));
        }

        return new(left.Numerator * right.Numerator, factors);
    }

    /// <summary>1 over this; null for zero.</summary>
    public Quotient? Inverse()
    {
        if (Numerator.IsZero)
        {
            return null;
        }

        var above = Factors.Values.Aggregate(Polynomial.One, (product, factor) => product * Power(factor.Factor, factor.Power));
        return Of(above) * Reciprocal(Numerator);
    }

    private Polynomial Over(SortedDictionary<string, (Polynomial Factor, int Power)> common)
    {
        var numerator = Numerator;
        foreach (var factor in common)
        {
            numerator *= Power(factor.Value.Factor, factor.Value.Power - (Factors.TryGetValue(factor.Key, out var own) ? own.Power : 0));
        }

        return numerator;
    }

    private static Polynomial Power(Polynomial value, int exponent)
    {
        var power = Polynomial.One;
        for (; exponent > 0; exponent--)
        {
            power *= value;
        }

        return power;
    }
}
