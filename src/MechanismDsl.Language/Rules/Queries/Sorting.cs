using MechanismDsl.Language.Rules.Lowering;
using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Queries;

/// <summary>Emits an insertion sort, and the order of <c>CompareTo</c>: NaN comes before all numbers, false before true.</summary>
internal sealed class Sorting(Lowerer lowerer, int site)
{
    /// <summary>Whether x comes before y.</summary>
    public static Expression Less(Expression x, Expression y, int site)
    {
        if (x.Kind == ScalarKind.Boolean)
        {
            return new Expression.Conditional(x, new Expression.Constant(Scalar.Of(false), site), y, site);
        }

        var less = new Expression.Binary(BinaryOperation.Less, x, y, site: site);
        if (x.Kind != ScalarKind.Double)
        {
            return less;
        }

        var isNaN = new Expression.Binary(BinaryOperation.NotEqual, x, x, site: site);
        var isNumber = new Expression.Binary(BinaryOperation.Equal, y, y, site: site);
        var isFirst = new Expression.Conditional(isNaN, isNumber, new Expression.Constant(Scalar.Of(false), site), site);
        return new Expression.Conditional(less, new Expression.Constant(Scalar.Of(true), site), isFirst, site);
    }

    /// <summary>Whether a comparison of two elements sorts them up (false) or down (true): <c>(x, y) => y.CompareTo(x)</c>; null for any other one.</summary>
    public static bool? Direction(IOperation comparison)
    {
        while (comparison is IConversionOperation { OperatorMethod: null, Operand: var operand })
        {
            comparison = operand;
        }

        return comparison is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.Parameters: [var first, var second], Body.Operations: [IReturnOperation { ReturnedValue: IInvocationOperation { TargetMethod.Name: "CompareTo", Instance: IParameterReferenceOperation { Parameter: var left }, Arguments: [{ Value: IParameterReferenceOperation { Parameter: var right } }] } }] } }
            && !SymbolEqualityComparer.Default.Equals(left, right) && left.Type.SpecialType is SpecialType.System_Double or SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Decimal
            ? SymbolEqualityComparer.Default.Equals(left, second) && SymbolEqualityComparer.Default.Equals(right, first)
            : null;
    }

    /// <summary>Whether a comparison compares its elements themselves somewhere, <c>x.CompareTo(y)</c> or <c>x - y</c>, so that it may tell all of them apart.</summary>
    public static bool ComparesElements(IOperation comparison)
    {
        while (comparison is IConversionOperation { OperatorMethod: null, Operand: var operand })
        {
            comparison = operand;
        }

        return comparison is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.Parameters: [var first, var second], Body: var body } }
            && body.Descendants().Any(part => part switch
            {
                IInvocationOperation { TargetMethod.Name: "CompareTo", Instance: IParameterReferenceOperation { Parameter: var left }, Arguments: [{ Value: IParameterReferenceOperation { Parameter: var right } }] } => AreBoth(left, right),
                IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract, LeftOperand: IParameterReferenceOperation { Parameter: var left }, RightOperand: IParameterReferenceOperation { Parameter: var right } } => AreBoth(left, right),
                _ => false,
            });

        bool AreBoth(IParameterSymbol left, IParameterSymbol right) =>
            (SymbolEqualityComparer.Default.Equals(left, first) && SymbolEqualityComparer.Default.Equals(right, second))
            || (SymbolEqualityComparer.Default.Equals(left, second) && SymbolEqualityComparer.Default.Equals(right, first));
    }

    /// <summary>Whether x and y are equal as <c>Equals</c> has it: NaN equals NaN.</summary>
    public static Expression Same(Expression x, Expression y, int site)
    {
        var equal = new Expression.Binary(BinaryOperation.Equal, x, y, site: site);
        if (x.Kind != ScalarKind.Double)
        {
            return equal;
        }

        var isNaN = new Expression.Binary(BinaryOperation.NotEqual, x, x, site: site);
        var isNaNToo = new Expression.Binary(BinaryOperation.NotEqual, y, y, site: site);
        var both = new Expression.Conditional(isNaN, isNaNToo, new Expression.Constant(Scalar.Of(false), site), site);
        return new Expression.Conditional(equal, new Expression.Constant(Scalar.Of(true), site), both, site);
    }

    /// <summary>
    /// Sorts by a comparison that tells all different elements apart: whatever the algorithm, the result is one. That it does, and in both directions
    /// alike, is demanded of the sorted elements.
    /// </summary>
    /// <param name="count">How many; settled.</param>
    /// <param name="array">The array; settled.</param>
    /// <param name="comparison">Negative if its first argument comes first.</param>
    /// <param name="call">The call.</param>
    public void Insert(Expression count, ArrayExpression array, Function comparison, IOperation call)
    {
        var emission = lowerer.Emission;
        var zero = ArithmeticLowering.Constant(ScalarKind.Int32, 0, site);
        Expression Compare(Expression x, Expression y) => emission.Hold(comparison.Number(new Value.Number(x), new Value.Number(y)));
        Insert(count, array, (x, y) => new Expression.Binary(BinaryOperation.Less, Compare(emission.Copy(x), emission.Copy(y)), zero, site: site), call);
        var one = ArithmeticLowering.Constant(ScalarKind.Int32, 1, site);
        lowerer.Loops.Count(count, emission.NewLabel(), emission.NewLabel(), first =>
        {
            var next = emission.Hold(new Expression.Binary(BinaryOperation.Add, first, one, site: site));
            lowerer.Loops.Count(next, count, emission.NewLabel(), emission.NewLabel(), second =>
            {
                var (x, y) = (emission.Copy(new Expression.Element(array, first, site)), emission.Copy(new Expression.Element(array, second, site)));
                var (forth, back) = (Compare(x, y), Compare(y, x));
                var isSame = new Expression.Binary(BinaryOperation.Equal, x, y, site: site);
                var isZero = new Expression.Conditional(new Expression.Binary(BinaryOperation.Equal, forth, zero, site: site), new Expression.Binary(BinaryOperation.Equal, back, zero, site: site), new Expression.Constant(Scalar.Of(false), site), site);
                var isBefore = new Expression.Conditional(new Expression.Binary(BinaryOperation.Less, forth, zero, site: site), new Expression.Binary(BinaryOperation.Less, zero, back, site: site), new Expression.Constant(Scalar.Of(false), site), site);
                emission.Emit(new Statement.If(new Expression.Conditional(isSame, isZero, isBefore, site), [], [new Statement.Fail(nameof(InvalidOperationException), site)], site));
            }, site);
        }, site);
    }

    /// <summary>Sorts the first elements of an array.</summary>
    /// <param name="count">How many; settled.</param>
    /// <param name="array">The array; settled.</param>
    /// <param name="precedes">Whether an element comes strictly before another.</param>
    /// <param name="place">The place, if the comparison emits statements of its own; null otherwise.</param>
    public void Insert(Expression count, ArrayExpression array, Func<Expression, Expression, Expression> precedes, IOperation? place = null)
    {
        var emission = lowerer.Emission;
        var one = ArithmeticLowering.Constant(ScalarKind.Int32, 1, site);
        lowerer.Loops.Count(one, count, emission.NewLabel(), emission.NewLabel(), start =>
        {
            var position = emission.NewVariable(ScalarKind.Int32);
            var here = new Expression.Read(position, site);
            var before = new Expression.Binary(BinaryOperation.Subtract, here, one, site: site);
            var (x, y) = (new Expression.Element(array, here, site), new Expression.Element(array, before, site));
            emission.Emit(new Statement.Assign(position, start, site));
            var isInside = new Expression.Binary(BinaryOperation.Less, ArithmeticLowering.Constant(ScalarKind.Int32, 0, site), here, site: site);
            var isFirst = new Expression.Constant(Scalar.Of(false), site);
            Expression Test() => place is null
                ? new Expression.Conditional(isInside, precedes(x, y), isFirst, site)
                : lowerer.Choose(place, isInside, () => precedes(x, y), () => isFirst);
            lowerer.Loops.Emit(Test, emission.NewLabel(), emission.NewLabel(), () =>
            {
                var moved = emission.Copy(x);
                emission.Emit(new Statement.Store(array, here, y, site));
                emission.Emit(new Statement.Store(array, before, moved, site));
            }, () => emission.Emit(new Statement.Assign(position, before, site)), site);
        }, site);
    }
}
