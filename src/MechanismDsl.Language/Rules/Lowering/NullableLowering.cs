using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>
/// Lowers values that can be missing, <c>int?</c> and <c>(double, int)?</c>, as records of whether there is a value and of the value. A missing one
/// holds zeros, so that what is missing is the same wherever it comes from.
/// </summary>
internal sealed class NullableLowering(Lowerer lowerer)
{
    private readonly Stack<Value> _receivers = new();

    /// <summary>The type of the value if the type is that of a value that can be missing; null for other types.</summary>
    public static ITypeSymbol? Underlying(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var underlying] } ? underlying : null;

    /// <summary>Whether an operation is the literal <c>null</c>.</summary>
    public static bool IsNull(IOperation operation) => operation is { ConstantValue: { HasValue: true, Value: null }, Type: null or { IsReferenceType: true } } or IConversionOperation { Operand: ILiteralOperation { ConstantValue: { HasValue: true, Value: null } } };

    /// <summary>Whether there is a value, and the value, which is only to be used if there is; null for what cannot be missing.</summary>
    public static (Expression HasValue, Value Value)? Parts(Value value) =>
        value is Value.Record { Shape.Type: var type, Members: [Value.Number { Expression: var hasValue }, var held] } && Underlying(type) is not null ? (hasValue, held) : null;

    /// <summary>A value that is there.</summary>
    public Value Of(IOperation operation, Value value, ITypeSymbol type) =>
        new Value.Record((Shape.Record)Lowerer.ShapeOf(operation, type), [new Value.Number(lowerer.Truth(operation, true)), value]);

    /// <summary>What a function makes of the value, if there is one.</summary>
    public Value Map(IOperation operation, Value value, ITypeSymbol type, Func<Value, Value> function)
    {
        var (hasValue, held) = Parts(lowerer.Emission.Keep(value)) ?? throw Wording.Refuse(operation);
        return Choose(operation, hasValue, type, () => function(held));
    }

    /// <summary>A conversion to or from a type of values that can be missing.</summary>
    public Value Convert(IConversionOperation operation)
    {
        var (from, to) = (Underlying(operation.Operand.Type), Underlying(operation.Type));
        if (IsNull(operation.Operand) || IsNull(operation))
        {
            return lowerer.Records.Zero(operation, Lowerer.ShapeOf(operation, operation.Type));
        }

        var operand = lowerer.Expressions.Lower(operation.Operand);
        return (from, to) switch
        {
            (null, { } type) => Of(operation, Cast(operation, operand, operation.Operand.Type, type), operation.Type!),
            ({ } type, { } wanted) => Map(operation, operand, operation.Type!, value => Cast(operation, value, type, wanted)),
            _ => Cast(operation, Present(operation, operand), from, operation.Type),
        };
    }

    /// <summary>A property: whether there is a value, or the value.</summary>
    public Value Member(IOperation operation, Value value, string name)
    {
        var (hasValue, _) = Parts(value) ?? throw Wording.Refuse(operation);
        return name == "HasValue" ? new Value.Number(hasValue) : Present(operation, value);
    }

    /// <summary>The value of a call; null if it calls something else.</summary>
    public Value? Lower(IInvocationOperation call)
    {
        if (call is not { Instance: { } instance, TargetMethod.Name: "GetValueOrDefault" } || Underlying(instance.Type) is not { } underlying)
        {
            return null;
        }

        var operands = lowerer.Emission.InOrder([() => lowerer.Expressions.Lower(instance), .. call.Arguments.Select<IArgumentOperation, Func<Value>>(argument => () => lowerer.Expressions.Lower(argument.Value))]);
        var (hasValue, value) = Parts(lowerer.Emission.Keep(operands[0])) ?? throw Wording.Refuse(call);
        if (operands.Length == 1)
        {
            return value;
        }

        var otherwise = lowerer.Emission.Keep(operands[1]);
        return underlying is null ? throw Wording.Refuse(call) : lowerer.Expressions.Choose(call, hasValue, () => value, () => otherwise);
    }

    /// <summary><c>a ?? b</c>; b is evaluated only if a is missing.</summary>
    public Value Lower(ICoalesceOperation operation)
    {
        var (hasValue, value) = Parts(lowerer.Emission.Keep(lowerer.Expressions.Lower(operation.Value))) ?? throw Wording.Refuse(operation);
        var underlying = Underlying(operation.Value.Type);
        return lowerer.Expressions.Choose(operation, hasValue, () => lowerer.Implicits.Apply(operation, value, underlying, operation.Type), () => lowerer.Expressions.Lower(operation.WhenNull));
    }

    /// <summary><c>a ??= b</c> of a local; the value of the expression if it is used.</summary>
    public Value Lower(ICoalesceAssignmentOperation operation)
    {
        if (operation.Target is not (ILocalReferenceOperation or IParameterReferenceOperation) || Underlying(operation.Target.Type) is not { } underlying)
        {
            throw Wording.Refuse(operation);
        }

        var site = lowerer.At(operation);
        var target = lowerer.Assignments.Prepare(operation.Target);
        var (hasValue, _) = Parts(target.Read(site)) ?? throw Wording.Refuse(operation);
        var assignment = lowerer.Emission.Capture(() =>
        {
            var value = lowerer.Expressions.Lower(operation.Value);
            target.Write(Underlying(operation.Value.Type) is null && !IsNull(operation.Value) ? Of(operation, lowerer.Implicits.Apply(operation, value, operation.Value.Type, underlying), operation.Target.Type!) : value, site);
        });
        lowerer.Emission.Emit(new Statement.If(hasValue, [], [.. assignment], site));
        var assigned = lowerer.Emission.Keep(target.Read(site));
        return Underlying(operation.Type) is null ? Parts(assigned)!.Value.Value : assigned;
    }

    /// <summary><c>a?.Member</c>: missing if a is.</summary>
    public Value Lower(IConditionalAccessOperation operation)
    {
        var (hasValue, value) = Parts(lowerer.Emission.Keep(lowerer.Expressions.Lower(operation.Operation))) ?? throw Wording.Refuse(operation);
        return Choose(operation, hasValue, operation.Type!, () =>
        {
            _receivers.Push(value);
            var accessed = lowerer.Expressions.Lower(operation.WhenNotNull);
            _receivers.Pop();
            return accessed;
        });
    }

    /// <summary>What stands before the <c>?.</c> around an operation.</summary>
    public Value Receiver(IConditionalAccessInstanceOperation operation) => _receivers.Count > 0 ? _receivers.Peek() : throw Wording.Refuse(operation);

    /// <summary>A comparison with <c>null</c>, or an operator that is lifted: missing operands make the result missing, or a comparison false.</summary>
    public Value? Lower(IBinaryOperation operation)
    {
        var kind = operation.OperatorKind;
        var isEquality = kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals;
        var asked = IsNull(operation.RightOperand) ? operation.LeftOperand : IsNull(operation.LeftOperand) ? operation.RightOperand : null;
        if (asked is not null && isEquality && Underlying(asked.Type) is not null)
        {
            var (isThere, _) = Parts(lowerer.Expressions.Lower(asked)) ?? throw Wording.Refuse(operation);
            return new Value.Number(kind == BinaryOperatorKind.NotEquals ? isThere : new Expression.Unary(UnaryOperation.Not, isThere, site: lowerer.At(operation)));
        }

        if (!operation.IsLifted)
        {
            return null;
        }

        // The logic of bool? has three values, in which false & null is false.
        if (Underlying(operation.LeftOperand.Type)?.SpecialType == SpecialType.System_Boolean && !isEquality)
        {
            throw RefusedException.At(operation, $"logic of three values {Wording.Source(operation)}");
        }

        var operands = lowerer.Emission.InOrder(() => lowerer.Expressions.Lower(operation.LeftOperand), () => lowerer.Expressions.Lower(operation.RightOperand));
        if (Parts(lowerer.Emission.Keep(operands[0])) is not var (hasLeft, x) || Parts(lowerer.Emission.Keep(operands[1])) is not var (hasRight, y)
            || x is not Value.Number { Expression: var left } || y is not Value.Number { Expression: var right })
        {
            throw Wording.Refuse(operation);
        }

        var both = lowerer.Emission.Hold(lowerer.Patterns.And(operation, hasLeft, hasRight));
        ArithmeticLowering.RefuseShift(operation, kind, Underlying(operation.LeftOperand.Type));
        Expression Applied() => lowerer.Conversions.Narrow(lowerer.Arithmetic.Apply(operation, kind, left, right, operation.IsChecked), Underlying(operation.Type), operation.IsChecked, lowerer.At(operation));
        Expression IfNot() => isEquality ? lowerer.Arithmetic.Apply(operation, kind, hasLeft, hasRight, isChecked: false) : lowerer.Truth(operation, false);
        return Underlying(operation.Type) is null
            ? new Value.Number(lowerer.Choose(operation, both, Applied, IfNot))
            : Choose(operation, both, operation.Type!, () => new Value.Number(Applied()));
    }

    /// <summary>A sign in front of a value that can be missing; null for another one.</summary>
    public Value? Lower(IUnaryOperation operation) => operation is { IsLifted: true, OperatorKind: UnaryOperatorKind.Minus or UnaryOperatorKind.Plus, Type: { } type }
        ? Map(operation, lowerer.Expressions.Lower(operation.Operand), type, value => value is Value.Number { Expression: var number }
            ? new Value.Number(operation.OperatorKind == UnaryOperatorKind.Plus ? number : new Expression.Unary(UnaryOperation.Negate, number, operation.IsChecked && number.Kind.IsInteger(), lowerer.At(operation)))
            : throw Wording.Refuse(operation))
        : null;

    private Value Present(IOperation operation, Value nullable)
    {
        var (hasValue, value) = Parts(nullable) ?? throw Wording.Refuse(operation);
        lowerer.Emission.Emit(new Statement.If(hasValue, [], [new Statement.Fail(nameof(InvalidOperationException), lowerer.At(operation))], lowerer.At(operation)));
        return value;
    }

    private Value Choose(IOperation operation, Expression hasValue, ITypeSymbol type, Func<Value> value) => lowerer.Expressions.Choose(
        operation,
        hasValue,
        () => value() is var result && Parts(result) is null ? Of(operation, result, type) : result,
        () => lowerer.Records.Zero(operation, Lowerer.ShapeOf(operation, type)));

    // A cast of numbers, or no conversion at all.
    private Value Cast(IConversionOperation operation, Value value, ITypeSymbol? from, ITypeSymbol? to) =>
        value is Value.Number { Expression: var number } && Kinds.Of(to) is { } kind && Kinds.Of(from) is not null
            ? new Value.Number(lowerer.Conversions.Convert(operation, number, kind, to, from, operation.IsChecked))
            : lowerer.Implicits.Apply(operation, value, from, to);
}
