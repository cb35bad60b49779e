using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>Lowers conversions: between kinds of numbers, and between ways to refer to the same array.</summary>
internal sealed class ConversionLowering(Lowerer lowerer)
{
    /// <summary>The converted value.</summary>
    public Value Lower(IConversionOperation operation)
    {
        if (operation.Operand is IThrowOperation { Exception: { } exception })
        {
            return lowerer.Fail(operation, StatementLowering.ExceptionOf(exception), operation.Type);
        }

        if (operation is { OperatorMethod: null, Operand: IInvocationOperation { TargetMethod: { Name: nameof(Array.Clone), ContainingType.SpecialType: SpecialType.System_Array }, Instance: { } cloned } }
            && SymbolEqualityComparer.Default.Equals(cloned.Type, operation.Type))
        {
            return ArrayLowering.Copy(lowerer.Arrays.Rows(cloned), lowerer.At(operation));
        }

        var from = operation.Operand.Type;
        if ((NullableLowering.Underlying(operation.Type) is not null || NullableLowering.Underlying(from) is not null) && operation is { OperatorMethod: null or { ContainingType.SpecialType: SpecialType.System_Decimal }, Conversion.IsIdentity: false })
        {
            return lowerer.Nullables.Convert(operation);
        }

        if (Kinds.Of(operation.Type) is { } to && Kinds.Of(from) is not null)
        {
            return new Value.Number(Convert(operation, lowerer.Number(operation.Operand), to, operation.Type, from, operation.IsChecked));
        }

        // An array, a span of it and a read-only list are the same elements; a list of another type of elements is a view that rules do not have.
        if (Shape.ElementOf(operation.Type) is { } element && Shape.ElementOf(from) is { } source && SymbolEqualityComparer.Default.Equals(element, source) && operation.Conversion.IsImplicit && IsView(operation))
        {
            return lowerer.Expressions.Lower(operation.Operand);
        }

        if (operation.Operand is ICollectionExpressionOperation collection)
        {
            return lowerer.Expressions.Lower(collection);
        }

        if (operation.OperatorMethod is { } method)
        {
            return SymbolEqualityComparer.Default.Equals(method.ReturnType, operation.Type)
                ? lowerer.Calls.Operator(operation, method, operation.Operand)
                : throw RefusedException.At(operation, $"user-defined conversion {Wording.Symbol(method)}");
        }

        if (operation is { Type.IsTupleType: true, Conversion.IsIdentity: false })
        {
            return lowerer.Implicits.Tuple(operation);
        }

        // Records convert to their own type only.
        return SymbolEqualityComparer.Default.Equals(from, operation.Type) || operation.Conversion is { IsIdentity: true }
            ? lowerer.Expressions.Lower(operation.Operand)
            : throw Refuse(operation);
    }

    /// <summary>A number converted to a type.</summary>
    public Expression Convert(IOperation operation, Expression value, ScalarKind to, ITypeSymbol? toType, ITypeSymbol? fromType, bool isChecked)
    {
        if ((value.Kind == ScalarKind.Boolean) != (to == ScalarKind.Boolean))
        {
            throw Wording.Refuse(operation);
        }

        // What C# takes to a float in one step, a long, is not the nearest float of the nearest double; and a decimal keeps other digits of a float.
        if ((Kinds.IsSingle(toType) && value.Kind == ScalarKind.Int64 && !Kinds.IsUnsigned(fromType)) || (to == ScalarKind.Decimal && Kinds.IsSingle(fromType)))
        {
            throw RefusedException.At(operation, $"conversion of {Wording.Type(fromType)} to {Wording.Type(toType)}; use double");
        }

        var site = lowerer.At(operation);
        var losesRange = value.Kind != to && to.IsInteger() && !(value.Kind == ScalarKind.Int32 && to == ScalarKind.Int64);
        var converted = value.Kind == to ? value : new Expression.Convert(to, value, isChecked && losesRange && value.Kind != ScalarKind.Decimal, site);
        return SymbolEqualityComparer.Default.Equals(fromType, toType) ? converted
            : value.Kind == ScalarKind.Double && Kinds.IsUnsigned(toType) && !isChecked ? Clamp(converted, Kinds.RangeOf(toType)!.Value, site)
            : Narrow(converted, toType, isChecked || value.Kind == ScalarKind.Decimal, site);
    }

    /// <summary>A result of a kind as one of a type that has not all values of the kind: the nearest float, or an integer that fits.</summary>
    public Expression Narrow(Expression value, ITypeSymbol? type, bool isChecked, int site) =>
        Kinds.IsSingle(type) ? new Expression.Unary(UnaryOperation.Single, value, site: site)
        : Kinds.RangeOf(type) is { } range ? Fit(value, range, isChecked, site)
        : value;

    /// <summary>A number made to fit a smaller type: a check that fails, or the low bits.</summary>
    private Expression Fit(Expression value, (long Low, long High) range, bool isChecked, int site)
    {
        Expression Constant(long number) => Number(value.Kind, number, site);
        if (isChecked)
        {
            var held = lowerer.Emission.Hold(value);
            var isOutside = new Expression.Conditional(
                new Expression.Binary(BinaryOperation.Less, held, Constant(range.Low), site: site),
                new Expression.Constant(Scalar.Of(true), site),
                new Expression.Binary(BinaryOperation.Less, Constant(range.High), held, site: site),
                site);
            lowerer.Emission.Emit(new Statement.If(isOutside, [new Statement.Fail(nameof(OverflowException), site)], [], site));
            return held;
        }

        // The low bits of a two's complement number; a signed type moves its upper half below zero.
        var bits = new Expression.Binary(BinaryOperation.And, value, Constant(range.High - range.Low), site: site);
        return range.Low == 0
            ? bits
            : new Expression.Binary(BinaryOperation.Subtract, new Expression.Binary(BinaryOperation.Xor, bits, Constant(-range.Low), site: site), Constant(-range.Low), site: site);
    }

    /// <summary>A double outside a type of unsigned integers becomes its smallest or largest value, as a long becomes that of longs.</summary>
    private static Expression Clamp(Expression value, (long Low, long High) range, int site) => new Expression.Binary(
        BinaryOperation.Min,
        new Expression.Binary(BinaryOperation.Max, value, Number(value.Kind, range.Low, site), site: site),
        Number(value.Kind, range.High, site),
        site: site);

    private static Expression.Constant Number(ScalarKind kind, long value, int site) => new(kind == ScalarKind.Int64 ? Scalar.Of(value) : Scalar.Of((int)value), site);

    private static RefusedException Refuse(IConversionOperation operation) =>
        operation.Operand is IInvalidOperation ? Wording.Refuse(operation.Operand)
        : Shape.Of(operation.Type) is null ? Unknown(operation, operation.Type)
        : Shape.Of(operation.Operand.Type) is null && operation.Operand.Type is not null ? Unknown(operation.Operand, operation.Operand.Type)
        : RefusedException.At(operation, $"conversion of {Wording.Source(operation.Operand)} to {Wording.Type(operation.Type)}");

    private static RefusedException Unknown(IOperation operation, ITypeSymbol? type) =>
        operation is IAnonymousFunctionOperation ? Wording.Refuse(operation) : RefusedException.At(operation, $"value of type {Wording.Type(type)}, which rules do not compute with{Wording.Instead(type)}");

    private static bool IsView(IConversionOperation operation) =>
        operation.OperatorMethod is null || (operation.OperatorMethod.ContainingType is { Name: "Span" or "ReadOnlySpan", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } });
}
