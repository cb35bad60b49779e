using System.Globalization;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Priors;

/// <summary>The words in which priors describe themselves: invariant culture, every number as declared.</summary>
internal static class Numerals
{
    /// <summary>Lists longer than this are shortened: a description is read by people.</summary>
    private const int MaximumListed = 24;

    /// <summary>The shortest decimal that reads back as this double; infinities as signs.</summary>
    public static string Format(double value) => double.IsInfinity(value) || double.IsNaN(value) ? NumberText.Words(value) : NumberText.Exact(value);

    /// <summary>A call: the name with its arguments.</summary>
    public static string Call(string name, params double[] arguments) => $"{name}({string.Join(", ", arguments.Select(Format))})";

    /// <summary>A list in brackets; a long one keeps its first entries and says how many there are.</summary>
    public static string List(IReadOnlyCollection<double> values) => values.Count <= MaximumListed
        ? $"[{string.Join(", ", values.Select(Format))}]"
        : $"[{string.Join(", ", values.Take(MaximumListed / 2).Select(Format))}, … ({values.Count.ToString(CultureInfo.InvariantCulture)} in all)]";
}
