using CsCheck;
using System.Xml.Linq;
using MechanismDsl.Tool.Reports.Charts;
using MechanismDsl.Tool.Reports.Markup;
using MechanismDsl.Tool.Tests.Support;

namespace MechanismDsl.Tool.Tests.Reports;

/// <summary>The parts of figures: round ticks, lines that are cut at the axes, regions that are traced, text that is escaped.</summary>
public class ChartTests
{
    [Theory]
    [InlineData(0, 1, "0 0.2 0.4 0.6 0.8 1")]
    [InlineData(-12, 12, "−10 −5 0 5 10")]
    [InlineData(0, 0.0035, "0 0.001 0.002 0.003")]
    [InlineData(0, 20000, "0 5000 10\u202F000 15\u202F000 20\u202F000")]
    [InlineData(1e9, 2e9, "1e9 1.2e9 1.4e9 1.6e9 1.8e9 2e9")]
    public void Ticks_are_round(double low, double high, string expected)
    {
        var ticks = Ticks.Within(low, high);
        Assert.Equal(expected, string.Join(' ', ticks.Values.Select(ticks.Text)));
    }

    [Fact]
    public void Axes_hold_what_they_are_made_of()
    {
        Gen.Select(Gen.Double[-1e6, 1e6], Gen.Double[-1e6, 1e6]).Sample((one, other) =>
        {
            var axis = Axis.Holding(string.Empty, [one, other, double.NaN, double.PositiveInfinity], withZero: false);
            return axis.Low < axis.High && axis.Low <= Math.Min(one, other) + 1e-6 && axis.High >= Math.Max(one, other) - 1e-6;
        });
    }

    [Fact]
    public void Lines_are_cut_at_the_axes_and_interrupted_where_they_are_not_finite()
    {
        var plane = new Plane(new Box(0, 0, 100, 100), new Axis("x", 0, 1), new Axis("y", 0, 1));
        Point[] line = [new(-1, 0.5), new(0.5, 0.5), new(0.5, 3), new(0.75, 3), new(0.75, 0), new(double.NaN, 0), new(0, 0), new(1, 1)];
        Assert.Equal(
            [[new(0, 50), new(50, 50), new(50, 0)], [new(75, 0), new(75, 100)], [new(0, 100), new(100, 0)]],
            plane.Cut(line).Select(part => part.ToArray()).ToArray());
        Gen.Select(Gen.Double[-3, 3], Gen.Double[-3, 3]).Select((x, y) => new Point(x, y)).Array[0, 8].Sample(points =>
            plane.Cut(points).All(part => part.All(point => point.X is > -1e-9 and < 100.000001 && point.Y is > -1e-9 and < 100.000001)));
    }

    [Fact]
    public void Regions_cover_the_plane_without_overlap()
    {
        // A disc, a half plane and the rest.
        var tracer = new RegionTracer((x, y) => (x * x) + (y * y) < 1 ? 1 : y > x + 1.2 ? 2 : 0, new Axis("x", -2, 2), new Axis("y", -2, 2));
        var regions = tracer.Trace([-1, 1], []);
        double Area(int value) => regions[value].Sum(polygon => Drawings.Area("M" + string.Join('L', polygon.Select(point => FormattableString.Invariant($"{point.X:0.0000000},{point.Y:0.0000000}")))));
        Assert.Equal(16, Area(0) + Area(1) + Area(2), 3);
        Assert.Equal(Math.PI, Area(1), 1);
        Assert.True(tracer.Heart(regions[1]) is var (at, _) && (at.X * at.X) + (at.Y * at.Y) < 0.3);
    }

    [Fact]
    public void Texts_that_find_no_room_are_left_out()
    {
        var room = new LabelRoom(new Box(0, 0, 100, 20));
        Assert.Equal(new Box(0, 0, 60, 20), room.Take([new(0, 0, 60, 20)]));
        Assert.Null(room.Take([new(30, 0, 90, 20), new(60, 0, 120, 20)]));
        Assert.Equal(new Box(60, 0, 90, 20), room.Take([new(30, 0, 90, 20), new(60, 0, 90, 20)]));
    }

    [Fact]
    public void Everything_is_escaped_and_well_formed()
    {
        Gen.String.Sample(text =>
        {
            var kept = new string([.. text.Where(letter => letter is >= ' ' and < '\uD800')]);
            var parsed = XElement.Parse(new Element("p").With("title", kept).Add(kept).ToString(), LoadOptions.PreserveWhitespace);
            return parsed.Value == kept && parsed.Attribute("title")!.Value == kept;
        });
        Assert.Equal("<p>\uFFFD&lt;</p>", Element.Of("p", "\u0001<").ToString());
        Assert.Equal("<br/>", new Element("br").ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => new Element("line").With("x1", double.NaN));
        Assert.Throws<ArgumentException>(() => Element.Style("a<b"));
    }
}
