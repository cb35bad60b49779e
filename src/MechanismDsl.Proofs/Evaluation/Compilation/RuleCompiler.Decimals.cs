using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>Expressions of kind decimal.</summary>
internal sealed partial class RuleCompiler
{
    private DecimalCode Decimal(Expression expression)
    {
        if (expression.Kind != ScalarKind.Decimal)
        {
            throw Misplaced(expression);
        }

        return expression switch
        {
            Expression.Constant constant => DecimalConstant(constant.Value.AsDecimal),
            Expression.Read read => DecimalRead(Number(read.Variable)),
            Expression.Element element => DecimalElement(element),
            Expression.Unary unary => DecimalUnary(unary.Operation, Decimal(unary.Operand)),
            Expression.Binary binary => DecimalBinary(binary.Operation, Decimal(binary.Left), Decimal(binary.Right)),
            Expression.Convert convert => ToDecimal(convert.Operand),
            Expression.Conditional choice => DecimalConditional(choice),
            _ => throw Misplaced(expression),
        };
    }

    private static DecimalCode DecimalConstant(decimal value) => _ => value;

    private static DecimalCode DecimalRead(int variable) => frame => frame.Decimals[variable];

    private DecimalCode DecimalElement(Expression.Element element)
    {
        var (array, index) = (Array(element.Array), Integer(element.Index));
        return frame =>
        {
            var cells = array(frame);
            var cell = index(frame);
            return (ulong)cell < (ulong)cells.Length ? cells.Decimals[cell] : OutOfRange(frame);
        };
    }

    private static DecimalCode DecimalUnary(UnaryOperation operation, DecimalCode operand) => operation switch
    {
        UnaryOperation.Negate => frame => -operand(frame),
        UnaryOperation.Abs => frame => Math.Abs(operand(frame)),
        UnaryOperation.Floor => frame => decimal.Floor(operand(frame)),
        UnaryOperation.Ceiling => frame => decimal.Ceiling(operand(frame)),
        UnaryOperation.Round => frame => decimal.Round(operand(frame)),
        UnaryOperation.Truncate => frame => decimal.Truncate(operand(frame)),
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    private static DecimalCode DecimalBinary(BinaryOperation operation, DecimalCode left, DecimalCode right) => operation switch
    {
        BinaryOperation.Add => frame => DecimalFunctions.Add(frame, left(frame), right(frame)),
        BinaryOperation.Subtract => frame => DecimalFunctions.Subtract(frame, left(frame), right(frame)),
        BinaryOperation.Multiply => frame => DecimalFunctions.Multiply(frame, left(frame), right(frame)),
        BinaryOperation.Divide => frame => DecimalFunctions.Divide(frame, left(frame), right(frame)),
        BinaryOperation.Remainder => frame => DecimalFunctions.Remainder(frame, left(frame), right(frame)),
        _ when operation.IsRounding() => frame => DecimalFunctions.RoundTo(frame, operation, left(frame), right(frame)),
        BinaryOperation.Min => frame => Math.Min(left(frame), right(frame)),
        BinaryOperation.Max => frame => Math.Max(left(frame), right(frame)),
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    private DecimalCode ToDecimal(Expression operand)
    {
        switch (operand.Kind)
        {
            case ScalarKind.Decimal:
                return Decimal(operand);
            case ScalarKind.Double:
                var number = Double(operand);
                return frame => Conversions.ToDecimal(frame, number(frame));
            default:
                var whole = Integer(operand);
                return frame => whole(frame);
        }
    }

    private DecimalCode DecimalConditional(Expression.Conditional choice)
    {
        var test = Traced(Boolean(choice.Test), choice.Site);
        var (yes, no) = (Decimal(choice.WhenTrue), Decimal(choice.WhenFalse));
        return frame => test(frame) ? yes(frame) : no(frame);
    }
}
