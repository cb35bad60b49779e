namespace MechanismDsl.Tool.Reports.Charts;

/// <summary>A rectangle of the drawing; y grows downwards.</summary>
internal readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    /// <summary>The width.</summary>
    public double Width => Right - Left;

    /// <summary>The height.</summary>
    public double Height => Bottom - Top;

    /// <summary>Whether two rectangles overlap.</summary>
    public bool Meets(Box other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;
}

/// <summary>Where numbers lie in the drawing.</summary>
/// <param name="Area">The rectangle between the axes.</param>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
internal sealed record Plane(Box Area, Axis X, Axis Y)
{
    /// <summary>The horizontal place of a number.</summary>
    public double Across(double x) => Area.Left + ((x - X.Low) / (X.High - X.Low) * Area.Width);

    /// <summary>The vertical place of a number.</summary>
    public double Down(double y) => Area.Bottom - ((y - Y.Low) / (Y.High - Y.Low) * Area.Height);

    /// <summary>The place of a point.</summary>
    public Point Place(Point point) => new(Across(point.X), Down(point.Y));

    /// <summary>Whether a point lies between the axes; a hair outside of their ends counts as on them.</summary>
    public bool Holds(Point point)
    {
        return On(point.X, X) && On(point.Y, Y);

        static bool On(double at, Axis axis) => at >= axis.Low - (1e-9 * (axis.High - axis.Low)) && at <= axis.High + (1e-9 * (axis.High - axis.Low));
    }

    /// <summary>The parts of a line that lie between the axes, in the drawing's places (Liang and Barsky 1984).</summary>
    public IEnumerable<IReadOnlyList<Point>> Cut(IReadOnlyList<Point> line)
    {
        List<Point> part = [];
        for (var index = 0; index + 1 < line.Count; index++)
        {
            if (Inside(line[index], line[index + 1]) is not var (from, to))
            {
                if (part.Count > 1)
                {
                    yield return part;
                }

                part = [];
                continue;
            }

            if (part.Count == 0 || part[^1] != Place(from))
            {
                if (part.Count > 1)
                {
                    yield return part;
                }

                part = [Place(from)];
            }

            part.Add(Place(to));
        }

        if (part.Count > 1)
        {
            yield return part;
        }
    }

    private (Point From, Point To)? Inside(Point one, Point other)
    {
        if (!double.IsFinite(one.X + one.Y + other.X + other.Y))
        {
            return null;
        }

        var (first, last) = (0.0, 1.0);
        var (width, height) = (other.X - one.X, other.Y - one.Y);
        foreach (var (slope, room) in new[] { (-width, one.X - X.Low), (width, X.High - one.X), (-height, one.Y - Y.Low), (height, Y.High - one.Y) })
        {
            if (slope == 0)
            {
                if (room < 0)
                {
                    return null;
                }
            }
            else if (slope < 0)
            {
                first = Math.Max(first, room / slope);
            }
            else
            {
                last = Math.Min(last, room / slope);
            }
        }

        return first > last ? null : (At(first), At(last));

        // The ends themselves are kept to the bit, so that the parts of a line meet.
        Point At(double share) => share == 0 ? one : share == 1 ? other : new(one.X + (share * width), one.Y + (share * height));
    }
}
