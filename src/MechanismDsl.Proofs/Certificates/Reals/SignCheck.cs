using Fractions;
using MechanismDsl.Proofs.Real.Polynomials;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Certificates.Reals;

/// <summary>Whether a ratio is nowhere negative in a box: monomial by monomial, at the corners where nothing is squared, and on halves of the box.</summary>
/// <param name="form">What its variables stand for.</param>
/// <param name="ratio">The ratio.</param>
/// <param name="isStrict">Whether it has to be positive.</param>
internal sealed class SignCheck(RatioForm form, Ratio ratio, bool isStrict)
{
    private const int MostCorners = 1 << 6;
    private const int MostParts = 128;

    private readonly (Polynomial Common, Polynomial Remainder) _top = Split(ratio.Top);

    /// <summary>Whether it is seen.</summary>
    /// <param name="box">The box.</param>
    /// <param name="facts">What holds all over the box.</param>
    public bool Holds(CheckBox box, IReadOnlyList<Fact> facts)
    {
        var inputs = form.Inputs;
        var open = new Stack<CheckBox>([box]);
        for (var parts = 0; open.Count > 0; parts++)
        {
            var part = open.Pop();
            if (part.IsVoidInReals(facts) || IsSeen(part))
            {
                continue;
            }

            if (parts > MostParts || Widest(part, inputs) is not { } widest)
            {
                return false;
            }

            var (low, high) = part.Of(widest);
            var middle = low + ((high - low) / 2);
            open.Push(part.With(widest, low, middle));
            open.Push(part.With(widest, middle, high));
        }

        return true;
    }

    private bool IsSeen(CheckBox box)
    {
        var below = RangeOf(ratio.Below, box);
        if (!below.IsPositive && !below.IsNegative)
        {
            return false;
        }

        // c · r over b: the sign of r, turned round where c or b is negative.
        var common = RangeOf(_top.Common, box);
        var isCommonNegative = common.High is { IsPositive: false };
        if (!common.IsNonNegative && !isCommonNegative)
        {
            return false;
        }

        var rest = below.IsNegative != isCommonNegative ? _top.Remainder * Fraction.MinusOne : _top.Remainder;
        var least = RangeOf(rest, box).Low;
        if (least is not { IsNegative: false })
        {
            least = AtCorners(rest, box);
        }

        return isStrict ? least is { IsPositive: true } && (common.IsPositive || common.IsNegative) : least is { IsNegative: false };
    }

    private RationalRange RangeOf(Polynomial polynomial, CheckBox box)
    {
        var sum = RationalRange.Of(Fraction.Zero);
        foreach (var (monomial, coefficient) in polynomial.Terms.Select(term => (term.Key, term.Value)))
        {
            var product = RationalRange.Of(coefficient);
            foreach (var power in monomial.Variables.GroupBy(variable => variable))
            {
                product *= form.RangeOf(power.Key, box).Power(power.Count());
            }

            sum += product;
        }

        return sum;
    }

    // A polynomial in which nothing is squared is smallest at a corner.
    private Fraction? AtCorners(Polynomial polynomial, CheckBox box)
    {
        var variables = polynomial.Variables;
        var ranges = variables.Select(variable => form.RangeOf(variable, box)).ToArray();
        if (1L << Math.Min(variables.Count, 30) > MostCorners
            || ranges.Any(range => range.Low is null || range.High is null)
            || polynomial.Terms.Keys.Any(monomial => monomial.Variables.Distinct().Count() < monomial.Degree))
        {
            return null;
        }

        return Enumerable.Range(0, 1 << variables.Count)
            .Select(corner => polynomial.At(variable => Index(variable) is var index && ((corner >> index) & 1) == 0 ? ranges[index].Low!.Value : ranges[index].High!.Value))
            .Min();

        int Index(int variable) => variables.TakeWhile(one => one != variable).Count();
    }

    // The factor that all monomials share, and what is left.
    private static (Polynomial Common, Polynomial Remainder) Split(Polynomial polynomial)
    {
        var common = Polynomial.One;
        foreach (var variable in polynomial.Variables)
        {
            while (!polynomial.IsZero && polynomial.Terms.Keys.All(monomial => monomial.ExponentOf(variable) > 0))
            {
                common *= Polynomial.Variable(variable);
                polynomial = polynomial.Terms.Aggregate(Polynomial.Zero, (rest, term) => rest + Monomials(term.Key.Without(variable), term.Value));
            }
        }

        return (common, polynomial);
    }

    private static Polynomial Monomials(Monomial monomial, Fraction coefficient) =>
        monomial.Variables.Aggregate(Polynomial.Constant(coefficient), (product, variable) => product * Polynomial.Variable(variable));

    private static Term.Symbol? Widest(CheckBox box, IReadOnlyList<Term.Symbol> inputs) => inputs
        .Where(input => input.Kind == ScalarKind.Double && box.Of(input) is var (low, high) && !double.IsInfinity(low) && !double.IsInfinity(high) && low + ((high - low) / 2) is var middle && middle > low && middle < high)
        .OrderByDescending(input => (box.Of(input).High - box.Of(input).Low) / Math.Max(double.Epsilon, input.Domain.High - input.Domain.Low))
        .FirstOrDefault();
}
