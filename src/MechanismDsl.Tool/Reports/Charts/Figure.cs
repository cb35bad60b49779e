namespace MechanismDsl.Tool.Reports.Charts;

/// <summary>A point of a figure, in units of its axes.</summary>
internal readonly record struct Point(double X, double Y);

/// <summary>An axis.</summary>
/// <param name="Title">What is measured, with its unit.</param>
/// <param name="Low">Where it begins.</param>
/// <param name="High">Where it ends, above <paramref name="Low"/>.</param>
internal sealed record Axis(string Title, double Low, double High)
{
    /// <summary>The places of ticks with words instead of numbers; null: round numbers.</summary>
    public IReadOnlyList<(double At, string Text)>? Named { get; init; }

    /// <summary>An axis from the least to the greatest finite number.</summary>
    /// <param name="title">What is measured.</param>
    /// <param name="numbers">The numbers.</param>
    /// <param name="withZero">Whether 0 belongs to the axis.</param>
    public static Axis Exactly(string title, IEnumerable<double> numbers, bool withZero)
    {
        double[] finite = [.. numbers.Where(double.IsFinite), .. withZero ? [0.0] : Array.Empty<double>()];
        return finite.Length > 0 && finite.Min() < finite.Max() ? new Axis(title, finite.Min(), finite.Max()) : Holding(title, finite, withZero);
    }

    /// <summary>An axis that holds all finite numbers, widened to ticks.</summary>
    /// <param name="title">What is measured.</param>
    /// <param name="numbers">The numbers.</param>
    /// <param name="withZero">Whether 0 belongs to the axis.</param>
    public static Axis Holding(string title, IEnumerable<double> numbers, bool withZero = true)
    {
        double[] finite = [.. numbers.Where(double.IsFinite), .. withZero ? [0.0] : Array.Empty<double>()];
        var (low, high) = finite.Length == 0 ? (0, 1) : (finite.Min(), finite.Max());
        var room = high > low ? 0 : Math.Max(Math.Abs(high), 1) / 2;
        (low, high) = Ticks.Widen(low - room, high + room);
        return new Axis(title, low, high);
    }
}

/// <summary>The colours of a figure, by what they stand for; the page's style says what they look like in light and in dark.</summary>
internal enum Hue
{
    /// <summary>The first agent or series.</summary>
    First,

    /// <summary>The second.</summary>
    Second,

    /// <summary>The third.</summary>
    Third,

    /// <summary>The fourth.</summary>
    Fourth,

    /// <summary>The fifth.</summary>
    Fifth,

    /// <summary>The sixth.</summary>
    Sixth,

    /// <summary>What is beside the point: a benchmark, nothing.</summary>
    Quiet,
}

/// <summary>Something that is drawn over the axes. Later layers lie above earlier ones.</summary>
/// <param name="Label">What the legend calls it; null: it has no entry.</param>
internal abstract record Layer(string? Label);

/// <summary>A line through points; it is interrupted where a number is not finite, and cut at the ends of the axes.</summary>
internal sealed record LineLayer(string? Label, Hue Hue, IReadOnlyList<Point> Points) : Layer(Label)
{
    /// <summary>Whether it is dashed.</summary>
    public bool IsDashed { get; init; }
}

/// <summary>The area between two lines over the same x.</summary>
internal sealed record BandLayer(string? Label, Hue Hue, IReadOnlyList<(double X, double Low, double High)> Edges) : Layer(Label);

/// <summary>Dots, each with what a reader sees that points at it.</summary>
internal sealed record DotLayer(string? Label, Hue Hue, IReadOnlyList<(Point At, string Words)> Dots) : Layer(Label)
{
    /// <summary>Whether they are rings.</summary>
    public bool IsHollow { get; init; }
}

/// <summary>Bars from 0, each centred at its x; with a range around the end where one is known.</summary>
internal sealed record BarLayer(string? Label, Hue Hue, double Width, IReadOnlyList<(Point At, double? Error, string Words)> Bars) : Layer(Label);

/// <summary>A region of the plane, made of polygons that do not overlap.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Hue">Its colour.</param>
/// <param name="Polygons">The polygons.</param>
internal sealed record RegionLayer(string? Label, Hue Hue, IReadOnlyList<IReadOnlyList<Point>> Polygons) : Layer(Label)
{
    /// <summary>Whether it is hatched: seen without colours, too.</summary>
    public bool IsHatched { get; init; }

    /// <summary>What is written into it, and where; null: nothing.</summary>
    public (Point At, string Text)? Name { get; init; }
}

/// <summary>A straight line across the figure, named at its end.</summary>
/// <param name="IsVertical">Whether it stands at an x; otherwise it lies at a y.</param>
/// <param name="At">Where.</param>
/// <param name="Text">What it is called.</param>
internal sealed record MarkLayer(bool IsVertical, double At, string Text) : Layer((string?)null);

/// <summary>Numbers of a figure as a table, for readers who cannot see it or want them exactly.</summary>
/// <param name="Header">The columns.</param>
/// <param name="Rows">The rows.</param>
internal sealed record NumberTable(IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>A figure: axes and what is drawn over them.</summary>
/// <param name="Id">Unique on its page: letters, digits and hyphens.</param>
/// <param name="Title">What is seen, in a few words.</param>
/// <param name="Words">What it shows and how to read it, a sentence or two.</param>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
/// <param name="Layers">What is drawn.</param>
internal sealed record Figure(string Id, string Title, string Words, Axis X, Axis Y, IReadOnlyList<Layer> Layers)
{
    /// <summary>Some of its numbers; null: the page has them elsewhere.</summary>
    public NumberTable? Numbers { get; init; }

    /// <summary>Whether it is a plane of two types: then it is drawn higher.</summary>
    public bool IsPlane { get; init; }

    /// <summary>Whether nothing is measured upwards: then it is drawn low.</summary>
    public bool IsLow { get; init; }
}
