using MechanismDsl.Tool.Reports.Markup;

namespace MechanismDsl.Tool.Reports.Charts;

/// <summary>Draws figures as SVG: title and description for those who cannot see it, legend, axes with round ticks, layers.</summary>
internal static class FigureDrawing
{
    private const double Width = 640;
    private const double PlotHeight = 300;
    private const double PlaneHeight = 400;
    private const double LowHeight = 90;
    private const double LineHeight = 20;

    /// <summary>The drawing of a figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="isAlone">Whether it is a file of its own and brings its style along.</param>
    public static Element Draw(Figure figure, bool isAlone = false)
    {
        var (across, up) = (TicksOf(figure.X, 8), TicksOf(figure.Y, 6));
        var left = Math.Max(30, up.Select(tick => TextWidth.Of(tick.Text, ChartStyle.Small)).DefaultIfEmpty().Max() + 14);
        var right = Width - Math.Max(14, (across.Select(tick => TextWidth.Of(tick.Text, ChartStyle.Small)).LastOrDefault() / 2) + 4);
        var legend = new Legend(figure.Layers, 4, Width - 4, 4);
        var top = 4 + legend.Height + LineHeight + 6;
        var height = figure.IsPlane ? PlaneHeight : figure.IsLow ? LowHeight : PlotHeight;
        return Compose(figure, isAlone, legend, new Plane(new Box(left, top, right, top + height), figure.X, figure.Y), across, up);
    }

    private static Element Compose(Figure figure, bool isAlone, Legend legend, Plane plane, IReadOnlyList<(double At, string Text)> across, IReadOnlyList<(double At, string Text)> up)
    {
        var (area, bottom) = (plane.Area, plane.Area.Bottom + 22 + LineHeight);
        var svg = new Element("svg")
            .Class(isAlone ? "figure figure-root" : "figure")
            .With("xmlns", "http://www.w3.org/2000/svg")
            .With("viewBox", $"0 0 {Element.Coordinate(Width)} {Element.Coordinate(bottom + 4)}")
            .With("role", "img")
            .With("aria-labelledby", $"{figure.Id}-t {figure.Id}-d");
        svg.Add(Element.Of("title", figure.Title).With("id", $"{figure.Id}-t"), Element.Of("desc", figure.Words).With("id", $"{figure.Id}-d"));
        if (isAlone)
        {
            svg.Add(Element.Style(ChartStyle.Colours + "\n" + ChartStyle.Rules), new Element("rect").With("width", "100%").With("height", "100%").With("fill", "var(--paper)"));
        }

        svg.Add(Patterns(figure));
        svg.Add(legend.Draw(figure.Id));
        svg.Add(Element.Of("text", figure.Y.Title).Class("title").With("x", 4.0).With("y", area.Top - 11));
        foreach (var (at, text) in up)
        {
            var y = plane.Down(at);
            svg.Add(new Element("line").Class("grid").With("x1", area.Left).With("x2", area.Right).With("y1", y).With("y2", y));
            svg.Add(Element.Of("text", text).With("text-anchor", "end").With("x", area.Left - 7).With("y", y + 4.5));
        }

        svg.Add(new LayerDrawing(figure.Id, plane).Draw(figure.Layers));
        var baseline = plane.Down(Math.Clamp(0, plane.Y.Low, plane.Y.High));
        svg.Add(new Element("line").Class("axis").With("x1", area.Left).With("x2", area.Right).With("y1", baseline).With("y2", baseline));
        svg.Add(new Element("line").Class("axis").With("x1", area.Left).With("x2", area.Left).With("y1", area.Top).With("y2", area.Bottom));
        foreach (var (at, text) in Readable(across, plane))
        {
            var x = plane.Across(at);
            svg.Add(new Element("line").Class("axis").With("x1", x).With("x2", x).With("y1", area.Bottom).With("y2", area.Bottom + 5));
            svg.Add(Element.Of("text", text).With("text-anchor", "middle").With("x", x).With("y", area.Bottom + 19));
        }

        return svg.Add(Element.Of("text", figure.X.Title).Class("title").With("text-anchor", "end").With("x", area.Right).With("y", bottom - 2));
    }

    private static IReadOnlyList<(double At, string Text)> TicksOf(Axis axis, int about)
    {
        if (axis.Named is { } named)
        {
            return named;
        }

        var ticks = Ticks.Within(axis.Low, axis.High, about);
        return [.. ticks.Values.Select(value => (value, ticks.Text(value)))];
    }

    /// <summary>Without ticks whose texts would run into the one before.</summary>
    private static IEnumerable<(double At, string Text)> Readable(IReadOnlyList<(double At, string Text)> ticks, Plane plane)
    {
        var end = double.NegativeInfinity;
        foreach (var tick in ticks)
        {
            var half = TextWidth.Of(tick.Text, ChartStyle.Small) / 2;
            if (plane.Across(tick.At) - half > end)
            {
                end = plane.Across(tick.At) + half + 4;
                yield return tick;
            }
        }
    }

    private static Element? Patterns(Figure figure)
    {
        var hues = figure.Layers.OfType<RegionLayer>().Where(region => region.IsHatched).Select(region => region.Hue).Distinct().ToList();
        return hues.Count == 0 ? null : Element.Of("defs", hues.Select(hue => new Element("pattern")
            .With("id", ChartStyle.Hatching(figure.Id, hue)).With("width", 7.0).With("height", 7.0).With("patternUnits", "userSpaceOnUse").With("patternTransform", "rotate(45)")
            .Add(new Element("line").Class($"hatch {ChartStyle.Of(hue)}").With("x1", 0.0).With("y1", 0.0).With("x2", 0.0).With("y2", 7.0))));
    }
}
