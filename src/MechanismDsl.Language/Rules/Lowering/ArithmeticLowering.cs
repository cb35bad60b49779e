using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>Lowers the operators of C# on numbers and booleans.</summary>
internal sealed class ArithmeticLowering(Lowerer lowerer)
{
    /// <summary>An operator of one value.</summary>
    public Value Lower(IUnaryOperation operation)
    {
        if (IsUsers(operation.OperatorMethod))
        {
            return operation.IsLifted ? throw Wording.Refuse(operation) : lowerer.Calls.Operator(operation, operation.OperatorMethod!, operation.Operand);
        }

        if (lowerer.Nullables.Lower(operation) is { } lifted)
        {
            return lifted;
        }

        var kind = Lowerer.KindOf(operation, operation.Type);
        var operand = lowerer.Number(operation.Operand);
        var site = lowerer.At(operation);
        return new Value.Number(Folding.Of(operation.OperatorKind, operand, site) ?? operation.OperatorKind switch
        {
            UnaryOperatorKind.Plus => operand,
            UnaryOperatorKind.Minus => new Expression.Unary(UnaryOperation.Negate, operand, operation.IsChecked && kind.IsInteger(), site),
            UnaryOperatorKind.Not when kind == ScalarKind.Boolean => new Expression.Unary(UnaryOperation.Not, operand, site: site),
            UnaryOperatorKind.BitwiseNegation or UnaryOperatorKind.Not when kind.IsInteger() =>
                lowerer.Conversions.Narrow(new Expression.Binary(BinaryOperation.Subtract, Constant(kind, -1, site), operand, site: site), operation.Type, isChecked: false, site),
            _ => throw Wording.Refuse(operation),
        });
    }

    /// <summary>An operator of two values, both of which are evaluated.</summary>
    public Value Lower(IBinaryOperation operation)
    {
        if (IsUsers(operation.OperatorMethod))
        {
            return operation.IsLifted ? throw Wording.Refuse(operation) : lowerer.Calls.Operator(operation, operation.OperatorMethod!, operation.LeftOperand, operation.RightOperand);
        }

        if (lowerer.Nullables.Lower(operation) is { } lifted)
        {
            return lifted;
        }

        Lowerer.KindOf(operation.LeftOperand, operation.LeftOperand.Type);
        Lowerer.KindOf(operation.RightOperand, operation.RightOperand.Type);
        var operands = lowerer.Emission.InOrder(() => lowerer.Expressions.Lower(operation.LeftOperand), () => lowerer.Expressions.Lower(operation.RightOperand));
        RefuseShift(operation, operation.OperatorKind, operation.LeftOperand.Type);
        var result = Apply(operation, operation.OperatorKind, ((Value.Number)operands[0]).Expression, ((Value.Number)operands[1]).Expression, operation.IsChecked);
        return new Value.Number(lowerer.Conversions.Narrow(result, operation.Type, operation.IsChecked, lowerer.At(operation)));
    }

    /// <summary>A shift of a uint moves 32 bits, and a rule computes with 64.</summary>
    public static void RefuseShift(IOperation operation, BinaryOperatorKind kind, ITypeSymbol? type)
    {
        if (IsShift(kind) && Kinds.IsUnsigned(type))
        {
            throw RefusedException.At(operation, $"shift of a uint {Wording.Source(operation)}; use int or long");
        }
    }

    /// <summary>An operator of two values that have been lowered.</summary>
    public Expression Apply(IOperation operation, BinaryOperatorKind operatorKind, Expression left, Expression right, bool isChecked)
    {
        var site = lowerer.At(operation);
        if (IsShift(operatorKind) && left.Kind.IsInteger() && right.Kind == ScalarKind.Int32)
        {
            return new Shifting(lowerer.Emission, site).Shift(operatorKind, left, right);
        }

        if (left.Kind != right.Kind)
        {
            throw Wording.Refuse(operation);
        }

        return Folding.Of(operatorKind, left, right, site) ?? operatorKind switch
        {
            BinaryOperatorKind.GreaterThan => new Expression.Binary(BinaryOperation.Less, right, left, site: site),
            BinaryOperatorKind.GreaterThanOrEqual => new Expression.Binary(BinaryOperation.LessOrEqual, right, left, site: site),
            BinaryOperatorKind.And or BinaryOperatorKind.Or when left.Kind.IsInteger() && new Shifting(lowerer.Emission, site).Mask(Operation(operatorKind)!.Value, left, right) is { } masked => masked,
            _ when Operation(operatorKind) is { } simple => new Expression.Binary(simple, left, right, isChecked && left.Kind.IsInteger() && simple <= BinaryOperation.Multiply, site),
            _ => throw Wording.Refuse(operation),
        };
    }

    /// <summary>Whether an operator shifts: its operands can be of two kinds.</summary>
    public static bool IsShift(BinaryOperatorKind kind) => kind is BinaryOperatorKind.LeftShift or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift;

    /// <summary>A whole number as a constant of a kind.</summary>
    public static Expression.Constant Constant(ScalarKind kind, int value, int site) => new(
        kind switch
        {
            ScalarKind.Int32 => Scalar.Of(value),
            ScalarKind.Int64 => Scalar.Of((long)value),
            ScalarKind.Double => Scalar.Of((double)value),
            ScalarKind.Decimal => Scalar.Of((decimal)value),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        },
        site);

    private static BinaryOperation? Operation(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.Add => BinaryOperation.Add,
        BinaryOperatorKind.Subtract => BinaryOperation.Subtract,
        BinaryOperatorKind.Multiply => BinaryOperation.Multiply,
        BinaryOperatorKind.Divide => BinaryOperation.Divide,
        BinaryOperatorKind.Remainder => BinaryOperation.Remainder,
        BinaryOperatorKind.And => BinaryOperation.And,
        BinaryOperatorKind.Or => BinaryOperation.Or,
        BinaryOperatorKind.ExclusiveOr => BinaryOperation.Xor,
        BinaryOperatorKind.Equals => BinaryOperation.Equal,
        BinaryOperatorKind.NotEquals => BinaryOperation.NotEqual,
        BinaryOperatorKind.LessThan => BinaryOperation.Less,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperation.LessOrEqual,
        _ => null,
    };

    /// <summary>
    /// Whether an operator is one of the user's own. Those of decimal are methods to the compiler, and known; those of INumber&lt;T&gt; are the operators of the number
    /// that stands for T.
    /// </summary>
    public static bool IsUsers(IMethodSymbol? method) =>
        method is not null && method.ContainingType.SpecialType != SpecialType.System_Decimal && !IsOfNumbers(method.ContainingType);

    private static bool IsOfNumbers(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Interface, ContainingNamespace: { Name: "Numerics", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } && type.TypeArguments.Any(argument => Kinds.Of(argument) is not null);
}
