using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>Lowers arrays, spans and read-only lists: making them, their elements and their length.</summary>
internal sealed class ArrayLowering(Lowerer lowerer)
{
    /// <summary>A new array, an element or a length.</summary>
    public Value Lower(IOperation operation) => operation switch
    {
        IArrayCreationOperation creation => Create(creation),
        IPropertyReferenceOperation { Instance: { } instance, Property: { IsIndexer: false, Name: "Length" or "Count" } } property when Shape.ElementOf(instance.Type) is not null =>
            new Value.Number(Length(instance, lowerer.At(property))),
        IArrayElementReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true } => Element(operation).Read(lowerer.At(operation)),
        _ => throw Wording.Refuse(operation),
    };

    /// <summary>The value of a call that makes an array of another one; null if it calls something else.</summary>
    public Value? Lower(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var isClone = method is { Name: nameof(Array.Clone), ContainingType.SpecialType: SpecialType.System_Array };
        var isToArray = method is { Name: "ToArray", Parameters.IsEmpty: true } && Shape.ElementOf(method.ContainingType) is not null;
        return (isClone || isToArray) && call.Instance is { } instance ? Copy(lowerer.Expressions.Lower(instance), lowerer.At(call)) : null;
    }

    /// <summary>A new array with the same elements.</summary>
    public static Value Copy(Value array, int site) => array.Map(number => number, source => new ArrayExpression.Copy(source, site));

    /// <summary>An element as something to read or assign to.</summary>
    public Target.Element Element(IOperation operation)
    {
        var (array, index) = operation switch
        {
            IArrayElementReferenceOperation { Indices: [var only] } element => (element.ArrayReference, only),
            IPropertyReferenceOperation { Instance: { } list, Arguments: [{ Value: var only }] } indexer when Shape.ElementOf(list.Type) is not null => (list, only),
            _ => throw Wording.Refuse(operation),
        };
        var operands = lowerer.Emission.InOrder(() => Rows(array), () => new Value.Number(Index(index)));
        return new Target.Element(lowerer, operands[0], ((Value.Number)operands[1]).Expression);
    }

    /// <summary>An element of an array, or of each of the arrays that hold records.</summary>
    public static Value ElementOf(Value array, Expression index, int site) => array switch
    {
        Value.List list => new Value.Number(new Expression.Element(list.Array, index, site)),
        Value.Rows rows => new Value.Record(rows.Shape, rows.Columns.Select(column => ElementOf(column, index, site)).ToEquatableArray()),
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

    private Value Create(IArrayCreationOperation creation)
    {
        var site = lowerer.At(creation);
        if (Lowerer.ShapeOf(creation, creation.Type) is not Shape.List { Element: Shape.Number { Kind: var kind } })
        {
            throw Wording.Refuse(creation);
        }

        if (creation.Initializer is { } initializer)
        {
            var items = lowerer.Emission.InOrder([.. initializer.ElementValues.Select<IOperation, Func<Value>>(item => () => new Value.Number(lowerer.Number(item)))]);
            return new Value.List(new ArrayExpression.Elements(kind, items.Select(item => ((Value.Number)item).Expression).ToEquatableArray(), site));
        }

        return creation.DimensionSizes is [var size] ? new Value.List(new ArrayExpression.Zeros(kind, Index(size), site)) : throw Wording.Refuse(creation);
    }
}
