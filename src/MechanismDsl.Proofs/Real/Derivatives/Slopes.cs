using Fractions;
using MechanismDsl.Proofs.Real.Boxes;
using MechanismDsl.Proofs.Real.Intervals;
using MechanismDsl.Proofs.Real.Polynomials;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Real.Derivatives;

/// <summary>
/// The derivative of terms in one symbol, by the chain rule over their atoms. Where a function has a kink, its slope is a variable between the slopes on
/// both sides (Clarke 1975); where it jumps upward or rises without bound, its slope is a variable that can be any non-negative number.
/// </summary>
internal sealed class Slopes(QuotientForms forms, Term.Symbol symbol, Box whole)
{
    private const int FirstAuxiliary = 50_001;

    private readonly Dictionary<int, Quotient?> _known = [];
    private readonly Dictionary<int, Func<Box, Interval>> _bounded = [];
    private readonly HashSet<int> _unbounded = [];
    private int _next = FirstAuxiliary;

    /// <summary>Slopes that can be any non-negative number: a derivative is non-negative if it is so whatever they are.</summary>
    public IReadOnlyCollection<int> Unbounded => _unbounded;

    /// <summary>The range of a variable on a box: of a slope at a kink, or of an atom.</summary>
    public Interval RangeOf(int variable, Box box) => _bounded.TryGetValue(variable, out var range) ? range(box) : box.RangeOf(forms.Atoms[variable]);

    /// <summary>The derivative; null if a part has none, jumps downward, or the form becomes too large.</summary>
    public Quotient? Of(Quotient value)
    {
        // (N / Π f^k)′ = N′ / Π f^k − N Σ k f′ / (f Π f^k).
        var below = value.Factors.Values.Aggregate(Quotient.One, (product, factor) =>
            Enumerable.Range(0, factor.Power).Aggregate(product, (partial, _) => partial * Quotient.Reciprocal(factor.Factor)));
        if (Of(value.Numerator) is not { } top)
        {
            return null;
        }

        var slope = top * below;
        foreach (var factor in value.Factors.Values)
        {
            if (Of(factor.Factor) is not { } inner || !QuotientForms.IsSmall(slope))
            {
                return null;
            }

            slope -= Quotient.Of(value.Numerator * new Fraction(factor.Power)) * below * inner * Quotient.Reciprocal(factor.Factor);
        }

        return QuotientForms.IsSmall(slope) ? slope : null;
    }

    private Quotient? Of(Polynomial polynomial)
    {
        var slope = Quotient.Zero;
        foreach (var variable in polynomial.Variables)
        {
            if (OfVariable(variable) is not { } inner)
            {
                return null;
            }

            slope += Quotient.Of(polynomial.Derivative(variable)) * inner;
        }

        return slope;
    }

    private Quotient? OfVariable(int variable)
    {
        if (!_known.TryGetValue(variable, out var slope))
        {
            var term = forms.Atoms[variable];
            slope = !term.Mentions(symbol) ? Quotient.Zero : OfAtom(term, Polynomial.Variable(variable));
            _known.Add(variable, slope);
        }

        return slope;
    }

    private Quotient? OfAtom(Term term, Polynomial atom)
    {
        switch (term)
        {
            case Term.Symbol:
                return Quotient.One;
            case Term.Convert convert:
                return Unknown(convert.Operand);
            case Term.Unary unary:
                return OfFunction(unary, atom);
            case Term.Binary { Operation: BinaryOperation.Min } least:
                return Between(least.Left, least.Right);
            case Term.Binary { Operation: BinaryOperation.Max } most:
                return Between(most.Right, most.Left);
            case Term.Binary { Operation: BinaryOperation.Pow } power:
                return OfPower(power, atom);
            case Term.Binary { Operation: BinaryOperation.Divide, Kind: ScalarKind.Int32 or ScalarKind.Int64 } quotient
                when !quotient.Right.Mentions(symbol) && whole.RangeOf(quotient.Right).Low > 0:
                return Unknown(quotient.Left);
            case Term.Binary rounded when rounded.Operation.IsRounding() && !rounded.Right.Mentions(symbol):
                return Unknown(rounded.Left);
            case Term.Binary bitwise when BitwiseRule.Of(bitwise) is (not 0 and var course, { } operand):
                return Unknown(operand) is { } steps ? course > 0 ? steps : Quotient.Zero - steps : null;
            default:
                return null;
        }
    }

    private Quotient? OfFunction(Term.Unary unary, Polynomial atom)
    {
        switch (unary.Operation)
        {
            case UnaryOperation.Exp:
                return SlopeOf(unary.Operand) is { } inner ? inner * Quotient.Of(atom) : null;
            case UnaryOperation.Log when IsPositive(unary.Operand):
                return SlopeOf(unary.Operand) is { } ratio && forms.Of(unary.Operand).Inverse() is { } reciprocal ? ratio * reciprocal : null;
            case UnaryOperation.Sqrt:
                // An operand that is written as the square of this root is an atom of its own.
                var under = forms.IsSquare(unary) ? OfAtom(unary.Operand, atom * atom) : SlopeOf(unary.Operand);
                return under is null ? null : under * (IsPositive(unary.Operand)
                    ? Quotient.Reciprocal(atom * 2)
                    : AtLeast(box => DirectedRounding.DivideDown(0.5, box.RangeOf(unary).High)));
            case UnaryOperation.Abs:
                return SlopeOf(unary.Operand) is { } size ? size * Bounded(box => box.SignOf(forms, forms.Of(unary.Operand)) switch
                {
                    > 0 => Interval.Of(1),
                    < 0 => Interval.Of(-1),
                    _ => new Interval(-1, 1),
                }) : null;
            case UnaryOperation.Log:
                return SlopeOf(unary.Operand) is { } logarithm ? logarithm * AtLeast(box => DirectedRounding.DivideDown(1, box.RangeOf(unary.Operand).High)) : null;
            case UnaryOperation.Cbrt:
                return SlopeOf(unary.Operand) is { } rooted ? rooted * (whole.RangeOf(unary.Operand) is { Low: > 0 } or { High: < 0 }
                    ? Quotient.Reciprocal(atom * atom * 3)
                    : AtLeast(box => IntervalArithmetic.Divide(Interval.Of(1), IntervalArithmetic.Multiply(Interval.Of(3), IntervalArithmetic.Square(Largest(box.RangeOf(unary))))).Low)) : null;
            case UnaryOperation.Floor or UnaryOperation.Ceiling
                or UnaryOperation.Round or UnaryOperation.Truncate or UnaryOperation.Single or UnaryOperation.Sign:
                return Unknown(unary.Operand);
            default:
                return SlopeOf(unary.Operand) is { } along && OfElementary(unary, atom) is { } own ? along * own : null;
        }
    }

    // The slope of a function itself: a formula where it is one of the value or of the argument, otherwise a variable between its bounds.
    private Quotient? OfElementary(Term.Unary unary, Polynomial atom)
    {
        var argument = forms.Of(unary.Operand);
        var one = Quotient.One;
        switch (unary.Operation)
        {
            case UnaryOperation.Tanh:
                return one - Quotient.Of(atom * atom);
            case UnaryOperation.Tan:
                // Where the tangent could have a pole its range is not known, and nothing is decided.
                return one + Quotient.Of(atom * atom);
            case UnaryOperation.Atan:
                return (one + (argument * argument)).Inverse();
            case UnaryOperation.Log2 or UnaryOperation.Log10 when IsPositive(unary.Operand):
                return argument.Inverse() is { } reciprocal ? reciprocal * Bounded(_ => ElementarySlopes.PerLogarithm(unary.Operation)!.Value) : null;
            default:
                return ElementarySlopes.Of(unary.Operation, whole.RangeOf(unary.Operand)) switch
                {
                    null => null,
                    { IsFinite: true } => Bounded(box => Slope(box)),
                    { Low: >= 0 } => AtLeast(box => Slope(box).Low),
                    { High: <= 0 } => Quotient.Zero - AtLeast(box => -Slope(box).High),
                    _ => null,
                };
        }

        Interval Slope(Box box) => ElementarySlopes.Of(unary.Operation, box.RangeOf(unary.Operand))!.Value;
    }

    private static Interval Largest(Interval range) => Interval.Of(Math.Max(-range.Low, range.High));

    // x^c: c x^c · x′ / x, and b^y: ln b · b^y · y′.
    private Quotient? OfPower(Term.Binary power, Polynomial atom)
    {
        if (!power.Right.Mentions(symbol) && IsPositive(power.Left))
        {
            return SlopeOf(power.Left) is { } inner && forms.Of(power.Left).Inverse() is { } reciprocal ? forms.Of(power.Right) * Quotient.Of(atom) * inner * reciprocal : null;
        }

        if (!power.Right.Mentions(symbol) && whole.RangeOf(power.Left).Low >= 0 && whole.RangeOf(power.Right).Low > 0)
        {
            // A power below one is steepest at zero; one above it is flat there.
            var fixedPower = whole.RangeOf(power.Right);
            if (fixedPower.Low > 1 && !double.IsInfinity(whole.RangeOf(power.Left).High))
            {
                return SlopeOf(power.Left) is { } along ? along * Bounded(box => IntervalArithmetic.Multiply(
                    box.RangeOf(power.Right),
                    IntervalFunctions.Power(box.RangeOf(power.Left), IntervalArithmetic.Subtract(box.RangeOf(power.Right), Interval.Of(1))))) : null;
            }

            return SlopeOf(power.Left) is { } under
                ? under * (fixedPower.High < 1
                    ? AtLeast(box => DirectedRounding.MultiplyDown(fixedPower.Low, IntervalFunctions.Power(Interval.Of(box.RangeOf(power.Left).High), IntervalArithmetic.Subtract(fixedPower, Interval.Of(1))).Low))
                    : NewUnbounded())
                : null;
        }

        return !power.Left.Mentions(symbol) && IsPositive(power.Left) && SlopeOf(power.Right) is { } exponent
            ? exponent * Quotient.Of(atom) * Bounded(box => IntervalFunctions.Log(box.RangeOf(power.Left)))
            : null;
    }

    // The slope of the smaller of two terms: that of the first where it is smaller, of the second where it is larger, between them where they cross.
    private Quotient? Between(Term smaller, Term larger)
    {
        if (SlopeOf(smaller) is not { } first || SlopeOf(larger) is not { } second)
        {
            return null;
        }

        var share = Bounded(box => box.SignOf(forms, forms.Of(larger) - forms.Of(smaller)) switch
        {
            > 0 => Interval.Of(1),
            < 0 => Interval.Of(0),
            _ => new Interval(0, 1),
        });
        return (first * share) + (second * (Quotient.One - share));
    }

    private Quotient? Unknown(Term operand) => SlopeOf(operand) is { } slope ? slope * NewUnbounded() : null;

    private Quotient? SlopeOf(Term operand) => Of(forms.Of(operand));

    private bool IsPositive(Term term) => whole.RangeOf(term).Low > 0;

    private Quotient Bounded(Func<Box, Interval> range)
    {
        _bounded.Add(_next, range);
        return Quotient.Of(Polynomial.Variable(_next++));
    }

    // A slope that is large where its function is steep, and never less than at the far end of the box.
    private Quotient AtLeast(Func<Box, double> least) => Bounded(box => Interval.Of(Math.Min(Math.Max(0, least(box)), double.MaxValue))) + NewUnbounded();

    private Quotient NewUnbounded()
    {
        _unbounded.Add(_next);
        return Quotient.Of(Polynomial.Variable(_next++));
    }
}
