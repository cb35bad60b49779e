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

    /// <summary><c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : string.Join(", ", words.Take(words.Count - 1)) + " and " + words[^1];
}
