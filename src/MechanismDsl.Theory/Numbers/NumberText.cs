using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Theory.Numbers;

/// <summary>
/// Numbers as text, for emitted constants and for messages: the same bytes on every machine, runtime and culture.
/// </summary>
/// <remarks>
/// Digits come from exact integer arithmetic (ties to even), not from <see cref="double.ToString()"/>, whose digits differ between the
/// runtimes that host a compiler.
/// </remarks>
public static class NumberText
{
    /// <summary>Significant digits of an emitted constant: every decimal of 15 digits survives the way through a double and back.</summary>
    public const int LiteralDigits = 15;

    private const int SmallestPlainExponent = -6;

    /// <summary>
    /// The value, rounded once to 15 significant digits, as a C# literal: <c>8</c>, <c>0.1</c>, <c>6.33333333333333</c>, <c>1E-09</c> is
    /// <c>1E-9</c>. NaN and the infinities are written by name; minus zero is <c>0</c>.
    /// </summary>
    /// <param name="value">Any double.</param>
    /// <param name="asDouble">True: a whole number is written <c>8.0</c>, so that the literal is a double wherever it stands.</param>
    public static string Literal(double value, bool asDouble = false) => Literal(value, LiteralDigits, asDouble);

    /// <summary>
    /// The shortest decimal that reads back as exactly this double, as a C# literal: for numbers that a user declared, which must not be rounded.
    /// </summary>
    /// <param name="value">Any double.</param>
    /// <param name="asDouble">True: a whole number is written <c>8.0</c>.</param>
    public static string Exact(double value, bool asDouble = false)
    {
        var digits = LiteralDigits;
        while (digits < 17 && value != 0 && IsFinite(value) && !DecimalDigits.Of(value, digits).ReadsBackAs(value))
        {
            digits++;
        }

        return Literal(value, digits, asDouble);
    }

    /// <summary>The double nearest to the value rounded to <paramref name="digits"/> significant digits; not finite values stay as they are.</summary>
    /// <param name="value">Any double.</param>
    /// <param name="digits">1 to 17.</param>
    public static double Rounded(double value, int digits = LiteralDigits) =>
        !IsFinite(value) || value == 0 ? value : DecimalDigits.Of(value, digits).ToDouble();

    /// <summary>
    /// The value for prose with at most <paramref name="digits"/> significant digits and no trailing zeros (<c>6.33333</c>, <c>0.05</c>); a
    /// whole part is never cut, so 1234567.8 with 6 digits is <c>1234568</c>. Infinities are <c>∞</c> and <c>−∞</c>.
    /// </summary>
    /// <param name="value">Any double.</param>
    /// <param name="digits">1 to 17.</param>
    public static string Words(double value, int digits = 6)
    {
        if (!IsFinite(value))
        {
            return double.IsNaN(value) ? "undefined" : value > 0 ? "∞" : "-∞";
        }

        if (value == 0)
        {
            return "0";
        }

        var rounded = DecimalDigits.Of(value, digits);
        var wholeDigits = rounded.Exponent + 1;
        return wholeDigits > digits && wholeDigits <= 17 ? Write(DecimalDigits.Of(value, wholeDigits)) : Write(rounded);
    }

    private static string Literal(double value, int digits, bool asDouble)
    {
        if (!IsFinite(value))
        {
            return double.IsNaN(value) ? "double.NaN" : value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        }

        var text = value == 0 ? "0" : Write(DecimalDigits.Of(value, digits));
        var isWhole = text.IndexOf('.') < 0 && text.IndexOf('E') < 0;
        return asDouble && isWhole ? text + ".0" : text;
    }

    private static string Write(DecimalDigits number)
    {
        var digits = number.Digits.ToString(CultureInfo.InvariantCulture).TrimEnd('0');
        var sign = number.IsNegative ? "-" : "";
        var exponent = number.Exponent;
        if (exponent is < SmallestPlainExponent or > LiteralDigits)
        {
            var fraction = digits.Length > 1 ? "." + digits[1..] : "";
            return sign + digits[0] + fraction + "E" + exponent.ToString(CultureInfo.InvariantCulture);
        }

        if (exponent < 0)
        {
            return sign + "0." + new string('0', -exponent - 1) + digits;
        }

        return digits.Length <= exponent + 1
            ? sign + digits.PadRight(exponent + 1, '0')
            : sign + digits[..(exponent + 1)] + "." + digits[(exponent + 1)..];
    }

    private static bool IsFinite(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

    /// <summary>A decimal d.ddd × 10^Exponent; <paramref name="Digits"/> holds all digits without the point.</summary>
    private readonly record struct DecimalDigits(bool IsNegative, BigInteger Digits, int Count, int Exponent)
    {
        private const long FractionMask = (1L << 52) - 1;

        /// <summary>Rounds a finite value other than 0, ties to even.</summary>
        public static DecimalDigits Of(double value, int count)
        {
            var (mantissa, binaryExponent) = Split(value);
            var exponent = (int)Math.Floor(Math.Log10(Math.Abs(value)));
            while (true)
            {
                // value = numerator / denominator × 10^(exponent − count + 1), all integers.
                var scale = count - 1 - exponent;
                var numerator = mantissa * BigInteger.Pow(2, Math.Max(binaryExponent, 0)) * BigInteger.Pow(10, Math.Max(scale, 0));
                var denominator = BigInteger.Pow(2, Math.Max(-binaryExponent, 0)) * BigInteger.Pow(10, Math.Max(-scale, 0));
                var digits = BigInteger.DivRem(numerator, denominator, out var remainder);
                var half = (2 * remainder).CompareTo(denominator);
                if (half > 0 || (half == 0 && !digits.IsEven))
                {
                    digits += 1;
                }

                // The logarithm may miss by one, and rounding may carry into a new digit.
                if (digits >= BigInteger.Pow(10, count))
                {
                    exponent++;
                }
                else if (digits < BigInteger.Pow(10, count - 1))
                {
                    exponent--;
                }
                else
                {
                    return new(value < 0, digits, count, exponent);
                }
            }
        }

        /// <summary>True if this decimal lies strictly inside the interval of reals that round to the value.</summary>
        public bool ReadsBackAs(double value)
        {
            // |10^k·Digits − m·2^e| < 2^e / 2 suffices; just above a power of two the interval below is narrower, hence the quarter.
            var (mantissa, binaryExponent) = Split(value);
            var slack = mantissa == 1L << 52 ? 4 : 2;
            var scale = Exponent - Count + 1;
            var power = binaryExponent;
            var left = Digits * BigInteger.Pow(10, Math.Max(scale, 0)) * BigInteger.Pow(2, Math.Max(-power, 0));
            var right = mantissa * BigInteger.Pow(2, Math.Max(power, 0)) * BigInteger.Pow(10, Math.Max(-scale, 0));
            var unit = BigInteger.Pow(2, Math.Max(power, 0)) * BigInteger.Pow(10, Math.Max(-scale, 0));
            return slack * BigInteger.Abs(left - right) < unit;
        }

        /// <summary>The nearest double.</summary>
        public double ToDouble()
        {
            var scale = Exponent - Count + 1;
            if (Count <= 15 && scale is >= -22 and <= 22)
            {
                // Both operands are exact doubles, so the one operation rounds correctly (Clinger 1990).
                var power = PowerOfTen(Math.Abs(scale));
                var magnitude = scale < 0 ? (double)Digits / power : (double)Digits * power;
                return IsNegative ? -magnitude : magnitude;
            }

            var text = (IsNegative ? "-" : "") + Digits.ToString(CultureInfo.InvariantCulture) + "E" + scale.ToString(CultureInfo.InvariantCulture);
            return double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        private static double PowerOfTen(int exponent)
        {
            var power = 1.0;
            for (var step = 0; step < exponent; step++)
            {
                power *= 10;
            }

            return power;
        }

        private static (BigInteger Mantissa, int Exponent) Split(double value)
        {
            var bits = BitConverter.DoubleToInt64Bits(value);
            var fraction = bits & FractionMask;
            var biased = (int)((bits >> 52) & 0x7FF);
            return biased == 0 ? (fraction, -1074) : (fraction | (1L << 52), biased - 1075);
        }
    }
}
