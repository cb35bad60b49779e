using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Partnerships;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Claims;

/// <summary>Looks for a profile, or a value, at which a promise of a partnership fails.</summary>
internal sealed class PartnershipRefuter
{
    /// <summary>Quantiles of the values that are tried.</summary>
    private static readonly double[] Chances = [.9, .1, .5, .7, .3];

    /// <summary>Partners beyond these stay at one value, so that profiles stay few.</summary>
    private const int MostMoving = 3;

    private readonly SolvedPartnership _solved;
    private readonly EquatableArray<Prior> _priors;
    private readonly CancellationToken _cancellation;
    private readonly Func<double, double>[] _charges;

    public PartnershipRefuter(SolvedPartnership solved, CancellationToken cancellation)
    {
        (_solved, _priors, _cancellation) = (solved, PartnershipSolver.PriorsOf(solved.Problem), cancellation);
        _charges = [.. _priors.Select((_, partner) => PartnershipSolver.ChargeOf(_priors, partner, cancellation).At)];
    }

    /// <summary>The counterexample in words; null if none was found.</summary>
    public string? Refute(Guarantee guarantee) => guarantee switch
    {
        Guarantee.DominantStrategyIncentiveCompatible => Lie(),
        Guarantee.ExPostIndividuallyRational => Loss(),
        Guarantee.InterimIndividuallyRational => WorstOff(),
        Guarantee.ExAnteIndividuallyRational => ExAnte(),
        Guarantee.NoSubsidy => Subsidy(),
        _ => null,
    };

    private string? Lie()
    {
        foreach (var values in Profiles())
        {
            var truth = Run(values);
            for (var partner = 0; partner < values.Length; partner++)
            {
                foreach (var report in ValuesOf(partner).Where(report => !values.Contains(report)))
                {
                    double[] reports = [.. values];
                    reports[partner] = report;
                    var lie = Run(reports);
                    var gain = Utility(lie, partner, values) - Utility(truth, partner, values);
                    if (gain > Tolerance)
                    {
                        return $"at the values {Text(values, partner)} {Name(partner)} {Fate(truth, partner)}; reporting {Profile.Text(report)} it {Fate(lie, partner)}, a gain of {Profile.Text(gain)}";
                    }
                }
            }
        }

        return null;
    }

    private string? Loss()
    {
        foreach (var values in Profiles())
        {
            var outcome = Run(values);
            for (var partner = 0; partner < values.Length; partner++)
            {
                var kept = _solved.Partners[partner].Share * values[partner];
                var loss = kept - Utility(outcome, partner, values);
                if (loss > Tolerance)
                {
                    return $"at the values {Text(values, partner)} {Name(partner)} {Fate(outcome, partner)}, which leaves it {Profile.Text(Utility(outcome, partner, values))}, where its share is worth {Profile.Text(kept)}: a loss of {Profile.Text(loss)}";
                }
            }
        }

        return null;
    }

    /// <summary>With a negative surplus every partner lacks an equal part of it at its worst-off value, which it can have if there are no gaps between values.</summary>
    private string? WorstOff()
    {
        if (_solved.Surplus.Sign != -1 || !_priors.All(PossibilityTest.IsConnected) || _solved.Partners.Select((own, index) => (own, index)).FirstOrDefault(pair => !double.IsInfinity(pair.own.WorstOff)) is not { own: { } partner, index: var place })
        {
            return null;
        }

        var kept = partner.Share * partner.WorstOff;
        var loss = -_solved.Surplus.Value / _solved.Partners.Count;
        return $"{Name(place)} with the value {Profile.Text(partner.WorstOff)} expects {Profile.Text(kept - loss)}, where its share is worth {Profile.Text(kept)}: a loss of {Profile.Text(loss)}";
    }

    private string? ExAnte()
    {
        for (var place = 0; place < _solved.Partners.Count; place++)
        {
            if (_solved.Partners[place].Gain is { Sign: -1 } gain)
            {
                return $"{Name(place)} expects to end {(-gain).Text} below its share, before it knows its value";
            }
        }

        return null;
    }

    private string? Subsidy()
    {
        foreach (var values in Profiles())
        {
            var outcome = Run(values);
            if (Array.FindIndex(outcome.Payments, payment => payment < -Tolerance) is >= 0 and var partner)
            {
                return $"at the values {Text(values, partner)} {Name(partner)} {Fate(outcome, partner)}";
            }
        }

        return null;
    }

    private (int Owner, double[] Payments) Run(double[] values)
    {
        _cancellation.ThrowIfCancellationRequested();
        double[] charges = [.. values.Select((value, partner) => _charges[partner](value))];
        var sum = charges.Sum();
        return (Array.IndexOf(values, values.Max()), [.. charges.Select((charge, partner) => charge - ((sum - charge) / (values.Length - 1)) + _solved.Partners[partner].SidePayment)]);
    }

    private IEnumerable<double[]> Profiles()
    {
        IEnumerable<double[]> profiles = [[]];
        for (var partner = 0; partner < _priors.Count; partner++)
        {
            List<double> values = [.. ValuesOf(partner).Take(partner < MostMoving ? Chances.Length : 1)];
            profiles = profiles.SelectMany(start => values.Select(value => start.Append(value).ToArray()));
        }

        return profiles;
    }

    private IEnumerable<double> ValuesOf(int partner) => Chances
        .Select(chance => _solved.Problem.Money.RoundDown(NumberText.Rounded(_priors[partner].Quantile(chance), 4)))
        .Distinct();

    private double Tolerance => 1e-7 * Math.Max(_solved.Welfare.Value, double.Epsilon);

    private static double Utility((int Owner, double[] Payments) outcome, int partner, double[] values) =>
        (outcome.Owner == partner ? values[partner] : 0) - outcome.Payments[partner];

    private static string Fate((int Owner, double[] Payments) outcome, int partner)
    {
        var payment = outcome.Payments[partner];
        return $"{(outcome.Owner == partner ? "gets everything" : "leaves")} and {(payment >= 0 ? $"pays {Profile.Text(payment)}" : $"receives {Profile.Text(-payment)}")}";
    }

    private string Name(int partner) => PartnershipSolver.NameOf(_solved.Problem, partner);

    private static string Text(double[] values, int focal) =>
        "(" + string.Join(", ", values.Select((value, index) => index == focal ? $"[{Profile.Text(value)}]" : Profile.Text(value))) + ")";
}
