using MathNet.Numerics.Integration;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.Screening;

/// <summary>What every skill of a continuous prior produces: 1/y, with y pooled where it rises.</summary>
public sealed class OutputCurve
{
    /// <summary>Cells between two points at which the prior is not smooth, for finding where y rises.</summary>
    private const int Cells = 400;

    private const int Steps = 100;

    private const int Order = 32;

    private readonly ContinuousPrior _prior;
    private readonly double _weight;
    private readonly CancellationToken _cancellation;
    private readonly double[] _points;
    private double[]? _rents;

    internal OutputCurve(ContinuousPrior prior, double weight, CancellationToken cancellation)
    {
        (_prior, _weight, _cancellation) = (prior, weight, cancellation);
        _points = [prior.Lower, .. prior.Breakpoints.Where(point => point > prior.Lower && point < prior.Upper), prior.Upper];
        Bunches = Pooled().Select(Refined).ToEquatableArray();
        Kinks = _points.Concat(Bunches.SelectMany(bunch => new[] { bunch.From, bunch.To })).Distinct().OrderBy(point => point).ToEquatableArray();
    }

    /// <summary>The skills that share one output.</summary>
    public EquatableArray<Bunch> Bunches { get; }

    /// <summary>The ends of the support and all points between at which output is not smooth.</summary>
    public EquatableArray<double> Kinks { get; }

    /// <summary>The output of a skill of the support.</summary>
    public double At(double skill) =>
        Bunches.FirstOrDefault(bunch => skill >= bunch.From && skill <= bunch.To) is { } bunch ? bunch.Output : 1 / Slope(skill);

    /// <summary>The rent of a skill of the support before the rebate: ∫ q²/x³ dx from the lowest skill on, and what labour is worth without distortion.</summary>
    public double Rent(double skill)
    {
        if (_weight == 0)
        {
            return skill * skill / 2;
        }

        // Between two points at which output is not smooth the integrand is, and the rule is exact to the degree 63.
        var index = 0;
        while (index + 2 < Kinks.Count && Kinks[index + 1] <= skill)
        {
            index++;
        }

        return RentsAt[index] + (skill > Kinks[index] ? GaussLegendreRule.Integrate(Marginal, Kinks[index], skill, Order) : 0);
    }

    /// <summary>The rents at <see cref="Kinks"/>, computed once.</summary>
    private double[] RentsAt => _rents ??=
        [.. Enumerable.Range(0, Kinks.Count).Select(index => Integral.Of(Marginal, _prior.Lower, Kinks[index], Kinks, _cancellation).Value)];

    private double Marginal(double skill) => At(skill) is var output ? output * output / (skill * skill * skill) : 0;

    /// <summary>y = 1/θ² + 2λ(1 − F)/(f·θ³).</summary>
    private double Slope(double skill) => (1 / (skill * skill)) + (_weight == 0 ? 0 : 2 * _weight * _prior.InverseHazard(skill) / (skill * skill * skill));

    /// <summary>Where y rises and must be pooled, roughly: pool-adjacent-violators over cells with their masses.</summary>
    private List<(double From, double To)> Pooled()
    {
        List<(double Sum, double Mass, double From, double To, int Count)> pools = [];
        for (var panel = 0; panel + 1 < _points.Length; panel++)
        {
            var width = (_points[panel + 1] - _points[panel]) / Cells;
            for (var cell = 0; cell < Cells; cell++)
            {
                var (from, to) = (_points[panel] + (width * cell), cell + 1 == Cells ? _points[panel + 1] : _points[panel] + (width * (cell + 1)));
                var mass = _prior.Survival(from) - _prior.Survival(to);
                if (!(mass > 0))
                {
                    continue;
                }

                pools.Add((Slope(from + (width / 2)) * mass, mass, from, to, 1));
                while (pools.Count > 1 && Level(pools[pools.Count - 1]) > Level(pools[pools.Count - 2]) * (1 + 1e-12))
                {
                    var (last, before) = (pools[pools.Count - 1], pools[pools.Count - 2]);
                    pools.RemoveRange(pools.Count - 2, 2);
                    pools.Add((before.Sum + last.Sum, before.Mass + last.Mass, before.From, last.To, before.Count + last.Count));
                }
            }
        }

        return [.. pools.Where(pool => pool.Count > 1).Select(pool => (pool.From, pool.To))];

        static double Level((double Sum, double Mass, double From, double To, int Count) pool) => pool.Sum / pool.Mass;
    }

    /// <summary>
    /// The ends of a bunch to the last digits: at the level m its ends are where y falls through m before and after it, and m is the mean of y between them.
    /// Jumps of y end a bunch too.
    /// </summary>
    private Bunch Refined((double From, double To) rough)
    {
        var margin = (_points[_points.Length - 1] - _points[0]) / Cells;
        var (from, to) = rough;
        for (var step = 0; step < Steps; step++)
        {
            var level = Mean(from, to);
            var (left, right) = (Crossing(Math.Max(_points[0], rough.From - margin), Math.Min(rough.From + margin, rough.To), level), Crossing(Math.Max(rough.To - margin, rough.From), Math.Min(_points[_points.Length - 1], rough.To + margin), level));
            if (left == from && right == to)
            {
                break;
            }

            (from, to) = (left, right);
        }

        return new Bunch(NumberText.Rounded(from, 12), NumberText.Rounded(to, 12), NumberText.Rounded(1 / Mean(from, to), 12));
    }

    /// <summary>The first point from which y is at most the level: y falls there, or jumps down.</summary>
    private double Crossing(double low, double high, double level) =>
        Slope(low) <= level ? low : Slope(high) > level ? high : SingleParameter.Bisection.FirstReaching(skill => level - Slope(skill), strictly: false, low, high);

    /// <summary>The mean of y, given the skill lies between the two: ∫ (f/θ² + 2λ(1 − F)/θ³) over the mass.</summary>
    private double Mean(double from, double to) =>
        Integral.Of(skill => (_prior.Density(skill) / (skill * skill)) + (2 * _weight * _prior.Survival(skill) / (skill * skill * skill)), from, to, _points, _cancellation).Value
        / (_prior.Survival(from) - _prior.Survival(to));
}
