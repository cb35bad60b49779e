using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>
/// The jumps of a monotone quantity curve by recursive halving: where both ends have the same quantity there is none between them, and between two
/// neighbours there is one of known height.
/// </summary>
internal ref struct Staircase<TReport, TScale, TCurve>(TScale scale, TCurve curve, int mostEvaluations)
    where TReport : struct, INumber<TReport>
    where TScale : struct, IReportScale<TReport>
    where TCurve : IQuantityCurve<TReport>, allows ref struct
{
    private readonly TCurve _curve = curve;
    private int _evaluations;

    /// <summary>Σ over the jumps up to a buyer's report of height · the report at which the jump is taken.</summary>
    public TReport Pays(TReport low, TReport report)
    {
        var atLow = _curve.Quantity(low);
        return Amount(atLow, low) + (report > low ? Rise(low, atLow, report, _curve.Quantity(report)) : TReport.Zero);
    }

    /// <summary>Σ over the falls from a supplier's cost on of height · the last cost before the fall.</summary>
    public TReport Receives(TReport cost, TReport high)
    {
        var atHigh = _curve.Quantity(high);
        return Amount(atHigh, high) + (high > cost ? Fall(cost, _curve.Quantity(cost), high, atHigh) : TReport.Zero);
    }

    private TReport Rise(TReport low, double atLow, TReport high, double atHigh)
    {
        if (atLow >= atHigh)
        {
            return TReport.Zero;
        }

        if (!scale.TryMiddle(low, high, out var middle))
        {
            return Amount(atHigh - atLow, high);
        }

        var atMiddle = Math.Clamp(Quantity(middle), atLow, atHigh);
        return Rise(low, atLow, middle, atMiddle) + Rise(middle, atMiddle, high, atHigh);
    }

    private TReport Fall(TReport low, double atLow, TReport high, double atHigh)
    {
        if (atLow <= atHigh)
        {
            return TReport.Zero;
        }

        if (!scale.TryMiddle(low, high, out var middle))
        {
            return Amount(atLow - atHigh, low);
        }

        var atMiddle = Math.Clamp(Quantity(middle), atHigh, atLow);
        return Fall(low, atLow, middle, atMiddle) + Fall(middle, atMiddle, high, atHigh);
    }

    private double Quantity(TReport report)
    {
        _evaluations++;
        return _evaluations <= mostEvaluations
            ? _curve.Quantity(report)
            : throw new InvalidOperationException("The quantity changes at too many reports of the grid to be summed; state a smaller domain or use money of type double.");
    }

    private static TReport Amount(double quantity, TReport report) => TReport.CreateChecked(quantity) * report;
}
