using MechanismDsl.Tool.Reports.Markup;

namespace MechanismDsl.Tool.Reports.Charts;

/// <summary>The names of a figure's layers with samples of how they are drawn, in lines from the left.</summary>
internal sealed class Legend
{
    private const double Sample = 22;
    private const double Gap = 18;
    private const double LineHeight = 20;

    private readonly List<(Layer Layer, double X, double Y)> _entries = [];

    /// <summary>Lays the entries out.</summary>
    /// <param name="layers">The layers; those without a label, and repeated labels, have no entry.</param>
    /// <param name="left">Where a line begins.</param>
    /// <param name="right">Where it must end.</param>
    /// <param name="top">The upper edge.</param>
    public Legend(IEnumerable<Layer> layers, double left, double right, double top)
    {
        var (x, y) = (left, top);
        foreach (var layer in layers.Where(layer => layer.Label is not null).DistinctBy(layer => layer.Label))
        {
            var width = Sample + 6 + TextWidth.Of(layer.Label!, ChartStyle.Small);
            if (x > left && x + width > right)
            {
                (x, y) = (left, y + LineHeight);
            }

            _entries.Add((layer, x, y));
            x += width + Gap;
        }

        Height = _entries.Count == 0 ? 0 : y - top + LineHeight;
    }

    /// <summary>The height of all lines.</summary>
    public double Height { get; }

    /// <summary>Draws the entries.</summary>
    /// <param name="figure">The id of the figure, whose patterns the samples share.</param>
    public IEnumerable<Element> Draw(string figure)
    {
        foreach (var (layer, x, y) in _entries)
        {
            var middle = y + (LineHeight / 2);
            yield return Swatch(layer, figure, x, middle);
            if (layer is RegionLayer { IsHatched: true } hatched)
            {
                yield return Rectangle(x, middle).Class(ChartStyle.Of(hatched.Hue)).With("fill", $"url(#{ChartStyle.Hatching(figure, hatched.Hue)})");
            }

            yield return Element.Of("text", layer.Label!).Class("key").With("x", x + Sample + 6).With("y", middle + 4.5);
        }
    }

    private static Element Swatch(Layer layer, string figure, double x, double middle) => layer switch
    {
        LineLayer line => new Element("line").Class($"line {ChartStyle.Of(line.Hue)}{(line.IsDashed ? " dashed" : string.Empty)}")
            .With("x1", x).With("y1", middle).With("x2", x + Sample).With("y2", middle),
        DotLayer dots => new Element("circle").Class($"{(dots.IsHollow ? "ring" : "dot")} {ChartStyle.Of(dots.Hue)}").With("cx", x + (Sample / 2)).With("cy", middle).With("r", 4.5),
        BandLayer band => Rectangle(x, middle).Class($"band {ChartStyle.Of(band.Hue)}"),
        BarLayer bars => Rectangle(x, middle).Class($"bar {ChartStyle.Of(bars.Hue)}"),
        RegionLayer region => Rectangle(x, middle).Class($"region {ChartStyle.Of(region.Hue)}"),
        _ => throw new ArgumentOutOfRangeException(nameof(layer), layer, $"Figure {figure} has a layer without a sample."),
    };

    private static Element Rectangle(double x, double middle) => new Element("rect").With("x", x).With("y", middle - 6).With("width", Sample).With("height", 12.0);
}
