using MechanismDsl.Language.Rules.Queries;
using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>Lowers what <see cref="Array"/> and spans do with a whole array: sort, reverse, fill, copy, search.</summary>
internal sealed class ArrayFunctionLowering(Lowerer lowerer)
{
    private readonly ArraySearchLowering _searches = new(lowerer);

    private Emission Emission => lowerer.Emission;

    /// <summary>The value of a call, nothing for one that only writes; null if it calls something else.</summary>
    public Value? Lower(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var isOfArrays = method.IsStatic && (method.ContainingType.SpecialType == SpecialType.System_Array || IsMemoryExtensions(method.ContainingType));
        var isOfSpans = !method.IsStatic && method.ContainingType.Name is "Span" or "ReadOnlySpan" && Shape.ElementOf(method.ContainingType) is not null;
        if (!isOfArrays && !isOfSpans)
        {
            return null;
        }

        List<IOperation> arguments = [.. call.Arguments.Select(argument => argument.Value)];
        if (call.Instance is { } instance)
        {
            arguments.Insert(0, instance);
        }

        // Another type of elements, such as text, is refused with the array itself.
        return Lower(call, method.Name, arguments, lowerer.At(call));
    }

    /// <summary>What a function with this name does with its arguments, the array first; null if it is not known.</summary>
    public Value? Lower(IInvocationOperation call, string name, IReadOnlyList<IOperation> arguments, int site)
    {
        switch (name, arguments.Count)
        {
            case ("AsSpan", 1):
                return lowerer.Arrays.Rows(arguments[0]);
            case ("AsSpan" or "Slice", 2 or 3):
                return lowerer.Ranges.Slice(call, arguments);
            case ("ToArray", 1):
                return ArrayLowering.Copy(lowerer.Arrays.Rows(arguments[0]), site);
            case ("Sort", 1):
                return Sort(lowerer.Arrays.Rows(arguments[0]), call, site);
            case ("Sort", 2) when Sorting.Direction(arguments[1]) is { } isDescending:
                return Sort(lowerer.Arrays.Rows(arguments[0]), call, site, isDescending);
            case ("Sort", 2) when call.TargetMethod.Arity < 2 && Sorting.ComparesElements(arguments[1]):
                var sorted = Emission.Hold(lowerer.Array(arguments[0]));
                new Sorting(lowerer, site).Insert(new Expression.Length(sorted, site), sorted, Function.Of(lowerer, arguments[1]), call);
                return Lowering.Emission.Absent;
            case ("Sort", 2 or 3):
                throw RefusedException.At(call, $"{Wording.Source(call)}, which leaves the order of equal {(call.TargetMethod.Arity == 2 ? "keys" : "elements")} open; use OrderBy");
            case ("Reverse", 1):
                return Reverse(Emission.Keep(lowerer.Arrays.Rows(arguments[0])), site);
            case ("Clear", 1):
                return Fill(lowerer.Array(arguments[0]), null, site);
            case ("Fill", 2):
                var filled = Emission.InOrder(() => new Value.List(lowerer.Array(arguments[0])), () => new Value.Number(lowerer.Number(arguments[1])));
                return Fill(((Value.List)filled[0]).Array, ((Value.Number)filled[1]).Expression, site);
            case ("CopyTo", 2):
                var arrays = Emission.InOrder(() => lowerer.Arrays.Rows(arguments[0]), () => lowerer.Arrays.Rows(arguments[1]));
                return Copy(Emission.Keep(arrays[0]), Emission.Keep(arrays[1]), site);
            case ("IndexOf" or "Contains", 2):
                var sought = Emission.InOrder(() => new Value.List(lowerer.Array(arguments[0])), () => new Value.Number(lowerer.Number(arguments[1])));
                var index = IndexOf(Emission.Hold(((Value.List)sought[0]).Array), Emission.Hold(((Value.Number)sought[1]).Expression), site);
                return new Value.Number(name == "IndexOf" ? index : new Expression.Binary(BinaryOperation.LessOrEqual, Constant(0, site), index, site: site));
            default:
                return _searches.Lower(call, name, arguments, site);
        }
    }

    /// <summary>
    /// Sorts numbers. The order among equal ones cannot be seen, except that of 0.0 and −0.0, which .NET leaves open; here it is that of a stable sort.
    /// </summary>
    private Value Sort(Value value, IOperation call, int site, bool isDescending = false)
    {
        if (value is not Value.List list)
        {
            throw RefusedException.At(call, $"{Wording.Source(call)}, which leaves the order of equal records open; use OrderBy");
        }

        var array = Emission.Hold(list.Array);
        new Sorting(lowerer, site).Insert(new Expression.Length(array, site), array, (x, y) => isDescending ? Sorting.Less(y, x, site) : Sorting.Less(x, y, site));
        return Lowering.Emission.Absent;
    }

    private Value Reverse(Value array, int site)
    {
        var length = new Expression.Length(array.FirstArray()!, site);
        var half = Emission.Hold(new Expression.Binary(BinaryOperation.Divide, length, Constant(2, site), site: site));
        lowerer.Loops.Count(half, Emission.NewLabel(), Emission.NewLabel(), index =>
        {
            var last = new Expression.Binary(BinaryOperation.Subtract, length, Constant(1, site), site: site);
            var opposite = Emission.Hold(new Expression.Binary(BinaryOperation.Subtract, last, index, site: site));
            var (left, right) = (new Target.Element(lowerer, array, index), new Target.Element(lowerer, array, opposite));
            var moved = left.Read(site).Map(Emission.Copy, Emission.Copy);
            left.Write(right.Read(site), site);
            right.Write(moved, site);
        }, site);
        return Lowering.Emission.Absent;
    }

    private Value Fill(ArrayExpression array, Expression? value, int site)
    {
        var target = Emission.Hold(array);
        var element = value is null ? new Expression.Constant(Scalar.Zero(target.Kind), site) : Emission.Hold(value);
        lowerer.Loops.Count(new Expression.Length(target, site), Emission.NewLabel(), Emission.NewLabel(), index => Emission.Emit(new Statement.Store(target, index, element, site)), site);
        return Lowering.Emission.Absent;
    }

    /// <summary>Copies all elements; what they were is taken first, because the arrays can be the same one.</summary>
    private Value Copy(Value source, Value target, int site)
    {
        var length = new Expression.Length(source.FirstArray()!, site);
        var isLonger = new Expression.Binary(BinaryOperation.Less, new Expression.Length(target.FirstArray()!, site), length, site: site);
        Emission.Emit(new Statement.If(isLonger, [new Statement.Fail(nameof(ArgumentException), site)], [], site));
        lowerer.Loops.Count(length, Emission.NewLabel(), Emission.NewLabel(), index =>
            new Target.Element(lowerer, target, index).Write(ArrayLowering.ElementOf(source, index, site), site), site);
        return Lowering.Emission.Absent;
    }

    /// <summary>The index of the first element that equals a number; −1 if there is none.</summary>
    public Expression IndexOf(ArrayExpression array, Expression sought, int site)
    {
        var found = Emission.NewVariable(ScalarKind.Int32, isSettled: true);
        var exit = Emission.NewLabel();
        Emission.Emit(new Statement.Assign(found, Constant(-1, site), site));
        lowerer.Loops.Count(new Expression.Length(array, site), exit, Emission.NewLabel(), index => Emission.Emit(new Statement.If(
            Sorting.Same(new Expression.Element(array, index, site), sought, site),
            [new Statement.Assign(found, index, site), new Statement.Leave(exit, site)],
            [],
            site)), site);
        return new Expression.Read(found, site);
    }

    private static bool IsMemoryExtensions(INamedTypeSymbol type) => type is { Name: "MemoryExtensions", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };

    private static Expression.Constant Constant(int value, int site) => ArithmeticLowering.Constant(ScalarKind.Int32, value, site);
}
