using MechanismDsl.Language.Rules.Lowering;
using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Language.Rules.Queries;

/// <summary>Carries a query out into arrays.</summary>
internal sealed class Materialisation(Lowerer lowerer, int site)
{
    /// <summary>The elements of a query in arrays that may be longer than their number.</summary>
    public Indexed Of(Sequence source)
    {
        var (array, count) = source.ByIndexOrNull() is { } direct ? Fill(direct()) : Fill(source);
        return new Indexed(count, index => ArrayLowering.ElementOf(array, index, site));
    }

    /// <summary>The elements of a query in a new array of exactly their number.</summary>
    public Value ToArray(Sequence source)
    {
        if (source is IndexedSequence { Whole: { } whole })
        {
            return lowerer.Emission.Keep(ArrayLowering.Copy(whole, site));
        }

        if (source.ByIndexOrNull() is { } direct)
        {
            return Fill(direct()).Array;
        }

        var (array, count) = Fill(source);
        return Fill(new Indexed(count, index => ArrayLowering.ElementOf(array, index, site))).Array;
    }

    private (Value Array, Expression Count) Fill(Indexed elements)
    {
        var emission = lowerer.Emission;
        var count = emission.Hold(elements.Count);
        Value? array = null;
        List<Statement> allocations = [];
        var loop = emission.Capture(() => lowerer.Loops.Count(count, emission.NewLabel(), emission.NewLabel(), index =>
        {
            var element = emission.Keep(elements.At(index));
            allocations = emission.Capture(() => array = Allocate(element, count));
            Store(array!, index, element);
        }, site));
        emission.Emit(allocations);
        emission.Emit(loop);
        return (array!, count);
    }

    private (Value Array, Expression Count) Fill(Sequence source)
    {
        var emission = lowerer.Emission;
        var most = emission.Hold(source.Most());
        var count = emission.NewVariable(ScalarKind.Int32, isSettled: true);
        var read = new Expression.Read(count, site);
        Value? array = null;
        List<Statement> allocations = [];
        var loop = emission.Capture(() => source.Each(emission.NewLabel(), emission.NewLabel(), element =>
        {
            var held = emission.Keep(element);
            allocations = emission.Capture(() => array = Allocate(held, most));
            Store(array!, read, held);
            emission.Emit(new Statement.Assign(count, new Expression.Binary(BinaryOperation.Add, read, ArithmeticLowering.Constant(ScalarKind.Int32, 1, site), site: site), site));
        }));
        emission.Emit(new Statement.Assign(count, ArithmeticLowering.Constant(ScalarKind.Int32, 0, site), site));
        emission.Emit(allocations);
        emission.Emit(loop);
        return (array!, read);
    }

    /// <summary>New arrays for elements like one, of a length.</summary>
    private Value Allocate(Value element, Expression length) => element switch
    {
        Value.Number { Expression.Kind: var kind } => new Value.List(lowerer.Emission.Hold(new ArrayExpression.Zeros(kind, length, site))),
        Value.Record record => new Value.Rows(record.Shape, [.. record.Members.Select(member => member is Value.Several ? member : Allocate(member, length))]),
        _ => throw new RefusedException("query whose elements are no numbers and no records of numbers", null),
    };

    private void Store(Value array, Expression index, Value element)
    {
        var arrays = array.Leaves().ToList();
        var numbers = element.Leaves().ToList();
        for (var leaf = 0; leaf < arrays.Count; leaf++)
        {
            lowerer.Emission.Emit(new Statement.Store(((Value.List)arrays[leaf]).Array, index, ((Value.Number)numbers[leaf]).Expression, site));
        }
    }
}
