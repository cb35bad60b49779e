using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Theory.Provision;

/// <summary>
/// Decides for all agents where Σ (tᵢ − α·(1 − Fᵢ)/fᵢ) is at least the cost, each score ironed where it falls: welfare at α = 0, revenue at α = 1, the best of both
/// that a budget leaves between them (Myerson and Satterthwaite 1983; Güth and Hellwig 1986). Payments are thresholds.
/// </summary>
/// <remarks>
/// What the mechanism earns is E[(Σ ψᵢ − cost)·decided] with virtual types ψᵢ (Myerson 1981). Of two agents, the decision is for y ≤ t₂ with y the lowest type
/// whose score covers the rest of the cost, and E[ψ₂; t₂ ≥ y] = y·P(t₂ ≥ y): one integral over the type of the first agent remains. Of more agents there are tables
/// of what the scores of all but one sum to, and one integral an agent.
/// </remarks>
/// <param name="types">The distributions of the types, continuous and with finite means.</param>
/// <param name="cost">The cost of deciding for it.</param>
/// <param name="cancellation">Looked at between the steps of an integration.</param>
internal sealed class ProvisionRule(IReadOnlyList<ContinuousPrior> types, Fraction cost, CancellationToken cancellation)
{
    /// <summary>Points at which sums of scores of three or more agents may not be smooth, at the most: with ironed blocks there is a jump at each.</summary>
    private const int MostJumps = 500;

    /// <summary>The budget of more agents takes longer than anybody waits for.</summary>
    private const int MostAgents = 100;

    /// <summary>The same of agents with more different types: there is a sum for each that leaves one of them out.</summary>
    private const int MostKinds = 8;

    private readonly List<(Fraction Low, Fraction High)>? _uniform =
        UniformSum.Intervals(types) is { } intervals && (types.Count <= 2 || (types.Count <= MostAgents && UniformSum.IsShort(intervals))) ? intervals : null;

    private readonly double _cost = Rationals.ToNearest(cost);
    private readonly Lazy<SumOfTypes> _sums = new(() => new SumOfTypes(types, cost, cancellation));

    /// <summary>True if expectations are known.</summary>
    /// <param name="isEfficient">Whether scores are types, which are not ironed.</param>
    public bool IsKnown(bool isEfficient) => isEfficient || WhyUnknown is null;

    /// <summary>Why expectations are not known where scores are not types, as a clause; null where they are.</summary>
    public string? WhyUnknown =>
        types.Count <= 2 || _uniform is not null ? null
        : types.Count > MostAgents ? FormattableString.Invariant($"the budget of more than {MostAgents} agents is not computed")
        : types.Distinct().Count() > MostKinds ? FormattableString.Invariant($"the budget of agents with more than {MostKinds} different types is not computed")
        : JumpsAtMost > MostJumps ? "the scores of three or more agents are ironed in many blocks, and where blocks meet the budget jumps"
        : null;

    private double JumpsAtMost
    {
        get
        {
            var kinds = types.Select(prior => VirtualTypes.Of(prior, cancellation)).ToList();
            return kinds.All(kind => kind.Regularity.Class != RegularityClass.Irregular) ? 0
                : kinds.Zip(types, (kind, prior) => (double)(kind.Score.Pieces.Count + prior.Breakpoints.Count() + 1)).Aggregate((product, count) => product * count);
        }
    }

    /// <summary>True if the numbers are rational wherever the share is.</summary>
    public bool IsExact => _uniform is not null;

    /// <summary>The scores of the agents.</summary>
    public EquatableArray<ScoreCurve> Scores(double share) => types.Select(prior => WeightedTypes.Of(prior, share, cancellation)).ToEquatableArray();

    /// <summary>What the mechanism earns with the share α of information rents.</summary>
    public Amount Surplus(Fraction share) => _uniform is not null ? Exactly(share).Surplus
        : types.Count > 2 && share.IsZero ? Efficiently().Surplus
        : Approximately(Rationals.ToNearest(share), onlySurplus: true).Surplus;

    /// <summary>The same to a few digits, in a small part of the time; null where the surplus is rational, or a price.</summary>
    public Func<double, double>? Rough => _uniform is not null || types.Count < 2 ? null : share =>
    {
        var curves = Scores(share);
        if (types.Count > 2)
        {
            return new ScoreSums(types, curves, _cost, cancellation).Roughly();
        }

        var (own, other, first, second) = (curves[0], curves[1], types[0], types[1]);
        return TypeIntegral.Roughly(first, Integrand(first, own, second, other), 3, Kinks(own, other, second), From(own, second, other))[0];
    };

    /// <summary>All expectations.</summary>
    public ProvisionNumbers Numbers(Fraction share) => _uniform is not null ? Exactly(share)
        : types.Count > 2 && share.IsZero ? Efficiently()
        : Approximately(Rationals.ToNearest(share));

    /// <summary>The sum of types from which it is decided for, where all are uniform or scores are types; null elsewhere.</summary>
    public Fraction? LeastSum(Fraction share) => _uniform is { } uniform
        ? (cost + (share * uniform.Aggregate(Fraction.Zero, (sum, interval) => sum + interval.High))) / (Fraction.One + share)
        : share.IsZero ? cost : null;

    /// <summary>What an agent is expected to pay by its type.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="share">The share α of information rents.</param>
    /// <param name="floor">The lowest threshold of the agent.</param>
    /// <param name="bears">What it bears of the cost.</param>
    public InterimPayment Interim(int agent, Fraction share, double floor, Fraction bears)
    {
        if (_uniform is { } uniform)
        {
            var others = new UniformSum(uniform.Where((_, other) => other != agent));
            return new UniformInterimPayment(uniform[agent], others, LeastSum(share)!.Value, Rationals.FromDecimal(floor), bears);
        }

        var curves = Scores(Rationals.ToNearest(share));
        if (types.Count > 2)
        {
            var sums = new ScoreSums(types, curves, _cost, cancellation);
            return new QuadratureInterimPayment(types[agent], type => sums.Chance(agent, type), sums.Kinks(agent), floor, Rationals.ToNearest(bears), cancellation);
        }

        var (own, other, second) = (curves[agent], curves[1 - agent], types[1 - agent]);
        return new QuadratureInterimPayment(types[agent], type => Chance(own, other, second, type).Chance, Kinks(own, other, second), floor, Rationals.ToNearest(bears), cancellation);
    }

    /// <summary>
    /// A uniform type of [a, b] has the score X = (1 + α)·t − α·b, uniform on [(1 + α)·a − α·b, b], its type is (X + α·b)/(1 + α), and its virtual type
    /// (2·X − (1 − α)·b)/(1 + α): all sums are linear in that of the scores.
    /// </summary>
    private ProvisionNumbers Exactly(Fraction share)
    {
        var uniform = _uniform ?? throw new InvalidOperationException("The types are not uniform.");
        var steepness = Fraction.One + share;
        var sum = new UniformSum(uniform.Select(interval => ((steepness * interval.Low) - (share * interval.High), interval.High)));
        var (excess, chance) = (sum.ExcessOver(cost), sum.AtLeast(cost));
        var highest = uniform.Aggregate(Fraction.Zero, (total, interval) => total + interval.High);
        var scores = excess + (cost * chance);
        var welfare = ((scores + (share * highest * chance)) / steepness) - (cost * chance);
        var surplus = (((2 * scores) - ((Fraction.One - share) * highest * chance)) / steepness) - (cost * chance);
        return new(Amount.Of(new UniformSum(uniform).ExcessOver(cost)), Amount.Of(welfare), Amount.Of(chance), Amount.Of(surplus));
    }

    /// <summary>
    /// Where types are their own scores: an agent's lowest type gains nothing, all others what the welfare rises by from it on, and what is left is earned (Krishna and Perry 1998).
    /// </summary>
    private ProvisionNumbers Efficiently()
    {
        var welfare = Excess(-1, Fraction.Zero);
        var gains = types.Select((prior, agent) => double.IsInfinity(prior.Lower) ? Amount.Zero : Excess(agent, Rationals.FromDecimal(prior.Lower)));
        var surplus = gains.Aggregate(-((types.Count - 1) * welfare), (sum, gain) => sum + gain);
        return new(welfare, welfare, _sums.Value.Chance(-1, Fraction.Zero)!, surplus);

        Amount Excess(int without, Fraction added) => _sums.Value.Excess(without, added) ?? throw new InvalidOperationException("The types are not continuous.");
    }

    /// <summary>By quadrature; where only the surplus is wanted, the other numbers mean nothing.</summary>
    private ProvisionNumbers Approximately(double share, bool onlySurplus = false)
    {
        var curves = Scores(share);
        var first = types[0];
        if (types.Count == 1)
        {
            var least = Math.Max(curves[0].LowestMeeting(_cost), first.Lower);
            var probability = Amount.Approximately(first.Survival(least), 1e-16);
            return new(
                Excess(first, _cost),
                Excess(first, least) + Amount.Approximately((least - _cost) * probability.Value, 1e-16),
                probability,
                Amount.Approximately((least - _cost) * probability.Value, 1e-16));
        }

        if (types.Count > 2)
        {
            var all = new ScoreSums(types, curves, _cost, cancellation).Expect();
            return new(onlySurplus ? Amount.Zero : Efficiently().FirstBest, all.Surplus + all.Rents, all.Chance, all.Surplus);
        }

        var second = types[1];
        var (own, other) = (curves[0], curves[1]);
        var efficient = onlySurplus ? Amount.Zero : Integral.Of(
            x => first.Survival(x) * second.Survival(_cost - x),
            _cost - second.Upper,
            first.Upper,
            first.Breakpoints.Concat(second.Breakpoints.Select(point => _cost - point)),
            cancellation);
        var sums = Given(first, own, second, other);
        if (onlySurplus)
        {
            return new(efficient, sums[0], sums[2], sums[0]);
        }

        // Above their virtual types agents gain their rents.
        var rents = sums[1] + Given(second, other, first, own)[1];
        return new(efficient, sums[0] + rents, sums[2], sums[0]);
    }

    /// <summary>
    /// Expectations over the type of one agent: what the mechanism earns, the agent's rents (1 − F)/f where it is decided for, and the chance of that. With y the
    /// lowest type of the other one that is decided for, ψ − cost + y is earned with the probability of y or more.
    /// </summary>
    private Amount[] Given(ContinuousPrior first, ScoreCurve own, ContinuousPrior second, ScoreCurve other) =>
        TypeIntegral.Of(first, Integrand(first, own, second, other), 3, Kinks(own, other, second), From(own, second, other), cancellation);

    /// <summary>The lowest type with which it can be decided for.</summary>
    private double From(ScoreCurve own, ContinuousPrior second, ScoreCurve other)
    {
        var best = double.IsInfinity(second.Upper) ? second.Upper : other.Score(second.Upper);
        return double.IsInfinity(best) ? double.NegativeInfinity : own.LowestMeeting(_cost - best);
    }

    private Action<double, double[]> Integrand(ContinuousPrior first, ScoreCurve own, ContinuousPrior second, ScoreCurve other) => (type, values) =>
    {
        var (least, chance) = Chance(own, other, second, type);
        var hazard = chance == 0 ? 0 : first.InverseHazard(type);
        values[0] = chance == 0 ? 0 : (type - hazard - _cost + least) * chance;
        values[1] = hazard * chance;
        values[2] = chance;
    };

    /// <summary>The lowest type of the other agent with which it is decided for, and the probability of that or more.</summary>
    private (double Least, double Chance) Chance(ScoreCurve own, ScoreCurve other, ContinuousPrior second, double type)
    {
        var least = Math.Max(ScoreInverse.Meeting(other, _cost - own.Score(type)), second.Lower);
        return (least, double.IsPositiveInfinity(least) ? 0 : second.Survival(least));
    }

    /// <summary>Types of the first agent at which the lowest type of the second that is decided for is not smooth.</summary>
    private IEnumerable<double> Kinks(ScoreCurve own, ScoreCurve other, ContinuousPrior second)
    {
        foreach (var piece in own.Pieces)
        {
            yield return piece.From;
        }

        foreach (var point in other.Pieces.Select(piece => piece.From).Concat(second.Breakpoints).Where(point => !double.IsInfinity(point)))
        {
            foreach (var score in other.Pieces.Where(piece => piece.From <= point && point <= piece.To).Select(piece => piece.At(point)).Where(score => !double.IsInfinity(score) && !double.IsNaN(score)))
            {
                yield return own.LowestMeeting(_cost - score);
                yield return own.LowestBeating(_cost - score);
            }
        }
    }

    private Amount Excess(ContinuousPrior prior, double least) => Integral.Of(prior.Survival, least, prior.Upper, prior.Breakpoints, cancellation);
}
