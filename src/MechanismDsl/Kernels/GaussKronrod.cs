namespace MechanismDsl.Kernels;

/// <summary>
/// The Gauss–Kronrod pair with 7 and 15 points (Kronrod 1965) on samples that include the two ends of the interval, with the error estimate of QUADPACK
/// (Piessens et al. 1983) and a test of the ends, which the pair does not see.
/// </summary>
/// <remarks>The constants were computed with 40 digits: the zeros of the Legendre and Stieltjes polynomials, the weights by interpolation.</remarks>
internal static class GaussKronrod
{
    private static ReadOnlySpan<double> Places =>
    [
        0.0042723144395936803966, 0.025446043828620737737, 0.067567788320115463605, 0.12923440720030278007, 0.20695638226615443485,
        0.29707742431130141655, 0.3961075224960507662, 0.5, 0.6038924775039492338, 0.70292257568869858345,
        0.79304361773384556515, 0.87076559279969721993, 0.93243221167988453639, 0.97455395617137926226, 0.9957276855604063196,
    ];

    private static ReadOnlySpan<double> Kronrod =>
    [
        0.011467661005264612482, 0.031546046314989276645, 0.05239500516112509192, 0.070326629857762959373, 0.084502363319633951413,
        0.095175289032392704957, 0.10221647003764944621, 0.10474107054236391401, 0.10221647003764944621, 0.095175289032392704957,
        0.084502363319633951413, 0.070326629857762959373, 0.05239500516112509192, 0.031546046314989276645, 0.011467661005264612482,
    ];

    /// <summary>The weights of the 7 points at odd places.</summary>
    private static ReadOnlySpan<double> Gauss =>
    [
        0.064742483084434846635, 0.13985269574463833395, 0.19091502525255947248, 0.20897959183673469388, 0.19091502525255947248,
        0.13985269574463833395, 0.064742483084434846635,
    ];

    /// <summary>The value at the lower end of the polynomial of degree 14 through the 15 points.</summary>
    private static ReadOnlySpan<double> Extrapolation =>
    [
        1.45398373110331242, -0.706673993404573769, 0.420047199720882905, -0.291418695919990601, 0.221175970224892715,
        -0.17457035156224132, 0.139783431782908377, -0.112929172918981484, 0.0916872968485709658, -0.0737789796442624508,
        0.0577191186189114347, -0.0432508159781739773, 0.030438309530367933, -0.0184515770469634301, 0.00623852864534028278,
    ];

    /// <summary>The place of a point, from 1 to 15, as a share of the interval; 0 and 16 are its ends.</summary>
    public static double Place(int point) => Places[point - 1];

    /// <summary>The integral over an interval and an estimate of its error.</summary>
    /// <param name="width">Width of the interval.</param>
    /// <param name="values">The lower end, the 15 points, the upper end.</param>
    public static (double Integral, double Error) Estimate(double width, ReadOnlySpan<double> values)
    {
        var inner = values[1..^1];
        var (kronrod, gauss, atLow, atHigh) = (0.0, 0.0, 0.0, 0.0);
        for (var point = 0; point < inner.Length; point++)
        {
            kronrod += Kronrod[point] * inner[point];
            gauss += point % 2 == 1 ? Gauss[point / 2] * inner[point] : 0;
            atLow += Extrapolation[point] * inner[point];
            atHigh += Extrapolation[inner.Length - 1 - point] * inner[point];
        }

        var spread = 0.0;
        for (var point = 0; point < inner.Length; point++)
        {
            spread += Kronrod[point] * Math.Abs(inner[point] - kronrod);
        }

        var error = Math.Abs(kronrod - gauss);
        if (error > 0 && spread > 0)
        {
            error = spread * Math.Min(1, Math.Pow(200 * error / spread, 1.5));
        }

        // What a jump between an end and the point beside it could hide.
        var ends = Places[0] * (Math.Abs(atLow - values[0]) + Math.Abs(atHigh - values[^1]));
        return (width * kronrod, width * (error + ends));
    }
}
