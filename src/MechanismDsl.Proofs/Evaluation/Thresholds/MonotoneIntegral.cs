namespace MechanismDsl.Proofs.Evaluation;

/// <summary>
/// ∫ of a function that never falls, by adaptive Gauss–Kronrod quadrature (7 and 15 nodes; Kronrod 1965) with a bound of the error. MathNet's rule
/// stops bisecting at a fixed depth, which leaves 10⁻⁵ at a jump; here a jump is narrowed down to neighbouring doubles, and monotonicity brackets
/// every piece: its integral lies between the values at its ends times its length.
/// </summary>
internal static class MonotoneIntegral
{
    private const int MostPieces = 3_000;

    private const double Tolerance = 1e-13;

    // The nodes and the two ends.
    private const int Points = 17;

    // Slopes of a smooth piece that is short enough change by less from gap to gap.
    private const double SteepestRatio = 3;

    // The first cuts, at unequal parts so that no symmetry of the function is one of the pieces.
    private const double FirstCut = 0.381966011250105;

    private static readonly double[] _nodes =
    [
        0.991455371120812639206854697526329, 0.949107912342758524526189684047851, 0.864864423359769072789712788640926, 0.741531185599394439863864773280788,
        0.586087235467691130294144691258690, 0.405845151377397166906606412076961, 0.207784955007898467600689403773245, 0,
    ];

    private static readonly double[] _kronrod =
    [
        0.022935322010529224963732008058970, 0.063092092629978553290700663189204, 0.104790010322250183839876322541518, 0.140653259715525918745189590510238,
        0.169004726639267902826583426598550, 0.190350578064785409913256402421014, 0.204432940075298892414161999234649, 0.209482141084727828012999174891714,
    ];

    private static readonly double[] _gauss =
        [0.129484966168869693270611432679082, 0.279705391489276667901467771423780, 0.381830050505118944950369775488975, 0.417959183673469387755102040816327];

    /// <summary>The integral from <paramref name="low"/> to <paramref name="high"/> and a bound of its error.</summary>
    public static (double Value, double Error) Of(Func<double, double> function, double low, double high)
    {
        if (!(low < high))
        {
            return (0, 0);
        }

        var cut = low + (FirstCut * (high - low));
        var (atLow, atCut, atHigh) = (function(low), function(cut), function(high));
        var pieces = new List<Piece> { Piece.Of(function, low, cut, atLow, atCut), Piece.Of(function, cut, high, atCut, atHigh) };
        while (pieces.Count < MostPieces)
        {
            var worst = 0;
            var (value, error) = (0.0, 0.0);
            for (var index = 0; index < pieces.Count; index++)
            {
                (value, error) = (value + pieces[index].Value, error + pieces[index].Error);
                worst = pieces[index].Error > pieces[worst].Error ? index : worst;
            }

            var piece = pieces[worst];
            var middle = piece.Low + ((piece.High - piece.Low) / 2);
            if (error <= Tolerance * Math.Abs(value) || middle <= piece.Low || middle >= piece.High)
            {
                break;
            }

            var at = function(middle);
            pieces[worst] = Piece.Of(function, piece.Low, middle, piece.AtLow, at);
            pieces.Add(Piece.Of(function, middle, piece.High, at, piece.AtHigh));
        }

        // Rounding of the sum itself.
        var sum = pieces.Sum(piece => piece.Value);
        return (sum, pieces.Sum(piece => piece.Error) + (1e-15 * Math.Abs(sum)));
    }

    private readonly record struct Piece(double Low, double High, double AtLow, double AtHigh, double Value, double Error)
    {
        public static Piece Of(Func<double, double> function, double low, double high, double atLow, double atHigh)
        {
            var (centre, half) = (low + ((high - low) / 2), (high - low) / 2);
            Span<double> values = stackalloc double[Points];
            (values[0], values[Points - 1]) = (atLow, atHigh);
            var (kronrod, gauss) = (0.0, 0.0);
            for (var node = 0; node < _nodes.Length; node++)
            {
                var offset = half * _nodes[node];
                values[1 + node] = function(centre - offset);
                values[Points - 2 - node] = offset == 0 ? values[1 + node] : function(centre + offset);
                var sum = offset == 0 ? values[1 + node] : values[1 + node] + values[Points - 2 - node];
                kronrod += _kronrod[node] * sum;
                gauss += node % 2 == 1 ? _gauss[node / 2] * sum : 0;
            }

            // Between the ends' values times the length, whatever the nodes say.
            var (least, most) = (atLow * (high - low), atHigh * (high - low));
            var value = Math.Min(Math.Max(kronrod * half, Math.Min(least, most)), Math.Max(least, most));
            var bracket = Math.Max(Math.Abs(value - least), Math.Abs(most - value));
            return new(low, high, atLow, atHigh, value, Math.Min(bracket, (Math.Abs(kronrod - gauss) + Jumps(values)) * half));
        }

        /// <summary>
        /// What jumps can add: the two rules agree by luck if two jumps lie symmetrically, or if one lies outside all nodes. A jump between two
        /// nodes shows as a slope far above those beside it.
        /// </summary>
        private static double Jumps(ReadOnlySpan<double> values)
        {
            var sum = 0.0;
            for (var gap = 0; gap + 1 < Points; gap++)
            {
                var beside = Math.Max(gap > 0 ? Slope(values, gap - 1) : 0, gap + 2 < Points ? Slope(values, gap + 1) : 0);
                sum += Math.Max(0, Slope(values, gap) - (SteepestRatio * beside)) * Width(gap) * Width(gap);
            }

            return sum;
        }

        private static double Slope(ReadOnlySpan<double> values, int gap) => Math.Abs(values[gap + 1] - values[gap]) / Width(gap);

        private static double Width(int gap) => Position(gap + 1) - Position(gap);

        private static double Position(int point) => point switch
        {
            0 => -1,
            Points - 1 => 1,
            _ when point <= _nodes.Length => -_nodes[point - 1],
            _ => _nodes[Points - 2 - point],
        };
    }
}
