using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.Partnerships;

/// <summary>The expectations of which the surplus and the side payments of a dissolution are made, each computed once.</summary>
internal sealed class DissolutionTerms
{
    private readonly EquatableArray<Prior> _priors;
    private readonly CancellationToken _cancellation;
    private readonly Rivals[] _rivals;
    private readonly Amount[] _means;
    private readonly Amount[] _rents;
    private readonly double[] _charges;
    private readonly UniformPartnership? _uniform;

    public DissolutionTerms(EquatableArray<Prior> priors, CancellationToken cancellation)
    {
        (_priors, _cancellation) = (priors, cancellation);
        _uniform = UniformPartnership.Of(priors);

        // Partners with the same prior have the same rivals.
        var areAlike = priors.Distinct().Count() == 1;
        _rivals = [.. priors.Select((_, partner) => new Rivals(priors, partner))];
        _means = Each(partner => _rivals[partner].Mean(cancellation));
        _rents = Each(ExpectedRent);
        Welfare = _uniform?.Welfare ?? (_means[0] + _rents[0]);
        _charges = Each(partner => areAlike ? (Welfare.Value / priors.Count) - _rents[0].Value : ExpectedWin(partner) - _rents[partner].Value);

        T[] Each<T>(Func<int, T> compute) => areAlike ? [.. Enumerable.Repeat(compute(0), priors.Count)] : [.. Enumerable.Range(0, priors.Count).Select(compute)];
    }

    /// <summary>E[max], the expected highest value.</summary>
    public Amount Welfare { get; }

    /// <summary>The value at which a partner's chance to own everything equals its share; the nearest end of its support where there is none.</summary>
    public double WorstOff(int partner, double share)
    {
        var (low, high) = (_priors[partner].Lower, _priors[partner].Upper);
        var indifferent = share <= 0 ? low : share >= 1 ? _rivals[partner].High : _rivals[partner].Quantile(share);
        return Math.Min(Math.Max(indifferent, low), high);
    }

    /// <summary>min over t of E[max | t] − share·t, which is convex in t.</summary>
    public Amount Least(int partner, double share)
    {
        if (_uniform?.Least(partner, share) is { } known)
        {
            return known;
        }

        var worst = WorstOff(partner, share);

        // The only owner of a firm whose value has no bound: E[max(t, M)] − t falls to 0.
        return double.IsPositiveInfinity(worst) ? Amount.Approximately(0, 0)
            : _means[partner] + _rivals[partner].Rent(worst, _cancellation) - Amount.Approximately(share * worst, 0);
    }

    /// <summary>What a partner expects from a part of 1/(n − 1) of what each other is charged.</summary>
    public double Received(int partner) => (_charges.Sum() - _charges[partner]) / (_charges.Length - 1);

    /// <summary>The utility of a partner's worst-off value before side payments, less what its share is worth to it.</summary>
    public double Slack(int partner, double share) => Least(partner, share).Value - _means[partner].Value + Received(partner);

    /// <summary>E[utility before side payments] − E[share·t].</summary>
    public Amount Gain(int partner, double share) =>
        _rents[partner] + Amount.Approximately(Received(partner) - (share * _priors[partner].Mean), 1e-10 * Welfare.Value);

    /// <summary>E[A(t)] = ∫ (1 − F)·G, by integration by parts.</summary>
    private Amount ExpectedRent(int partner)
    {
        var (prior, rivals) = (_priors[partner], _rivals[partner]);
        return Integral.Of(value => prior.Survival(value) * rivals.Chance(value), Math.Max(0, rivals.Low), prior.Upper, [.. prior.Breakpoints, .. rivals.Kinks, rivals.High], _cancellation);
    }

    /// <summary>E[t; the partner wins] = ∫ t·G(t)·f(t) dt.</summary>
    private double ExpectedWin(int partner)
    {
        var (prior, rivals) = ((ContinuousPrior)_priors[partner], _rivals[partner]);
        return Integral.Of(
            value => prior.Density(value) is var density && density > 0 ? value * rivals.Chance(value) * density : 0,
            Math.Max(prior.Lower, rivals.Low),
            prior.Upper,
            [.. prior.Breakpoints, .. rivals.Kinks, rivals.High],
            _cancellation).Value;
    }
}
