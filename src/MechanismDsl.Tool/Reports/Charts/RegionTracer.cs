namespace MechanismDsl.Tool.Reports.Charts;

/// <summary>
/// Regions of a plane in which a function with few values is constant, as polygons. Columns of the plane are scanned, every change of the value is located by
/// bisection, and neighbouring columns that meet the same values in the same order are joined. A region thinner than a cell of the scan can be missed; the places
/// where the function is known to change its form are given, so that no cell lies across one.
/// </summary>
/// <param name="classify">The value at a place, from 0.</param>
/// <param name="x">The horizontal axis.</param>
/// <param name="y">The vertical axis.</param>
internal sealed class RegionTracer(Func<double, double, int> classify, Axis x, Axis y)
{
    private const int Columns = 64;
    private const int Cells = 40;

    /// <summary>A change is located to this part of an axis: a thousandth of what a drawing shows.</summary>
    private const double Precision = 2e-6;

    private double[] _rows = [];

    /// <summary>The polygons of each value.</summary>
    /// <param name="acrossKinks">Where the function changes its form, horizontally.</param>
    /// <param name="upKinks">The same vertically.</param>
    public IReadOnlyDictionary<int, IReadOnlyList<IReadOnlyList<Point>>> Trace(IEnumerable<double> acrossKinks, IEnumerable<double> upKinks)
    {
        _rows = [.. Stops(y, upKinks, Cells)];
        Dictionary<int, List<IReadOnlyList<Point>>> regions = [];
        List<Column> run = [];
        foreach (var column in Refined([.. Stops(x, acrossKinks, Columns).Select(ColumnAt)]))
        {
            if (run.Count > 0 && !column.IsLike(run[^1]))
            {
                Close(run, regions);
                run = [];
            }

            run.Add(column);
        }

        Close(run, regions);
        return regions.ToDictionary(one => one.Key, one => (IReadOnlyList<IReadOnlyList<Point>>)one.Value);
    }

    /// <summary>The roomiest place of a region for a name: as far from its edges as the columns tell; null for a region without polygons.</summary>
    public (Point At, double Width)? Heart(IReadOnlyList<IReadOnlyList<Point>> polygons)
    {
        (Point At, double Width)? best = null;
        var most = 0.0;
        foreach (var polygon in polygons)
        {
            var (left, right) = (polygon.Min(point => point.X), polygon.Max(point => point.X));
            for (var step = 1; step < 12; step++)
            {
                var across = left + ((right - left) * step / 12);
                var crossings = Crossings(polygon, across);
                if (crossings.Count < 2)
                {
                    continue;
                }

                var (low, high) = (crossings[0], crossings[^1]);
                var middle = (low + high) / 2;
                var width = WidthAt(polygon, across, middle, left, right);
                var room = Math.Min((high - low) / (y.High - y.Low), width / (x.High - x.Low) / 2);
                if (room > most)
                {
                    (most, best) = (room, (new Point(across, middle), width));
                }
            }
        }

        return best;
    }

    private static double WidthAt(IReadOnlyList<Point> polygon, double across, double up, double left, double right)
    {
        var step = (right - left) / 60;
        var half = 0.0;
        while (half < right - left && Holds(across - half - step) && Holds(across + half + step))
        {
            half += step;
        }

        return 2 * half;

        bool Holds(double at) => at > left && at < right && Crossings(polygon, at) is { Count: >= 2 } ends && ends[0] < up && up < ends[^1];
    }

    private static List<double> Crossings(IReadOnlyList<Point> polygon, double across)
    {
        List<double> crossings = [];
        for (var index = 0; index < polygon.Count; index++)
        {
            var (one, other) = (polygon[index], polygon[(index + 1) % polygon.Count]);
            if ((one.X <= across) != (other.X <= across))
            {
                crossings.Add(one.Y + ((across - one.X) / (other.X - one.X) * (other.Y - one.Y)));
            }
        }

        crossings.Sort();
        return crossings;
    }

    private static IEnumerable<double> Stops(Axis axis, IEnumerable<double> kinks, int count)
    {
        var (low, high) = (axis.Low, axis.High);
        List<double> ends = [low, .. kinks.Where(kink => kink > low && kink < high).Distinct().Order(), high];
        for (var index = 0; index + 1 < ends.Count; index++)
        {
            var (from, width) = (ends[index], ends[index + 1] - ends[index]);
            var steps = Math.Max(1, (int)Math.Ceiling(count * width / (high - low)));
            for (var step = 0; step <= steps; step++)
            {
                yield return from + (width * (step == 0 ? 1e-9 : step == steps ? 1 - 1e-9 : (double)step / steps));
            }
        }
    }

    /// <summary>Between two columns that differ, the place at which they do is bracketed.</summary>
    private IEnumerable<Column> Refined(IReadOnlyList<Column> columns)
    {
        for (var index = 0; index < columns.Count; index++)
        {
            yield return columns[index];
            if (index + 1 < columns.Count && !columns[index].IsLike(columns[index + 1]))
            {
                foreach (var inner in Between(columns[index], columns[index + 1], 0))
                {
                    yield return inner;
                }
            }
        }
    }

    private IEnumerable<Column> Between(Column left, Column right, int depth)
    {
        if (left.IsLike(right) || right.X - left.X <= Precision * (x.High - x.Low) || depth > 24)
        {
            yield break;
        }

        var middle = ColumnAt((left.X + right.X) / 2);
        foreach (var column in Between(left, middle, depth + 1))
        {
            yield return column;
        }

        yield return middle;
        foreach (var column in Between(middle, right, depth + 1))
        {
            yield return column;
        }
    }

    private Column ColumnAt(double across)
    {
        List<(int Value, double From)> parts = [];
        var (from, value) = (_rows[0], classify(across, _rows[0]));
        parts.Add((value, y.Low));
        foreach (var to in _rows.Skip(1))
        {
            var next = classify(across, to);
            Locate(across, from, value, to, next, parts);
            (from, value) = (to, next);
        }

        return new Column(across, [.. parts.Select(part => part.Value)], [.. parts.Select(part => part.From), y.High]);
    }

    private void Locate(double across, double low, int below, double high, int above, List<(int Value, double From)> parts)
    {
        if (below == above)
        {
            return;
        }

        if (high - low <= Precision * (y.High - y.Low))
        {
            parts.Add((above, (low + high) / 2));
            return;
        }

        var middle = (low + high) / 2;
        var value = classify(across, middle);
        Locate(across, low, below, middle, value, parts);
        Locate(across, middle, value, high, above, parts);
    }

    private static void Close(List<Column> run, Dictionary<int, List<IReadOnlyList<Point>>> regions)
    {
        if (run.Count < 2)
        {
            return;
        }

        for (var part = 0; part < run[0].Values.Count; part++)
        {
            var lower = Straight([.. run.Select(column => new Point(column.X, column.Ends[part]))]);
            var upper = Straight([.. run.Select(column => new Point(column.X, column.Ends[part + 1]))]);
            if (!regions.TryGetValue(run[0].Values[part], out var polygons))
            {
                regions.Add(run[0].Values[part], polygons = []);
            }

            polygons.Add([.. lower, .. Enumerable.Reverse(upper)]);
        }
    }

    /// <summary>Without points that lie on the line between their neighbours.</summary>
    private static List<Point> Straight(List<Point> line)
    {
        List<Point> kept = [line[0]];
        for (var index = 1; index + 1 < line.Count; index++)
        {
            var (last, next) = (kept[^1], line[index + 1]);
            var expected = last.Y + ((line[index].X - last.X) / (next.X - last.X) * (next.Y - last.Y));
            if (!(Math.Abs(line[index].Y - expected) <= 1e-5 * (1 + Math.Abs(expected))))
            {
                kept.Add(line[index]);
            }
        }

        kept.Add(line[^1]);
        return kept;
    }

    /// <summary>The values met on the way up, and where each begins; the last end is that of the axis.</summary>
    private sealed record Column(double X, IReadOnlyList<int> Values, IReadOnlyList<double> Ends)
    {
        public bool IsLike(Column other) => Values.SequenceEqual(other.Values);
    }
}
