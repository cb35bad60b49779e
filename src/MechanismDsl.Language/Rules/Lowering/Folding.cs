using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>
/// Carries out operators on whole numbers and booleans that are known when the rule is lowered: parameters of inlined methods become constants, and
/// with them the tests that end a recursion.
/// </summary>
internal static class Folding
{
    /// <summary>The constant that an operator gives; null if an operand is not known or the result does not fit, so that it wraps round or fails.</summary>
    public static Expression? Of(BinaryOperatorKind kind, Expression left, Expression right, int site)
    {
        if (left is not Expression.Constant { Value: var x } || right is not Expression.Constant { Value: var y })
        {
            return null;
        }

        return (x.Kind, y.Kind) switch
        {
            (ScalarKind.Boolean, ScalarKind.Boolean) => Booleans(kind, x.AsBoolean, y.AsBoolean) is { } truth ? new Expression.Constant(Scalar.Of(truth), site) : null,
            (ScalarKind.Int32, ScalarKind.Int32) when Compare(kind, x.AsInteger, y.AsInteger) is { } truth => new Expression.Constant(Scalar.Of(truth), site),
            (ScalarKind.Int32, ScalarKind.Int32) when Ints(kind, x.AsInteger, y.AsInteger) is { } number && number == (int)number => new Expression.Constant(Scalar.Of((int)number), site),
            _ => null,
        };
    }

    /// <summary>The constant that an operator of one value gives; null if the operand is not known or the result does not fit.</summary>
    public static Expression? Of(UnaryOperatorKind kind, Expression operand, int site) => operand switch
    {
        Expression.Constant { Value: { Kind: ScalarKind.Boolean } truth } when kind == UnaryOperatorKind.Not => new Expression.Constant(Scalar.Of(!truth.AsBoolean), site),
        Expression.Constant { Value: { Kind: ScalarKind.Int32, AsInteger: > int.MinValue and var number } } when kind == UnaryOperatorKind.Minus => new Expression.Constant(Scalar.Of((int)-number), site),
        _ => null,
    };

    private static bool? Booleans(BinaryOperatorKind kind, bool x, bool y) => kind switch
    {
        BinaryOperatorKind.And => x && y,
        BinaryOperatorKind.Or => x || y,
        BinaryOperatorKind.ExclusiveOr or BinaryOperatorKind.NotEquals => x != y,
        BinaryOperatorKind.Equals => x == y,
        _ => null,
    };

    private static bool? Compare(BinaryOperatorKind kind, long x, long y) => kind switch
    {
        BinaryOperatorKind.Equals => x == y,
        BinaryOperatorKind.NotEquals => x != y,
        BinaryOperatorKind.LessThan => x < y,
        BinaryOperatorKind.LessThanOrEqual => x <= y,
        BinaryOperatorKind.GreaterThan => x > y,
        BinaryOperatorKind.GreaterThanOrEqual => x >= y,
        _ => null,
    };

    // Of two ints none of these leaves the longs.
    private static long? Ints(BinaryOperatorKind kind, long x, long y) => kind switch
    {
        BinaryOperatorKind.Add => x + y,
        BinaryOperatorKind.Subtract => x - y,
        BinaryOperatorKind.Multiply => x * y,
        BinaryOperatorKind.Divide when y != 0 => x / y,
        BinaryOperatorKind.Remainder when y != 0 => x % y,
        _ => null,
    };
}
