using Fractions;

namespace MechanismDsl.Proofs.Real.Polynomials;

/// <summary>Decides exactly whether a polynomial in one variable is nowhere negative on an interval.</summary>
internal static class PolynomialSign
{
    // Halving an interval of roots 200 times reaches beyond the digits of any double; Sturm's counts stay exact.
    private const int MaximumHalvings = 200;

    /// <summary>
    /// The factors of odd multiplicity, as one polynomial without multiple roots (Yun 1976): the polynomial changes its sign exactly where this one does.
    /// </summary>
    public static UnivariatePolynomial OddPart(UnivariatePolynomial polynomial)
    {
        var odd = new UnivariatePolynomial(Fraction.One);
        var common = UnivariatePolynomial.GreatestCommonDivisor(polynomial, polynomial.Derivative());
        var rest = polynomial.DivideBy(common).Quotient;
        var slope = polynomial.Derivative().DivideBy(common).Quotient - rest.Derivative();
        for (var multiplicity = 1; rest.Degree > 0; multiplicity++)
        {
            var factor = UnivariatePolynomial.GreatestCommonDivisor(rest, slope);
            if (multiplicity % 2 == 1)
            {
                odd *= factor;
            }

            rest = rest.DivideBy(factor).Quotient;
            slope = slope.DivideBy(factor).Quotient - rest.Derivative();
        }

        return odd;
    }

    /// <summary>Whether p ≥ 0 on [low, high].</summary>
    /// <param name="polynomial">The polynomial.</param>
    /// <param name="low">The lower end.</param>
    /// <param name="high">The upper end, above <paramref name="low"/>.</param>
    /// <param name="negative">A point of [low, high] where it is negative, if there is one.</param>
    public static bool IsNonNegative(UnivariatePolynomial polynomial, Fraction low, Fraction high, out Fraction? negative)
    {
        negative = null;
        if (polynomial.IsZero)
        {
            return true;
        }

        if (FirstNegative(polynomial, low, high, (low + high) / 2) is { } seen)
        {
            negative = seen;
            return false;
        }

        var odd = OddPart(polynomial);
        var sturm = new SturmSequence(odd);
        var inside = sturm.RootsIn(low, high) - (odd.At(high).IsZero ? 1 : 0);
        if (inside == 0)
        {
            // No change of sign in the open interval: the sign is that of any point that is no root.
            return (negative = AnyNegative(polynomial, low, high)) is null;
        }

        negative = SignChange(polynomial, sturm, low, high);
        return false;
    }

    private static Fraction? FirstNegative(UnivariatePolynomial polynomial, params Fraction[] points)
    {
        foreach (var point in points)
        {
            if (polynomial.At(point).IsNegative)
            {
                return point;
            }
        }

        return null;
    }

    // A polynomial of degree n has at most n roots, so one of n + 1 inner points shows the sign.
    private static Fraction? AnyNegative(UnivariatePolynomial polynomial, Fraction low, Fraction high)
    {
        for (var part = 1; part <= polynomial.Degree + 1; part++)
        {
            var point = low + ((high - low) * part / (polynomial.Degree + 2));
            var value = polynomial.At(point);
            if (!value.IsZero)
            {
                return value.IsNegative ? point : null;
            }
        }

        return null;
    }

    // There is a change of sign in the open interval; halving isolates it, and one side of it is negative.
    private static Fraction? SignChange(UnivariatePolynomial polynomial, SturmSequence sturm, Fraction low, Fraction high)
    {
        for (var halving = 0; halving < MaximumHalvings; halving++)
        {
            var middle = (low + high) / 2;
            var value = polynomial.At(middle);
            if (value.IsNegative)
            {
                return middle;
            }

            if (value.IsZero)
            {
                // Off the root by a third, so that the search goes on with signs on both sides.
                middle = ((2 * low) + high) / 3;
                if (polynomial.At(middle) is var other && (other.IsNegative || other.IsZero))
                {
                    return other.IsNegative ? middle : AnyNegative(polynomial, low, high);
                }
            }

            if (sturm.RootsIn(low, middle) > 0)
            {
                high = middle;
            }
            else
            {
                low = middle;
            }
        }

        return null;
    }
}
