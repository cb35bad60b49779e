using MechanismDsl.Theory.Bayesian;

namespace MechanismDsl.Theory.Partnerships;

/// <summary>
/// The charge of a partner as a function of its report, for many reports: R(t) = E[M; M ≤ t] = low + ∫ (1 − G) up to t − t·(1 − G(t)), which loses no digits far out
/// in a tail.
/// </summary>
internal sealed class ChargeCurve(Rivals rivals, CancellationToken cancellation)
{
    private readonly RunningIntegral _excess = new(rivals.Excess, [rivals.Low, .. rivals.Kinks, rivals.High], cancellation);

    /// <summary>E[M; M ≤ t].</summary>
    public double At(double value)
    {
        var t = Math.Min(Math.Max(value, rivals.Low), rivals.High);
        return double.IsPositiveInfinity(t) ? rivals.Low + _excess.Total : rivals.Low + _excess.UpTo(t) - (t * rivals.Excess(t));
    }
}
