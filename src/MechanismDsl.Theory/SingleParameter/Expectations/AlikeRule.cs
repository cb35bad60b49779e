using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.SingleParameter.Expectations;

/// <summary>
/// Expectations of "the best score that meets the floor is served" for n alike agents, by one integral over the quantile u = F(v) of the
/// highest type. The types are cut into stretches on which the score increases and blocks of one score, inside which the tie rule decides;
/// since the agents are alike, it does not matter which tie rule.
/// </summary>
/// <remarks>
/// With N(u) the expected number of served agents per unit of mass — n uⁿ⁻¹ where the score increases, (hiⁿ − loⁿ)/(hi − lo) on a block —
/// E[served type] = ∫ v N du and the expected threshold payments are ∫ N d(−v(1 − u)) (Myerson 1981; Bulow and Roberts 1989).
/// </remarks>
internal sealed class AlikeRule
{
    private readonly RuleAgent _agent;
    private readonly List<TypeSegment> _increasing = [];
    private readonly List<ScoreBlock> _blocks = [];
    private readonly bool _hasConstantDensities;
    private readonly CancellationToken _cancellation;

    public AlikeRule(RuleAgent agent, CancellationToken cancellation = default)
    {
        _cancellation = cancellation;
        _agent = agent;
        _hasConstantDensities = HasConstantDensities(agent.Types);
        var cuts = agent.Score.Pieces.SelectMany(piece => new[] { piece.From, piece.To });
        foreach (var segment in TypeSegment.Cut(agent.Types, agent.Floor, cuts))
        {
            Place(segment);
        }
    }

    /// <summary>The blocks of one score that occur with positive probability, in increasing order.</summary>
    public IReadOnlyList<ScoreBlock> Blocks => _blocks;

    /// <summary>P(one agent is below the floor) and its complement.</summary>
    private (double Low, double Tail) FloorChance =>
        (Distributions.Below(_agent.Types, _agent.Floor), Distributions.AtLeast(_agent.Types, _agent.Floor));

    /// <summary>True if quantiles are piecewise linear, so that no quadrature is needed.</summary>
    public static bool HasConstantDensities(Prior types) => types switch
    {
        AtomicPrior or UniformPrior or HistogramPrior => true,
        MixturePrior mixture => mixture.AsHistogram is not null,
        MirroredContinuousPrior mirror => HasConstantDensities(mirror.Original),
        _ => false,
    };

    /// <summary>P(somebody is served).</summary>
    public double Sale(int agents) => Chance.OneMinusPower(FloorChance.Low, FloorChance.Tail, agents);

    /// <summary>P(two or more agents share the best score).</summary>
    public double Tie(int agents)
    {
        var sum = 0.0;
        foreach (var block in AllTies())
        {
            var single = agents * (block.High - block.Low) * Chance.Power(block.Low, 1 - block.Low, agents - 1);
            sum += Math.Max(0, block.PowerGap(agents) - single);
        }

        return sum;
    }

    /// <summary>P(the served agent does not have the highest type) for each number of agents: the tie rule passed over a higher type inside a block.</summary>
    public double[] Misallocation(IReadOnlyList<int> counts)
    {
        var sums = new double[counts.Count];
        foreach (var block in _blocks)
        {
            var best = block.Best(counts.Max());
            for (var index = 0; index < counts.Count; index++)
            {
                sums[index] += Math.Max(0, block.PowerGap(counts[index]) - best[counts[index] - 1]);
            }
        }

        return sums;
    }

    /// <summary>E[served type] and expected payments (in type units) for each number of agents.</summary>
    public AlikeTotals Totals(IReadOnlyList<int> counts)
    {
        var types = new double[counts.Count];
        var payments = new double[counts.Count];
        var quadrature = new TanhSinh(2 * counts.Count, cancellation: _cancellation);
        foreach (var segment in _increasing)
        {
            AddIncreasing(segment, counts, types, payments, quadrature);
        }

        foreach (var block in _blocks)
        {
            _cancellation.ThrowIfCancellationRequested();
            var partialMean = PartialMean(block);
            var revenue = block.Revenue(_agent.Types);
            for (var index = 0; index < counts.Count; index++)
            {
                var served = block.ServedPerMass(counts[index]);
                types[index] += served * partialMean;
                payments[index] += served * revenue;
            }
        }

        var (typeError, paymentError) = (0.0, 0.0);
        for (var index = 0; index < counts.Count; index++)
        {
            types[index] += quadrature.Sum[index];
            payments[index] = counts[index] == 1 ? LonePayment : payments[index] + quadrature.Sum[counts.Count + index];
            var scale = double.IsInfinity(types[index]) ? 0 : Math.Abs(types[index]);
            typeError = Worst(typeError, quadrature.Error[index], scale);

            // A revenue that is a small difference of large virtual values is known to the digits of the whole.
            paymentError = Worst(paymentError, quadrature.Error[counts.Count + index], Math.Max(Math.Abs(payments[index]), 0.1 * scale));
        }

        return new(types, payments, typeError, paymentError);
    }

    /// <summary>The revenue formula in n; null where a stretch is neither a block nor of constant density.</summary>
    public RevenueFormula? Formula()
    {
        if (!_hasConstantDensities)
        {
            return null;
        }

        var terms = new List<RevenueTerm>();
        var least = 1;
        foreach (var segment in _increasing)
        {
            switch (segment.Kind)
            {
                case SegmentKind.Gap when segment.Low == 0:
                    // Nobody lies below: a rival is always above, only a lone agent would pay less.
                    least = 2;
                    break;
                case SegmentKind.Gap when segment.LowTail == 0:
                    break;
                case SegmentKind.Gap:
                    return null;
                case SegmentKind.Atom:
                    terms.Add(new(segment.From, 0, segment.Low, segment.High));
                    break;
                default:
                    var slope = (segment.To - segment.From) / segment.Mass;
                    terms.Add(new(segment.To - (slope * (1 + segment.High)), 2 * slope, segment.Low, segment.High));
                    break;
            }
        }

        if (_blocks.Any(block => block.High <= block.Low))
        {
            return null;
        }

        terms.AddRange(_blocks.Select(block => new RevenueTerm(block.Revenue(_agent.Types) / (block.High - block.Low), 0, block.Low, block.High)));
        return new(terms.OrderBy(term => term.Low).ToEquatableArray(), least);
    }

    /// <summary>∫ P(T ≥ t) dt over a block: what a chance of winning there is worth to an agent, before it knows its type.</summary>
    public double RentOver(ScoreBlock block) => PartialMean(block) - block.Revenue(_agent.Types);

    /// <summary>What an agent without rivals pays in expectation: its floor, wherever its type reaches it.</summary>
    private double LonePayment => Distributions.AtLeast(_agent.Types, _agent.Floor) is > 0 and var served ? _agent.Floor * served : 0;

    private static double Worst(double worst, double error, double scale) =>
        error == 0 ? worst : double.IsNaN(error) ? double.PositiveInfinity : Math.Max(worst, error / scale);

    private void Place(TypeSegment segment)
    {
        var piece = _agent.Score.PieceAt(segment.Inside);
        if (piece is not ConstantPiece constant)
        {
            _increasing.Add(segment);
            return;
        }

        if (_blocks.Count > 0 && _blocks[^1] is var last && last.Score == constant.Score && last.Segments[^1].To >= segment.From)
        {
            last.Segments.Add(segment);
            last.To = Math.Max(last.To, constant.To);
        }
        else
        {
            _blocks.Add(new(constant.Score, segment, constant.To));
        }
    }

    private IEnumerable<ScoreBlock> AllTies() =>
        _blocks.Concat(_increasing.Where(segment => segment.Kind == SegmentKind.Atom).Select(atom => new ScoreBlock(0, atom, atom.To)));

    private void AddIncreasing(TypeSegment segment, IReadOnlyList<int> counts, double[] types, double[] payments, TanhSinh quadrature)
    {
        if (segment.Kind == SegmentKind.Spread && !_hasConstantDensities)
        {
            AddByQuadrature(segment, counts, types, payments, quadrature);
            return;
        }

        for (var index = 0; index < counts.Count; index++)
        {
            var agents = counts[index];
            switch (segment.Kind)
            {
                case SegmentKind.Atom:
                    var atom = segment.From * segment.PowerGap(agents);
                    types[index] += atom;
                    payments[index] += atom;
                    break;
                case SegmentKind.Gap:
                    var served = agents * Chance.Power(segment.Low, segment.LowTail, agents - 1);
                    payments[index] -= served == 0 || segment.LowTail == 0 ? 0 : served * segment.LowTail * (segment.To - segment.From);
                    break;
                default:
                    var slope = (segment.To - segment.From) / segment.Mass;
                    var highest = (segment.To * Chance.Power(segment.High, segment.HighTail, agents))
                        - (segment.From * Chance.Power(segment.Low, segment.LowTail, agents))
                        - (slope / (agents + 1) * segment.PowerGap(agents + 1));
                    types[index] += highest;
                    payments[index] += highest - (slope * (segment.PowerGap(agents) - (agents / (agents + 1.0) * segment.PowerGap(agents + 1))));
                    break;
            }
        }
    }

    private void AddByQuadrature(TypeSegment segment, IReadOnlyList<int> counts, double[] types, double[] payments, TanhSinh quadrature)
    {
        var prior = (ContinuousPrior)_agent.Types;
        var diverges = double.IsPositiveInfinity(prior.Mean) && double.IsPositiveInfinity(segment.To);

        // Where v P(T ≥ v) does not vanish at infinity, ∫ N d(−v P(T ≥ v)) is taken by parts, which leaves positive terms only.
        var byParts = prior.RevenueLimit != 0 && double.IsPositiveInfinity(segment.To);
        var mass = segment.Mass;
        quadrature.Add((fromLow, fromHigh, values) =>
        {
            var u = segment.Low + (mass * fromLow);
            var tail = segment.HighTail + (mass * fromHigh);
            var type = segment.TypeAt(prior, fromLow, fromHigh);
            if (double.IsInfinity(type))
            {
                // Beyond the largest double; TanhSinh notices if that much of the tail mattered.
                return;
            }

            var virtualValue = prior.VirtualValue(type);
            for (var index = 0; index < counts.Count; index++)
            {
                var served = mass * counts[index] * Chance.Power(u, tail, counts[index] - 1);
                values[index] = diverges ? 0 : served * type;
                values[counts.Count + index] = counts[index] == 1 ? 0 : byParts
                    ? mass * type * tail * counts[index] * (counts[index] - 1) * Chance.Power(u, tail, counts[index] - 2)
                    : served * virtualValue;
            }
        });

        for (var index = 0; index < counts.Count; index++)
        {
            types[index] += diverges ? double.PositiveInfinity : 0;
            payments[index] += double.IsInfinity(prior.RevenueLimit) ? double.NaN : 0;
            payments[index] += byParts ? counts[index] * Chance.Power(segment.Low, segment.LowTail, counts[index] - 1) * segment.From * segment.LowTail : 0;
        }
    }

    private double PartialMean(ScoreBlock block) => block.Segments.Sum(segment => segment.PartialMean(_agent.Types, _hasConstantDensities, _cancellation));
}

/// <summary>E[served type] and expected payments, in type units, for several numbers of agents.</summary>
/// <param name="Types">E[served type] for each number of agents.</param>
/// <param name="Payments">Expected payments for each number of agents.</param>
/// <param name="TypeError">The largest estimated relative error of <paramref name="Types"/>.</param>
/// <param name="PaymentError">The largest estimated error of <paramref name="Payments"/>, relative to them or to a tenth of the served type.</param>
internal sealed record AlikeTotals(double[] Types, double[] Payments, double TypeError, double PaymentError);
