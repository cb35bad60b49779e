namespace MechanismDsl.Theory.Priors;

public abstract partial record Formula
{
    /// <summary>
    /// The derivative by the argument, exact wherever the function is differentiable; a conditional is differentiated branch by branch, whole
    /// parts (<see cref="UnaryOperator.Floor"/>) have slope 0, and at a kink the derivative is that of one side. NaN where the rules meet 0·∞ (the
    /// square root of a part that is constantly 0).
    /// </summary>
    public Formula Differentiate() => this switch
    {
        Variable => 1,
        Unary unary => Times(Slope(unary), unary.Operand.Differentiate()),
        Binary binary => Differentiate(binary),
        Conditional conditional => new Conditional(conditional.Test, conditional.Then.Differentiate(), conditional.Else.Differentiate()),
        _ => 0,
    };

    private static Formula Slope(Unary unary)
    {
        var x = unary.Operand;
        return unary.Operator switch
        {
            UnaryOperator.Negate => -1,
            UnaryOperator.Exp => unary,
            UnaryOperator.Log => 1 / x,
            UnaryOperator.Sqrt => 0.5 / unary,
            UnaryOperator.Abs => new Conditional(new Condition.Compare(Comparison.Less, x, 0), -1, 1),
            UnaryOperator.Floor or UnaryOperator.Ceiling => 0,
            UnaryOperator.Sin => new Unary(UnaryOperator.Cos, x),
            UnaryOperator.Cos => -new Unary(UnaryOperator.Sin, x),
            UnaryOperator.Tan => 1 + (unary * (Formula)unary),
            UnaryOperator.Asin => 1 / Root(1 - (x * x)),
            UnaryOperator.Acos => -1 / Root(1 - (x * x)),
            UnaryOperator.Atan => 1 / (1 + (x * x)),
            UnaryOperator.Sinh => new Unary(UnaryOperator.Cosh, x),
            UnaryOperator.Cosh => new Unary(UnaryOperator.Sinh, x),
            UnaryOperator.Tanh => 1 - (unary * (Formula)unary),
            _ => throw new InvalidOperationException($"unknown operator {unary.Operator}"),
        };
    }

    private static Formula Differentiate(Binary binary)
    {
        var (f, g) = (binary.Left, binary.Right);
        var (df, dg) = (f.Differentiate(), g.Differentiate());
        return binary.Operator switch
        {
            BinaryOperator.Add => Plus(df, dg),
            BinaryOperator.Subtract => Plus(df, Times(-1, dg)),
            BinaryOperator.Multiply => Plus(Times(df, g), Times(f, dg)),
            BinaryOperator.Divide => IsZero(dg) ? Times(df, 1 / g) : Plus(Times(df, 1 / g), Times(-1, Times(dg, f / (g * g)))),
            BinaryOperator.Pow => Plus(
                Times(df, Times(g, new Binary(BinaryOperator.Pow, f, g is Constant { Value: var power } ? power - 1 : g - 1))),
                Times(dg, IsZero(dg) ? 0 : new Unary(UnaryOperator.Log, f) * (Formula)binary)),
            BinaryOperator.Min => new Conditional(new Condition.Compare(Comparison.Less, f, g), df, dg),
            BinaryOperator.Max => new Conditional(new Condition.Compare(Comparison.Greater, f, g), df, dg),
            _ => throw new InvalidOperationException($"unknown operator {binary.Operator}"),
        };
    }

    private static bool IsZero(Formula formula) => formula is Constant { Value: 0 };

    private static Formula Root(Formula operand) => new Unary(UnaryOperator.Sqrt, operand);

    /// <summary>A product without factors 0 and 1: a vanishing term must not become 0·∞.</summary>
    private static Formula Times(Formula left, Formula right) => (left, right) switch
    {
        (Constant { Value: 0 }, _) or (_, Constant { Value: 0 }) => 0,
        (Constant { Value: 1 }, _) => right,
        (_, Constant { Value: 1 }) => left,
        (Constant { Value: var first }, Constant { Value: var second }) => first * second,
        _ => left * right,
    };

    private static Formula Plus(Formula left, Formula right) => (left, right) switch
    {
        (Constant { Value: 0 }, _) => right,
        (_, Constant { Value: 0 }) => left,
        (Constant { Value: var first }, Constant { Value: var second }) => first + second,
        _ => left + right,
    };
}
