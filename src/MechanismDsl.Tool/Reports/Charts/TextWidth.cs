namespace MechanismDsl.Tool.Reports.Charts;

/// <summary>How wide a text will about be in a sans-serif typeface: no browser is asked, so that pages are the same everywhere.</summary>
internal static class TextWidth
{
    private const string Narrow = "fijlrtI.,:;'|!()[] ";
    private const string Wide = "mwMWGOQ%@—";

    /// <summary>The width in units of the drawing, rather too much than too little.</summary>
    public static double Of(string text, double size)
    {
        var sum = 0.0;
        foreach (var letter in text)
        {
            sum += Narrow.Contains(letter, StringComparison.Ordinal) ? 0.38 : Wide.Contains(letter, StringComparison.Ordinal) ? 0.95 : char.IsUpper(letter) ? 0.72 : 0.62;
        }

        return sum * size;
    }
}
