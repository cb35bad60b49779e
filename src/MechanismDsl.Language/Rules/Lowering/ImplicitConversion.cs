using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>Carries out the conversions that C# makes by itself on values that have been lowered: of the members of tuples, of what is deconstructed.</summary>
internal sealed class ImplicitConversion(Lowerer lowerer)
{
    /// <summary>The value as one of a type to which its own converts without a cast.</summary>
    /// <param name="place">The operation that needs the conversion.</param>
    /// <param name="value">The value.</param>
    /// <param name="from">Its type; null for a null literal.</param>
    /// <param name="to">The type that is needed.</param>
    public Value Apply(IOperation place, Value value, ITypeSymbol? from, ITypeSymbol? to)
    {
        if (to is null || from is null)
        {
            throw Wording.Refuse(place);
        }

        // Tuples differ in the names of their members too, which are no part of the value.
        if (to is INamedTypeSymbol { IsTupleType: true } tuple && from is INamedTypeSymbol { IsTupleType: true } source && value is Value.Record members && tuple.TupleElements.Length == source.TupleElements.Length)
        {
            return new Value.Record(
                (Shape.Record)Lowerer.ShapeOf(place, to),
                members.Members.Select((member, index) => Apply(place, member, source.TupleElements[index].Type, tuple.TupleElements[index].Type)).ToEquatableArray());
        }

        var conversion = lowerer.Bodies.Classify(from, to);
        if (conversion.IsIdentity)
        {
            return value;
        }

        if (!conversion.IsImplicit || conversion.IsUserDefined && Kinds.Of(from) is null)
        {
            throw RefusedException.At(place, $"conversion of {Wording.Type(from)} to {Wording.Type(to)} in {Wording.Source(place)}");
        }

        if (NullableLowering.Underlying(to) is { } underlying)
        {
            return NullableLowering.Underlying(from) is { } inner
                ? lowerer.Nullables.Map(place, value, to, number => Apply(place, number, inner, underlying))
                : lowerer.Nullables.Of(place, Apply(place, value, from, underlying), to);
        }

        return value is Value.Number { Expression: var number } && Kinds.Of(to) is { } kind && Kinds.Of(from) is not null
            ? new Value.Number(lowerer.Conversions.Convert(place, number, kind, to, from, isChecked: true))
            : throw RefusedException.At(place, $"conversion of {Wording.Type(from)} to {Wording.Type(to)} in {Wording.Source(place)}");
    }

    /// <summary>A tuple of another type of tuples: member by member, without casts.</summary>
    public Value Tuple(IConversionOperation operation)
    {
        var operand = operation.Operand;
        while (operand is IParenthesizedOperation inner)
        {
            operand = inner.Operand;
        }

        var value = lowerer.Emission.Keep(lowerer.Expressions.Lower(operand));
        return operand is ITupleOperation { Elements: var elements } && value is Value.Record { Members: var members } && operation.Type is INamedTypeSymbol { TupleElements: var targets }
            ? new Value.Record((Shape.Record)Lowerer.ShapeOf(operation, operation.Type), members.Select((member, index) => Apply(operation, member, elements[index].Type, targets[index].Type)).ToEquatableArray())
            : Apply(operation, value, operand.Type, operation.Type);
    }
}
