using Fractions;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>What is compared with a cost: the sum of independent types, each finite or continuous, of all agents or of all but one.</summary>
/// <remarks>
/// Finite types are gone through, of which equal sums are one. Sums of uniform types are rational; of two other types E[(X + Y − c)⁺] = ∫ P(X > x)·P(Y > c − x) dx, for which
/// no density is needed; of more there are tables.
/// </remarks>
internal sealed class SumOfTypes
{
    /// <summary>More different sums of finite types are not gone through.</summary>
    private const int MostSums = 20_000;

    /// <summary>The same where numbers are not rational.</summary>
    private const int MostIntegrals = 200;

    private readonly IReadOnlyList<Prior> _types;
    private readonly List<int> _continuous;
    private readonly Fraction _cost;
    private readonly CancellationToken _cancellation;
    private TypeSums? _sums;
    private readonly Dictionary<int, UniformSum?> _uniform = [];
    private readonly Dictionary<int, FiniteSum?> _finite = [];

    /// <summary>Prepares the sums.</summary>
    /// <param name="types">A prior with a finite mean for each agent.</param>
    /// <param name="cost">The cost.</param>
    /// <param name="cancellation">Looked at between the steps of an integration.</param>
    public SumOfTypes(IReadOnlyList<Prior> types, Fraction cost, CancellationToken cancellation)
    {
        (_types, _cost, _cancellation) = (types, cost, cancellation);
        _continuous = [.. Enumerable.Range(0, types.Count).Where(agent => types[agent] is ContinuousPrior)];
    }

    /// <summary>E[(added + Σ types − cost)⁺]; null where there are too many sums.</summary>
    /// <param name="without">The agent whose type is left out; −1 for none.</param>
    /// <param name="added">What is added.</param>
    public Amount? Excess(int without, Fraction added) => Sum(without, added, (sum, bound) => Amount.Of(sum.ExcessOver(bound)), Excess);

    /// <summary>P(added + Σ types > cost); null where there are too many sums.</summary>
    /// <param name="without">The agent whose type is left out; −1 for none.</param>
    /// <param name="added">What is added.</param>
    public Amount? Chance(int without, Fraction added) => Sum(without, added, (sum, bound) => Amount.Of(sum.Above(bound)), Chance);

    private Amount? Sum(int without, Fraction added, Func<FiniteSum, Fraction, Amount> ofFinite, Func<List<int>, int, Fraction, Amount> ofContinuous)
    {
        List<int> counted = [.. _continuous.Where(agent => agent != without)];
        if (!_finite.TryGetValue(without, out var finite))
        {
            var most = counted.Count == 0 || UniformOf(counted, without) is not null ? MostSums : MostIntegrals;
            finite = FiniteSum.Of([.. _types.Where((_, agent) => agent != without).OfType<AtomicPrior>()], most, _cancellation);
            _finite.Add(without, finite);
        }

        if (finite is null)
        {
            return null;
        }

        var bound = _cost - added;
        return counted.Count == 0
            ? ofFinite(finite, bound)
            : finite.Sums.Aggregate(Amount.Zero, (total, one) => total + (one.Mass * ofContinuous(counted, without, bound - one.Sum)));
    }

    /// <summary>The sum of the continuous types that are counted; null where not all of them are uniform, or they are too unlike.</summary>
    private UniformSum? UniformOf(List<int> counted, int without)
    {
        if (!_uniform.TryGetValue(without, out var sum))
        {
            sum = UniformSum.Intervals(counted.Select(agent => _types[agent])) is { } intervals && UniformSum.IsShort(intervals) ? new UniformSum(intervals) : null;
            _uniform.Add(without, sum);
        }

        return sum;
    }

    private Amount Excess(List<int> counted, int without, Fraction bound)
    {
        if (UniformOf(counted, without) is { } uniform)
        {
            return Amount.Of(uniform.ExcessOver(bound));
        }

        var limit = Rationals.ToNearest(bound);
        return counted.Count switch
        {
            1 => OfOne(_types[counted[0]], limit),
            2 => OfTwo(_types[counted[0]], _types[counted[1]], limit),
            _ => SumsAt(without, limit).Excess(_continuous.IndexOf(without), limit),
        };
    }

    /// <summary>Where continuous types are counted, no sum has a probability of its own.</summary>
    private Amount Chance(List<int> counted, int without, Fraction bound)
    {
        if (UniformOf(counted, without) is { } uniform)
        {
            return Amount.Of(uniform.AtLeast(bound));
        }

        var limit = Rationals.ToNearest(bound);
        return counted.Count switch
        {
            1 => Amount.Approximately(_types[counted[0]].Survival(limit), 1e-15),
            2 => ChanceOfTwo((ContinuousPrior)_types[counted[0]], (ContinuousPrior)_types[counted[1]], limit),
            _ => SumsAt(without, limit).Chance(_continuous.IndexOf(without), limit),
        };
    }

    /// <summary>Tables that reach as far as the bound: as a rule those of the first one do, with which everything between the least and the greatest of the other types is asked for.</summary>
    private TypeSums SumsAt(int without, double bound)
    {
        if (_sums?.Reaches(_continuous.IndexOf(without), bound) != true)
        {
            // Finite types are added to what the others are compared with.
            var (finite, cost) = (_types.OfType<AtomicPrior>().ToList(), Rationals.ToNearest(_cost));
            List<ContinuousPrior> types = [.. _continuous.Select(agent => (ContinuousPrior)_types[agent])];
            var left = without >= 0 ? _types[without] as ContinuousPrior : null;
            _sums = new TypeSums(
                types,
                Math.Min(cost - finite.Sum(prior => prior.Upper), bound + (left?.Upper ?? 0)),
                Math.Max(cost - finite.Sum(prior => prior.Lower), bound + (left is null ? 0 : new TypeSummand(left).Low)),
                _cancellation);
        }

        return _sums;
    }

    private Amount OfOne(Prior one, double limit) => Integral.Of(one.Survival, limit, one.Upper, one.Breakpoints, _cancellation);

    private Amount OfTwo(Prior one, Prior other, double limit) => Integral.Of(
        x => one.Survival(x) * other.Survival(limit - x),
        limit - other.Upper,
        one.Upper,
        one.Breakpoints.Concat(other.Breakpoints.Select(point => limit - point)),
        _cancellation);

    private Amount ChanceOfTwo(ContinuousPrior one, ContinuousPrior other, double limit) => TypeIntegral.Of(
        one,
        (type, values) => values[0] = other.Survival(limit - type),
        1,
        other.Breakpoints.Select(point => limit - point),
        double.NegativeInfinity,
        _cancellation)[0];
}
