using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>Numeric conversions as .NET 9 and later make them on every platform.</summary>
internal static class Conversions
{
    private const double TwoTo63 = 9223372036854775808.0;

    /// <summary>A double to <c>int</c> or <c>long</c>: truncated; outside the range it saturates (NaN gives 0), or fails in a checked context.</summary>
    public static long FromDouble(Frame frame, ScalarKind to, double value, bool isChecked)
    {
        var isInRange = to == ScalarKind.Int32 ? value is > int.MinValue - 1.0 and < int.MaxValue + 1.0 : value is >= -TwoTo63 and < TwoTo63;
        if (isInRange)
        {
            return (long)value;
        }

        if (isChecked)
        {
            frame.Fail(nameof(OverflowException));
            return 0;
        }

        return double.IsNaN(value) ? 0
            : value < 0 ? IntegerFunctions.Smallest(to)
            : to == ScalarKind.Int32 ? int.MaxValue : long.MaxValue;
    }

    /// <summary>A long to <c>int</c>: the low bits, or a failure in a checked context.</summary>
    public static long ToInt32(Frame frame, long value, bool isChecked)
    {
        var narrow = unchecked((int)value);
        if (isChecked && narrow != value)
        {
            frame.Fail(nameof(OverflowException));
        }

        return narrow;
    }

    /// <summary>A decimal to <c>int</c> or <c>long</c>: truncated; fails outside the range in every context.</summary>
    public static long FromDecimal(Frame frame, ScalarKind to, decimal value)
    {
        var whole = decimal.Truncate(value);
        var isInRange = to == ScalarKind.Int32 ? whole is >= int.MinValue and <= int.MaxValue : whole is >= long.MinValue and <= long.MaxValue;
        if (!isInRange)
        {
            frame.Fail(nameof(OverflowException));
            return 0;
        }

        return (long)whole;
    }

    /// <summary>A double to <c>decimal</c>: the nearest with 15 significant digits; fails outside the range and for NaN in every context.</summary>
    public static decimal ToDecimal(Frame frame, double value)
    {
        try
        {
            return (decimal)value;
        }
        catch (OverflowException)
        {
            frame.Fail(nameof(OverflowException));
            return 0;
        }
    }
}
