using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>Expressions of kind bool, comparisons among them.</summary>
internal sealed partial class RuleCompiler
{
    private BooleanCode Boolean(Expression expression)
    {
        if (expression.Kind != ScalarKind.Boolean)
        {
            throw Misplaced(expression);
        }

        return expression switch
        {
            Expression.Constant constant => BooleanConstant(constant.Value.AsBoolean),
            Expression.Read read => BooleanRead(Number(read.Variable)),
            Expression.Element element => BooleanElement(element),
            Expression.Unary { Operation: UnaryOperation.Not } not => Not(Boolean(not.Operand)),
            Expression.Binary binary => Compare(binary),
            Expression.Conditional choice => BooleanConditional(choice),
            _ => throw Misplaced(expression),
        };
    }

    private static BooleanCode BooleanConstant(bool value) => _ => value;

    private static BooleanCode BooleanRead(int variable) => frame => frame.Longs[variable] != 0;

    private static BooleanCode Not(BooleanCode operand) => frame => !operand(frame);

    private BooleanCode BooleanElement(Expression.Element element)
    {
        var (array, index) = (Array(element.Array), Integer(element.Index));
        return frame =>
        {
            var cells = array(frame);
            var cell = index(frame);
            return ((ulong)cell < (ulong)cells.Length ? cells.Longs[cell] : OutOfRange(frame)) != 0;
        };
    }

    private BooleanCode Compare(Expression.Binary binary) => binary.Left.Kind switch
    {
        ScalarKind.Double => CompareDoubles(binary.Operation, Double(binary.Left), Double(binary.Right)),
        ScalarKind.Decimal => CompareDecimals(binary.Operation, Decimal(binary.Left), Decimal(binary.Right)),
        ScalarKind.Boolean => CompareBooleans(binary.Operation, Boolean(binary.Left), Boolean(binary.Right)),
        _ => CompareIntegers(binary.Operation, Integer(binary.Left), Integer(binary.Right)),
    };

    private static BooleanCode CompareDoubles(BinaryOperation operation, DoubleCode left, DoubleCode right) => operation switch
    {
        BinaryOperation.Less => frame => left(frame) < right(frame),
        BinaryOperation.LessOrEqual => frame => left(frame) <= right(frame),
        BinaryOperation.Equal => frame => left(frame) == right(frame),
        BinaryOperation.NotEqual => frame => left(frame) != right(frame),
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    private static BooleanCode CompareDecimals(BinaryOperation operation, DecimalCode left, DecimalCode right) => operation switch
    {
        BinaryOperation.Less => frame => left(frame) < right(frame),
        BinaryOperation.LessOrEqual => frame => left(frame) <= right(frame),
        BinaryOperation.Equal => frame => left(frame) == right(frame),
        BinaryOperation.NotEqual => frame => left(frame) != right(frame),
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    private static BooleanCode CompareIntegers(BinaryOperation operation, IntegerCode left, IntegerCode right) => operation switch
    {
        BinaryOperation.Less => frame => left(frame) < right(frame),
        BinaryOperation.LessOrEqual => frame => left(frame) <= right(frame),
        BinaryOperation.Equal => frame => left(frame) == right(frame),
        BinaryOperation.NotEqual => frame => left(frame) != right(frame),
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    private static BooleanCode CompareBooleans(BinaryOperation operation, BooleanCode left, BooleanCode right) => operation switch
    {
        BinaryOperation.And => frame => left(frame) & right(frame),
        BinaryOperation.Or => frame => left(frame) | right(frame),
        BinaryOperation.Xor or BinaryOperation.NotEqual => frame => left(frame) ^ right(frame),
        BinaryOperation.Equal => frame => left(frame) == right(frame),
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    private BooleanCode BooleanConditional(Expression.Conditional choice)
    {
        var test = Traced(Boolean(choice.Test), choice.Site);
        var (yes, no) = (Boolean(choice.WhenTrue), Boolean(choice.WhenFalse));
        return frame => test(frame) ? yes(frame) : no(frame);
    }
}
