using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>Lowers arrays, spans and read-only lists: making them, their elements and their length.</summary>
internal sealed class ArrayLowering(Lowerer lowerer)
{
    /// <summary>A new array, a part of one, an element or a length.</summary>
    public Value Lower(IOperation operation) => operation switch
    {
        IArrayCreationOperation creation => Create(creation),
        ICollectionExpressionOperation collection => lowerer.Collections.Lower(collection),
        { Syntax: StackAllocArrayCreationExpressionSyntax or ImplicitStackAllocArrayCreationExpressionSyntax } => OnStack(operation),
        IPropertyReferenceOperation { Instance: { } instance, Property: { IsIndexer: false, Name: "Length" or "Count" } } property when Shape.ElementOf(instance.Type) is not null =>
            new Value.Number(Length(instance, lowerer.At(property))),
        IPropertyReferenceOperation { Instance: { } instance, Property: { IsIndexer: false, Name: "IsEmpty" } } property when Shape.ElementOf(instance.Type) is not null =>
            new Value.Number(new Expression.Binary(BinaryOperation.Equal, Length(instance, lowerer.At(property)), ArithmeticLowering.Constant(ScalarKind.Int32, 0, lowerer.At(property)), site: lowerer.At(property))),
        IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation when lowerer.Ranges.Lower(operation) is { } part => part,
        IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true } => Element(operation).Read(lowerer.At(operation)),
        _ => throw Wording.Refuse(operation),
    };

    /// <summary>The value of a call that makes an array of another one; null if it calls something else.</summary>
    public Value? Lower(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var isToArray = method is { Name: "ToArray", Parameters.IsEmpty: true } && Shape.ElementOf(method.ContainingType) is not null;
        return isToArray && call.Instance is { } instance ? Copy(lowerer.Expressions.Lower(instance), lowerer.At(call)) : null;
    }

    /// <summary>A new array with the same elements.</summary>
    public static Value Copy(Value array, int site) => array.Map(number => number, source => new ArrayExpression.Copy(source, site));

    /// <summary>An element as something to read or assign to.</summary>
    public Target.Element Element(IOperation operation)
    {
        var (array, index) = operation switch
        {
            IArrayElementReferenceOperation { Indices: [var only] } element => (element.ArrayReference, only),
            IImplicitIndexerReferenceOperation { Instance: var list, Argument: var only } when Shape.ElementOf(list.Type) is not null => (list, only),
            IPropertyReferenceOperation { Instance: { } list, Arguments: [{ Value: var only }] } indexer when Shape.ElementOf(list.Type) is not null => (list, only),
            _ => throw Wording.Refuse(operation),
        };
        var isFromEnd = index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat };
        var operands = lowerer.Emission.InOrder(
            () => isFromEnd ? lowerer.Emission.Keep(Rows(array)) : Rows(array),
            () => new Value.Number(Index(index is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand: var distance } ? distance : index)));
        var position = ((Value.Number)operands[1]).Expression;
        if (isFromEnd)
        {
            var site = lowerer.At(index);
            position = new Expression.Binary(BinaryOperation.Subtract, new Expression.Length(operands[0].FirstArray()!, site), position, site: site);
        }

        return new Target.Element(lowerer, operands[0], position);
    }

    /// <summary>An element of an array, or of each of the arrays that hold records.</summary>
    public static Value ElementOf(Value array, Expression index, int site) => array switch
    {
        Value.List list => new Value.Number(new Expression.Element(list.Array, index, site)),
        Value.Rows rows => new Value.Record(rows.Shape, rows.Columns.Select(column => ElementOf(column, index, site)).ToEquatableArray()),
        Value.Several => array,
        _ => throw new InvalidOperationException(),
    };

    /// <summary>The number of elements.</summary>
    public Expression Length(IOperation array, int site) => new Expression.Length(Rows(array).FirstArray() ?? throw Wording.Refuse(array), site);

    /// <summary>An array of numbers or records.</summary>
    public Value Rows(IOperation array) => lowerer.Expressions.Lower(array) is var value and (Value.List or Value.Rows) ? value : throw Wording.Refuse(array);

    /// <summary>An index as an int. One outside the ints is outside every array too, so a failing conversion is as good as a failing access.</summary>
    private Expression Index(IOperation index)
    {
        var value = lowerer.Number(index);
        return value.Kind switch
        {
            ScalarKind.Int32 => value,
            ScalarKind.Int64 => new Expression.Convert(ScalarKind.Int32, value, isChecked: true, lowerer.At(index)),
            _ => throw Wording.Refuse(index),
        };
    }

    /// <summary>A stackalloc, which zeroes its elements; Roslyn has no operation of its own for it, only its parts.</summary>
    private Value OnStack(IOperation operation)
    {
        if (operation.Type is not INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", TypeArguments: [var element] } || Kinds.Of(element) is not { } kind)
        {
            throw RefusedException.At(operation, $"pointer {Wording.Source(operation)}");
        }

        if (lowerer.Bodies.SkipsLocalsInit(operation.Syntax))
        {
            throw RefusedException.At(operation, $"{Wording.Source(operation)} where [SkipLocalsInit] leaves its elements undefined");
        }

        // Its parts are the number of elements, which the compiler compares with an initialiser, and what stands in that.
        var parts = operation.ChildOperations.ToList();
        var initializer = operation.Syntax is StackAllocArrayCreationExpressionSyntax stack ? stack.Initializer : ((ImplicitStackAllocArrayCreationExpressionSyntax)operation.Syntax).Initializer;
        return (initializer, parts) switch
        {
            (null, [var length]) => new Value.List(new ArrayExpression.Zeros(kind, Index(length), lowerer.At(operation))),
            ({ Expressions.Count: var count }, [_, ..]) when parts.Count == count + 1 => lowerer.Collections.Items(operation, new Shape.List(new Shape.Number(kind)), parts.Skip(1)),
            _ => throw RefusedException.At(operation, $"{Wording.Source(operation)}; write a collection expression"),
        };
    }

    private Value Create(IArrayCreationOperation creation)
    {
        if (Lowerer.ShapeOf(creation, creation.Type) is not Shape.List shape)
        {
            throw Wording.Refuse(creation);
        }

        return creation switch
        {
            { Initializer: { } initializer } => lowerer.Collections.Items(creation, shape, initializer.ElementValues),
            { DimensionSizes: [var size] } => lowerer.Collections.Zeros(creation, shape, shape.Element is Shape.Number ? Index(size) : lowerer.Emission.Hold(Index(size))),
            _ => throw Wording.Refuse(creation),
        };
    }
}
