using MechanismDsl.Proofs.Real.Derivatives;
using MechanismDsl.Proofs.Real.Intervals;
using MechanismDsl.Proofs.Real.Polynomials;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Real.Boxes;

/// <summary>The question whether a quotient is non-negative (or positive) all over a box, whatever the unbounded slopes in it are.</summary>
internal sealed class SignProblem
{
    private readonly Func<int, Box, Interval> _rangeOf;
    private readonly Func<int, bool> _isSymbol;
    private readonly bool _isStrict;
    private readonly IReadOnlyList<(PolynomialBounds Part, PolynomialBounds Negated)> _parts;
    private readonly IReadOnlyList<(PolynomialBounds Factor, int Power, int Sign)> _factors;

    /// <summary>A question.</summary>
    /// <param name="quotient">The quotient.</param>
    /// <param name="unbounded">Variables that can be any non-negative number; they do not occur below the line.</param>
    /// <param name="rangeOf">The ranges of the other variables.</param>
    /// <param name="isSymbol">Whether a variable is an input.</param>
    /// <param name="isStrict">Whether it must be positive.</param>
    /// <param name="positive">What is known to be positive: whatever stands below and is a multiple of one of these keeps away from zero.</param>
    public SignProblem(
        Quotient quotient, IReadOnlyCollection<int> unbounded, Func<int, Box, Interval> rangeOf, Func<int, bool> isSymbol, bool isStrict = false, IReadOnlyList<Quotient>? positive = null)
    {
        _rangeOf = rangeOf;
        _isSymbol = isSymbol;
        _isStrict = isStrict;

        // Every coefficient of the powers of unbounded variables has to be non-negative.
        var parts = new List<Polynomial> { quotient.Numerator };
        foreach (var variable in unbounded.OrderBy(variable => variable))
        {
            parts = [.. parts.SelectMany(part => part.CoefficientsIn(variable)).Where(part => !part.IsZero)];
        }

        _parts = [.. parts.Select(part => (new PolynomialBounds(part), new PolynomialBounds(part * Fractions.Fraction.MinusOne)))];
        _factors = [.. quotient.Factors.Select(factor => (new PolynomialBounds(factor.Value.Factor), factor.Value.Power, SignOf(factor.Key, positive ?? [])))];
    }

    // The sign of a factor that is a known positive number times a constant; 0 if there is none.
    private static int SignOf(string factor, IReadOnlyList<Quotient> positive)
    {
        foreach (var known in positive.Where(known => known.Factors.Count == 0 && known.Numerator.AsConstant is null))
        {
            var scaled = Quotient.Reciprocal(known.Numerator);
            if (scaled.Factors.ContainsKey(factor) && scaled.Numerator.AsConstant is { } scale)
            {
                return scale.IsNegative ? -1 : 1;
            }
        }

        return 0;
    }

    /// <summary>
    /// How it is seen on one box: "interval", or "bernstein"; null if it is not. What stands below must keep away from zero, where the
    /// quotient would not be continuous.
    /// </summary>
    public string? Decide(Box box)
    {
        var ranges = new Dictionary<int, Interval>();
        var sign = 1;
        foreach (var (factor, power, known) in _factors)
        {
            if (known != 0)
            {
                sign = known < 0 && power % 2 == 1 ? -sign : sign;
                continue;
            }

            var range = factor.Of(Range);
            var isPositive = range.Low > 0 || (range.High > 0 && factor.LowerBound(Range, _isSymbol) is { IsPositive: true });
            if (!isPositive && !(range.High < 0))
            {
                return null;
            }

            sign = !isPositive && power % 2 == 1 ? -sign : sign;
        }

        var method = "interval";
        foreach (var (part, negated) in _parts)
        {
            var signed = sign > 0 ? part : negated;
            var range = signed.Of(Range);
            if (_isStrict ? range.Low > 0 : range.Low >= 0)
            {
                continue;
            }

            if (range.High < 0 || signed.LowerBound(Range, _isSymbol) is not { IsNegative: false } least || (_isStrict && least.IsZero))
            {
                return null;
            }

            method = "bernstein";
        }

        // A sum over no parts is zero.
        return _parts.Count == 0 && _isStrict ? null : method;

        Interval Range(int variable)
        {
            if (!ranges.TryGetValue(variable, out var range))
            {
                range = _rangeOf(variable, box);
                ranges.Add(variable, range);
            }

            return range;
        }
    }

    /// <summary>The symbols on which the ranges of its variables depend, in a fixed order.</summary>
    public static IReadOnlyList<Term.Symbol> SymbolsOf(IEnumerable<Term> terms) =>
        [.. terms.SelectMany(term => term.SymbolsOf()).Distinct().OrderBy(symbol => symbol.Id)];
}
