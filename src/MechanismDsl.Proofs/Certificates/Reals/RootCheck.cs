using Fractions;
using MechanismDsl.Proofs.Real.Polynomials;

namespace MechanismDsl.Proofs.Certificates.Reals;

/// <summary>
/// Whether a polynomial is nowhere negative between two numbers, also where it touches zero: Sturm's theorem counts its distinct roots, and between two
/// neighbours of them one value tells the sign (Sturm 1829).
/// </summary>
internal sealed class RootCheck
{
    private const int Deepest = 200;

    private readonly UnivariatePolynomial _polynomial;
    private readonly IReadOnlyList<UnivariatePolynomial> _chain;

    private RootCheck(UnivariatePolynomial polynomial)
    {
        _polynomial = polynomial;
        var chain = new List<UnivariatePolynomial>();
        for (var (first, second) = (polynomial, polynomial.Derivative()); !first.IsZero; (first, second) = (second, second.IsZero ? second : first.DivideBy(second).Remainder * Fraction.MinusOne))
        {
            chain.Add(first);
        }

        // Without the common divisor, which has the multiple roots, the count is right at roots too.
        _chain = [.. chain.Select(one => one.DivideBy(chain[chain.Count - 1]).Quotient)];
    }

    /// <summary>Whether it is nowhere negative.</summary>
    /// <param name="coefficients">Its coefficients, the constant first.</param>
    /// <param name="low">Where it begins.</param>
    /// <param name="high">Where it ends.</param>
    public static bool IsNonNegative(IReadOnlyList<Fraction> coefficients, Fraction low, Fraction high)
    {
        var polynomial = new UnivariatePolynomial([.. coefficients]);
        return polynomial.IsZero || (low == high ? !polynomial.At(low).IsNegative : low < high && new RootCheck(polynomial).Check(low, high, 0));
    }

    private bool Check(Fraction low, Fraction high, int depth)
    {
        var middle = (low + high) / 2;
        var (first, inside, last) = (_polynomial.At(low), _polynomial.At(middle), _polynomial.At(high));
        if (first.IsNegative || inside.IsNegative || last.IsNegative || depth > Deepest)
        {
            return false;
        }

        // Roots above the lower end, the upper one included: none between the ends, or one between two ends that are none.
        var roots = Changes(low) - Changes(high);
        return roots == (last.IsZero ? 1 : 0)
            || (roots == 1 && first.IsPositive)
            || (Check(low, middle, depth + 1) && Check(middle, high, depth + 1));
    }

    private int Changes(Fraction x)
    {
        var signs = _chain.Select(one => one.At(x)).Where(value => !value.IsZero).Select(value => value.IsPositive).ToList();
        return signs.Skip(1).Where((sign, index) => sign != signs[index]).Count();
    }
}
