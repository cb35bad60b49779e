using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Language.Normalization;

/// <summary>Numbers and lists in messages: invariant culture, as the declaration would write them.</summary>
internal static class Words
{
    /// <summary>The largest number of the report domain.</summary>
    public const double Largest = 1e15;

    public static string Of(double number) => double.IsNaN(number) ? "NaN" : double.IsPositiveInfinity(number) ? "∞" : double.IsNegativeInfinity(number) ? "-∞" : NumberText.Exact(number, asDouble: false);

    public static string Parameters(int count) => count switch
    {
        0 => "no parameters",
        1 => "1 parameter",
        _ => FormattableString.Invariant($"{count} parameters"),
    };
}
