using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Inverses;

/// <summary>Builds expressions of doubles, without operations that do nothing and with constants folded, so that they read like formulas.</summary>
internal static class Formulas
{
    /// <summary>A number.</summary>
    public static Expression Number(double value) => new Expression.Constant(Scalar.Of(value));

    /// <summary>The value of a constant; null for other expressions.</summary>
    public static double? ConstantOf(Expression expression) => (expression as Expression.Constant)?.Value.ToNumber();

    /// <summary>The same value as a double.</summary>
    public static Expression AsDouble(Expression expression) => expression.Kind == ScalarKind.Double ? expression
        : ConstantOf(expression) is { } value ? Number(value)
        : new Expression.Convert(ScalarKind.Double, expression);

    /// <summary>left + right.</summary>
    public static Expression Add(Expression left, Expression right) => (ConstantOf(left), ConstantOf(right)) switch
    {
        ({ } a, { } b) => Number(a + b),
        (0, _) => right,
        (_, 0) => left,
        (_, < 0) => Subtract(left, Negate(right)),
        _ when right is Expression.Unary { Operation: UnaryOperation.Negate } negated => Subtract(left, negated.Operand),
        _ when left is Expression.Unary { Operation: UnaryOperation.Negate } negated => Subtract(right, negated.Operand),
        _ => new Expression.Binary(BinaryOperation.Add, left, right),
    };

    /// <summary>left − right.</summary>
    public static Expression Subtract(Expression left, Expression right) => (ConstantOf(left), ConstantOf(right)) switch
    {
        ({ } a, { } b) => Number(a - b),
        (0, _) => Negate(right),
        (_, 0) => left,
        (_, < 0) => Add(left, Negate(right)),
        _ when right is Expression.Unary { Operation: UnaryOperation.Negate } negated => Add(left, negated.Operand),
        _ => new Expression.Binary(BinaryOperation.Subtract, left, right),
    };

    /// <summary>left · right.</summary>
    public static Expression Multiply(Expression left, Expression right) => (ConstantOf(left), ConstantOf(right)) switch
    {
        ({ } a, { } b) => Number(a * b),
        (0, _) or (_, 0) => Number(0),
        (1, _) => right,
        (_, 1) => left,
        (-1, _) => Negate(right),
        (_, -1) => Negate(left),
        _ => new Expression.Binary(BinaryOperation.Multiply, left, right),
    };

    /// <summary>left / right.</summary>
    public static Expression Divide(Expression left, Expression right) => (ConstantOf(left), ConstantOf(right)) switch
    {
        ({ } a, { } b) when b != 0 => Number(a / b),
        (_, 1) => left,
        (_, -1) => Negate(left),
        _ => new Expression.Binary(BinaryOperation.Divide, left, right),
    };

    /// <summary>−operand.</summary>
    public static Expression Negate(Expression operand) => ConstantOf(operand) is { } value ? Number(-value + 0.0)
        : operand is Expression.Unary { Operation: UnaryOperation.Negate } negated ? negated.Operand
        : operand is Expression.Binary { Operation: BinaryOperation.Subtract } difference ? Subtract(difference.Right, difference.Left)
        : new Expression.Unary(UnaryOperation.Negate, operand);

    /// <summary>min(left, right).</summary>
    public static Expression Min(Expression left, Expression right) => Extreme(BinaryOperation.Min, left, right);

    /// <summary>max(left, right).</summary>
    public static Expression Max(Expression left, Expression right) => Extreme(BinaryOperation.Max, left, right);

    /// <summary>base to the power exponent.</summary>
    public static Expression Power(Expression value, Expression exponent) => ConstantOf(exponent) switch
    {
        1 => value,
        0.5 => Apply(UnaryOperation.Sqrt, value),
        -1 => Divide(Number(1), value),
        _ => (ConstantOf(value), ConstantOf(exponent)) is ({ } a, { } b) ? Number(Math.Pow(a, b)) : new Expression.Binary(BinaryOperation.Pow, value, exponent),
    };

    /// <summary>A function of one double.</summary>
    public static Expression Apply(UnaryOperation operation, Expression operand) => new Expression.Unary(operation, operand);

    /// <summary>left &lt; right, or ≤.</summary>
    public static Expression Less(Expression left, Expression right, bool orEqual = false) => (ConstantOf(left), ConstantOf(right)) is ({ } a, { } b)
        ? new Expression.Constant(Scalar.Of(orEqual ? a <= b : a < b))
        : new Expression.Binary(orEqual ? BinaryOperation.LessOrEqual : BinaryOperation.Less, left, right);

    /// <summary>Both, of booleans.</summary>
    public static Expression And(Expression left, Expression right) => left is Expression.Constant { Value: var first } ? first.AsBoolean ? right : left
        : right is Expression.Constant { Value: var second } ? second.AsBoolean ? left : right
        : new Expression.Binary(BinaryOperation.And, left, right);

    /// <summary>test ? whenTrue : whenFalse.</summary>
    public static Expression Choose(Expression test, Expression whenTrue, Expression whenFalse) => test is Expression.Constant { Value: var known }
        ? known.AsBoolean ? whenTrue : whenFalse
        : new Expression.Conditional(test, whenTrue, whenFalse);

    /// <summary>Whether a variable occurs.</summary>
    public static bool DependsOn(Expression expression, Variable variable) => expression switch
    {
        Expression.Read read => read.Variable == variable,
        Expression.Unary unary => DependsOn(unary.Operand, variable),
        Expression.Binary binary => DependsOn(binary.Left, variable) || DependsOn(binary.Right, variable),
        Expression.Convert convert => DependsOn(convert.Operand, variable),
        Expression.Conditional choice => DependsOn(choice.Test, variable) || DependsOn(choice.WhenTrue, variable) || DependsOn(choice.WhenFalse, variable),
        _ => false,
    };

    /// <summary>The expression with a variable of doubles replaced by another expression.</summary>
    public static Expression Replace(Expression expression, Variable variable, Expression value) => !DependsOn(expression, variable) ? expression : expression switch
    {
        Expression.Read => value,
        Expression.Unary { Operation: UnaryOperation.Negate } unary => Negate(Replace(unary.Operand, variable, value)),
        Expression.Unary unary => new Expression.Unary(unary.Operation, Replace(unary.Operand, variable, value), unary.IsChecked),
        Expression.Binary binary => Rebuild(binary, Replace(binary.Left, variable, value), Replace(binary.Right, variable, value)),
        Expression.Convert convert => new Expression.Convert(convert.Kind, Replace(convert.Operand, variable, value), convert.IsChecked),
        Expression.Conditional choice => Choose(
            Replace(choice.Test, variable, value), Replace(choice.WhenTrue, variable, value), Replace(choice.WhenFalse, variable, value)),
        _ => expression,
    };

    private static Expression Rebuild(Expression.Binary binary, Expression left, Expression right) => left.Kind != ScalarKind.Double
        ? new Expression.Binary(binary.Operation, left, right, binary.IsChecked)
        : binary.Operation switch
        {
            BinaryOperation.Add => Add(left, right),
            BinaryOperation.Subtract => Subtract(left, right),
            BinaryOperation.Multiply => Multiply(left, right),
            BinaryOperation.Divide => Divide(left, right),
            BinaryOperation.Min => Min(left, right),
            BinaryOperation.Max => Max(left, right),
            BinaryOperation.Less => Less(left, right),
            BinaryOperation.LessOrEqual => Less(left, right, orEqual: true),
            _ => new Expression.Binary(binary.Operation, left, right),
        };

    private static Expression Extreme(BinaryOperation operation, Expression left, Expression right) => (ConstantOf(left), ConstantOf(right)) is ({ } a, { } b)
        ? Number(operation == BinaryOperation.Min ? Math.Min(a, b) : Math.Max(a, b))
        : new Expression.Binary(operation, left, right);
}
