using MechanismDsl.Language.Rules.Shapes;
using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>Lowers the functions of <see cref="System.Math"/> and their twins on the number types, wherever operations of rules give the same bits.</summary>
internal sealed class MathLowering(Lowerer lowerer)
{
    /// <summary>The value of a call; null if it calls something else.</summary>
    public Value? Lower(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (!method.IsStatic || !IsMath(method.ContainingType) || Kinds.Of(method.ReturnType) is null || !method.Parameters.All(parameter => Kinds.Of(parameter.Type) is not null))
        {
            return null;
        }

        var arguments = call.Arguments.OrderBy(argument => argument.Parameter!.Ordinal).ToList();
        var isOrdered = arguments.SequenceEqual(call.Arguments);
        if (!isOrdered || !IsKnown(method))
        {
            return null;
        }

        var values = lowerer.Emission.InOrder([.. arguments.Select<IArgumentOperation, Func<Value>>(argument => () => new Value.Number(lowerer.Number(argument.Value)))]);
        Expression[] operands = [.. values.Select(value => ((Value.Number)value).Expression)];
        return new Value.Number(operands switch
        {
            [var x] => One(method, x, lowerer.At(call)),
            [var x, var digits] when method.Name == nameof(System.Math.Round) => Rounding.To(lowerer, call, x, digits),
            [var x, var newBase] when method.Name == nameof(System.Math.Log) => Logarithm(call, x, newBase),
            [var x, var y] when Function2(method.Name) is { } function => new Expression.Binary(function, x, y, site: lowerer.At(call)),
            [var x, var y] when method.Name is "MaxMagnitude" or "MinMagnitude" => Magnitude(x, y, method.Name == "MaxMagnitude", lowerer.At(call)),
            [var x, var exponent] when method.Name == "ScaleB" => Scaled(call, x, exponent),
            [var x, var digits, var mode] when method.Name == nameof(System.Math.Round) => Rounding.To(lowerer, call, x, digits, mode),
            [var x, var low, var high] => Clamp(x, low, high, lowerer.At(call)),
            _ => throw Wording.Refuse(call),
        });
    }

    private static bool IsMath(INamedTypeSymbol type) =>
        type.SpecialType is SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal or SpecialType.System_Int32 or SpecialType.System_Int64
        || type is { Name: nameof(System.Math) or "MathF", ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } };

    private static bool IsKnown(IMethodSymbol method) => method.ContainingType is { SpecialType: SpecialType.System_Single } or { Name: "MathF" } ? IsExact(method) : (method.Parameters.Length, method.Name) switch
    {
        (1, nameof(double.IsNaN) or "IsFinite" or nameof(double.IsInfinity) or nameof(double.IsPositiveInfinity) or nameof(double.IsNegativeInfinity)) => method.ContainingType.SpecialType == SpecialType.System_Double,
        (1, var name) => Function(name) is { } function && (function < UnaryOperation.Log2 || Kinds.Of(method.ReturnType) == ScalarKind.Double),
        (2, nameof(System.Math.Min) or nameof(System.Math.Max)) => true,
        (2, nameof(System.Math.Round)) => method.Parameters[1].Type is { SpecialType: SpecialType.System_Int32 } or { Name: nameof(MidpointRounding) },
        (2, nameof(System.Math.Log)) => true,
        (2, "MaxMagnitude" or "MinMagnitude" or "ScaleB") => Kinds.Of(method.ReturnType) == ScalarKind.Double,
        (2, nameof(System.Math.Pow)) => Kinds.Of(method.ReturnType) == ScalarKind.Double,
        (3, "Clamp" or nameof(System.Math.Round)) => true,
        _ => false,
    };

    // Functions of floats that round once, or not at all, like their twins of doubles; the others come from another library.
    private static bool IsExact(IMethodSymbol method) => (method.Parameters.Length, method.Name) switch
    {
        (1, nameof(float.IsNaN) or "IsFinite" or nameof(float.IsInfinity) or nameof(float.IsPositiveInfinity) or nameof(float.IsNegativeInfinity)) => true,
        (1, nameof(System.Math.Abs) or nameof(System.Math.Sqrt) or nameof(System.Math.Floor) or nameof(System.Math.Ceiling) or nameof(System.Math.Round) or nameof(System.Math.Truncate) or nameof(System.Math.Sign)) => true,
        (2, nameof(System.Math.Min) or nameof(System.Math.Max)) => true,
        (3, "Clamp") => true,
        _ => false,
    };

    private static UnaryOperation? Function(string name) => name switch
    {
        nameof(System.Math.Abs) => UnaryOperation.Abs,
        nameof(System.Math.Sqrt) => UnaryOperation.Sqrt,
        nameof(System.Math.Exp) => UnaryOperation.Exp,
        nameof(System.Math.Log) => UnaryOperation.Log,
        nameof(System.Math.Floor) => UnaryOperation.Floor,
        nameof(System.Math.Ceiling) => UnaryOperation.Ceiling,
        nameof(System.Math.Round) => UnaryOperation.Round,
        nameof(System.Math.Truncate) => UnaryOperation.Truncate,
        nameof(System.Math.Sign) => UnaryOperation.Sign,
        "Cbrt" => UnaryOperation.Cbrt,
        "Log2" => UnaryOperation.Log2,
        nameof(System.Math.Log10) => UnaryOperation.Log10,
        nameof(System.Math.Sinh) => UnaryOperation.Sinh,
        nameof(System.Math.Cosh) => UnaryOperation.Cosh,
        nameof(System.Math.Tanh) => UnaryOperation.Tanh,
        "Asinh" => UnaryOperation.Asinh,
        "Acosh" => UnaryOperation.Acosh,
        "Atanh" => UnaryOperation.Atanh,
        nameof(System.Math.Sin) => UnaryOperation.Sin,
        nameof(System.Math.Cos) => UnaryOperation.Cos,
        nameof(System.Math.Tan) => UnaryOperation.Tan,
        nameof(System.Math.Asin) => UnaryOperation.Asin,
        nameof(System.Math.Acos) => UnaryOperation.Acos,
        nameof(System.Math.Atan) => UnaryOperation.Atan,
        nameof(decimal.Negate) => UnaryOperation.Negate,
        _ => null,
    };

    private Expression One(IMethodSymbol method, Expression x, int site)
    {
        switch (method.Name)
        {
            case nameof(double.IsNaN):
                return new Expression.Binary(BinaryOperation.NotEqual, x, x, site: site);
            case "IsFinite":
                return new Expression.Binary(BinaryOperation.Less, new Expression.Unary(UnaryOperation.Abs, x, site: site), Infinity(site), site: site);
            case nameof(double.IsInfinity):
                return new Expression.Binary(BinaryOperation.Equal, new Expression.Unary(UnaryOperation.Abs, x, site: site), Infinity(site), site: site);
            case nameof(double.IsPositiveInfinity):
                return new Expression.Binary(BinaryOperation.Equal, x, Infinity(site), site: site);
            case nameof(double.IsNegativeInfinity):
                return new Expression.Binary(BinaryOperation.Equal, new Expression.Unary(UnaryOperation.Negate, x, site: site), Infinity(site), site: site);
            case nameof(System.Math.Sqrt):
                return lowerer.Conversions.Narrow(new Expression.Unary(UnaryOperation.Sqrt, x, site: site), method.ReturnType, isChecked: false, site);
            default:
                return new Expression.Unary(Function(method.Name)!.Value, x, site: site);
        }
    }

    private static BinaryOperation? Function2(string name) => name switch
    {
        nameof(System.Math.Min) => BinaryOperation.Min,
        nameof(System.Math.Max) => BinaryOperation.Max,
        nameof(System.Math.Pow) => BinaryOperation.Pow,
        _ => null,
    };

    /// <summary>The one of larger or smaller absolute value; of x and −x the larger or smaller number (IEEE 754-2019 maximumMagnitude, minimumMagnitude).</summary>
    private Expression Magnitude(Expression x, Expression y, bool isMax, int site)
    {
        (x, y) = (lowerer.Emission.Hold(x), lowerer.Emission.Hold(y));
        Expression first = new Expression.Unary(UnaryOperation.Abs, x, site: site), second = new Expression.Unary(UnaryOperation.Abs, y, site: site);
        var isFirst = new Expression.Binary(BinaryOperation.Less, isMax ? second : first, isMax ? first : second, site: site);
        var same = new Expression.Binary(isMax ? BinaryOperation.Max : BinaryOperation.Min, x, y, site: site);
        var other = new Expression.Conditional(new Expression.Binary(BinaryOperation.Equal, first, second, site: site), same, y, site);
        return new Expression.Conditional(new Expression.Binary(BinaryOperation.NotEqual, x, x, site: site), x, new Expression.Conditional(isFirst, x, other, site), site);
    }

    /// <summary>x · 2ⁿ, rounded once: a product with a power of two that is a normal double.</summary>
    private Expression Scaled(IOperation call, Expression x, Expression exponent) =>
        exponent is Expression.Constant { Value.AsInteger: >= -1022 and <= 1023 and var power }
            ? new Expression.Binary(BinaryOperation.Multiply, x, new Expression.Constant(Scalar.Of(BitConverter.Int64BitsToDouble((power + 1023) << 52)), lowerer.At(call)), site: lowerer.At(call))
            : throw RefusedException.At(call, $"{Wording.Source(call)}, whose exponent is not a fixed number");

    /// <summary>Math.Clamp compares; Min and Max would differ from it in the sign of a zero and for NaN.</summary>
    private Expression Clamp(Expression x, Expression low, Expression high, int site)
    {
        var emission = lowerer.Emission;
        (x, low, high) = (emission.Hold(x), emission.Hold(low), emission.Hold(high));
        if (!(low is Expression.Constant { Value: var least } && high is Expression.Constant { Value: var most } && least.ToNumber() < most.ToNumber()))
        {
            emission.Emit(new Statement.If(new Expression.Binary(BinaryOperation.Less, high, low, site: site), [new Statement.Fail(nameof(ArgumentException), site)], [], site));
        }

        return new Expression.Conditional(
            new Expression.Binary(BinaryOperation.Less, x, low, site: site),
            low,
            new Expression.Conditional(new Expression.Binary(BinaryOperation.Less, high, x, site: site), high, x, site),
            site);
    }

    /// <summary>Math.Log(x, b) is log x / log b; only for b in {0, 1, ∞, NaN} it makes exceptions.</summary>
    private Expression Logarithm(IOperation call, Expression x, Expression newBase)
    {
        var site = lowerer.At(call);
        return newBase is Expression.Constant { Value.AsDouble: > 0 and not 1 and not double.PositiveInfinity }
            ? new Expression.Binary(BinaryOperation.Divide, new Expression.Unary(UnaryOperation.Log, x, site: site), new Expression.Unary(UnaryOperation.Log, newBase, site: site), site: site)
            : throw RefusedException.At(call, $"{Wording.Source(call)}, whose base is not a fixed number");
    }

    private static Expression.Constant Infinity(int site) => new(Scalar.Of(double.PositiveInfinity), site);
}
