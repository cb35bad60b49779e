using MechanismDsl.Proofs.Real.Intervals;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Real.Forms;

/// <summary>The values of terms while the symbols are in a box; both in the arithmetic of the program and in real arithmetic.</summary>
/// <param name="box">Ranges of symbols, and of other terms about which more is known; a symbol that is missing ranges over its domain.</param>
internal sealed class TermIntervals(IReadOnlyDictionary<Term, Interval> box)
{
    private readonly Dictionary<Term, Interval> _known = [];

    /// <summary>Symbols over their whole domains.</summary>
    public static TermIntervals OfDomains() => new(new Dictionary<Term, Interval>());

    /// <summary>The whole domain of a symbol.</summary>
    public static Interval DomainOf(Term.Symbol symbol) => symbol.Kind switch
    {
        ScalarKind.Double => new(symbol.Domain.Low, symbol.Domain.High),
        _ => new(Math.Min(symbol.Domain.Low, symbol.Range.Low), Math.Max(symbol.Domain.High, symbol.Range.High)),
    };

    /// <summary>The range of a term.</summary>
    public Interval Of(Term term)
    {
        if (!_known.TryGetValue(term, out var range))
        {
            range = box.TryGetValue(term, out var given)
                ? term is Term.Symbol ? given : Compute(term).Meet(given) ?? given
                : Compute(term);
            _known.Add(term, range);
        }

        return range;
    }

    /// <summary>The range of what an operation computes, before it is brought into its kind.</summary>
    public Interval BeforeOverflow(Term term) => term switch
    {
        Term.Unary unary => IntervalOperations.BeforeOverflow(unary.Operation, unary.Operand.Kind, Of(unary.Operand)),
        Term.Binary binary => IntervalOperations.BeforeOverflow(binary.Operation, binary.Left.Kind, Of(binary.Left), Of(binary.Right)),
        _ => Of(term),
    };

    private Interval Compute(Term term)
    {
        switch (term)
        {
            case Term.Symbol symbol:
                return DomainOf(symbol);
            case Term.Constant constant:
                var value = IntervalOperations.Of(constant.Value, asWritten: false);
                return constant.Exact is { } exact ? value.Join(Rationals.Enclose(exact)) : value;
            case Term.Unary unary:
                return IntervalOperations.Apply(unary.Operation, unary.Operand.Kind, Of(unary.Operand));

            // A square is not negative; the product of a range with itself would forget that.
            case Term.Binary { Operation: BinaryOperation.Multiply } square when ReferenceEquals(square.Left, square.Right) && square.Kind == ScalarKind.Double:
                return IntervalArithmetic.Square(Of(square.Left));
            case Term.Binary { Operation: BinaryOperation.Subtract, Kind: ScalarKind.Double } difference when IsNonNegative(difference):
                var range = IntervalArithmetic.Subtract(Of(difference.Left), Of(difference.Right));
                return new(Math.Max(0, range.Low), Math.Max(0, range.High), range.MayBeNaN);
            case Term.Binary binary:
                return IntervalOperations.Apply(binary.Operation, binary.Left.Kind, isChecked: true, Of(binary.Left), Of(binary.Right));
            case Term.Convert convert:
                return IntervalOperations.Convert(Of(convert.Operand), convert.Operand.Kind, convert.Kind, isChecked: true);
            default:
                throw new ArgumentOutOfRangeException(nameof(term));
        }
    }

    // c·x − d·x for c ≥ d ≥ 0 and x ≥ 0: rounding is monotone, so it is not negative in doubles either.
    private bool IsNonNegative(Term.Binary difference)
    {
        var (left, first) = Scaled(difference.Left);
        var (right, second) = Scaled(difference.Right);
        return ReferenceEquals(left, right) && first >= second && second >= 0 && Of(left).Low >= 0;
    }

    private static (Term Factor, double Scale) Scaled(Term term) => term switch
    {
        Term.Binary { Operation: BinaryOperation.Multiply, Left: Term.Constant constant } product => (product.Right, constant.Value.ToNumber()),
        Term.Binary { Operation: BinaryOperation.Multiply, Right: Term.Constant constant } product => (product.Left, constant.Value.ToNumber()),
        _ => (term, 1),
    };
}
