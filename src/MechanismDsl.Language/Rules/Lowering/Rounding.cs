using MechanismDsl.Proofs.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace MechanismDsl.Language.Rules.Lowering;

/// <summary>Lowers <c>Math.Round</c> with a number of digits or a mode, both fixed, to the operations that .NET carries out.</summary>
internal static class Rounding
{
    /// <summary>Doubles from here on are whole numbers, which .NET returns as they are.</summary>
    private const double Whole = 1e16;

    /// <summary>The largest double below one half: what .NET adds to round halves away from zero.</summary>
    private const double BelowHalf = 0.49999999999999994;

    private const int MostDoubleDigits = 15;
    private const int MostDecimalDigits = 28;

    /// <summary>The value rounded as one more argument says: to a number of digits, or in a mode.</summary>
    public static Expression To(Lowerer lowerer, IInvocationOperation call, Expression x, Expression option) =>
        call.TargetMethod.Parameters[1].Type.SpecialType == SpecialType.System_Int32
            ? To(lowerer, call, x, Known(call, option), MidpointMode.ToEven)
            : x.Kind == ScalarKind.Decimal && (MidpointMode)Known(call, option) == MidpointMode.AwayFromZero ? To(lowerer, call, x, 0, MidpointMode.AwayFromZero)
            : ToWhole(lowerer, call, x, (MidpointMode)Known(call, option), lowerer.At(call));

    /// <summary>The value rounded to a number of digits in a mode.</summary>
    public static Expression To(Lowerer lowerer, IInvocationOperation call, Expression x, Expression digits, Expression mode) =>
        To(lowerer, call, x, Known(call, digits), (MidpointMode)Known(call, mode));

    private static Expression To(Lowerer lowerer, IInvocationOperation call, Expression x, int digits, MidpointMode mode)
    {
        var site = lowerer.At(call);
        return x.Kind switch
        {
            ScalarKind.Double when digits is >= 0 and <= MostDoubleDigits => ToDigits(lowerer, call, x, digits, mode, site),
            ScalarKind.Decimal when digits is >= 0 and <= MostDecimalDigits => new Expression.Binary(OperationOf(call, mode), x, new Expression.Constant(Scalar.Of((decimal)digits), site), site: site),
            _ => throw Wording.Refuse(call),
        };
    }

    private static int Known(IInvocationOperation call, Expression option) => option is Expression.Constant { Value: { Kind: ScalarKind.Int32, AsInteger: var number } }
        ? (int)number
        : throw RefusedException.At(call, $"{Wording.Source(call)}, whose number of digits or mode varies");

    private static BinaryOperation OperationOf(IOperation call, MidpointMode mode) => mode switch
    {
        MidpointMode.ToEven => BinaryOperation.RoundTo,
        MidpointMode.AwayFromZero => BinaryOperation.RoundAwayTo,
        MidpointMode.ToZero => BinaryOperation.TruncateTo,
        MidpointMode.ToNegativeInfinity => BinaryOperation.FloorTo,
        MidpointMode.ToPositiveInfinity => BinaryOperation.CeilingTo,
        _ => throw Wording.Refuse(call),
    };

    /// <summary>The values of <see cref="MidpointRounding"/>, of which netstandard2.0 knows two.</summary>
    private enum MidpointMode
    {
        ToEven,
        AwayFromZero,
        ToZero,
        ToNegativeInfinity,
        ToPositiveInfinity,
    }

    private static Expression ToWhole(Lowerer lowerer, IOperation call, Expression x, MidpointMode mode, int site)
    {
        switch (mode)
        {
            case MidpointMode.ToEven:
                return new Expression.Unary(UnaryOperation.Round, x, site: site);
            case MidpointMode.ToZero:
                return new Expression.Unary(UnaryOperation.Truncate, x, site: site);
            case MidpointMode.ToNegativeInfinity:
                return new Expression.Unary(UnaryOperation.Floor, x, site: site);
            case MidpointMode.ToPositiveInfinity:
                return new Expression.Unary(UnaryOperation.Ceiling, x, site: site);
            case MidpointMode.AwayFromZero:
                // Truncate(x + CopySign(0.49999999999999994, x)); a zero keeps its sign.
                var held = lowerer.Emission.Hold(x);
                var zero = Constant(0, site);
                var half = new Expression.Conditional(new Expression.Binary(BinaryOperation.Less, held, zero, site: site), Constant(-BelowHalf, site), Constant(BelowHalf, site), site);
                var moved = new Expression.Unary(UnaryOperation.Truncate, new Expression.Binary(BinaryOperation.Add, held, half, site: site), site: site);
                return new Expression.Conditional(new Expression.Binary(BinaryOperation.Equal, held, zero, site: site), held, moved, site);
            default:
                throw Wording.Refuse(call);
        }
    }

    /// <summary>|x| &lt; 10¹⁶ ? Round(x · 10ᵈ) / 10ᵈ : x, as .NET computes it.</summary>
    private static Expression ToDigits(Lowerer lowerer, IOperation call, Expression x, int digits, MidpointMode mode, int site)
    {
        var held = lowerer.Emission.Hold(x);
        var power = Constant(PowerOfTen(digits), site);
        var scaled = new Expression.Binary(BinaryOperation.Multiply, held, power, site: site);
        var rounded = new Expression.Binary(BinaryOperation.Divide, ToWhole(lowerer, call, scaled, mode, site), power, site: site);
        var isFractional = new Expression.Binary(BinaryOperation.Less, new Expression.Unary(UnaryOperation.Abs, held, site: site), Constant(Whole, site), site: site);
        return new Expression.Conditional(isFractional, rounded, held, site);
    }

    private static double PowerOfTen(int digits)
    {
        // Exact up to 10²².
        var power = 1.0;
        for (var digit = 0; digit < digits; digit++)
        {
            power *= 10;
        }

        return power;
    }

    private static Expression.Constant Constant(double value, int site) => new(Scalar.Of(value), site);
}
