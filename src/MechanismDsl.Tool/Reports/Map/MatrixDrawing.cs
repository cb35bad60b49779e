using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Tool.Mechanisms;
using MechanismDsl.Tool.Reports.Charts;
using MechanismDsl.Tool.Reports.Markup;

namespace MechanismDsl.Tool.Reports.Map;

/// <summary>Where every mechanism lies: a row a mechanism, a column a guarantee; below them the combinations that theorems forbid.</summary>
internal static class MatrixDrawing
{
    private const double Row = 27;
    private const double Column = 62;
    private const double Head = 178;
    private const double Radius = 7.5;

    /// <summary>The drawing.</summary>
    public static Element Draw(IReadOnlyList<MapEntry> entries)
    {
        var guarantees = GuaranteeLattice.Families.SelectMany(family => family).ToList();
        var forbidden = ForbiddenCombination.All;
        var left = 18 + entries.Select(entry => TextWidth.Of(entry.Declared.Name, ChartStyle.Small) * 1.08).Concat(forbidden.Select(one => TextWidth.Of(one.Environment, ChartStyle.Small))).Max();
        var rows = Order(entries, guarantees);
        var (gap, height) = (34, Head + (rows.Count * Row) + 34 + (forbidden.Count * Row) + 16);
        var width = left + (guarantees.Count * Column) + 120;
        var svg = new Element("svg").Class("figure").With("xmlns", "http://www.w3.org/2000/svg")
            .With("viewBox", $"0 0 {Element.Coordinate(width)} {Element.Coordinate(height)}").With("role", "img").With("aria-labelledby", "matrix-t matrix-d");
        svg.Add(Element.Of("title", "Where every mechanism lies").With("id", "matrix-t"));
        svg.Add(Element.Of("desc", "For each mechanism its guarantees: " + string.Join("; ", rows.Select(entry => $"{entry.Declared.Name}: {string.Join(", ", guarantees.Where(one => entry.Of(one) != Standing.Open).Select(one => one.Words()))}"))
            + ". Then the combinations that are impossible: " + string.Join("; ", forbidden.Select(one => $"{one.Environment}, by {one.Theorem}")) + ".").With("id", "matrix-d"));
        for (var column = 0; column < guarantees.Count; column++)
        {
            var x = Across(column);
            svg.Add(new Element("line").Class("grid").With("x1", x).With("x2", x).With("y1", Head - 6).With("y2", height - 16));
            svg.Add(Element.Of("text", guarantees[column].Words()).Class("key").With("transform", $"translate({Element.Coordinate(x + 2)} {Element.Coordinate(Head - 14)}) rotate(-33)"));
        }

        for (var index = 0; index < rows.Count; index++)
        {
            var y = Head + (index * Row) + (Row / 2);
            var entry = rows[index];
            svg.Add(Element.Of("a", Element.Of("text", entry.Declared.Name).Class(entry.Solution is null ? "broken" : "strong").With("text-anchor", "end").With("x", left - 16).With("y", y + 5)).With("href", entry.Page));
            Link([.. guarantees.Select((one, column) => (one, column)).Where(one => entry.Of(one.one) != Standing.Open).Select(one => one.column)], y, "linked");
            foreach (var (guarantee, column) in guarantees.Select((one, column) => (one, column)))
            {
                if (Mark(entry.Of(guarantee)) is { } mark)
                {
                    svg.Add(mark.With("cx", Across(column)).With("cy", y).With("r", Radius).Add(Element.Of("title", $"{entry.Declared.Name}: {guarantee.Words()}, {Words(entry.Of(guarantee))}")));
                }
            }
        }

        var top = Head + (rows.Count * Row) + gap;
        svg.Add(Element.Of("text", "impossible together:").Class("broken").With("text-anchor", "end").With("x", left - 16).With("y", top - 8));
        for (var index = 0; index < forbidden.Count; index++)
        {
            var (one, y) = (forbidden[index], top + (index * Row) + (Row / 2));
            svg.Add(Element.Of("text", one.Environment).With("text-anchor", "end").With("x", left - 16).With("y", y + 5));
            int[] together = [.. one.Together.Select(ColumnOf)], either = [.. one.Alternatives.Select(ColumnOf)];
            Link([.. together, .. either], y, "linked forbidden");
            foreach (var (column, isEither) in together.Select(column => (column, false)).Concat(either.Select(column => (column, true))))
            {
                var (x, arm) = (Across(column), isEither ? 4.5 : 6);
                svg.Add(new Element("circle").Class("blank").With("cx", x).With("cy", y).With("r", Radius + 1));
                svg.Add(new Element("path").Class(isEither ? "cross either" : "cross").With("d", $"M{Element.Coordinate(x - arm)},{Element.Coordinate(y - arm)}L{Element.Coordinate(x + arm)},{Element.Coordinate(y + arm)}M{Element.Coordinate(x - arm)},{Element.Coordinate(y + arm)}L{Element.Coordinate(x + arm)},{Element.Coordinate(y - arm)}")
                    .Add(Element.Of("title", $"{guarantees[column].Words()}: {(isEither ? "with either of the thin crosses " : string.Empty)}forbidden by {one.Theorem}")));
            }
        }

        return svg;

        double Across(int column) => left + (column * Column) + (Column / 2) - 12;

        int ColumnOf(Theory.Problems.Guarantee guarantee) => guarantees.IndexOf((Guarantee)(int)guarantee);

        void Link(List<int> columns, double y, string name)
        {
            if (columns.Count > 1)
            {
                svg.Add(new Element("line").Class(name).With("x1", Across(columns.Min())).With("x2", Across(columns.Max())).With("y1", y).With("y2", y));
            }
        }
    }

    /// <summary>The samples of a legend.</summary>
    public static IReadOnlyList<(Element Mark, string Words)> Legend() =>
        [.. new[] { Standing.Theorem, Standing.Checked, Standing.Follows, Standing.Assumed }.Select(standing => (Mark(standing)!.With("cx", 9.0).With("cy", 9.0).With("r", Radius), Words(standing)))];

    /// <summary>Rows with much in common stand together, those with most guarantees above.</summary>
    private static List<MapEntry> Order(IReadOnlyList<MapEntry> entries, List<Guarantee> guarantees) =>
    [
        .. entries.OrderByDescending(entry => guarantees.Count(one => entry.Of(one) is not (Standing.Open or Standing.Assumed)))
            .ThenBy(entry => string.Concat(guarantees.Select(one => entry.Of(one) == Standing.Open ? '1' : '0')), StringComparer.Ordinal)
            .ThenBy(entry => entry.Declared.Name, StringComparer.Ordinal),
    ];

    private static Element? Mark(Standing standing) => standing switch
    {
        Standing.Theorem => new Element("circle").Class("dot h0"),
        Standing.Checked => new Element("circle").Class("dot h2"),
        Standing.Follows => new Element("circle").Class("ring h0"),
        Standing.Assumed => new Element("circle").Class("ring h4 dashed"),
        _ => null,
    };

    private static string Words(Standing standing) => standing switch
    {
        Standing.Theorem => "by theorem",
        Standing.Checked => "by theorem, its hypothesis checked by the compiler",
        Standing.Follows => "follows from a stronger one",
        Standing.Assumed => "assumed by the author",
        _ => "open",
    };
}
