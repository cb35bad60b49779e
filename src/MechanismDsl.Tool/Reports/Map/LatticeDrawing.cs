using MechanismDsl.Tool.Mechanisms;
using MechanismDsl.Tool.Reports.Charts;
using MechanismDsl.Tool.Reports.Markup;

namespace MechanismDsl.Tool.Reports.Map;

/// <summary>The lattice of guarantees: arrows lead from each to what follows from it.</summary>
internal static class LatticeDrawing
{
    private const double Width = 182;
    private const double Height = 62;
    private const double Across = 26;
    private const double Down = 44;
    private const double Margin = 8;

    /// <summary>The drawing.</summary>
    /// <param name="entries">The mechanisms, which are counted where they have a guarantee.</param>
    public static Element Draw(IReadOnlyList<MapEntry> entries)
    {
        var places = Places();
        var (right, bottom) = (places.Values.Max(box => box.Right) + Margin, places.Values.Max(box => box.Bottom) + Margin);
        var svg = new Element("svg").Class("figure").With("xmlns", "http://www.w3.org/2000/svg")
            .With("viewBox", $"0 0 {Element.Coordinate(right)} {Element.Coordinate(bottom)}").With("role", "img").With("aria-labelledby", "lattice-t lattice-d");
        svg.Add(Element.Of("title", "What follows from what").With("id", "lattice-t"));
        svg.Add(Element.Of("desc", string.Join("; ", GuaranteeLattice.All.SelectMany(one => one.Covers().Select(weaker => $"{one.Words()} implies {weaker.Words()}"))) + ".").With("id", "lattice-d"));
        svg.Add(Element.Of("defs", new Element("marker").With("id", "lattice-arrow").With("viewBox", "0 0 10 10").With("refX", 9.0).With("refY", 5.0).With("markerWidth", 8.0).With("markerHeight", 8.0).With("orient", "auto-start-reverse")
            .Add(new Element("path").With("d", "M0,0L10,5L0,10Z").With("fill", "var(--quiet)"))));
        foreach (var stronger in GuaranteeLattice.All)
        {
            foreach (var weaker in stronger.Covers())
            {
                var (from, to) = (places[stronger], places[weaker]);
                svg.Add(new Element("line").Class("axis").With("x1", Middle(from)).With("y1", from.Bottom).With("x2", Middle(to)).With("y2", to.Top - 2).With("marker-end", "url(#lattice-arrow)"));
            }
        }

        foreach (var (guarantee, box) in places.OrderBy(one => one.Key))
        {
            var holders = entries.Where(entry => entry.Of(guarantee) is not (Standing.Open or Standing.Assumed)).Select(entry => entry.Declared.Name).ToList();
            var node = new Element("g").Add(Element.Of("title", $"{guarantee.Words()}: {(holders.Count == 0 ? "no mechanism here" : string.Join(", ", holders))}"));
            node.Add(new Element("rect").Class($"node{(holders.Count == 0 ? " empty" : string.Empty)}").With("x", box.Left).With("y", box.Top).With("width", Width).With("height", Height).With("rx", 9.0));
            var lines = Lines(guarantee.Words());
            for (var line = 0; line < lines.Count; line++)
            {
                node.Add(Element.Of("text", lines[line]).Class("strong").With("text-anchor", "middle").With("x", Middle(box)).With("y", box.Top + 20 + (line * 16) + (lines.Count == 1 ? 6 : 0)));
            }

            svg.Add(node.Add(Element.Of("text", FormattableString.Invariant($"{holders.Count} of {entries.Count}")).With("text-anchor", "middle").With("x", Middle(box)).With("y", box.Bottom - 8)));
        }

        return svg;
    }

    private static Dictionary<Guarantee, Box> Places()
    {
        Dictionary<Guarantee, Box> places = [];
        var left = Margin;
        foreach (var family in GuaranteeLattice.Families)
        {
            var rows = family.GroupBy(one => one.Depth()).ToList();
            var width = rows.Max(row => (row.Count() * (Width + Across)) - Across);
            foreach (var row in rows)
            {
                var own = (row.Count() * (Width + Across)) - Across;
                foreach (var (guarantee, index) in row.Select((one, index) => (one, index)))
                {
                    var (x, y) = (left + ((width - own) / 2) + (index * (Width + Across)), Margin + (row.Key * (Height + Down)));
                    places.Add(guarantee, new Box(x, y, x + Width, y + Height));
                }
            }

            left += width + Across;
        }

        return places;
    }

    private static double Middle(Box box) => (box.Left + box.Right) / 2;

    /// <summary>The words in one line, or in two about equally long ones.</summary>
    private static IReadOnlyList<string> Lines(string words)
    {
        if (TextWidth.Of(words, ChartStyle.Small) * 1.08 <= Width - 12)
        {
            return [words];
        }

        var parts = words.Split(' ');
        var cut = Enumerable.Range(1, parts.Length - 1).MinBy(at => Math.Max(string.Join(' ', parts[..at]).Length, string.Join(' ', parts[at..]).Length));
        return [string.Join(' ', parts[..cut]), string.Join(' ', parts[cut..])];
    }
}
