namespace MechanismDsl.Proofs.Rules;

/// <summary>
/// The logarithms to base 2 and 10 and the hyperbolic and trigonometric functions with their inverses, as the running program computes them, and how they
/// move with their argument. They come from the C library, which does not promise that they are monotone: in real numbers they are.
/// </summary>
internal static class ElementaryFunctions
{
    /// <summary>The largest double below π/2: between its negative and itself the sine and the tangent rise.</summary>
    public const double HalfPi = 1.5707963267948966;

    /// <summary>The largest double below π: from 0 to it the cosine falls.</summary>
    public const double Pi = 3.141592653589793;

    // .NET Standard 2.0 lacks these four; a host that has them is asked for them, so that the bits are those of the running program.
    private static readonly Func<double, double> _log2 = Hosted("Log2") ?? BaseTwo;
    private static readonly Func<double, double> _asinh = Hosted("Asinh") ?? AreaSine;
    private static readonly Func<double, double> _acosh = Hosted("Acosh") ?? AreaCosine;
    private static readonly Func<double, double> _atanh = Hosted("Atanh") ?? AreaTangent;

    /// <summary>The function; null for operations of another kind.</summary>
    public static Func<double, double>? Of(UnaryOperation operation) => operation switch
    {
        UnaryOperation.Log2 => _log2,
        UnaryOperation.Log10 => Math.Log10,
        UnaryOperation.Sinh => Math.Sinh,
        UnaryOperation.Cosh => Math.Cosh,
        UnaryOperation.Tanh => Math.Tanh,
        UnaryOperation.Asinh => _asinh,
        UnaryOperation.Acosh => _acosh,
        UnaryOperation.Atanh => _atanh,
        UnaryOperation.Sin => Math.Sin,
        UnaryOperation.Cos => Math.Cos,
        UnaryOperation.Tan => Math.Tan,
        UnaryOperation.Asin => Math.Asin,
        UnaryOperation.Acos => Math.Acos,
        UnaryOperation.Atan => Math.Atan,
        _ => null,
    };

    /// <summary>Whether a function of the C library rises wherever it is defined, in real numbers.</summary>
    public static bool IsRising(UnaryOperation operation) => operation
        is UnaryOperation.Exp or UnaryOperation.Log or UnaryOperation.Cbrt or UnaryOperation.Log2 or UnaryOperation.Log10
        or UnaryOperation.Sinh or UnaryOperation.Tanh or UnaryOperation.Asinh or UnaryOperation.Acosh or UnaryOperation.Atanh
        or UnaryOperation.Asin or UnaryOperation.Atan;

    /// <summary>In real numbers: 1 if a function rises, −1 if it falls, all the way between two arguments; 0 if it does neither, or that is not known.</summary>
    /// <param name="operation">The function.</param>
    /// <param name="low">The lower argument.</param>
    /// <param name="high">The higher argument.</param>
    public static int Course(UnaryOperation operation, double low, double high) => operation switch
    {
        _ when IsRising(operation) => 1,
        UnaryOperation.Acos => -1,
        UnaryOperation.Cosh => low >= 0 ? 1 : high <= 0 ? -1 : 0,
        UnaryOperation.Sin or UnaryOperation.Tan => low >= -HalfPi && high <= HalfPi ? 1 : 0,
        UnaryOperation.Cos => low >= 0 && high <= Pi ? -1 : low >= -Pi && high <= 0 ? 1 : 0,
        _ => 0,
    };

    /// <summary>log₂ x from the natural logarithm.</summary>
    internal static double BaseTwo(double value) => Math.Log(value, 2);

    /// <summary>arsinh x = ln(1 + |x| + x²/(1 + √(1 + x²))) with the sign of x (Kahan 1987).</summary>
    internal static double AreaSine(double value)
    {
        var size = Math.Abs(value);

        // Beyond 2²⁸ the square hides the one.
        var area = size > 268435456 ? Math.Log(size) + 0.6931471805599453 : LogOnePlus(size + (size * size / (1 + Math.Sqrt(1 + (size * size)))));
        return value < 0 ? -area : value == 0 ? value : area;
    }

    /// <summary>arcosh x = ln(1 + t + √(2t + t²)), t = x − 1; NaN below one.</summary>
    internal static double AreaCosine(double value)
    {
        var excess = value - 1;
        return value < 1 ? double.NaN : value > 268435456 ? Math.Log(value) + 0.6931471805599453 : LogOnePlus(excess + Math.Sqrt((2 * excess) + (excess * excess)));
    }

    /// <summary>artanh x = ½ ln(1 + 2|x|/(1 − |x|)) with the sign of x; NaN beyond one.</summary>
    internal static double AreaTangent(double value)
    {
        var size = Math.Abs(value);
        var area = 0.5 * LogOnePlus(2 * size / (1 - size));
        return value < 0 ? -area : value == 0 ? value : area;
    }

    // ln(1 + x) for x ≥ 0 without the loss of the digits that 1 + x drops (Kahan's correction).
    private static double LogOnePlus(double value)
    {
        var sum = 1 + value;
        return sum == 1 ? value : double.IsInfinity(sum) ? sum : Math.Log(sum) * (value / (sum - 1));
    }

    private static Func<double, double>? Hosted(string name) =>
        (Func<double, double>?)typeof(Math).GetMethod(name, [typeof(double)])?.CreateDelegate(typeof(Func<double, double>));
}
