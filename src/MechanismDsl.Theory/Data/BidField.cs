using System.Globalization;

namespace MechanismDsl.Theory.Data;

/// <summary>Reads one bid of a file, or says what is wrong with it.</summary>
internal static class BidField
{
    /// <summary>The upper end of the report domain: no mechanism accepts a larger report.</summary>
    public const double LargestReport = 1e15;

    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>True if the text is a number, whether or not it may be a bid.</summary>
    public static bool LooksNumeric(string text) => double.TryParse(text, Style, CultureInfo.InvariantCulture, out _);

    /// <summary>The bid; null together with the repair in words if the text is not a number in [0, 10¹⁵].</summary>
    public static double? Read(string text, out string repair)
    {
        repair = "";
        if (text.Trim().Length == 0)
        {
            repair = "write the bid, or remove the row";
        }
        else if (!double.TryParse(text, Style, CultureInfo.InvariantCulture, out var value))
        {
            // .NET Framework refuses what overflows, newer runtimes read infinity: both end in the same words.
            repair = text.IndexOf(',') >= 0 ? "write a point before the decimals and nothing between thousands"
                : LooksNumeric(text.Trim()) ? "remove the spaces around it"
                : LooksNumeric(text.Trim().TrimStart('$', '€', '£', '¥')) ? "remove the currency sign"
                : "write a number such as 12.5";
        }
        else if (double.IsNaN(value))
        {
            repair = "write a number such as 12.5";
        }
        else if (value < 0)
        {
            repair = "bids are at least 0; remove the row, or its sign";
        }
        else if (value > LargestReport)
        {
            repair = "bids are at most 1E+15; check the unit";
        }
        else
        {
            return value + 0.0; // −0 becomes 0
        }

        return null;
    }
}
