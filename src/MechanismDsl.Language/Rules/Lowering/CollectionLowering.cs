using MechanismDsl.Language.Rules.Queries;
using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>Makes arrays of numbers and of records: of given elements, of zeros, of other arrays one after another.</summary>
internal sealed class CollectionLowering(Lowerer lowerer)
{
    private Emission Emission => lowerer.Emission;

    /// <summary>A collection expression; its spreads are copied.</summary>
    public Value Lower(ICollectionExpressionOperation collection)
    {
        var site = lowerer.At(collection);
        if (collection.Elements is [ISpreadOperation { Operand: var source, ElementConversion.IsIdentity: true }])
        {
            return Spread(source, site);
        }

        var shape = Lowerer.ShapeOf(collection, collection.Type) as Shape.List ?? throw Wording.Refuse(collection);
        if (!collection.Elements.Any(element => element is ISpreadOperation))
        {
            return Items(collection, shape, collection.Elements);
        }

        var parts = Emission.InOrder([.. collection.Elements.Select<IOperation, Func<Value>>(element => () => element switch
        {
            ISpreadOperation { Operand: var part, ElementConversion.IsIdentity: true } => Spread(part, site),
            ISpreadOperation => throw Wording.Refuse(element),
            _ => lowerer.Expressions.Lower(element),
        })]);
        return Joined(collection, [.. parts.Select((part, index) => collection.Elements[index] is ISpreadOperation ? part : Items(shape, [part], site))], site);
    }

    private Value Spread(IOperation source, int site) => lowerer.Expressions.Lower(source) switch
    {
        Value.Query { Sequence: var sequence } => new Materialisation(lowerer, site).ToArray(sequence),
        var array and (Value.List or Value.Rows) => ArrayLowering.Copy(array, site),
        _ => throw Wording.Refuse(source),
    };

    /// <summary>An array of given elements.</summary>
    public Value Items(IOperation operation, Shape.List shape, IEnumerable<IOperation> elements) =>
        Items(shape, Emission.InOrder([.. elements.Select<IOperation, Func<Value>>(item => () => lowerer.Expressions.Lower(item))]), lowerer.At(operation));

    /// <summary>An array of zeros, or of records of zeros.</summary>
    public Value Zeros(IOperation operation, Shape.List shape, Expression length)
    {
        var site = lowerer.At(operation);
        return shape.Element switch
        {
            Shape.Number { Kind: var kind } => new Value.List(new ArrayExpression.Zeros(kind, length, site)),
            Shape.Record { Type.IsValueType: true } record => new Value.Rows(record, record.Members.Select(member => member.Shape is Shape.List or Shape.Record or null ? throw Wording.Refuse(operation) : Zeros(operation, new Shape.List(member.Shape), length)).ToEquatableArray()),
            Shape.Record record when length is Expression.Constant { Value.AsInteger: 0 } => Items(record, [], site),
            _ => throw RefusedException.At(operation, $"nulls in {Wording.Source(operation)}"),
        };
    }

    /// <summary>The elements of several arrays in one.</summary>
    public Value Joined(IOperation operation, IReadOnlyList<Value> arrays, int site)
    {
        var held = arrays.Select(Emission.Keep).ToList();
        Expression total = Constant(0, site);
        List<(Value Array, Expression Start, Expression Count)> parts = [];
        foreach (var array in held)
        {
            var count = Emission.Hold(new Expression.Length(array.FirstArray() ?? throw Wording.Refuse(operation), site));
            parts.Add((array, total, count));
            total = Emission.Hold(new Expression.Binary(BinaryOperation.Add, total, count, site: site));
        }

        var joined = held[0].Map(number => number, array => Emission.Copy(new ArrayExpression.Zeros(array.Kind, total, site)));
        foreach (var (array, start, count) in parts)
        {
            lowerer.Loops.Count(count, Emission.NewLabel(), Emission.NewLabel(), index =>
            {
                var to = Emission.Hold(new Expression.Binary(BinaryOperation.Add, start, index, site: site));
                new Target.Element(lowerer, joined, to).Write(ArrayLowering.ElementOf(array, index, site), site);
            }, site);
        }

        return joined;
    }

    private static Value Items(Shape.List shape, IReadOnlyList<Value> items, int site) => shape.Element switch
    {
        Shape.Number { Kind: var kind } => new Value.List(new ArrayExpression.Elements(kind, items.Select(item => ((Value.Number)item).Expression).ToEquatableArray(), site)),
        Shape.Record record => Items(record, items, site),
        _ => throw new InvalidOperationException(),
    };

    private static Value.Rows Items(Shape.Record record, IReadOnlyList<Value> items, int site) => new(record, record.Members.Select((member, index) =>
        member.Shape is Shape.Number ? Items(new Shape.List(member.Shape), [.. items.Select(item => ((Value.Record)item).Members[index])], site) : Emission.Absent).ToEquatableArray());

    private static Expression.Constant Constant(int value, int site) => ArithmeticLowering.Constant(ScalarKind.Int32, value, site);
}
