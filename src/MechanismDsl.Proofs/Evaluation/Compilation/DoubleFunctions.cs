namespace MechanismDsl.Proofs.Evaluation;

/// <summary>
/// Functions of doubles as .NET 10 computes them, whatever runtime hosts the compiler: the .NET Framework that hosts some editors orders zeros and
/// treats NaN differently in <c>Math.Min</c>, <c>Math.Max</c> and <c>Math.Pow</c>, and has no <c>Math.Cbrt</c>.
/// </summary>
internal static class DoubleFunctions
{
    private const double TwoTo52 = 4503599627370496.0;

    // .NET Standard 2.0 has no Math.Cbrt; the hosts that have it are asked for it, so that the bits are those of the running program.
    private static readonly Func<double, double> _cbrt =
        (Func<double, double>?)typeof(Math).GetMethod("Cbrt", [typeof(double)])?.CreateDelegate(typeof(Func<double, double>)) ?? CubeRoot;

    /// <summary><c>Math.Min</c>: NaN if either is NaN, and −0.0 is below 0.0 (IEEE 754-2019 minimum).</summary>
    public static double Min(double left, double right) =>
        left < right || double.IsNaN(left) ? left : left == right && IsNegative(left) ? left : right;

    /// <summary><c>Math.Max</c>: NaN if either is NaN, and 0.0 is above −0.0 (IEEE 754-2019 maximum).</summary>
    public static double Max(double left, double right) =>
        left > right || double.IsNaN(left) ? left : left == right && !IsNegative(left) ? left : right;

    /// <summary><c>Math.Round</c>: to the nearest whole number, half to even; the sign of zero is that of the argument.</summary>
    public static double Round(double value)
    {
        if (!(Math.Abs(value) < TwoTo52))
        {
            return value;
        }

        // Below 2⁵² adding and subtracting 2⁵² rounds to a whole number in the current mode, nearest-even.
        var magnitude = Math.Abs(value) + TwoTo52 - TwoTo52;
        return IsNegative(value) ? -magnitude : magnitude;
    }

    /// <summary><c>Math.Pow</c>, with the values of IEEE 754-2008 where an argument is NaN, 1, −1 or 0.</summary>
    public static double Pow(double value, double exponent) =>
        exponent == 0 || value == 1 || (value == -1 && double.IsInfinity(exponent)) ? 1 : Math.Pow(value, exponent);

    /// <summary><c>Math.Cbrt</c>.</summary>
    public static double Cbrt(double value) => _cbrt(value);

    /// <summary>Whether the sign bit is set.</summary>
    public static bool IsNegative(double value) => BitConverter.DoubleToInt64Bits(value) < 0;

    /// <summary>The cube root to within three ulps: one step of Newton's method from the power 1/3.</summary>
    internal static double CubeRoot(double value)
    {
        if (value == 0 || double.IsNaN(value) || double.IsInfinity(value))
        {
            return value;
        }

        var root = Math.Pow(Math.Abs(value), 1.0 / 3);
        root -= ((root * root * root) - Math.Abs(value)) / (3 * root * root);
        return value < 0 ? -root : root;
    }
}
