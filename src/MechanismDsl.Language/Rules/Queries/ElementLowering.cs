using MechanismDsl.Language.Rules.Lowering;
using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Queries;

/// <summary>Lowers the operators of LINQ that yield one element by its place, or compare two sequences; they count the elements first.</summary>
internal sealed class ElementLowering(Lowerer lowerer)
{
    private Emission Emission => lowerer.Emission;

    /// <summary>What a query yields; null for an operator of another kind.</summary>
    public Value? Lower(IInvocationOperation call, Sequence source, IOperation[] arguments)
    {
        var site = lowerer.At(call);
        var queries = lowerer.Queries;
        switch (call.TargetMethod.Name, arguments.Length)
        {
            case ("Last" or "LastOrDefault" or "Single" or "SingleOrDefault", 1 or 2) when arguments.Length == 1 || arguments[1].Type?.TypeKind == TypeKind.Delegate:
                var tested = arguments.Length == 1 ? source : queries.Only(source, Function.Of(lowerer, arguments[1]), site);

                // A second match makes Single fail in any case, and which elements Last looks at before it finds one differs between versions of .NET.
                var all = tested.ByIndexOrNull() is { } direct ? direct() : new Materialisation(lowerer, site).Of(tested);
                if (call.TargetMethod.Name.StartsWith("Single", StringComparison.Ordinal))
                {
                    FailIf(new Expression.Binary(BinaryOperation.Less, Constant(1, site), all.Count, site: site), site);
                }

                return AtOr(call, all, new Expression.Binary(BinaryOperation.Subtract, all.Count, Constant(1, site), site: site), call.TargetMethod.Name.EndsWith("OrDefault", StringComparison.Ordinal), site);
            case ("ElementAtOrDefault", 2) when Kinds.Of(arguments[1].Type) == ScalarKind.Int32:
                var index = Emission.Hold(lowerer.Number(arguments[1]));
                return AtOr(call, queries.ByIndex(source, call)(), index, isOptional: true, site);
            case ("SequenceEqual", 2):
                return SequenceEqual(call, source, queries.Of(arguments[1]), site);
            case ("Aggregate", 2):
                return Aggregate(call, queries.ByIndex(source, call)(), Function.Of(lowerer, arguments[1]), site);
            default:
                return null;
        }
    }

    /// <summary>An element, or the default of its type if the index is outside and that is allowed.</summary>
    private Value AtOr(IInvocationOperation call, Indexed all, Expression index, bool isOptional, int site)
    {
        var held = Emission.Hold(index);
        var isInside = Emission.Hold(new Expression.Conditional(
            new Expression.Binary(BinaryOperation.Less, held, Constant(0, site), site: site),
            new Expression.Constant(Scalar.Of(false), site),
            new Expression.Binary(BinaryOperation.Less, held, all.Count, site: site),
            site));
        if (isOptional)
        {
            return lowerer.Expressions.Choose(call, isInside, () => all.At(held), () => lowerer.Records.Zero(call, Lowerer.ShapeOf(call, call.Type)));
        }

        FailIf(new Expression.Unary(UnaryOperation.Not, isInside, site: site), site);
        return Emission.Keep(all.At(held));
    }

    private Value SequenceEqual(IInvocationOperation call, Sequence first, Sequence second, int site)
    {
        var (left, right) = (lowerer.Queries.Eager(first, call)(), lowerer.Queries.Eager(second, call)());
        var isEqual = Emission.NewVariable(ScalarKind.Boolean, isSettled: true);
        Emission.Emit(new Statement.Assign(isEqual, new Expression.Binary(BinaryOperation.Equal, left.Count, right.Count, site: site), site));
        var exit = Emission.NewLabel();
        var comparison = Emission.Capture(() => lowerer.Loops.Count(left.Count, exit, Emission.NewLabel(), index =>
        {
            if (Emission.Keep(left.At(index)) is not Value.Number { Expression: var x } || Emission.Keep(right.At(index)) is not Value.Number { Expression: var y })
            {
                throw RefusedException.At(call, $"{Wording.Source(call)} of elements that are no numbers");
            }

            Emission.Emit(new Statement.If(Sorting.Same(x, y, site), [], [new Statement.Assign(isEqual, new Expression.Constant(Scalar.Of(false), site), site), new Statement.Leave(exit, site)], site));
        }, site));
        Emission.Emit(new Statement.If(new Expression.Read(isEqual, site), [.. comparison], [], site));
        return new Value.Number(new Expression.Read(isEqual, site));
    }

    /// <summary>Without a seed the first element is the start; there must be one.</summary>
    private Value Aggregate(IInvocationOperation call, Indexed all, Function step, int site)
    {
        var accumulator = Emission.Storage(Lowerer.ShapeOf(call, call.Type), isSettled: true);
        FailIf(new Expression.Binary(BinaryOperation.LessOrEqual, all.Count, Constant(0, site), site: site), site);
        Emission.Assign(accumulator, all.At(Constant(0, site)), site);
        lowerer.Loops.Count(Constant(1, site), all.Count, Emission.NewLabel(), Emission.NewLabel(), index =>
            Emission.Assign(accumulator, step.Apply(accumulator.Map(Emission.Copy, Emission.Copy), Emission.Keep(all.At(index))), site), site);
        return accumulator;
    }

    private void FailIf(Expression test, int site) => Emission.Emit(new Statement.If(test, [new Statement.Fail(nameof(InvalidOperationException), site)], [], site));

    private static Expression.Constant Constant(int value, int site) => ArithmeticLowering.Constant(ScalarKind.Int32, value, site);
}
