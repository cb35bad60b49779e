using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Order;

/// <summary>
/// Derives <c>a ≤ b</c> from comparisons of the parts. The rules rest on two facts: IEEE 754 rounds +, −, ·, / and √ to nearest, and rounding
/// to nearest is monotone; so whatever is monotone in real arithmetic stays weakly monotone as a function on doubles, and a result that is
/// bounded by a double stays bounded by it.
/// </summary>
/// <remarks>Where the comparisons of the parts come from (ranges alone, or the facts of a path) is up to the derived class.</remarks>
internal abstract class OrderRules
{
    /// <summary>Whether a ≤ b is known of two parts.</summary>
    protected abstract Entailment Compare(Term a, Term b);

    /// <summary>The values that a part can have.</summary>
    protected abstract ValueRange RangeOf(Term term);

    /// <summary>Whether a ≤ b follows by one rule.</summary>
    protected Entailment Derive(Term a, Term b)
    {
        var result = SameOperation(a, b);
        if (result == Entailment.Exact)
        {
            return result;
        }

        result = Max(result, FromLeft(a, b));
        return result == Entailment.Exact ? result : Max(result, FromRight(a, b));
    }

    /// <summary>The disjunction.</summary>
    protected static Entailment Max(Entailment left, Entailment right) => left > right ? left : right;

    private Entailment SameOperation(Term a, Term b) => (a, b) switch
    {
        (Term.Unary p, Term.Unary q) when p.Operation == q.Operation => SameUnary(p, q),
        (Term.Convert p, Term.Convert q) when p.Kind == q.Kind && p.Operand.Kind == q.Operand.Kind => Compare(p.Operand, q.Operand).And(Exactness(p)),
        (Term.Binary p, Term.Binary q) when p.Operation == q.Operation => SameBinary(p, q).And(Exactness(p)),
        _ => Entailment.Open,
    };

    private Entailment SameUnary(Term.Unary p, Term.Unary q) => p.Operation switch
    {
        UnaryOperation.Negate => Compare(q.Operand, p.Operand),
        UnaryOperation.Sqrt or UnaryOperation.Floor or UnaryOperation.Ceiling or UnaryOperation.Round or UnaryOperation.Truncate or UnaryOperation.Single or UnaryOperation.Sign => Compare(p.Operand, q.Operand),
        _ => Elementary(p, q),
    };

    // The functions of the C library rise and fall in real numbers.
    private Entailment Elementary(Term.Unary p, Term.Unary q)
    {
        var range = RangeOf(p.Operand).Or(RangeOf(q.Operand));
        return ElementaryFunctions.Course(p.Operation, range.Low, range.High) switch
        {
            > 0 => Compare(p.Operand, q.Operand).And(Entailment.Real),
            < 0 => Compare(q.Operand, p.Operand).And(Entailment.Real),
            _ => Entailment.Open,
        };
    }

    private Entailment SameBinary(Term.Binary p, Term.Binary q)
    {
        switch (p.Operation)
        {
            case BinaryOperation.Add:
                return Max(Compare(p.Left, q.Left).And(Compare(p.Right, q.Right)), Compare(p.Left, q.Right).And(Compare(p.Right, q.Left)));
            case BinaryOperation.Subtract:
                return Compare(p.Left, q.Left).And(Compare(q.Right, p.Right));
            case BinaryOperation.Multiply:
                return Max(Product(p.Left, p.Right, q.Left, q.Right), Product(p.Left, p.Right, q.Right, q.Left));
            case BinaryOperation.Divide:
                return Quotient(p.Left, p.Right, q.Left, q.Right);
            case BinaryOperation.Pow:
                return Power(p.Left, p.Right, q.Left, q.Right).And(Entailment.Real);
            case BinaryOperation.And or BinaryOperation.Or or BinaryOperation.Xor:
                return Bitwise(p, q);
            case >= BinaryOperation.RoundTo and <= BinaryOperation.CeilingTo:
                return ReferenceEquals(p.Right, q.Right) ? Compare(p.Left, q.Left) : Entailment.Open;
            default:
                return Entailment.Open;
        }
    }

    // One constant, and an operand that moves with the result.
    private Entailment Bitwise(Term.Binary p, Term.Binary q)
    {
        var (mask, from, to) = p.Right is Term.Constant && ReferenceEquals(p.Right, q.Right) ? (p.Right, p.Left, q.Left)
            : p.Left is Term.Constant && ReferenceEquals(p.Left, q.Left) ? (p.Left, p.Right, q.Right)
            : (null, p, q);
        return mask is not Term.Constant constant ? Entailment.Open : BitwiseRule.Course(p.Operation, RangeOf(from).Or(RangeOf(to)), constant.Value.AsInteger) switch
        {
            > 0 => Compare(from, to),
            < 0 => Compare(to, from),
            _ => Entailment.Open,
        };
    }

    // p·q ≤ r·s by changing one factor after the other, in both orders.
    private Entailment Product(Term p, Term q, Term r, Term s) =>
        Max(
            IsProduct(r, q) ? Scaled(q, p, r).And(Scaled(r, q, s)) : Entailment.Open,
            IsProduct(p, s) ? Scaled(p, q, s).And(Scaled(s, p, r)) : Entailment.Open);

    // k·from ≤ k·to.
    private Entailment Scaled(Term factor, Term from, Term to)
    {
        if (ReferenceEquals(from, to))
        {
            return Entailment.Exact;
        }

        var range = RangeOf(factor);
        return range.MayBeNaN ? Entailment.Open : range.Low >= 0 ? Compare(from, to) : range.High <= 0 ? Compare(to, from) : Entailment.Open;
    }

    // The product in the middle of the two steps must not be 0·∞.
    private bool IsProduct(Term p, Term q)
    {
        ValueRange a = RangeOf(p), b = RangeOf(q);
        return !a.MayBeNaN && !b.MayBeNaN && !((a.Contains(0) && b.HasInfinity) || (b.Contains(0) && a.HasInfinity));
    }

    // p/q ≤ r/s by changing the numerator first, or the denominator first.
    private Entailment Quotient(Term p, Term q, Term r, Term s)
    {
        ValueRange below = RangeOf(q), otherBelow = RangeOf(s);
        var sameSign = (below.Low > 0 && otherBelow.Low > 0) || (below.High < 0 && otherBelow.High < 0);
        if (!sameSign || below.MayBeNaN || otherBelow.MayBeNaN || below.HasInfinity || otherBelow.HasInfinity)
        {
            return Entailment.Open;
        }

        return Max(Scaled(q, p, r).And(Divided(r, q, s)), Divided(p, q, s).And(Scaled(s, p, r)));
    }

    // k/from ≤ k/to for divisors of one sign.
    private Entailment Divided(Term numerator, Term from, Term to)
    {
        if (ReferenceEquals(from, to))
        {
            return Entailment.Exact;
        }

        var range = RangeOf(numerator);
        return range.MayBeNaN ? Entailment.Open : range.Low >= 0 ? Compare(to, from) : range.High <= 0 ? Compare(from, to) : Entailment.Open;
    }

    private Entailment Power(Term p, Term q, Term r, Term s)
    {
        ValueRange bases = RangeOf(p).Or(RangeOf(r)), exponents = RangeOf(q).Or(RangeOf(s));
        if (bases.MayBeNaN || exponents.MayBeNaN || bases.Low < 0 || (bases.Low == 0 && exponents.Low < 0) || bases.HasInfinity || exponents.HasInfinity)
        {
            return Entailment.Open;
        }

        if (ReferenceEquals(q, s))
        {
            return exponents.Low >= 0 ? Compare(p, r) : exponents.High <= 0 ? Compare(r, p) : Entailment.Open;
        }

        var exponent = bases.Low >= 1 ? Compare(q, s) : bases.High <= 1 ? Compare(s, q) : Entailment.Open;
        var @base = ReferenceEquals(p, r) ? Entailment.Exact : exponents.Low >= 0 ? Compare(p, r) : exponents.High <= 0 ? Compare(r, p) : Entailment.Open;
        return exponent.And(@base);
    }

    // a is at most one of its parts, which is at most b.
    private Entailment FromLeft(Term a, Term b)
    {
        switch (a)
        {
            case Term.Binary { Operation: BinaryOperation.Min } p:
                return Max(Compare(p.Left, b), Compare(p.Right, b));
            case Term.Binary { Operation: BinaryOperation.Max } p:
                return Compare(p.Left, b).And(Compare(p.Right, b));
            case Term.Binary p:
                var exactness = Exactness(p);
                return exactness == Entailment.Open ? exactness : Max(
                    Bounds.IsAtMostLeft(p.Operation, RangeOf(p.Left), RangeOf(p.Right)) ? Compare(p.Left, b) : Entailment.Open,
                    Bounds.IsAtMostRight(p.Operation, RangeOf(p.Left), RangeOf(p.Right)) ? Compare(p.Right, b) : Entailment.Open).And(exactness);
            case Term.Unary { Operation: UnaryOperation.Floor } p:
                return Compare(p.Operand, b);
            case Term.Unary { Operation: UnaryOperation.Truncate or UnaryOperation.Abs } p when RangeOf(p.Operand) is { Low: >= 0, MayBeNaN: false }:
                return Compare(p.Operand, b);
            default:
                return Entailment.Open;
        }
    }

    // b is at least one of its parts, which is at least a.
    private Entailment FromRight(Term a, Term b)
    {
        switch (b)
        {
            case Term.Binary { Operation: BinaryOperation.Max } q:
                return Max(Compare(a, q.Left), Compare(a, q.Right));
            case Term.Binary { Operation: BinaryOperation.Min } q:
                return Compare(a, q.Left).And(Compare(a, q.Right));
            case Term.Binary q:
                var exactness = Exactness(q);
                return exactness == Entailment.Open ? exactness : Max(
                    Bounds.IsAtLeastLeft(q.Operation, RangeOf(q.Left), RangeOf(q.Right)) ? Compare(a, q.Left) : Entailment.Open,
                    Bounds.IsAtLeastRight(q.Operation, RangeOf(q.Left), RangeOf(q.Right)) ? Compare(a, q.Right) : Entailment.Open).And(exactness);
            case Term.Unary { Operation: UnaryOperation.Ceiling or UnaryOperation.Abs } q:
                return Compare(a, q.Operand);
            case Term.Unary { Operation: UnaryOperation.Truncate } q when RangeOf(q.Operand) is { High: <= 0, MayBeNaN: false }:
                return Compare(a, q.Operand);
            default:
                return Entailment.Open;
        }
    }

    // Decimal operations round in ways that differ with the number of digits; conversions between decimal and double cut digits. Rounding to a number of
    // digits is exact.
    private static Entailment Exactness(Term term) =>
        (term.Kind == ScalarKind.Decimal && term is not Term.Binary { Operation: >= BinaryOperation.RoundTo and <= BinaryOperation.CeilingTo }) || (term is Term.Convert { Operand.Kind: ScalarKind.Decimal, Kind: ScalarKind.Double }) ? Entailment.Real : Entailment.Exact;
}
