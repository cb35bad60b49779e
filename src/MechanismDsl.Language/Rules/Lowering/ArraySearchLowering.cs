using MechanismDsl.Language.Rules.Queries;
using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>Lowers the searches of <see cref="Array"/> and <see cref="List{T}"/> by a test, from the front or the back; each ends with the element that it finds.</summary>
internal sealed class ArraySearchLowering(Lowerer lowerer)
{
    private Emission Emission => lowerer.Emission;

    /// <summary>The value of a search; null if the name is that of another function.</summary>
    public Value? Lower(IInvocationOperation call, string name, IReadOnlyList<IOperation> arguments, int site)
    {
        if (name == "LastIndexOf" && arguments.Count == 2)
        {
            var sought = Emission.InOrder(() => new Value.List(lowerer.Array(arguments[0])), () => new Value.Number(lowerer.Number(arguments[1])));
            var number = Emission.Hold(((Value.Number)sought[1]).Expression);
            return new Value.Number(Search(Emission.Keep(sought[0]), element => Sorting.Same(((Value.Number)element).Expression, number, site), isBackwards: true, site));
        }

        if (name == "BinarySearch" && arguments.Count == 2)
        {
            var parts = Emission.InOrder(() => new Value.List(lowerer.Array(arguments[0])), () => new Value.Number(lowerer.Number(arguments[1])));
            return new Value.Number(Halve(Emission.Hold(((Value.List)parts[0]).Array), Emission.Hold(((Value.Number)parts[1]).Expression), site));
        }

        if (arguments.Count != 2 || name is not ("Exists" or "TrueForAll" or "Find" or "FindLast" or "FindIndex" or "FindLastIndex" or "FindAll" or "ConvertAll") || ListUses.IsList(call.Type))
        {
            return null;
        }

        var array = Emission.Keep(lowerer.Arrays.Rows(arguments[0]));
        var function = Function.Of(lowerer, arguments[1]);
        switch (name)
        {
            case "FindAll":
                return new Materialisation(lowerer, site).ToArray(lowerer.Queries.Only(lowerer.Queries.OfArray(array, site), function, site));
            case "ConvertAll":
                var all = lowerer.Queries.OfArray(array, site).ByIndexOrNull()();
                return new Materialisation(lowerer, site).ToArray(new IndexedSequence(lowerer, site, () => new Indexed(all.Count, index => function.Apply(all.At(index)))));
            case "TrueForAll":
                var failing = Search(array, element => new Expression.Unary(UnaryOperation.Not, function.Number(element), site: site), isBackwards: false, site);
                return new Value.Number(new Expression.Binary(BinaryOperation.Less, failing, Constant(0, site), site: site));
        }

        var found = Search(array, element => function.Number(element), name is "FindLast" or "FindLastIndex", site);
        var isFound = new Expression.Binary(BinaryOperation.LessOrEqual, Constant(0, site), found, site: site);
        return name switch
        {
            "Exists" => new Value.Number(isFound),
            "FindIndex" or "FindLastIndex" => new Value.Number(found),
            _ => lowerer.Expressions.Choose(call, isFound, () => ArrayLowering.ElementOf(array, found, site), () => lowerer.Records.Zero(call, Lowerer.ShapeOf(call, call.Type))),
        };
    }

    /// <summary>The index of the first or last element that passes a test; −1 if none does.</summary>
    private Expression.Read Search(Value array, Func<Value, Expression> test, bool isBackwards, int site)
    {
        var found = Emission.NewVariable(ScalarKind.Int32, isSettled: true);
        var length = Emission.Hold(new Expression.Length(array.FirstArray()!, site));
        var exit = Emission.NewLabel();
        Emission.Emit(new Statement.Assign(found, Constant(-1, site), site));
        lowerer.Loops.Count(length, exit, Emission.NewLabel(), count =>
        {
            var index = isBackwards
                ? Emission.Hold(new Expression.Binary(BinaryOperation.Subtract, new Expression.Binary(BinaryOperation.Subtract, length, Constant(1, site), site: site), count, site: site))
                : count;
            var element = Emission.Keep(Emission.Settle(ArrayLowering.ElementOf(array, index, site)));
            Emission.Emit(new Statement.If(test(element), [new Statement.Assign(found, index, site), new Statement.Leave(exit, site)], [], site));
        }, site);
        return new Expression.Read(found, site);
    }

    /// <summary>
    /// The search of <see cref="Array.BinarySearch(Array, object)"/>, step by step: the index where it meets the number, or the complement of that where it
    /// would be. Of an array that is not sorted it finds what .NET finds.
    /// </summary>
    private Expression.Read Halve(ArrayExpression array, Expression sought, int site)
    {
        var found = Emission.NewVariable(ScalarKind.Int32, isSettled: true);
        var (low, high) = (Emission.NewVariable(ScalarKind.Int32), Emission.NewVariable(ScalarKind.Int32));
        Expression first = new Expression.Read(low, site), last = new Expression.Read(high, site);
        Expression Combine(BinaryOperation operation, Expression left, Expression right) => new Expression.Binary(operation, left, right, site: site);
        var exit = Emission.NewLabel();
        Emission.Emit(new Statement.Assign(low, Constant(0, site), site));
        Emission.Emit(new Statement.Assign(high, Combine(BinaryOperation.Subtract, new Expression.Length(array, site), Constant(1, site)), site));
        Emission.Emit(new Statement.Assign(found, Constant(-1, site), site));
        lowerer.Loops.Emit(
            () => Combine(BinaryOperation.LessOrEqual, first, last),
            exit,
            Emission.NewLabel(),
            () =>
            {
                var middle = Emission.Copy(Combine(BinaryOperation.Add, first, Combine(BinaryOperation.Divide, Combine(BinaryOperation.Subtract, last, first), Constant(2, site))));
                var element = Emission.Copy(new Expression.Element(array, middle, site));
                Emission.Emit(new Statement.If(Sorting.Same(element, sought, site), [new Statement.Assign(found, middle, site), new Statement.Leave(exit, site)], [], site));
                Emission.Emit(new Statement.If(
                    Sorting.Less(element, sought, site),
                    [new Statement.Assign(low, Combine(BinaryOperation.Add, middle, Constant(1, site)), site)],
                    [new Statement.Assign(high, Combine(BinaryOperation.Subtract, middle, Constant(1, site)), site)],
                    site));
            },
            () => { },
            site);
        Emission.Emit(new Statement.If(Combine(BinaryOperation.Less, last, first), [new Statement.Assign(found, Combine(BinaryOperation.Subtract, Constant(-1, site), first), site)], [], site));
        return new Expression.Read(found, site);
    }

    private static Expression.Constant Constant(int value, int site) => ArithmeticLowering.Constant(ScalarKind.Int32, value, site);
}
