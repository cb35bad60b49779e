using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Terms;

/// <summary>
/// Ranges of the results of operations, given those of the operands. IEEE 754 rounds +, −, ·, / and √ correctly, so they are weakly monotone as
/// functions on doubles and the extremes are at the ends, computed with the same rounding: no widening is needed. The functions of the
/// mathematical library are taken to be within 4 units in the last place; decimals are bracketed by doubles.
/// </summary>
internal static class RangeRules
{
    private const int LibraryError = 4;

    // There is no Math.Cbrt on netstandard2.0; the exponent 1/3 is off by 2⁻⁵⁶, which |ln v| ≤ 745 magnifies.
    private const double CubeRootError = 1e-13;
    private const double LargestExactInteger = 9007199254740992;

    /// <summary>The range of a fixed value.</summary>
    public static ValueRange Of(Scalar value) => value.Kind switch
    {
        ScalarKind.Double => double.IsNaN(value.AsDouble) ? ValueRange.Anything : new ValueRange(value.AsDouble, value.AsDouble),
        ScalarKind.Boolean or ScalarKind.Int32 => new ValueRange(value.ToNumber(), value.ToNumber()),
        _ => Rounded(value.Kind, value.ToNumber(), value.ToNumber()),
    };

    /// <summary>The range of an operation on one value.</summary>
    public static ValueRange Of(UnaryOperation operation, ScalarKind kind, ValueRange a) => operation switch
    {
        UnaryOperation.Negate => new ValueRange(-a.High, -a.Low, a.MayBeNaN),
        UnaryOperation.Abs => a.Low >= 0 ? a : a.High <= 0 ? new ValueRange(-a.High, -a.Low, a.MayBeNaN) : new ValueRange(0, Math.Max(-a.Low, a.High), a.MayBeNaN),
        UnaryOperation.Sqrt => a.High < 0 ? ValueRange.Anything : new ValueRange(Math.Sqrt(Math.Max(0, a.Low)), Math.Sqrt(a.High), a.MayBeNaN || a.Low < 0),
        UnaryOperation.Exp => Library(Math.Exp(a.Low), Math.Exp(a.High), a.MayBeNaN, lowest: 0),
        UnaryOperation.Log => a.High <= 0 ? ValueRange.Anything : Library(Math.Log(Math.Max(0, a.Low)), Math.Log(a.High), a.MayBeNaN || a.Low < 0, double.NegativeInfinity),
        UnaryOperation.Cbrt => Relative(new ValueRange(CubeRoot(a.Low), CubeRoot(a.High), a.MayBeNaN), CubeRootError),
        UnaryOperation.Floor => new ValueRange(Math.Floor(a.Low), Math.Floor(a.High), a.MayBeNaN),
        UnaryOperation.Ceiling => new ValueRange(Math.Ceiling(a.Low), Math.Ceiling(a.High), a.MayBeNaN),
        UnaryOperation.Round => new ValueRange(Math.Round(a.Low), Math.Round(a.High), a.MayBeNaN),
        UnaryOperation.Truncate => new ValueRange(Math.Truncate(a.Low), Math.Truncate(a.High), a.MayBeNaN),
        UnaryOperation.Single => new ValueRange((float)a.Low, (float)a.High, a.MayBeNaN),
        UnaryOperation.Sign => new ValueRange(a.Low < 0 ? -1 : a.Low > 0 ? 1 : 0, a.High < 0 ? -1 : a.High > 0 ? 1 : 0, a.MayBeNaN),
        _ => ElementaryRanges.Of(operation, a) ?? (kind == ScalarKind.Boolean ? new ValueRange(0, 1) : ValueRange.Anything),
    };

    /// <summary>The range of an operation on two values of one kind.</summary>
    public static ValueRange Of(BinaryOperation operation, ScalarKind kind, ValueRange a, ValueRange b)
    {
        var nan = a.MayBeNaN || b.MayBeNaN;
        switch (operation)
        {
            case BinaryOperation.Add:
                return Sum(kind, a, b, nan);
            case BinaryOperation.Subtract:
                return Sum(kind, a, new ValueRange(-b.High, -b.Low, b.MayBeNaN), nan);
            case BinaryOperation.Multiply:
                return Product(kind, a, b, nan);
            case BinaryOperation.Divide:
                return QuotientRule.Of(kind, a, b, nan);
            case BinaryOperation.Remainder:
                return Remainder(a, b, nan);
            case BinaryOperation.Min:
                return new ValueRange(Math.Min(a.Low, b.Low), Math.Min(a.High, b.High), nan);
            case BinaryOperation.Max:
                return new ValueRange(Math.Max(a.Low, b.Low), Math.Max(a.High, b.High), nan);
            case BinaryOperation.Pow:
                return PowerRule.Of(a, b, nan);
            case >= BinaryOperation.RoundTo and <= BinaryOperation.CeilingTo:
                // Less than a unit away, or half of one, and never across zero.
                var distance = operation is BinaryOperation.RoundTo or BinaryOperation.RoundAwayTo ? 0.5 : 1;
                return new ValueRange(a.Low >= 0 ? Math.Max(0, Ulp.Down(a.Low - distance)) : Ulp.Down(a.Low - distance), a.High <= 0 ? Math.Min(0, Ulp.Up(a.High + distance)) : Ulp.Up(a.High + distance), nan);
            default:
                return BitwiseRule.Range(operation, kind, a, b);
        }
    }

    /// <summary>The range of a conversion that neither fails nor loses range.</summary>
    public static ValueRange Convert(ScalarKind from, ScalarKind to, ValueRange a) => to switch
    {
        ScalarKind.Int32 or ScalarKind.Int64 => Rounded(to, Math.Truncate(a.Low), Math.Truncate(a.High), a.MayBeNaN),
        // A double becomes a decimal of 15 significant digits.
        ScalarKind.Decimal when from == ScalarKind.Double => Relative(a, 1e-14),
        ScalarKind.Double when from == ScalarKind.Decimal => Relative(a, 1e-15),
        _ => Rounded(to, a.Low, a.High, a.MayBeNaN),
    };

    /// <summary>The smallest and the largest value of a kind, as doubles that enclose them.</summary>
    public static (double Low, double High) Limits(ScalarKind kind) => kind switch
    {
        ScalarKind.Boolean => (0, 1),
        ScalarKind.Int32 => (int.MinValue, int.MaxValue),
        ScalarKind.Int64 => (-9223372036854775808.0, 9223372036854775808.0),
        ScalarKind.Decimal => (-7.9228162514264337e28, 7.9228162514264337e28),
        _ => (double.NegativeInfinity, double.PositiveInfinity),
    };

    /// <summary>A range of results computed in double for a kind that computes otherwise: widened unless doubles are exact there.</summary>
    public static ValueRange Rounded(ScalarKind kind, double low, double high, bool mayBeNaN = false)
    {
        if (kind == ScalarKind.Double)
        {
            return new ValueRange(double.IsNaN(low) ? double.NegativeInfinity : low, double.IsNaN(high) ? double.PositiveInfinity : high, mayBeNaN);
        }

        return new ValueRange(IsExact(low) ? low : Ulp.Down(low, 2), IsExact(high) ? high : Ulp.Up(high, 2), mayBeNaN);

        static bool IsExact(double value) => Math.Abs(value) <= LargestExactInteger && Math.Floor(value) == value;
    }

    /// <summary>Results of the mathematical library, from its results at the ends.</summary>
    public static ValueRange Library(double low, double high, bool mayBeNaN, double lowest) =>
        new(Math.Max(lowest, Ulp.Down(double.IsNaN(low) ? double.NegativeInfinity : low, LibraryError)), Ulp.Up(double.IsNaN(high) ? double.PositiveInfinity : high, LibraryError), mayBeNaN);

    private static ValueRange Sum(ScalarKind kind, ValueRange a, ValueRange b, bool nan)
    {
        var opposite = (double.IsNegativeInfinity(a.Low) && double.IsPositiveInfinity(b.High)) || (double.IsPositiveInfinity(a.High) && double.IsNegativeInfinity(b.Low));
        return Rounded(kind, a.Low + b.Low, a.High + b.High, nan || opposite);
    }

    private static ValueRange Product(ScalarKind kind, ValueRange a, ValueRange b, bool nan)
    {
        var zeroTimesInfinity = (a.Contains(0) && b.HasInfinity) || (b.Contains(0) && a.HasInfinity);
        double p = Times(a.Low, b.Low), q = Times(a.Low, b.High), r = Times(a.High, b.Low), s = Times(a.High, b.High);
        return Rounded(kind, Math.Min(Math.Min(p, q), Math.Min(r, s)), Math.Max(Math.Max(p, q), Math.Max(r, s)), nan || zeroTimesInfinity);

        static double Times(double x, double y) => x == 0 || y == 0 ? 0 : x * y;
    }

    // |a % b| ≤ |a|, |a % b| < |b|, with the sign of a.
    private static ValueRange Remainder(ValueRange a, ValueRange b, bool nan)
    {
        if (b.Contains(0) || a.HasInfinity)
        {
            nan = true;
        }

        if (a.Low >= 0 && a.High < b.Low)
        {
            return a with { MayBeNaN = nan };
        }

        var most = Math.Max(Math.Abs(b.Low), Math.Abs(b.High));
        return new ValueRange(a.Low >= 0 ? 0 : Math.Max(a.Low, -most), a.High <= 0 ? 0 : Math.Min(a.High, most), nan);
    }

    private static ValueRange Relative(ValueRange a, double error) =>
        new(Ulp.Down(a.Low - Math.Abs(a.Low * error)), Ulp.Up(a.High + Math.Abs(a.High * error)), a.MayBeNaN);

    private static double CubeRoot(double value) => value < 0 ? -Math.Pow(-value, 1.0 / 3) : Math.Pow(value, 1.0 / 3);
}
