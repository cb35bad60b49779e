using Fractions;
using MechanismDsl.Proofs.Real.Intervals;
using MechanismDsl.Proofs.Real.Polynomials;

namespace MechanismDsl.Proofs.Real.Boxes;

/// <summary>Bounds of a polynomial while its variables are in intervals: by interval arithmetic, and where that is not enough by Bernstein's coefficients.</summary>
internal sealed class PolynomialBounds
{
    private const int MaximumCorners = 64;

    private readonly Polynomial _polynomial;
    private readonly IReadOnlyList<int> _variables;
    private readonly List<(Interval Coefficient, (int Variable, int Exponent)[] Factors)> _terms;

    /// <summary>Prepares a polynomial, so that bounding it on many boxes converts its coefficients once.</summary>
    public PolynomialBounds(Polynomial polynomial)
    {
        _polynomial = polynomial;
        _variables = polynomial.Variables;
        _terms = [.. polynomial.Terms.Select(term => (
            Rationals.Enclose(term.Value),
            term.Key.Variables.GroupBy(variable => variable).Select(group => (group.Key, group.Count())).ToArray()))];
    }

    /// <summary>An enclosure of the values, term by term.</summary>
    public Interval Of(Func<int, Interval> ranges)
    {
        var sum = Interval.Of(0);
        foreach (var (coefficient, factors) in _terms)
        {
            var product = coefficient;
            foreach (var (variable, exponent) in factors)
            {
                var range = ranges(variable).Numbers;
                product = IntervalArithmetic.Multiply(product, exponent switch
                {
                    1 => range,
                    2 => IntervalArithmetic.Square(range),
                    _ => IntervalFunctions.Power(range, Interval.Of(exponent)),
                });
            }

            sum = IntervalArithmetic.Add(sum, product);
        }

        return sum;
    }

    /// <summary>1 if it is nowhere negative, −1 if nowhere positive, 0 if that is not seen.</summary>
    /// <param name="ranges">The ranges of its variables.</param>
    /// <param name="isSymbol">Whether a variable is an input, whose range ends at the decimals that are written.</param>
    public int Sign(Func<int, Interval> ranges, Func<int, bool> isSymbol)
    {
        var range = Of(ranges);
        return range.MayBeNaN ? 0
            : range.Low >= 0 ? 1
            : range.High <= 0 ? -1
            : LowerBound(ranges, isSymbol) is { IsNegative: false } ? 1
            : new PolynomialBounds(_polynomial * Fraction.MinusOne).LowerBound(ranges, isSymbol) is { IsNegative: false } ? -1
            : 0;
    }

    /// <summary>The smallest of Bernstein's coefficients; null if a range is not finite, there are too many of them, or a corner shows that one is negative.</summary>
    /// <param name="ranges">The ranges of its variables.</param>
    /// <param name="isSymbol">Whether a variable is an input, whose range ends at the decimals that are written.</param>
    public Fraction? LowerBound(Func<int, Interval> ranges, Func<int, bool> isSymbol)
    {
        var box = _variables.Select(ranges).ToArray();
        return box.All(range => range.IsFinite) && !HasNegativeCorner(box)
            ? BernsteinForm.LowerBound(
                _polynomial,
                _variables,
                [.. box.Select((range, index) => End(range.Low, _variables[index]))],
                [.. box.Select((range, index) => End(range.High, _variables[index]))])
            : null;

        Fraction End(double value, int variable) => isSymbol(variable) ? Rationals.OfLiteral(value) : Rationals.OfBinary(value);
    }

    // The values at the corners are among the coefficients; one that is clearly negative saves their exact computation.
    private bool HasNegativeCorner(Interval[] box)
    {
        for (var corner = 0; corner < Math.Min(MaximumCorners, 1L << Math.Min(box.Length, 30)); corner++)
        {
            var sum = 0.0;
            var size = 0.0;
            foreach (var (coefficient, factors) in _terms)
            {
                var product = coefficient.Middle;
                foreach (var (variable, exponent) in factors)
                {
                    var axis = IndexOf(variable);
                    product *= Math.Pow(((corner >> axis) & 1) == 0 ? box[axis].Low : box[axis].High, exponent);
                }

                sum += product;
                size += Math.Abs(product);
            }

            if (sum < -1e-12 * size)
            {
                return true;
            }
        }

        return false;
    }

    private int IndexOf(int variable)
    {
        var index = 0;
        while (_variables[index] != variable)
        {
            index++;
        }

        return index;
    }
}
