using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Terms;

/// <summary>The range of a quotient.</summary>
internal static class QuotientRule
{
    /// <summary>
    /// The range of a / b. A double divided by a range around zero can be anything, also because the sign of a zero decides between the
    /// infinities; an integer or a decimal divided by zero fails, so that zero is left out of the divisor.
    /// </summary>
    public static ValueRange Of(ScalarKind kind, ValueRange a, ValueRange b, bool nan)
    {
        if (kind == ScalarKind.Double)
        {
            return b.Contains(0) ? ValueRange.Anything : Corners(kind, a, b, nan || (a.HasInfinity && b.HasInfinity));
        }

        if (kind == ScalarKind.Decimal && b.Contains(0))
        {
            return new ValueRange(double.NegativeInfinity, double.PositiveInfinity, nan);
        }

        if (!b.Contains(0))
        {
            return Corners(kind, a, b, nan);
        }

        ValueRange? negative = b.Low <= -1 ? Corners(kind, a, new ValueRange(b.Low, -1), nan) : null;
        ValueRange? positive = b.High >= 1 ? Corners(kind, a, new ValueRange(1, b.High), nan) : null;
        return negative is { } below && positive is { } above ? below.Or(above) : negative ?? positive ?? new ValueRange(0, 0, nan);
    }

    private static ValueRange Corners(ScalarKind kind, ValueRange a, ValueRange b, bool nan)
    {
        double p = Quotient(a.Low, b.Low), q = Quotient(a.Low, b.High), r = Quotient(a.High, b.Low), s = Quotient(a.High, b.High);
        var low = Math.Min(Math.Min(p, q), Math.Min(r, s));
        var high = Math.Max(Math.Max(p, q), Math.Max(r, s));
        return kind is ScalarKind.Int32 or ScalarKind.Int64
            ? RangeRules.Rounded(kind, Math.Truncate(low), Math.Truncate(high), nan)
            : RangeRules.Rounded(kind, low, high, nan);

        // ∞ / ∞ is reported as NaN above; for the ends the limits 0 and ∞ are both possible, and the other corners supply them.
        static double Quotient(double x, double y) => double.IsInfinity(x) && double.IsInfinity(y) ? 0 : x / y;
    }
}
