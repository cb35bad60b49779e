using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Certificates;

/// <summary>
/// The rules of a certificate's steps, as a list: operations that are correctly rounded are monotone in each operand, with the sign of the
/// other one, and results that are bounded by an operand stay so after rounding.
/// </summary>
internal static class MonotoneCheck
{
    /// <summary>Whether a ≤ b by one rule.</summary>
    /// <param name="a">The lower term.</param>
    /// <param name="b">The upper term.</param>
    /// <param name="below">Whether one part is at most another.</param>
    /// <param name="range">The values of a part.</param>
    /// <param name="real">Asked when a rule that holds in real arithmetic only would do: whether it may be used.</param>
    public static bool Holds(Term a, Term b, Func<Term, Term, bool> below, Func<Term, ValueRange> range, Func<bool> real) =>
        IsFocal(a, b) || Same(a, b, below, range, real) || Parts(a, b, below, range);

    private static bool IsFocal(Term a, Term b) =>
        (a, b) is (Term.Symbol { Role: SymbolRole.Focal } x, Term.Symbol { Role: SymbolRole.FocalOther } y) && x.Input == y.Input && x.Agent == y.Agent;

    private static bool Same(Term a, Term b, Func<Term, Term, bool> below, Func<Term, ValueRange> range, Func<bool> real)
    {
        switch (a, b)
        {
            case (Term.Unary p, Term.Unary q) when p.Operation == q.Operation:
                switch (p.Operation)
                {
                    case UnaryOperation.Negate:
                        return below(q.Operand, p.Operand);
                    case UnaryOperation.Sqrt or UnaryOperation.Floor or UnaryOperation.Ceiling or UnaryOperation.Round or UnaryOperation.Truncate or UnaryOperation.Single or UnaryOperation.Sign:
                        return below(p.Operand, q.Operand);
                    case UnaryOperation.Exp or UnaryOperation.Log or UnaryOperation.Log2 or UnaryOperation.Log10 or UnaryOperation.Cbrt
                        or UnaryOperation.Sinh or UnaryOperation.Tanh or UnaryOperation.Asinh or UnaryOperation.Acosh or UnaryOperation.Atanh
                        or UnaryOperation.Asin or UnaryOperation.Atan:
                        return Real(below(p.Operand, q.Operand), real);
                    case UnaryOperation.Acos:
                        return Real(below(q.Operand, p.Operand), real);
                    case UnaryOperation.Cosh or UnaryOperation.Sin or UnaryOperation.Cos or UnaryOperation.Tan:
                        return Real(Turning(p.Operation, range(p.Operand).Or(range(q.Operand)), () => below(p.Operand, q.Operand), () => below(q.Operand, p.Operand)), real);
                    default:
                        return false;
                }

            case (Term.Convert p, Term.Convert q) when p.Kind == q.Kind && p.Operand.Kind == q.Operand.Kind:
                var cuts = p.Kind == ScalarKind.Decimal || p.Operand.Kind == ScalarKind.Decimal;
                return cuts ? Real(below(p.Operand, q.Operand), real) : below(p.Operand, q.Operand);
            case (Term.Binary p, Term.Binary q) when p.Operation == q.Operation:
                var holds = p.Operation switch
                {
                    BinaryOperation.Add => (below(p.Left, q.Left) && below(p.Right, q.Right)) || (below(p.Left, q.Right) && below(p.Right, q.Left)),
                    BinaryOperation.Subtract => below(p.Left, q.Left) && below(q.Right, p.Right),
                    BinaryOperation.Multiply => Times(p.Left, p.Right, q.Left, q.Right, below, range) || Times(p.Left, p.Right, q.Right, q.Left, below, range),
                    BinaryOperation.Divide => Over(p, q, below, range),
                    BinaryOperation.Pow => Power(p, q, below, range),

                    >= BinaryOperation.RoundTo and <= BinaryOperation.CeilingTo => ReferenceEquals(p.Right, q.Right) && below(p.Left, q.Left),

                    // A mask of ones above zeros rounds down to a multiple of a power of two, one of zeros above ones up to one less than a multiple.
                    BinaryOperation.And => ReferenceEquals(p.Right, q.Right) && p.Right is Term.Constant { Value.AsInteger: < 0 and > long.MinValue and var mask } && IsPowerOfTwo(-mask) && below(p.Left, q.Left),
                    BinaryOperation.Or => ReferenceEquals(p.Right, q.Right) && p.Right is Term.Constant { Value.AsInteger: >= 0 and < long.MaxValue and var mask } && IsPowerOfTwo(mask + 1) && below(p.Left, q.Left),
                    _ => false,
                };
                return p.Operation == BinaryOperation.Pow || (p.Kind == ScalarKind.Decimal && !p.Operation.IsRounding()) ? Real(holds, real) : holds;
            default:
                return false;
        }
    }

    private static bool IsPowerOfTwo(long value) => (value & (value - 1)) == 0;

    // Functions that turn: where none of their turning points lies between the arguments. 1.57 is below π/2, and 3.14 below π.
    private static bool Turning(UnaryOperation operation, ValueRange range, Func<bool> below, Func<bool> above) => (operation, range.Low, range.High) switch
    {
        (UnaryOperation.Cosh, >= 0, _) => below(),
        (UnaryOperation.Cosh, _, <= 0) => above(),
        (UnaryOperation.Sin or UnaryOperation.Tan, >= -1.57, <= 1.57) => below(),
        (UnaryOperation.Cos, >= 0, <= 3.14) => above(),
        (UnaryOperation.Cos, >= -3.14, <= 0) => below(),
        _ => false,
    };

    // p·q ≤ r·s through p·s or through r·q; finite numbers only, so that the product in between is one.
    private static bool Times(Term p, Term q, Term r, Term s, Func<Term, Term, bool> below, Func<Term, ValueRange> range) =>
        new[] { p, q, r, s }.All(factor => range(factor).IsFinite)
        && ((Factor(p, q, s, below, range) && Factor(s, p, r, below, range)) || (Factor(q, p, r, below, range) && Factor(r, q, s, below, range)));

    private static bool Factor(Term factor, Term from, Term to, Func<Term, Term, bool> below, Func<Term, ValueRange> range) =>
        ReferenceEquals(from, to) || (range(factor).Low >= 0 && below(from, to)) || (range(factor).High <= 0 && below(to, from));

    private static bool Over(Term.Binary a, Term.Binary b, Func<Term, Term, bool> below, Func<Term, ValueRange> range)
    {
        var divisors = range(a.Right).Or(range(b.Right));
        if (!divisors.IsFinite || divisors.Contains(0))
        {
            return false;
        }

        var numerators = divisors.Low > 0 ? below(a.Left, b.Left) : below(b.Left, a.Left);
        return numerators && (ReferenceEquals(a.Right, b.Right) || Divisor(a.Left) || Divisor(b.Left));

        bool Divisor(Term numerator) => !range(numerator).MayBeNaN
            && ((range(numerator).Low >= 0 && below(b.Right, a.Right)) || (range(numerator).High <= 0 && below(a.Right, b.Right)));
    }

    private static bool Power(Term.Binary a, Term.Binary b, Func<Term, Term, bool> below, Func<Term, ValueRange> range)
    {
        ValueRange bases = range(a.Left).Or(range(b.Left)), exponents = range(a.Right).Or(range(b.Right));
        return bases is { Low: >= 0, IsFinite: true } && exponents.IsFinite && (bases.Low > 0 || exponents.Low > 0)
            && (ReferenceEquals(a.Left, b.Left) || (exponents.Low >= 0 && below(a.Left, b.Left)) || (exponents.High <= 0 && below(b.Left, a.Left)))
            && (ReferenceEquals(a.Right, b.Right) || (bases.Low >= 1 && below(a.Right, b.Right)) || (bases.High <= 1 && below(b.Right, a.Right)));
    }

    private static bool Parts(Term a, Term b, Func<Term, Term, bool> below, Func<Term, ValueRange> range) =>
        a switch
        {
            Term.Binary { Operation: BinaryOperation.Max } p => below(p.Left, b) && below(p.Right, b),
            Term.Binary { Operation: BinaryOperation.Min } p => below(p.Left, b) || below(p.Right, b),
            Term.Binary p => (BoundCheck.AtMost(p, p.Left, p.Right, range) && below(p.Left, b)) || (BoundCheck.Commutes(p) && BoundCheck.AtMost(p, p.Right, p.Left, range) && below(p.Right, b)),
            Term.Unary { Operation: UnaryOperation.Floor } p => below(p.Operand, b),
            Term.Unary { Operation: UnaryOperation.Truncate or UnaryOperation.Abs } p => range(p.Operand) is { Low: >= 0, MayBeNaN: false } && below(p.Operand, b),
            _ => false,
        } || b switch
        {
            Term.Binary { Operation: BinaryOperation.Max } q => below(a, q.Left) || below(a, q.Right),
            Term.Binary { Operation: BinaryOperation.Min } q => below(a, q.Left) && below(a, q.Right),
            Term.Binary q => (BoundCheck.AtLeast(q, q.Left, q.Right, range) && below(a, q.Left)) || (BoundCheck.Commutes(q) && BoundCheck.AtLeast(q, q.Right, q.Left, range) && below(a, q.Right)),
            Term.Unary { Operation: UnaryOperation.Ceiling or UnaryOperation.Abs } q => below(a, q.Operand),
            _ => false,
        };

    private static bool Real(bool holds, Func<bool> real) => holds && real();
}

/// <summary>When a result is bounded by its first operand.</summary>
internal static class BoundCheck
{
    /// <summary>Whether the operands can be exchanged.</summary>
    public static bool Commutes(Term.Binary term) => term.Operation is BinaryOperation.Add or BinaryOperation.Multiply;

    /// <summary>Whether the result is at most <paramref name="operand"/>.</summary>
    public static bool AtMost(Term.Binary term, Term operand, Term other, Func<Term, ValueRange> range)
    {
        ValueRange value = range(operand), by = range(other);
        return term.Kind != ScalarKind.Decimal && !value.MayBeNaN && !by.MayBeNaN && term.Operation switch
        {
            BinaryOperation.Add => by.High <= 0,
            BinaryOperation.Subtract => by.Low >= 0,
            BinaryOperation.Multiply => (value.Low >= 0 && by.Low >= 0 && by.High <= 1) || (value.High <= 0 && by.Low >= 1),
            BinaryOperation.Divide => (value.Low >= 0 && by.Low >= 1) || (value.High <= 0 && by.Low > 0 && by.High <= 1),
            BinaryOperation.Remainder => value.Low >= 0 && !by.Contains(0),
            _ => false,
        };
    }

    /// <summary>Whether the result is at least <paramref name="operand"/>.</summary>
    public static bool AtLeast(Term.Binary term, Term operand, Term other, Func<Term, ValueRange> range)
    {
        ValueRange value = range(operand), by = range(other);
        return term.Kind != ScalarKind.Decimal && !value.MayBeNaN && !by.MayBeNaN && term.Operation switch
        {
            BinaryOperation.Add => by.Low >= 0,
            BinaryOperation.Subtract => by.High <= 0,
            BinaryOperation.Multiply => (value.Low >= 0 && by.Low >= 1) || (value.High <= 0 && by.Low >= 0 && by.High <= 1),
            BinaryOperation.Divide => (value.Low >= 0 && by.Low > 0 && by.High <= 1) || (value.High <= 0 && by.Low >= 1),
            BinaryOperation.Remainder => value.Low >= 0 && value.High < by.Low,
            _ => false,
        };
    }
}
