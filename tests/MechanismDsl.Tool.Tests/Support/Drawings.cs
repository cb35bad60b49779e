using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using MechanismDsl.Tool.Reports.Charts;

namespace MechanismDsl.Tool.Tests.Support;

/// <summary>Pages and drawings, read again.</summary>
internal static partial class Drawings
{
    public static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>A page as XML; fails where it is not well-formed.</summary>
    public static XDocument Parse(string page)
    {
        using var reader = XmlReader.Create(new StringReader(page), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>All drawings of a page.</summary>
    public static IEnumerable<XElement> Figures(this XDocument page) => page.Descendants(Svg + "svg");

    /// <summary>Every coordinate of a drawing with what it belongs to, without those inside patterns and markers, which have planes of their own.</summary>
    public static IEnumerable<(double X, double Y, string Of)> Places(this XElement svg)
    {
        foreach (var element in svg.Descendants().Where(one => !one.Ancestors().Any(above => above.Name.LocalName is "pattern" or "marker") && one.Name.LocalName is not ("pattern" or "marker")))
        {
            foreach (var (x, y) in new[] { ("x", "y"), ("x1", "y1"), ("x2", "y2"), ("cx", "cy") })
            {
                if (element.Attribute(x) is { } across && element.Attribute(y) is { } down)
                {
                    yield return (Number(across.Value), Number(down.Value), element.ToString());
                }
            }

            if (element is { Name.LocalName: "rect" } && element.Attribute("x") is not null)
            {
                yield return (Of(element, "x") + Of(element, "width"), Of(element, "y") + Of(element, "height"), element.ToString());
            }

            foreach (var list in new[] { element.Attribute("points")?.Value, element.Attribute("d")?.Value }.OfType<string>())
            {
                foreach (Match match in Pair().Matches(list))
                {
                    yield return (Number(match.Groups[1].Value), Number(match.Groups[2].Value), element.Name.LocalName);
                }
            }
        }
    }

    /// <summary>Where the upright texts of a drawing stand, and about how much room they take.</summary>
    public static IEnumerable<(Box Box, string Text)> Texts(this XElement svg) => svg.Descendants(Svg + "text").Where(text => text.Attribute("x") is not null).Select(text =>
    {
        var (x, y, width) = (Of(text, "x"), Of(text, "y"), TextWidth.Of(text.Value, ChartStyle.Small) * 0.88);
        var left = text.Attribute("text-anchor")?.Value switch { "end" => x - width, "middle" => x - (width / 2), _ when text.Attribute("class")?.Value == "inside" => x - (width / 2), _ => x };
        return (new Box(left, y - 9, left + width, y + 2), text.Value);
    });

    /// <summary>The area of the polygons of a path, by Gauss's formula.</summary>
    public static double Area(string path) => path.Split('M', StringSplitOptions.RemoveEmptyEntries).Sum(polygon =>
    {
        var points = Pair().Matches(polygon).Select(match => (X: Number(match.Groups[1].Value), Y: Number(match.Groups[2].Value))).ToList();
        return Math.Abs(points.Zip([.. points.Skip(1), points[0]], (one, next) => (one.X * next.Y) - (next.X * one.Y)).Sum()) / 2;
    });

    /// <summary>The rectangle that a drawing may fill.</summary>
    public static Box ViewBox(this XElement svg)
    {
        double[] numbers = [.. svg.Attribute("viewBox")!.Value.Split(' ').Select(Number)];
        return new Box(numbers[0], numbers[1], numbers[0] + numbers[2], numbers[1] + numbers[3]);
    }

    private static double Of(XElement element, string attribute) => Number(element.Attribute(attribute)!.Value);

    private static double Number(string text) => double.Parse(text.TrimEnd('%'), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(-?[\d.]+|NaN|-?Infinity)[, ](-?[\d.]+|NaN|-?Infinity)")]
    private static partial Regex Pair();
}
