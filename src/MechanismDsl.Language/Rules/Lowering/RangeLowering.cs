using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>
/// Lowers ranges, <c>bids[1..]</c>. Of an array a range is a copy; of a span it is a view, which is the same as long as nothing writes to what is seen:
/// so views are taken of the inputs only.
/// </summary>
internal sealed class RangeLowering(Lowerer lowerer)
{
    private Emission Emission => lowerer.Emission;

    /// <summary>The part of an array or span that a range names; null if the operation names no range.</summary>
    public Value? Lower(IOperation operation)
    {
        var (source, range) = operation switch
        {
            IArrayElementReferenceOperation { Indices: [IRangeOperation only] } element => (element.ArrayReference, only),
            IImplicitIndexerReferenceOperation { Argument: IRangeOperation only } slice => (slice.Instance, only),
            _ => (null, null),
        };
        if (source is null || range is null)
        {
            return null;
        }

        var site = lowerer.At(operation);
        var operands = Emission.InOrder(() => Emission.Keep(lowerer.Arrays.Rows(source)), () => Distance(range, range.LeftOperand), () => Distance(range, range.RightOperand));
        if (operation is IImplicitIndexerReferenceOperation)
        {
            RefuseView(operation, operands[0]);
        }

        var length = new Expression.Length(operands[0].FirstArray()!, site);
        return Part(operands[0], length, End(range.LeftOperand, operands[1], length, Constant(0, site), site), End(range.RightOperand, operands[2], length, length, site), site);
    }

    /// <summary>What <c>Slice</c> and <c>AsSpan</c> see of an array or span: from a start on, all of it or a number of elements.</summary>
    public Value Slice(IInvocationOperation call, IReadOnlyList<IOperation> arguments)
    {
        if (arguments.Skip(1).Any(argument => argument.Type?.SpecialType != SpecialType.System_Int32))
        {
            throw Wording.Refuse(call);
        }

        var site = lowerer.At(call);
        var operands = Emission.InOrder([() => Emission.Keep(lowerer.Arrays.Rows(arguments[0])), .. arguments.Skip(1).Select<IOperation, Func<Value>>(argument => () => new Value.Number(lowerer.Number(argument)))]);
        RefuseView(call, operands[0]);
        var length = new Expression.Length(operands[0].FirstArray()!, site);
        var start = Emission.Hold(((Value.Number)operands[1]).Expression);
        if (operands.Length == 2)
        {
            return Part(operands[0], length, start, length, site);
        }

        // A number of elements that is negative, or too large to be added, is outside in any case.
        var count = Emission.Hold(((Value.Number)operands[2]).Expression);
        FailIf(new Expression.Binary(BinaryOperation.Less, count, Constant(0, site), site: site), site);
        FailIf(new Expression.Binary(BinaryOperation.Less, length, count, site: site), site);
        FailIf(new Expression.Binary(BinaryOperation.Less, new Expression.Binary(BinaryOperation.Subtract, length, count, site: site), start, site: site), site);
        return Part(operands[0], length, start, new Expression.Binary(BinaryOperation.Add, start, count, site: site), site);
    }

    private Value Part(Value source, Expression length, Expression from, Expression to, int site)
    {
        var start = Emission.Hold(from);
        var end = Emission.Hold(to);
        FailIf(new Expression.Binary(BinaryOperation.Less, start, Constant(0, site), site: site), site);
        FailIf(new Expression.Binary(BinaryOperation.Less, end, start, site: site), site);
        FailIf(new Expression.Binary(BinaryOperation.Less, length, end, site: site), site);
        var count = Emission.Hold(new Expression.Binary(BinaryOperation.Subtract, end, start, site: site));
        return source.Map(number => number, array => Copy(array, start, count, site));
    }

    private void RefuseView(IOperation operation, Value source)
    {
        if (!source.Leaves().All(leaf => leaf is Value.List { Array: var viewed } && IsInput(viewed)))
        {
            throw RefusedException.At(operation, $"view {Wording.Source(operation)} of what the rule can write to; copy it with ToArray first");
        }
    }

    private bool IsInput(ArrayExpression array) => array is ArrayExpression.Table || (array is ArrayExpression.Read { Variable.Index: var index } && index < Emission.Inputs);

    // What an end is counted by, 0 where it is left out.
    private Value.Number Distance(IRangeOperation range, IOperation? end)
    {
        var index = end is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: var distance } ? distance : Unwrapped(end);
        return new Value.Number(index is null ? Constant(0, lowerer.At(range)) : index.Type?.SpecialType == SpecialType.System_Int32 ? lowerer.Number(index) : throw Wording.Refuse(index));
    }

    private static IOperation? Unwrapped(IOperation? end) => end is IConversionOperation { Type.Name: "Index", Operand: var number } ? number : end;

    private static Expression End(IOperation? end, Value distance, Expression length, Expression missing, int site) => end switch
    {
        null => missing,
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } => new Expression.Binary(BinaryOperation.Subtract, length, ((Value.Number)distance).Expression, site: site),
        _ => ((Value.Number)distance).Expression,
    };

    private void FailIf(Expression test, int site) => Emission.Emit(new Statement.If(test, [new Statement.Fail(nameof(ArgumentOutOfRangeException), site)], [], site));

    private ArrayExpression Copy(ArrayExpression source, Expression start, Expression count, int site)
    {
        var part = Emission.Copy(new ArrayExpression.Zeros(source.Kind, count, site));
        lowerer.Loops.Count(count, Emission.NewLabel(), Emission.NewLabel(), index => Emission.Emit(new Statement.Store(
            part, index, new Expression.Element(source, new Expression.Binary(BinaryOperation.Add, start, index, site: site), site), site)), site);
        return part;
    }

    private static Expression.Constant Constant(int value, int site) => ArithmeticLowering.Constant(ScalarKind.Int32, value, site);
}
