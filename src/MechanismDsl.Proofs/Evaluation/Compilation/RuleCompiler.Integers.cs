using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>Expressions of kind int and long.</summary>
internal sealed partial class RuleCompiler
{
    private IntegerCode Integer(Expression expression)
    {
        if (expression.Kind is not (ScalarKind.Int32 or ScalarKind.Int64))
        {
            throw Misplaced(expression);
        }

        return expression switch
        {
            Expression.Constant constant => IntegerConstant(constant.Value.AsInteger),
            Expression.Read read => IntegerRead(Number(read.Variable)),
            Expression.Element element => IntegerElement(element),
            Expression.Length length => Length(Array(length.Array)),
            Expression.Unary { Operation: UnaryOperation.Sign } sign => Sign(sign.Operand),
            Expression.Unary unary => IntegerUnary(unary),
            Expression.Binary { IsChecked: true, Operation: BinaryOperation.Add or BinaryOperation.Subtract or BinaryOperation.Multiply } binary => CheckedBinary(binary),
            Expression.Binary binary => IntegerBinary(binary),
            Expression.Convert convert => ToInteger(convert),
            Expression.Conditional choice => IntegerConditional(choice),
            _ => throw Misplaced(expression),
        };
    }

    private static IntegerCode IntegerConstant(long value) => _ => value;

    private static IntegerCode IntegerRead(int variable) => frame => frame.Longs[variable];

    private static IntegerCode Length(ArrayCode array) => frame => array(frame).Length;

    private IntegerCode IntegerElement(Expression.Element element)
    {
        var (array, index) = (Array(element.Array), Integer(element.Index));
        return frame =>
        {
            var cells = array(frame);
            var cell = index(frame);
            return (ulong)cell < (ulong)cells.Length ? cells.Longs[cell] : OutOfRange(frame);
        };
    }

    private IntegerCode Sign(Expression operand)
    {
        switch (operand.Kind)
        {
            case ScalarKind.Double:
                var number = Double(operand);
                return frame =>
                {
                    var value = number(frame);
                    if (double.IsNaN(value))
                    {
                        frame.Fail(nameof(ArithmeticException));
                        return 0;
                    }

                    return Math.Sign(value);
                };
            case ScalarKind.Decimal:
                var exact = Decimal(operand);
                return frame => Math.Sign(exact(frame));
            default:
                var whole = Integer(operand);
                return frame => Math.Sign(whole(frame));
        }
    }

    private IntegerCode IntegerUnary(Expression.Unary unary)
    {
        var (kind, operand) = (unary.Kind, Integer(unary.Operand));
        switch (unary.Operation)
        {
            case UnaryOperation.Negate when unary.IsChecked:
                return frame => IntegerFunctions.NegateChecked(frame, kind, operand(frame));
            case UnaryOperation.Negate:
                return Wrapped(kind, frame => unchecked(-operand(frame)));
            case UnaryOperation.Abs:
                return frame =>
                {
                    var value = operand(frame);
                    return value < 0 ? IntegerFunctions.NegateChecked(frame, kind, value) : value;
                };
            default:
                throw Misplaced(unary);
        }
    }

    private IntegerCode CheckedBinary(Expression.Binary binary)
    {
        var (kind, left, right) = (binary.Kind, Integer(binary.Left), Integer(binary.Right));
        return binary.Operation switch
        {
            BinaryOperation.Add => frame => IntegerFunctions.AddChecked(frame, kind, left(frame), right(frame)),
            BinaryOperation.Subtract => frame => IntegerFunctions.SubtractChecked(frame, kind, left(frame), right(frame)),
            _ => frame => IntegerFunctions.MultiplyChecked(frame, kind, left(frame), right(frame)),
        };
    }

    private IntegerCode IntegerBinary(Expression.Binary binary)
    {
        var (kind, left, right) = (binary.Kind, Integer(binary.Left), Integer(binary.Right));
        return binary.Operation switch
        {
            BinaryOperation.Add => Wrapped(kind, frame => unchecked(left(frame) + right(frame))),
            BinaryOperation.Subtract => Wrapped(kind, frame => unchecked(left(frame) - right(frame))),
            BinaryOperation.Multiply => Wrapped(kind, frame => unchecked(left(frame) * right(frame))),
            BinaryOperation.Divide => frame => IntegerFunctions.Divide(frame, kind, left(frame), right(frame)),
            BinaryOperation.Remainder => frame => IntegerFunctions.Remainder(frame, kind, left(frame), right(frame)),
            BinaryOperation.Min => frame => Math.Min(left(frame), right(frame)),
            BinaryOperation.Max => frame => Math.Max(left(frame), right(frame)),
            BinaryOperation.And => frame => left(frame) & right(frame),
            BinaryOperation.Or => frame => left(frame) | right(frame),
            BinaryOperation.Xor => frame => left(frame) ^ right(frame),
            _ => throw Misplaced(binary),
        };
    }

    /// <summary>Keeps the low 32 bits of an int; the product of two ints fits a long, so they are those of the exact result.</summary>
    private static IntegerCode Wrapped(ScalarKind kind, IntegerCode code) => kind == ScalarKind.Int64 ? code : frame => unchecked((int)code(frame));

    private IntegerCode ToInteger(Expression.Convert convert)
    {
        var (to, isChecked) = (convert.Kind, convert.IsChecked);
        switch (convert.Operand.Kind)
        {
            case ScalarKind.Double:
                var number = Double(convert.Operand);
                return frame => Conversions.FromDouble(frame, to, number(frame), isChecked);
            case ScalarKind.Decimal:
                var exact = Decimal(convert.Operand);
                return frame => Conversions.FromDecimal(frame, to, exact(frame));
            case ScalarKind.Int64 when to == ScalarKind.Int32:
                var wide = Integer(convert.Operand);
                return frame => Conversions.ToInt32(frame, wide(frame), isChecked);
            default:
                return Integer(convert.Operand);
        }
    }

    private IntegerCode IntegerConditional(Expression.Conditional choice)
    {
        var test = Traced(Boolean(choice.Test), choice.Site);
        var (yes, no) = (Integer(choice.WhenTrue), Integer(choice.WhenFalse));
        return frame => test(frame) ? yes(frame) : no(frame);
    }
}
