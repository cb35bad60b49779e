using MechanismDsl.Tool.Reports.Markup;

namespace MechanismDsl.Tool.Reports.Charts;

/// <summary>Draws the layers of a figure into the plane between its axes.</summary>
/// <param name="figure">The id of the figure.</param>
/// <param name="plane">The plane.</param>
internal sealed class LayerDrawing(string figure, Plane plane)
{
    private readonly LabelRoom _room = new(plane.Area);
    private IReadOnlyList<Point> _lines = [];

    /// <summary>Draws all layers: what fills an area first, names last.</summary>
    public IReadOnlyList<Element> Draw(IReadOnlyList<Layer> layers)
    {
        _lines = [.. layers.OfType<LineLayer>().SelectMany(line => plane.Cut(line.Points)).SelectMany(Dense)];
        return Drawn(layers);
    }

    private List<Element> Drawn(IReadOnlyList<Layer> layers) =>
    [
        .. layers.SelectMany(Fill),
        .. layers.OfType<LineLayer>().SelectMany(Line),
        .. layers.OfType<BarLayer>().SelectMany(Bars),
        .. layers.OfType<MarkLayer>().Select(Guide),
        .. layers.OfType<DotLayer>().SelectMany(Dots),
        .. layers.OfType<MarkLayer>().SelectMany(MarkName),
        .. layers.OfType<RegionLayer>().SelectMany(RegionName),
    ];

    private IEnumerable<Element> Fill(Layer layer) => layer switch
    {
        RegionLayer region => Region(region),
        BandLayer band => [Band(band)],
        _ => [],
    };

    private IEnumerable<Element> Region(RegionLayer region)
    {
        var hue = ChartStyle.Of(region.Hue);
        var path = string.Concat(region.Polygons.Select(polygon => "M" + string.Join('L', polygon.Select(point => Place(plane.Place(point)))) + "Z"));
        if (path.Length == 0)
        {
            yield break;
        }

        var shape = new Element("path").Class($"region {hue}").With("d", path);
        yield return region.Label is null ? shape : shape.Add(Element.Of("title", region.Label));
        if (region.IsHatched)
        {
            yield return new Element("path").Class(hue).With("fill", $"url(#{ChartStyle.Hatching(figure, region.Hue)})").With("d", path);
        }
    }

    private Element Band(BandLayer band)
    {
        var upper = band.Edges.Select(edge => plane.Place(new(edge.X, edge.High)));
        var lower = band.Edges.Reverse().Select(edge => plane.Place(new(edge.X, edge.Low)));
        return new Element("path").Class($"band {ChartStyle.Of(band.Hue)}").With("d", "M" + string.Join('L', upper.Concat(lower).Select(Place)) + "Z");
    }

    private IEnumerable<Element> Line(LineLayer line)
    {
        foreach (var part in plane.Cut(line.Points))
        {
            yield return new Element("polyline")
                .Class($"line {ChartStyle.Of(line.Hue)}{(line.IsDashed ? " dashed" : string.Empty)}")
                .With("points", string.Join(' ', part.Select(Place)));
        }
    }

    private IEnumerable<Element> Bars(BarLayer bars)
    {
        foreach (var (at, error, words) in bars.Bars)
        {
            var (left, right) = (plane.Across(at.X - (bars.Width / 2)), plane.Across(at.X + (bars.Width / 2)));
            var (end, zero) = (plane.Down(at.Y), plane.Down(Math.Clamp(0, plane.Y.Low, plane.Y.High)));
            yield return new Element("rect").Class($"bar {ChartStyle.Of(bars.Hue)}")
                .With("x", left).With("y", Math.Min(end, zero)).With("width", right - left).With("height", Math.Abs(zero - end))
                .Add(Element.Of("title", words));
            if (error is { } half)
            {
                var (middle, top, bottom) = ((left + right) / 2, plane.Down(Math.Min(at.Y + half, plane.Y.High)), plane.Down(Math.Max(at.Y - half, plane.Y.Low)));
                yield return new Element("path").Class("error").With("d", $"M{Place(new(middle - 5, top))}L{Place(new(middle + 5, top))}M{Place(new(middle, top))}L{Place(new(middle, bottom))}M{Place(new(middle - 5, bottom))}L{Place(new(middle + 5, bottom))}");
            }
        }
    }

    private IEnumerable<Element> Dots(DotLayer dots) => dots.Dots
        .Where(dot => double.IsFinite(dot.At.X + dot.At.Y) && plane.Holds(dot.At))
        .Select(dot => new Element("circle").Class($"{(dots.IsHollow ? "ring" : "dot")} {ChartStyle.Of(dots.Hue)}")
            .With("cx", plane.Across(dot.At.X)).With("cy", plane.Down(dot.At.Y)).With("r", dots.Dots.Count > 24 ? 3 : 4.5)
            .Add(Element.Of("title", dot.Words)));

    private Element Guide(MarkLayer mark)
    {
        var line = new Element("line").Class("guide");
        return mark.IsVertical
            ? line.With("x1", plane.Across(mark.At)).With("x2", plane.Across(mark.At)).With("y1", plane.Area.Top).With("y2", plane.Area.Bottom)
            : line.With("x1", plane.Area.Left).With("x2", plane.Area.Right).With("y1", plane.Down(mark.At)).With("y2", plane.Down(mark.At));
    }

    /// <summary>Beside the upper end of an upright line, above or below the right end of a lying one, wherever there is room.</summary>
    private IEnumerable<Element> MarkName(MarkLayer mark)
    {
        var width = TextWidth.Of(mark.Text, ChartStyle.Small) + 8;
        var places = mark.IsVertical
            ? Enumerable.Range(0, Math.Max(1, (int)(plane.Area.Height / 18))).SelectMany(row => new[] { plane.Across(mark.At), plane.Across(mark.At) - width }.Select(left => new Box(left, plane.Area.Top + (row * 18), left + width, plane.Area.Top + (row * 18) + 18)))
            : new[] { plane.Down(mark.At) - 18, plane.Down(mark.At) }.SelectMany(top => new[] { plane.Area.Right - width, plane.Area.Left }.Select(left => new Box(left, top, left + width, top + 18)));
        if (_room.Take([.. places], _lines) is { } place)
        {
            yield return Element.Of("text", mark.Text).Class("mark").With("x", place.Left + 4).With("y", place.Bottom - 4.5);
        }
    }

    private IEnumerable<Element> RegionName(RegionLayer region)
    {
        if (region.Name is not var (at, text))
        {
            yield break;
        }

        var (middle, half) = (plane.Place(at), (TextWidth.Of(text, ChartStyle.Small) / 2) + 3);
        if (_room.Take([new Box(middle.X - half, middle.Y - 10, middle.X + half, middle.Y + 10)]) is { } place)
        {
            yield return Element.Of("text", text).Class("inside").With("x", middle.X).With("y", place.Bottom - 5.5);
        }
    }

    /// <summary>Points of a line that are at most a few units apart.</summary>
    private static IEnumerable<Point> Dense(IReadOnlyList<Point> line)
    {
        for (var index = 0; index + 1 < line.Count; index++)
        {
            var (one, other) = (line[index], line[index + 1]);
            var steps = 1 + (int)((Math.Abs(other.X - one.X) + Math.Abs(other.Y - one.Y)) / 4);
            for (var step = 0; step < steps; step++)
            {
                yield return new(one.X + ((other.X - one.X) * step / steps), one.Y + ((other.Y - one.Y) * step / steps));
            }
        }
    }

    private static string Place(Point point) => $"{Element.Coordinate(point.X)},{Element.Coordinate(point.Y)}";
}
