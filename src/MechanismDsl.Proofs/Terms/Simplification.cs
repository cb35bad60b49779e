using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Terms;

/// <summary>Identities that hold to the bit, up to the sign of a zero, in every kind of number.</summary>
internal static class Simplification
{
    /// <summary>A simpler term, or null.</summary>
    public static Term? Unary(UnaryOperation operation, Term operand) => operation switch
    {
        UnaryOperation.Negate when operand is Term.Unary { Operation: UnaryOperation.Negate } inner => inner.Operand,
        UnaryOperation.Abs when operand.Range is { Low: >= 0, MayBeNaN: false } => operand,
        UnaryOperation.Floor or UnaryOperation.Ceiling or UnaryOperation.Round or UnaryOperation.Truncate when IsWhole(operand) => operand,
        UnaryOperation.Single when operand is Term.Unary { Operation: UnaryOperation.Single } => operand,
        _ => null,
    };

    /// <summary>A simpler term, or null.</summary>
    public static Term? Binary(TermPool pool, BinaryOperation operation, Term left, Term right) => operation switch
    {
        BinaryOperation.Add when IsZero(right) => left,
        BinaryOperation.Add when IsZero(left) => right,
        BinaryOperation.Subtract when IsZero(right) => left,
        BinaryOperation.Subtract when IsZero(left) => pool.Unary(UnaryOperation.Negate, right),
        BinaryOperation.Subtract when ReferenceEquals(left, right) && left.Range.IsFinite => pool.Constant(Scalar.Zero(left.Kind)),
        BinaryOperation.And when IsLowMask(right, left.Range) => left,
        BinaryOperation.Multiply when IsOne(right) => left,
        BinaryOperation.Multiply when IsOne(left) => right,
        BinaryOperation.Multiply when IsZero(right) && left.Range.IsFinite => right,
        BinaryOperation.Multiply when IsZero(left) && right.Range.IsFinite => left,
        BinaryOperation.Divide when IsOne(right) => left,
        BinaryOperation.Min or BinaryOperation.Max when ReferenceEquals(left, right) => left,
        BinaryOperation.Min => Lower(left, right),
        BinaryOperation.Max => ReferenceEquals(Lower(left, right), left) ? right : ReferenceEquals(Lower(left, right), right) ? left : null,
        _ => null,
    };

    // The operand that is never above the other one, if the ranges tell.
    private static Term? Lower(Term left, Term right)
    {
        if (left.Range.MayBeNaN || right.Range.MayBeNaN)
        {
            return null;
        }

        return left.Range.High <= right.Range.Low ? left : right.Range.High <= left.Range.Low ? right : null;
    }

    private static bool IsWhole(Term term) =>
        term is Term.Unary { Operation: UnaryOperation.Floor or UnaryOperation.Ceiling or UnaryOperation.Round or UnaryOperation.Truncate }
            or Term.Convert { Operand.Kind: ScalarKind.Int32 };

    // A mask of ones from the lowest bit on changes no number that it has room for.
    private static bool IsLowMask(Term mask, ValueRange range) =>
        mask is Term.Constant { Kind: ScalarKind.Int32 or ScalarKind.Int64, Value.AsInteger: >= 0 and < long.MaxValue and var ones } && (ones & (ones + 1)) == 0 && range is { Low: >= 0, MayBeNaN: false } && range.High <= ones;

    private static bool IsZero(Term term) => term is Term.Constant { Exact: { } exact } constant && exact.IsZero && constant.Value.ToNumber() == 0;

    private static bool IsOne(Term term) => term is Term.Constant { Exact: { } exact } constant && exact == Fractions.Fraction.One && constant.Value.ToNumber() == 1;
}
