namespace MechanismDsl.Theory.Numbers;

/// <summary>Builds tables.</summary>
public sealed partial record ChebyshevTable
{
    /// <summary>The highest degree of a segment's polynomial.</summary>
    public const int HighestDegree = 11;

    /// <summary>The largest number of segments of a table.</summary>
    public const int MostSegments = 4096;

    private const int MostSegmentBits = 6;

    /// <summary>What cutting digits changes at the most, in tolerances of a segment's size: half a hundredth for each of twelve coefficients, and a little for rounding.</summary>
    private const double MostCut = 0.1;

    /// <summary>
    /// The smallest table (uniform or octaves) that keeps the error on all check points within the tolerance; null if the segments are too few,
    /// which a kink or a pole inside the domain causes.
    /// </summary>
    /// <param name="function">Smooth on [low, high]; called in a fixed order, so the table is deterministic.</param>
    /// <param name="low">Lower end, finite.</param>
    /// <param name="high">Upper end, finite, above <paramref name="low"/>.</param>
    /// <param name="floor">The error is relative to max(|f|, floor): set it to the size that matters where f passes through 0.</param>
    /// <param name="degree">1 to 11.</param>
    /// <param name="tolerance">Largest relative error, at least 1e-13.</param>
    /// <param name="scale">The size that matters as a function of the argument, where one number is not right for the whole domain.</param>
    /// <param name="segments">The largest number of segments to try, at most 4096.</param>
    /// <param name="mayTurn">Whether the table may be of the function turned round, where that takes fewer segments.</param>
    public static ChebyshevTable? Fit(
        Func<double, double> function, double low, double high, double floor = 0, int degree = 7, double tolerance = 1e-11,
        Func<double, double>? scale = null, int segments = MostSegments, bool mayTurn = false)
    {
        if (!(low < high) || double.IsInfinity(low) || double.IsInfinity(high))
        {
            throw new ArgumentOutOfRangeException(nameof(low), "a table needs a finite interval of positive length");
        }

        if (degree is < 1 or > HighestDegree)
        {
            throw new ArgumentOutOfRangeException(nameof(degree), "the degree of a table lies between 1 and 11");
        }

        var basis = new ChebyshevBasis(degree);
        double Floor(double argument) => Math.Max(floor, scale?.Invoke(argument) ?? 0);
        var straight = Candidates(low, high, degree).Select(layout => (Layout: layout, IsTurned: false));
        var turned = mayTurn ? Candidates(0 - high, 0 - low, degree).Where(layout => layout.IsOctaves).Select(layout => (Layout: layout, IsTurned: true)) : [];
        return straight.Concat(turned)
            .Where(candidate => candidate.Layout.Segments <= segments)
            .OrderBy(candidate => candidate.Layout.Segments)
            .Select(candidate => candidate.IsTurned
                ? candidate.Layout.Fitted(argument => function(0 - argument), argument => Floor(0 - argument), tolerance, basis) is { } table ? table with { IsTurned = true } : null
                : candidate.Layout.Fitted(function, Floor, tolerance, basis))
            .FirstOrDefault(table => table is not null);
    }

    private static IEnumerable<Layout> Candidates(double low, double high, int degree)
    {
        for (var segments = 1; segments <= MostSegments; segments *= 2)
        {
            yield return Layout.Uniform(low, high, segments, degree);
        }

        foreach (var shift in Shifts(low, high))
        {
            for (var bits = 0; bits <= MostSegmentBits; bits++)
            {
                var layout = Layout.Octaves(low, high, shift, bits, degree);
                if (layout.Segments <= MostSegments)
                {
                    yield return layout;
                }
            }
        }
    }

    /// <summary>
    /// Octaves need a positive argument: the domain as it is, or moved so that its lower end lies at a small part of its length, towards which
    /// the segments shrink. The smaller the part, the steeper the function may begin.
    /// </summary>
    private static IEnumerable<double> Shifts(double low, double high)
    {
        if (low > 0)
        {
            yield return 0;
        }

        for (var part = 1.0 / 1024; part > 1e-13; part /= 1024)
        {
            var shift = ((high - low) * part) - low;
            if (low + shift > 0)
            {
                yield return shift;
            }
        }
    }

    /// <summary>A way to cut the domain, before anything is fitted.</summary>
    private sealed class Layout
    {
        private readonly ChebyshevTable _empty;

        private Layout(ChebyshevTable empty, int segments) => (_empty, Segments) = (empty, segments);

        public int Segments { get; }

        public bool IsOctaves => _empty.Spacing == TableSpacing.Octaves;

        public static Layout Uniform(double low, double high, int segments, int degree) =>
            new(new(TableSpacing.Uniform, low, high, -low, segments / (high - low), 0, 0, degree, [], 0), segments);

        public static Layout Octaves(double low, double high, double shift, int bits, int degree)
        {
            var first = BitConverter.DoubleToInt64Bits(low + shift) >> (52 - bits);
            var last = (BitConverter.DoubleToInt64Bits(high + shift) - 1) >> (52 - bits);
            var segments = (int)Math.Min(last - first + 1, MostSegments + 1);
            return new(new(TableSpacing.Octaves, low, high, shift, 0, bits, first, degree, [], 0), segments);
        }

        /// <summary>Fits every segment; null as soon as one misses the tolerance.</summary>
        public ChebyshevTable? Fitted(Func<double, double> function, Func<double, double> floor, double tolerance, ChebyshevBasis basis)
        {
            var width = _empty.Degree + 1;
            var coefficients = new double[Segments * width];

            // Digits are cut once every segment is good enough with all of them: a table that fails mostly fails here, and cutting takes longer than fitting.
            foreach (var segment in Spread(Segments))
            {
                var row = coefficients.AsSpan(segment * width, width);
                var (from, to) = Ends(segment);
                var (left, right) = Inside(from, to);
                basis.Interpolate(function, left, right, row);
                Recentre(row, left, right, from, to);
                if (!(ErrorOn(function, row, left, right, from, to, floor, MostCut * tolerance * Size(row, left, right, floor)) <= tolerance))
                {
                    return null;
                }
            }

            var worst = 0.0;
            for (var segment = 0; segment < Segments; segment++)
            {
                var row = coefficients.AsSpan(segment * width, width);
                var (from, to) = Ends(segment);
                var (left, right) = Inside(from, to);
                Shorten(row, Size(row, left, right, floor), tolerance);
                var error = ErrorOn(function, row, left, right, from, to, floor, cut: 0);
                if (!(error <= tolerance))
                {
                    return null;
                }

                worst = Math.Max(worst, error);
            }

            return _empty with { Coefficients = EquatableArray.Create<double>(coefficients), MaxError = worst };
        }

        /// <summary>All segments, the ends and the middle first: where one is too long its neighbours are, so a bad cut shows soon.</summary>
        private static IEnumerable<int> Spread(int segments)
        {
            var stride = 1;
            while (stride < segments)
            {
                stride *= 2;
            }

            yield return 0;
            for (; stride > 0; stride /= 2)
            {
                for (var segment = stride - 1; segment < segments; segment += 2 * stride)
                {
                    if (segment > 0)
                    {
                        yield return segment;
                    }
                }
            }
        }

        /// <summary>The first and last segment of an octave may reach beyond the domain; only the part inside is sampled.</summary>
        private (double Left, double Right) Inside(double from, double to) => (Math.Max(from, _empty.Low), Math.Min(to, _empty.High));

        private (double From, double To) Ends(int segment)
        {
            if (_empty.Spacing == TableSpacing.Uniform)
            {
                var length = (_empty.High - _empty.Low) / Segments;
                return (_empty.Low + (segment * length), segment == Segments - 1 ? _empty.High : _empty.Low + ((segment + 1) * length));
            }

            var from = BitConverter.Int64BitsToDouble((_empty.FirstSegment + segment) << (52 - _empty.SegmentBits));
            var to = BitConverter.Int64BitsToDouble((_empty.FirstSegment + segment + 1) << (52 - _empty.SegmentBits));
            return (from - _empty.Shift, to - _empty.Shift);
        }

        /// <summary>Rewrites a polynomial in the coordinate of [left, right] as one in the coordinate of the whole segment.</summary>
        private static void Recentre(Span<double> row, double left, double right, double from, double to)
        {
            if (left == from && right == to)
            {
                return;
            }

            // inner = slope·outer + offset.
            var slope = (to - from) / (right - left);
            var offset = (from + to - left - right) / (right - left);
            var result = new double[row.Length];
            for (var power = row.Length - 1; power >= 0; power--)
            {
                // Horner's rule on polynomials: result = result·inner + row[power].
                for (var target = result.Length - 1; target >= 0; target--)
                {
                    result[target] = (result[target] * offset) + (target > 0 ? result[target - 1] * slope : 0);
                }

                result[0] += row[power];
            }

            result.AsSpan().CopyTo(row);
        }

        /// <summary>The size of the values that a segment's tolerance refers to.</summary>
        private static double Size(ReadOnlySpan<double> row, double left, double right, Func<double, double> floor) =>
            Math.Max(Math.Abs(row[0]), Math.Min(floor(left), floor(right)));

        /// <summary>Drops the digits below a hundredth of the tolerance: they are noise, and noise differs between machines.</summary>
        private static void Shorten(Span<double> row, double size, double tolerance)
        {
            if (size == 0)
            {
                return;
            }

            var digits = (int)Math.Floor(Math.Log10(size * tolerance / 100));
            for (var power = 0; power < row.Length; power++)
            {
                var leading = row[power] == 0 ? digits : (int)Math.Floor(Math.Log10(Math.Abs(row[power])));
                row[power] = leading < digits ? 0 : NumberText.Rounded(row[power], Math.Min(leading - digits + 1, NumberText.LiteralDigits));
            }
        }

        /// <summary>The largest relative error between the interpolation nodes and at the ends, beyond what is still to be cut; infinite where the function is no number.</summary>
        private static double ErrorOn(Func<double, double> function, ReadOnlySpan<double> row, double left, double right, double from, double to, Func<double, double> floor, double cut)
        {
            var worst = 0.0;
            var checks = (2 * row.Length) + 1;
            for (var check = 0; check < checks; check++)
            {
                var argument = left + ((right - left) * (1 - Math.Cos(Math.PI * check / (checks - 1))) / 2);
                var exact = function(argument);
                var coordinate = (2 * (argument - from) / (to - from)) - 1;
                var sum = 0.0;
                for (var power = row.Length - 1; power >= 0; power--)
                {
                    sum = (sum * coordinate) + row[power];
                }

                var error = Math.Max(Math.Abs(sum - exact) - cut, 0);
                var relative = error == 0 ? 0 : error / Math.Max(Math.Abs(exact), floor(argument));
                if (double.IsNaN(relative))
                {
                    return double.PositiveInfinity;
                }

                worst = Math.Max(worst, relative);
            }

            return worst;
        }
    }
}
