using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Proofs.Priors;

/// <summary>A formula of a prior as an expression of rules, so that laws about it can be proved.</summary>
internal static class FormulaRule
{
    /// <summary>The expression; null if the formula has a trigonometric or hyperbolic function, or a parameter that is not fixed.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="argument">What stands for its argument.</param>
    public static Expression? Of(Formula formula, Expression argument)
    {
        switch (formula)
        {
            case Formula.Constant constant:
                return new Expression.Constant(Scalar.Of(constant.Value));
            case Formula.Variable:
                return argument;
            case Formula.Unary unary:
                return OperationOf(unary.Operator) is { } function && Of(unary.Operand, argument) is { } operand ? new Expression.Unary(function, operand) : null;
            case Formula.Binary binary:
                return Of(binary.Left, argument) is { } left && Of(binary.Right, argument) is { } right ? new Expression.Binary(OperationOf(binary.Operator), left, right) : null;
            case Formula.Conditional choice:
                return Of(choice.Test, argument) is { } test && Of(choice.Then, argument) is { } then && Of(choice.Else, argument) is { } otherwise
                    ? new Expression.Conditional(test, then, otherwise)
                    : null;
            default:
                return null;
        }
    }

    private static Expression? Of(Condition condition, Expression argument)
    {
        switch (condition)
        {
            case Condition.Compare compare:
                return Of(compare.Left, argument) is { } left && Of(compare.Right, argument) is { } right ? Comparison(compare.Operator, left, right) : null;
            case Condition.And and:
                return Of(and.Left, argument) is { } first && Of(and.Right, argument) is { } second ? new Expression.Conditional(first, second, Truth(false)) : null;
            case Condition.Or or:
                return Of(or.Left, argument) is { } one && Of(or.Right, argument) is { } other ? new Expression.Conditional(one, Truth(true), other) : null;
            case Condition.Not not:
                return Of(not.Operand, argument) is { } operand ? new Expression.Unary(UnaryOperation.Not, operand) : null;
            default:
                return null;
        }
    }

    // Rules have < and ≤; the other two directions are written with the operands exchanged.
    private static Expression Comparison(Comparison comparison, Expression left, Expression right) => comparison switch
    {
        Theory.Priors.Comparison.Less => new Expression.Binary(BinaryOperation.Less, left, right),
        Theory.Priors.Comparison.LessOrEqual => new Expression.Binary(BinaryOperation.LessOrEqual, left, right),
        Theory.Priors.Comparison.Greater => new Expression.Binary(BinaryOperation.Less, right, left),
        Theory.Priors.Comparison.GreaterOrEqual => new Expression.Binary(BinaryOperation.LessOrEqual, right, left),
        Theory.Priors.Comparison.Equal => new Expression.Binary(BinaryOperation.Equal, left, right),
        _ => new Expression.Binary(BinaryOperation.NotEqual, left, right),
    };

    private static Expression Truth(bool value) => new Expression.Constant(Scalar.Of(value));

    private static UnaryOperation? OperationOf(UnaryOperator function) => function switch
    {
        UnaryOperator.Negate => UnaryOperation.Negate,
        UnaryOperator.Exp => UnaryOperation.Exp,
        UnaryOperator.Log => UnaryOperation.Log,
        UnaryOperator.Sqrt => UnaryOperation.Sqrt,
        UnaryOperator.Abs => UnaryOperation.Abs,
        UnaryOperator.Floor => UnaryOperation.Floor,
        UnaryOperator.Ceiling => UnaryOperation.Ceiling,
        _ => null,
    };

    private static BinaryOperation OperationOf(BinaryOperator operation) => operation switch
    {
        BinaryOperator.Add => BinaryOperation.Add,
        BinaryOperator.Subtract => BinaryOperation.Subtract,
        BinaryOperator.Multiply => BinaryOperation.Multiply,
        BinaryOperator.Divide => BinaryOperation.Divide,
        BinaryOperator.Pow => BinaryOperation.Pow,
        BinaryOperator.Min => BinaryOperation.Min,
        _ => BinaryOperation.Max,
    };
}
