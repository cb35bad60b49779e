using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Partnerships;

/// <summary>
/// Dissolves a partnership by its definition: expectations are sums over small steps of the distribution of the highest other value, and the side payments
/// follow from a scan of all values for the one that is worst off. Slow and obvious on purpose: it is what fast generated code is compared with.
/// </summary>
public sealed class PartnershipInterpreter
{
    private readonly EquatableArray<Prior> _priors;
    private readonly EquatableArray<double> _shares;
    private readonly int _steps;
    private readonly double[] _side;

    /// <summary>Values at which expectations and minima over values are taken.</summary>
    private const int Values = 120;

    /// <summary>Prepares the side payments.</summary>
    /// <param name="problem">A problem whose agents own shares, with bounded continuous priors.</param>
    /// <param name="steps">Steps of every sum; errors shrink with their square.</param>
    public PartnershipInterpreter(Problem problem, int steps = 4000)
    {
        (_priors, _shares, _steps) = (PartnershipSolver.PriorsOf(problem), PartnershipSolver.SharesOf(problem), steps);
        var partners = Enumerable.Range(0, _shares.Count).ToList();
        var expected = partners.Select(partner => Average(_priors[partner], value => Charge(partner, value, Values))).ToList();
        var slack = partners.Select(partner => Scan(_priors[partner]).Min(value =>
            Utility(partner, value, (expected.Sum() - expected[partner]) / (_shares.Count - 1)) - (_shares[partner] * value))).ToList();
        Surplus = slack.Sum();
        _side = [.. slack.Select(own => own - (Surplus / _shares.Count))];
    }

    /// <summary>What all have beyond the worth of their shares at their worst-off values.</summary>
    public double Surplus { get; }

    /// <summary>The owner of everything, and what every partner pays.</summary>
    /// <param name="values">The partners' values, in order.</param>
    public (int Owner, EquatableArray<double> Payments) Run(IReadOnlyList<double> values)
    {
        var owner = Enumerable.Range(0, values.Count).OrderByDescending(partner => values[partner]).First();
        var charges = values.Select((value, partner) => Charge(partner, value, _steps)).ToList();
        return (owner, values.Select((_, partner) => charges[partner] - ((charges.Sum() - charges[partner]) / (values.Count - 1)) + _side[partner]).ToEquatableArray());
    }

    private double Chance(int partner, double value) =>
        _priors.Where((_, other) => other != partner).Aggregate(1.0, (product, other) => product * other.Cdf(value));

    /// <summary>The worth of the chance to own everything, less the own charge, plus the part of the others' charges that the partner expects.</summary>
    private double Utility(int partner, double value, double received) => (value * Chance(partner, value)) - Charge(partner, value, Values) + received;

    /// <summary>E[highest other value; it is at most the own], as a Stieltjes sum with the middle of every step.</summary>
    private double Charge(int partner, double value, int steps)
    {
        var low = _priors.Min(prior => prior.Lower);
        var (sum, before) = (0.0, Chance(partner, low));
        for (var step = 1; step <= steps; step++)
        {
            var (from, to) = (At(step - 1), At(step));
            var chance = Chance(partner, to);
            sum += (from + to) / 2 * (chance - before);
            before = chance;
        }

        return sum;

        double At(int step) => low + ((Math.Max(value, low) - low) * step / steps);
    }

    private double Average(Prior prior, Func<double, double> function) => Enumerable.Range(0, Values).Average(step => function(prior.Quantile((step + 0.5) / Values)));

    private static IEnumerable<double> Scan(Prior prior) => Enumerable.Range(0, Values + 1).Select(step => prior.Lower + ((prior.Upper - prior.Lower) * step / Values));
}
