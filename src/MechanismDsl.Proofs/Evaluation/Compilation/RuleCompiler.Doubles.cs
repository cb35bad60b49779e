using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>Expressions of kind double.</summary>
internal sealed partial class RuleCompiler
{
    private DoubleCode Double(Expression expression) => expression.Kind != ScalarKind.Double ? throw Misplaced(expression) : expression switch
    {
        Expression.Constant constant => Constant(constant.Value.AsDouble),
        Expression.Read read => DoubleRead(Number(read.Variable)),
        Expression.Element element => DoubleElement(element),
        Expression.Unary unary => DoubleUnary(unary.Operation, Double(unary.Operand)),
        Expression.Binary { Right: Expression.Constant right } binary => DoubleBinary(binary.Operation, Double(binary.Left), right.Value.AsDouble),
        Expression.Binary binary => DoubleBinary(binary.Operation, Double(binary.Left), Double(binary.Right)),
        Expression.Convert convert => ToDouble(convert.Operand),
        Expression.Conditional choice => DoubleConditional(choice),
        _ => throw Misplaced(expression),
    };

    private static ArgumentException Misplaced(Expression expression) =>
        new($"an expression {expression.GetType().Name} cannot be of kind {expression.Kind}", nameof(expression));

    private static DoubleCode Constant(double value) => _ => value;

    private static DoubleCode DoubleRead(int variable) => frame => frame.Doubles[variable];

    private DoubleCode DoubleElement(Expression.Element element)
    {
        if (element is { Array: ArrayExpression.Read known, Index: Expression.Read place })
        {
            // bids[i] is what rules read most: one call instead of three.
            return DoubleElement(Number(known.Variable), Number(place.Variable));
        }

        var index = Integer(element.Index);
        if (element.Array is ArrayExpression.Read read)
        {
            var variable = Number(read.Variable);
            return frame =>
            {
                var cells = frame.ArrayAt(variable);
                var cell = index(frame);
                return (ulong)cell < (ulong)cells.Length ? cells.Doubles[cell] : OutOfRange(frame);
            };
        }

        var array = Array(element.Array);
        return frame =>
        {
            var cells = array(frame);
            var cell = index(frame);
            return (ulong)cell < (ulong)cells.Length ? cells.Doubles[cell] : OutOfRange(frame);
        };
    }

    private static DoubleCode DoubleElement(int array, int index) => frame =>
    {
        var cells = frame.ArrayAt(array);
        var cell = frame.Longs[index];
        return (ulong)cell < (ulong)cells.Length ? cells.Doubles[cell] : OutOfRange(frame);
    };

    private static int OutOfRange(Frame frame)
    {
        frame.Fail(nameof(IndexOutOfRangeException));
        return 0;
    }

    private static DoubleCode DoubleUnary(UnaryOperation operation, DoubleCode operand) => operation switch
    {
        UnaryOperation.Negate => frame => -operand(frame),
        UnaryOperation.Abs => frame => Math.Abs(operand(frame)),
        UnaryOperation.Sqrt => frame => Math.Sqrt(operand(frame)),
        UnaryOperation.Exp => frame => Math.Exp(operand(frame)),
        UnaryOperation.Log => frame => Math.Log(operand(frame)),
        UnaryOperation.Floor => frame => Math.Floor(operand(frame)),
        UnaryOperation.Ceiling => frame => Math.Ceiling(operand(frame)),
        UnaryOperation.Round => frame => DoubleFunctions.Round(operand(frame)),
        UnaryOperation.Truncate => frame => Math.Truncate(operand(frame)),
        UnaryOperation.Cbrt => frame => DoubleFunctions.Cbrt(operand(frame)),
        UnaryOperation.Single => frame => (float)operand(frame),
        _ => Elementary(ElementaryFunctions.Of(operation) ?? throw new ArgumentOutOfRangeException(nameof(operation)), operand),
    };

    private static DoubleCode Elementary(Func<double, double> function, DoubleCode operand) => frame => function(operand(frame));

    private static DoubleCode DoubleBinary(BinaryOperation operation, DoubleCode left, DoubleCode right) => operation switch
    {
        BinaryOperation.Add => frame => left(frame) + right(frame),
        BinaryOperation.Subtract => frame => left(frame) - right(frame),
        BinaryOperation.Multiply => frame => left(frame) * right(frame),
        BinaryOperation.Divide => frame => left(frame) / right(frame),
        BinaryOperation.Remainder => frame => left(frame) % right(frame),
        BinaryOperation.Min => frame => DoubleFunctions.Min(left(frame), right(frame)),
        BinaryOperation.Max => frame => DoubleFunctions.Max(left(frame), right(frame)),
        BinaryOperation.Pow => frame => DoubleFunctions.Pow(left(frame), right(frame)),
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    private static DoubleCode DoubleBinary(BinaryOperation operation, DoubleCode left, double right) => operation switch
    {
        BinaryOperation.Add => frame => left(frame) + right,
        BinaryOperation.Subtract => frame => left(frame) - right,
        BinaryOperation.Multiply => frame => left(frame) * right,
        BinaryOperation.Divide => frame => left(frame) / right,
        _ => DoubleBinary(operation, left, Constant(right)),
    };

    private DoubleCode ToDouble(Expression operand)
    {
        switch (operand.Kind)
        {
            case ScalarKind.Double:
                return Double(operand);
            case ScalarKind.Decimal:
                var exact = Decimal(operand);
                return frame => (double)exact(frame);
            default:
                var whole = Integer(operand);
                return frame => whole(frame);
        }
    }

    private DoubleCode DoubleConditional(Expression.Conditional choice)
    {
        var test = Traced(Boolean(choice.Test), choice.Site);
        var (yes, no) = (Double(choice.WhenTrue), Double(choice.WhenFalse));
        return frame => test(frame) ? yes(frame) : no(frame);
    }
}
