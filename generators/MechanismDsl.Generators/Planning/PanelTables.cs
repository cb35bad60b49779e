using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Planning;

/// <summary>Tables of a function that is smooth between given points, with every error below 10⁻¹¹ of a scale where that takes few tables.</summary>
internal static class PanelTables
{
    /// <summary>The segments of a table before an interval is halved.</summary>
    private const int MostSegments = 32;

    /// <summary>More tables than this say that the function is rough everywhere, so that less accuracy is the better way out.</summary>
    private const int MostTables = 24;

    /// <summary>An interval that is halved this often is a line to within the accuracy.</summary>
    private const int MostHalvings = 24;

    /// <summary>The tables, one after the other.</summary>
    /// <param name="function">The function; called in a fixed order.</param>
    /// <param name="ends">The points between which it is smooth, ascending.</param>
    /// <param name="scale">What errors are relative to; positive.</param>
    public static EquatableArray<ChebyshevTable> Of(Func<double, double> function, double[] ends, double scale)
    {
        for (var accuracy = Tabulation.Accuracy; ; accuracy *= 10)
        {
            List<ChebyshevTable> pieces = [];
            if (Enumerable.Range(0, ends.Length - 1).All(panel => Add(pieces, function, ends[panel], ends[panel + 1], new Limits(scale, accuracy, MostTables + ends.Length), MostHalvings)))
            {
                return pieces.ToEquatableArray();
            }
        }
    }

    /// <summary>Adds one table, or those of the two halves; false if there are too many. Whatever the function, an accuracy is reached that takes few enough.</summary>
    private static bool Add(List<ChebyshevTable> pieces, Func<double, double> function, double from, double to, Limits limits, int halvings)
    {
        var middle = from + ((to - from) / 2);
        var isLast = halvings == 0 || !(from < middle && middle < to);
        if (pieces.Count >= limits.Tables)
        {
            return false;
        }

        if (ChebyshevTable.Fit(Inside, from, to, limits.Scale, tolerance: isLast ? 1 : limits.Accuracy, segments: MostSegments) is { } table)
        {
            pieces.Add(Tabulation.Rounded(table));
            return true;
        }

        return !isLast && Add(pieces, function, from, middle, limits, halvings - 1) && Add(pieces, function, middle, to, limits, halvings - 1);

        // A function may jump at the end of its interval: there its limit from inside is meant.
        double Inside(double argument) => function(argument < to ? argument : to - ((to - from) * 1e-13));
    }

    /// <summary>What errors are relative to, how large they may be, and how many tables it may take.</summary>
    private readonly record struct Limits(double Scale, double Accuracy, int Tables);
}
