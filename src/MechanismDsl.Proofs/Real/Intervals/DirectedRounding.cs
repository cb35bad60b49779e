namespace MechanismDsl.Proofs.Real.Intervals;

/// <summary>
/// The largest double not above, and the smallest not below, the exact result of an operation. An exact result is returned as it is: widening
/// it would lose every proof that touches its bound, such as √(x − 80) at x ≥ 80.
/// </summary>
/// <remarks>
/// The error of a rounded operation is itself a double, computed by the error-free transformations of Knuth (1969, TwoSum) and of Veltkamp and
/// Dekker (1971, TwoProduct). Outside the range in which those are exact the result is widened by one unit in the last place.
/// </remarks>
internal static class DirectedRounding
{
    // Veltkamp's splitting multiplies by 2²⁷ + 1, so it overflows above 2⁹⁹⁶; products below 2⁻⁹⁶⁹ have error terms that are not representable.
    private const double Splitter = 134217729.0;
    private const double LargestSplit = 6.69692879491417e+299;
    private const double SmallestExactProduct = 2.0041683600089728e-292;

    /// <summary>The next double towards +∞; +∞ and NaN stay.</summary>
    public static double Above(double value)
    {
        if (double.IsNaN(value) || double.IsPositiveInfinity(value))
        {
            return value;
        }

        if (value == 0)
        {
            return double.Epsilon;
        }

        var bits = BitConverter.DoubleToInt64Bits(value);
        return BitConverter.Int64BitsToDouble(value > 0 ? bits + 1 : bits - 1);
    }

    /// <summary>The next double towards −∞; −∞ and NaN stay.</summary>
    public static double Below(double value) => -Above(-value);

    /// <summary>The double that is <paramref name="steps"/> doubles above.</summary>
    public static double Above(double value, int steps)
    {
        for (; steps > 0; steps--)
        {
            value = Above(value);
        }

        return value;
    }

    /// <summary>The double that is <paramref name="steps"/> doubles below.</summary>
    public static double Below(double value, int steps) => -Above(-value, steps);

    /// <summary>Left + right, rounded down.</summary>
    public static double AddDown(double left, double right)
    {
        var sum = left + right;
        return double.IsInfinity(sum) ? Overflowed(sum, left, right) : SumError(left, right, sum) < 0 ? Below(sum) : sum;
    }

    /// <summary>Left + right, rounded up.</summary>
    public static double AddUp(double left, double right) => -AddDown(-left, -right);

    /// <summary>Left · right, rounded down; 0 · ∞ is 0, for bounds that are not attained.</summary>
    public static double MultiplyDown(double left, double right)
    {
        if (left == 0 || right == 0)
        {
            return 0;
        }

        var product = left * right;
        if (double.IsInfinity(product))
        {
            return Overflowed(product, left, right);
        }

        return TryProductError(left, right, product, out var error) && error >= 0 ? product : Below(product);
    }

    /// <summary>Left · right, rounded up; 0 · ∞ is 0.</summary>
    public static double MultiplyUp(double left, double right) => -MultiplyDown(-left, right);

    /// <summary>Left / right, rounded down, for right ≠ 0; ∞ / ∞ is 0, for bounds that are not attained.</summary>
    public static double DivideDown(double left, double right)
    {
        if (left == 0)
        {
            return 0;
        }

        if (double.IsInfinity(right))
        {
            return double.IsInfinity(left) || (left > 0) == (right > 0) ? 0 : -double.Epsilon;
        }

        var quotient = left / right;
        if (double.IsInfinity(quotient))
        {
            return double.IsInfinity(left) ? quotient : Overflowed(quotient, left, right);
        }

        // quotient is above left / right exactly if quotient · right − left has the sign of right.
        if (Math.Abs(left) < SmallestExactProduct || !TryProductError(quotient, right, quotient * right, out var error))
        {
            return Below(quotient);
        }

        var excess = (quotient * right) - left + error;
        return excess == 0 || (excess > 0) != (right > 0) ? quotient : Below(quotient);
    }

    /// <summary>Left / right, rounded up, for right ≠ 0.</summary>
    public static double DivideUp(double left, double right) => -DivideDown(-left, right);

    /// <summary>√value, rounded down, for value ≥ 0.</summary>
    public static double SqrtDown(double value)
    {
        var root = Math.Sqrt(value);
        return RootExcess(value, root) is <= 0 ? root : Math.Max(0, Below(root));
    }

    /// <summary>√value, rounded up, for value ≥ 0.</summary>
    public static double SqrtUp(double value)
    {
        var root = Math.Sqrt(value);
        return RootExcess(value, root) is >= 0 ? root : Above(root);
    }

    /// <summary>root² − value up to rounding that keeps its sign; NaN if that cannot be computed.</summary>
    private static double RootExcess(double value, double root)
    {
        if (value == 0 || double.IsPositiveInfinity(value))
        {
            return 0;
        }

        return value > SmallestExactProduct && TryProductError(root, root, root * root, out var error) ? (root * root) - value + error : double.NaN;
    }

    // A finite sum or product that overflows is below +∞ and at least the largest double; +∞ as a lower bound would be wrong.
    private static double Overflowed(double result, double left, double right) =>
        result > 0 && !double.IsInfinity(left) && !double.IsInfinity(right) ? double.MaxValue : result;

    /// <summary>(left + right) − sum, exactly; NaN, which no test passes, does not occur because the sum is finite.</summary>
    private static double SumError(double left, double right, double sum)
    {
        // The larger operand first, so that no intermediate overflows (Dekker's Fast2Sum).
        if (Math.Abs(left) < Math.Abs(right))
        {
            (left, right) = (right, left);
        }

        return right - (sum - left);
    }

    private static bool TryProductError(double left, double right, double product, out double error)
    {
        error = 0;
        var magnitude = Math.Abs(product);
        if (Math.Abs(left) > LargestSplit || Math.Abs(right) > LargestSplit || magnitude is < SmallestExactProduct or > LargestSplit)
        {
            return false;
        }

        var (leftHigh, leftLow) = Split(left);
        var (rightHigh, rightLow) = Split(right);
        error = (leftLow * rightLow) - (product - (leftHigh * rightHigh) - (leftLow * rightHigh) - (leftHigh * rightLow));
        return true;
    }

    private static (double High, double Low) Split(double value)
    {
        var scaled = Splitter * value;
        var high = scaled - (scaled - value);
        return (high, value - high);
    }
}
