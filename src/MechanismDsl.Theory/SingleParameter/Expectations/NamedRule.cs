using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter.Expectations;

/// <summary>What one agent expects before it knows its type.</summary>
/// <param name="Type">E[type; served].</param>
/// <param name="Payment">Expected threshold payment, in type units (negative for a supplier, who is paid).</param>
/// <param name="Served">P(served).</param>
/// <param name="Alone">P(served without a tie).</param>
/// <param name="Best">P(served, nobody has a higher type).</param>
internal readonly record struct AgentTotals(double Type, double Payment, double Served, double Alone, double Best);

/// <summary>
/// Expectations of "the best score that meets its floor is served" for different agents: for each agent one integral over its own quantile,
/// cut wherever its interim allocation has a kink, so that every panel is smooth.
/// </summary>
/// <remarks>
/// Expected payment = ∫ Q d(−t P(T ≥ t)) = ∫ ψ Q dF − ∫ Q P(T ≥ t) dt over the gaps of the support (Myerson 1981).
/// </remarks>
internal sealed class NamedRule
{
    /// <summary>Stands for ∞ where a chance is a limit.</summary>
    private const double Highest = 1e300;

    private readonly IReadOnlyList<RuleAgent> _agents;
    private readonly InterimAllocation _allocation;
    private readonly bool _atomic;
    private readonly CancellationToken _cancellation;

    public NamedRule(IReadOnlyList<RuleAgent> agents, TieBreaking ties, CancellationToken cancellation)
    {
        _cancellation = cancellation;
        _agents = agents;
        _allocation = new InterimAllocation(agents, ties);
        _atomic = agents.All(agent => agent.Types is AtomicPrior);
        Totals = new AgentTotals[agents.Count];
        for (var self = 0; self < agents.Count; self++)
        {
            Totals[self] = Integrate(self);
        }
    }

    /// <summary>One entry an agent.</summary>
    public AgentTotals[] Totals { get; }

    /// <summary>The sum of the estimated errors, relative to revenue or to a tenth of the served types.</summary>
    public double RelativeError
    {
        get
        {
            var scale = Math.Max(Totals.Sum(total => Math.Abs(total.Payment)), 0.1 * Totals.Sum(total => double.IsInfinity(total.Type) ? 0 : Math.Abs(total.Type)));
            return AbsoluteError == 0 ? 0 : AbsoluteError / scale;
        }
    }

    private double AbsoluteError { get; set; }

    private AgentTotals Integrate(int self)
    {
        var agent = _agents[self];
        var quadrature = new TanhSinh(5, 400_000, _cancellation);
        var rents = new TanhSinh(1, 100_000, _cancellation);
        var sums = new double[5];
        var type = 0.0;
        foreach (var segment in TypeSegment.Cut(agent.Types, agent.Floor, RuleKinks.Of(_agents, self, _cancellation)))
        {
            _cancellation.ThrowIfCancellationRequested();
            switch (segment.Kind)
            {
                case SegmentKind.Atom:
                    AddAtom(self, segment, sums);
                    break;
                case SegmentKind.Gap:
                    AddGap(self, segment, sums, rents);
                    break;
                case var _ when HasOneScore(self, segment):
                    AddPooled(self, segment, sums, quadrature);
                    break;
                default:
                    type += AddSpread(self, segment, quadrature);
                    break;
            }
        }

        for (var component = 0; component < sums.Length; component++)
        {
            sums[component] += quadrature.Sum[component];
        }

        sums[1] += AtInfinity(self);
        AbsoluteError += quadrature.Error[0] + quadrature.Error[1] + rents.Error[0];
        return new(type + sums[0], sums[1] - rents.Sum[0], sums[2], sums[3], sums[4]);
    }

    /// <summary>What integration by parts leaves at the top of an unbounded support: Q(∞)·lim t P(T ≥ t).</summary>
    private double AtInfinity(int self)
    {
        var types = _agents[self].Types;
        if (types.RevenueLimit == 0 || !double.IsPositiveInfinity(types.Upper))
        {
            return 0;
        }

        var served = _allocation.At(self, Highest).Served;

        // An infinite limit meets an integral that diverges the other way.
        return served == 0 ? 0 : double.IsInfinity(types.RevenueLimit) ? double.NaN : served * types.RevenueLimit;
    }

    private void AddAtom(int self, TypeSegment atom, double[] sums)
    {
        var chances = _allocation.At(self, atom.From);
        sums[0] += atom.Mass * chances.Served * atom.From;
        sums[1] += atom.Mass * chances.Served * atom.From;
        sums[2] += atom.Mass * chances.Served;
        sums[3] += atom.Mass * chances.Alone;
        sums[4] += atom.Mass * chances.Best;
    }

    /// <summary>Types between two occurring ones keep ∫ Q dt of the mass above as rent.</summary>
    private void AddGap(int self, TypeSegment gap, double[] sums, TanhSinh rents)
    {
        if (gap.LowTail <= 0)
        {
            return;
        }

        var width = gap.To - gap.From;
        if (double.IsInfinity(width))
        {
            sums[1] -= _allocation.At(self, Math.Min(gap.To - 1, 0)).Served > 0 ? double.PositiveInfinity : 0;
        }
        else if (_atomic || HasOneScore(self, gap))
        {
            sums[1] -= gap.LowTail * width * _allocation.At(self, gap.From + (width / 2)).Served;
        }
        else
        {
            rents.Add((fromLow, _, values) => values[0] = gap.LowTail * width * _allocation.At(self, gap.From + (width * fromLow)).Served);
        }
    }

    /// <summary>True if all types of a bounded stretch, or of one up to infinity with a finite mean, share a score.</summary>
    private bool HasOneScore(int self, TypeSegment segment)
    {
        var agent = _agents[self];
        return !double.IsInfinity(segment.From)
            && !(double.IsInfinity(segment.To) && double.IsInfinity(agent.Types.Mean))
            && agent.Score.PieceAt(segment.Inside) is ConstantPiece;
    }

    /// <summary>Adds a stretch of types of one score, which are served with the same chance: all but the chance of being the best is in closed form.</summary>
    private void AddPooled(int self, TypeSegment segment, double[] sums, TanhSinh quadrature)
    {
        var types = _agents[self].Types;
        var score = _agents[self].Score.Score(segment.Inside);
        var chances = _allocation.At(self, segment.Inside, score);
        if (chances.Served <= 0)
        {
            return;
        }

        sums[0] += chances.Served * segment.PartialMean(types, AlikeRule.HasConstantDensities(types), _cancellation);
        sums[1] += chances.Served * segment.RevenueFall;
        sums[2] += chances.Served * segment.Mass;
        sums[3] += chances.Alone * segment.Mass;
        double Best(double type) => _allocation.At(self, type, score).Best;

        // The chance of being the best rises with the type.
        var (lowest, highest) = (Best(segment.From), Best(segment.To));
        var width = segment.To - segment.From;
        if (lowest == highest || types is not ContinuousPrior prior)
        {
            sums[4] += lowest * segment.Mass;
        }
        else if (!double.IsInfinity(width) && Gauss.TryIntegrate(share => prior.Density(segment.From + (width * share)) * Best(segment.From + (width * share)), segment.Mass / width, out var best))
        {
            sums[4] += best * width;
        }
        else
        {
            quadrature.Add((fromLow, fromHigh, values) => values[4] = segment.Mass * Best(segment.TypeAt(types, fromLow, fromHigh)));
        }
    }

    /// <summary>Adds one smooth panel; returns +∞ if E[type; served] diverges there, 0 otherwise.</summary>
    private double AddSpread(int self, TypeSegment segment, TanhSinh quadrature)
    {
        var prior = (ContinuousPrior)_agents[self].Types;
        var diverges = double.IsPositiveInfinity(prior.Mean) && double.IsPositiveInfinity(segment.To);
        quadrature.Add((fromLow, fromHigh, values) =>
        {
            var type = segment.TypeAt(prior, fromLow, fromHigh);
            if (double.IsInfinity(type))
            {
                return;
            }

            var chances = _allocation.At(self, type);
            if (chances.Served <= 0)
            {
                return;
            }

            var served = segment.Mass * chances.Served;
            values[0] = diverges ? 0 : served * type;
            values[1] = served * prior.VirtualValue(type);
            values[2] = served;
            values[3] = segment.Mass * chances.Alone;
            values[4] = segment.Mass * chances.Best;
        });
        return diverges ? double.PositiveInfinity : 0;
    }
}
