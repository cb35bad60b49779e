using System.Globalization;
using System.Numerics;
using Fractions;

namespace MechanismDsl.Language.Normalization.JointPriors;

/// <summary>Weights written as text: whole numbers, decimals and fractions, separated by blanks, commas, semicolons or line breaks.</summary>
internal static class WeightText
{
    /// <summary>Longer numbers are no weights that anybody wrote.</summary>
    private const int MostDigits = 100;

    private static readonly char[] Separators = [' ', '\t', ',', ';', '\r', '\n'];

    /// <summary>Reads the weights.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fault">What is no weight, and where: line and entry count from 1; null if all is.</param>
    public static List<Fraction> Read(string text, out (string Word, int Line, int Entry)? fault)
    {
        fault = null;
        List<Fraction> weights = [];
        var lines = text.Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            var words = lines[line].Split(Separators, StringSplitOptions.RemoveEmptyEntries);
            for (var entry = 0; entry < words.Length; entry++)
            {
                if (Number(words[entry]) is not { } weight)
                {
                    fault = (words[entry], line + 1, entry + 1);
                    return weights;
                }

                weights.Add(weight);
            }
        }

        return weights;
    }

    /// <summary>A weight: a whole number, a decimal or a fraction; null if the word is none.</summary>
    public static Fraction? Number(string word)
    {
        var slash = word.IndexOf('/');
        if (slash < 0)
        {
            return Decimal(word);
        }

        return Decimal(word.Substring(0, slash)) is { } numerator && Decimal(word.Substring(slash + 1)) is { IsZero: false } denominator
            ? (numerator / denominator).Reduce()
            : null;
    }

    private static Fraction? Decimal(string word)
    {
        var digits = word;
        var sign = BigInteger.One;
        if (digits.Length > 0 && digits[0] is '-' or '+')
        {
            sign = digits[0] == '-' ? BigInteger.MinusOne : BigInteger.One;
            digits = digits.Substring(1);
        }

        var point = digits.IndexOf('.');
        var places = point < 0 ? 0 : digits.Length - point - 1;
        digits = point < 0 ? digits : digits.Remove(point, 1);
        return digits.Length is > 0 and <= MostDigits && digits.All(digit => digit is >= '0' and <= '9') && (point < 0 || places > 0)
            ? new Fraction(sign * BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture), BigInteger.Pow(10, places), true)
            : null;
    }
}
