using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.Partnerships;

/// <summary>The expectations from which the surplus of a dissolution is made, each computed once.</summary>
internal sealed class SurplusTerms
{
    private readonly EquatableArray<Prior> _priors;
    private readonly PanelIntegral _integral;
    private readonly Rivals[] _rivals;
    private readonly double[] _means;
    private readonly double[] _charges;

    public SurplusTerms(EquatableArray<Prior> priors, PanelIntegral integral)
    {
        _priors = priors;
        _integral = integral;

        // Partners with the same prior have the same rivals.
        var areAlike = priors.Distinct().Count() == 1;
        _rivals = [.. priors.Select((_, partner) => new Rivals(priors, areAlike ? 0 : partner))];
        _means = areAlike ? [.. Enumerable.Repeat(_rivals[0].Mean(integral), priors.Count)] : [.. _rivals.Select(rivals => rivals.Mean(integral))];
        var rents = areAlike ? [.. Enumerable.Repeat(ExpectedRent(0), priors.Count)] : priors.Select((_, partner) => ExpectedRent(partner)).ToArray();
        Welfare = _means[0] + rents[0];
        _charges = areAlike
            ? [.. Enumerable.Repeat((Welfare / priors.Count) - rents[0], priors.Count)]
            : [.. priors.Select((_, partner) => ExpectedWin(partner) - rents[partner])];
    }

    /// <summary>E[max], the expected highest value.</summary>
    public double Welfare { get; }

    /// <summary>E[M], the expected highest value of the others.</summary>
    public double RivalMean(int partner) => _means[partner];

    /// <summary>E[R(t)], what a partner is charged before side payments.</summary>
    public double ExpectedCharge(int partner) => _charges[partner];

    /// <summary>The value at which a partner's chance to own everything equals its share; the nearest end of its support where there is none.</summary>
    public double WorstOff(int partner, double share)
    {
        var (low, high) = (_priors[partner].Lower, _priors[partner].Upper);
        if (share <= 0)
        {
            return low;
        }

        if (share >= 1)
        {
            return Math.Max(low, Math.Min(high, _rivals[partner].High));
        }

        return Math.Min(Math.Max(_rivals[partner].Quantile(share), low), high);
    }

    /// <summary>min over t of E[max | t] − share·t, which is convex in t.</summary>
    public double Least(int partner, double share)
    {
        var worst = WorstOff(partner, share);

        // An unbounded value whose owner holds everything: E[max(t, M)] − t falls to 0.
        return double.IsPositiveInfinity(worst) ? 0 : _means[partner] + _rivals[partner].Rent(worst, _integral) - (share * worst);
    }

    /// <summary>E[A(t)] = ∫ (1 − F)·G, by integration by parts.</summary>
    private double ExpectedRent(int partner)
    {
        var (prior, rivals) = (_priors[partner], _rivals[partner]);
        return _integral.Of(value => prior.Survival(value) * rivals.Chance(value), Math.Max(0, rivals.Low), prior.Upper, [.. prior.Breakpoints, .. rivals.Kinks, rivals.High]);
    }

    /// <summary>E[t; the partner wins] = ∫ t·G(t)·f(t) dt.</summary>
    private double ExpectedWin(int partner)
    {
        var (prior, rivals) = ((ContinuousPrior)_priors[partner], _rivals[partner]);
        return _integral.Of(
            value => prior.Density(value) is var density && density > 0 ? value * rivals.Chance(value) * density : 0,
            Math.Max(prior.Lower, rivals.Low),
            prior.Upper,
            [.. prior.Breakpoints, .. rivals.Kinks, rivals.High]);
    }
}
