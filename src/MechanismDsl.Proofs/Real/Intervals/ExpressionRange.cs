using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Real.Intervals;

/// <summary>The values that an expression without arrays can take, by interval arithmetic (Moore 1966).</summary>
internal static class ExpressionRange
{
    /// <summary>The range of an expression.</summary>
    /// <param name="expression">The expression; of arrays nothing is known.</param>
    /// <param name="variables">The ranges of variables by their index; of others nothing is known.</param>
    public static Interval Of(Expression expression, IReadOnlyDictionary<int, Interval> variables)
    {
        switch (expression)
        {
            case Expression.Constant constant:
                return IntervalOperations.Of(constant.Value, asWritten: true);
            case Expression.Read read:
                return variables.TryGetValue(read.Variable.Index, out var range) ? range : IntervalOperations.RangeOf(read.Kind);
            case Expression.Unary unary:
                return IntervalOperations.Apply(unary.Operation, unary.Operand.Kind, Of(unary.Operand, variables));
            case Expression.Binary binary:
                return IntervalOperations.Apply(binary.Operation, binary.Left.Kind, binary.IsChecked, Of(binary.Left, variables), Of(binary.Right, variables));
            case Expression.Convert convert:
                return IntervalOperations.Convert(Of(convert.Operand, variables), convert.Operand.Kind, convert.Kind, convert.IsChecked);
            case Expression.Conditional choice:
                var test = Of(choice.Test, variables);
                return test.Low > 0 ? Of(choice.WhenTrue, variables)
                    : test.High < 1 ? Of(choice.WhenFalse, variables)
                    : Of(choice.WhenTrue, variables).Join(Of(choice.WhenFalse, variables));
            default:
                return IntervalOperations.RangeOf(expression.Kind);
        }
    }
}
