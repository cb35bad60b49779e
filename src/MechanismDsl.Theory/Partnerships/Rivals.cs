using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.Partnerships;

/// <summary>
/// The highest value among the other partners as one of them sees it: M with P(M ≤ x) = G(x) = Π F_j(x), values being independent. The efficient
/// dissolution gives everything to a partner of value t exactly if M ≤ t, so G(t) is its chance to end as the owner.
/// </summary>
internal sealed class Rivals
{
    private readonly EquatableArray<Prior> _others;

    /// <summary>The rivals of one partner.</summary>
    /// <param name="priors">The priors of all partners; continuous, not negative, with finite means.</param>
    /// <param name="partner">The partner.</param>
    public Rivals(EquatableArray<Prior> priors, int partner)
    {
        _others = priors.Where((_, index) => index != partner).ToEquatableArray();
        Low = _others.Max(other => other.Lower);
        High = _others.Max(other => other.Upper);
        Kinks = _others.SelectMany(other => other.Breakpoints).Where(point => point > Low && point < High).Distinct().OrderBy(point => point).ToEquatableArray();
    }

    /// <summary>The lowest value of M.</summary>
    public double Low { get; }

    /// <summary>The highest value of M; +∞ for an unbounded support.</summary>
    public double High { get; }

    /// <summary>The points between them at which G is not smooth.</summary>
    public EquatableArray<double> Kinks { get; }

    /// <summary>G(x) = P(M ≤ x).</summary>
    public double Chance(double value) => _others.Aggregate(1.0, (product, other) => product * other.Cdf(value));

    /// <summary>1 − G(x), without cancellation near the upper end: 1 − Π(1 − s_j) = Σ_j s_j Π_{k &lt; j}(1 − s_k).</summary>
    public double Excess(double value)
    {
        var (sum, product) = (0.0, 1.0);
        foreach (var other in _others)
        {
            sum += product * other.Survival(value);
            product *= other.Cdf(value);
        }

        return sum;
    }

    /// <summary>inf{x : G(x) ≥ p} for p in (0, 1).</summary>
    public double Quantile(double chance) => SingleParameter.Bisection.FirstReaching(value => Chance(value) - chance, strictly: false, Low, High);

    /// <summary>The rent A(t) = ∫ G from below up to t: what the chances of all lower values are worth to a partner of value t.</summary>
    public Amount Rent(double value, CancellationToken cancellation) =>
        Integral.Of(Chance, Low, Math.Min(value, High), Kinks, cancellation) + Amount.Approximately(Math.Max(0, value - High), 0);

    /// <summary>E[M].</summary>
    public Amount Mean(CancellationToken cancellation) => Amount.Approximately(Low, 0) + Integral.Of(Excess, Low, High, Kinks, cancellation);
}
