using System.Globalization;
using System.Numerics;

namespace MechanismDsl.Explanations;

/// <summary>Numbers and lists in explanations: invariant culture, doubles in the shortest form that reads back.</summary>
internal static class ExplainedNumber
{
    public static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>A decimal without the zeros that its scale adds; −0 is 0.</summary>
    public static string Of<TMoney>(TMoney number)
        where TMoney : struct, INumber<TMoney> =>
        (number + TMoney.Zero).ToString(typeof(TMoney) == typeof(decimal) ? "0.############################" : null, CultureInfo.InvariantCulture);

    /// <summary>
    /// A double that stands for a shorter decimal: 4 for 3.9999999999999996, which a sum or a quotient leaves. What is within four units in the last place of a decimal of
    /// 15 digits is that decimal; everything else, and exact money, stays as it is.
    /// </summary>
    public static TMoney Short<TMoney>(TMoney number)
        where TMoney : struct, INumber<TMoney>
    {
        if (typeof(TMoney) != typeof(double))
        {
            return number;
        }

        var exact = double.CreateChecked(number);
        var rounded = double.Parse(exact.ToString("G15", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return Math.Abs(rounded - exact) <= 4 * (Math.BitIncrement(Math.Abs(exact)) - Math.Abs(exact)) ? TMoney.CreateChecked(rounded) : number;
    }

    /// <summary>A sum or difference of doubles in 12 digits, which is what its round-off leaves; exact money as it is.</summary>
    public static string Rounded<TMoney>(TMoney number)
        where TMoney : struct, INumber<TMoney> =>
        typeof(TMoney) == typeof(double)
            ? (double.Parse(double.CreateChecked(number).ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + 0.0).ToString(CultureInfo.InvariantCulture)
            : Of(number);

    /// <summary><c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : string.Join(", ", words.Take(words.Count - 1)) + " and " + words[^1];
}
