using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Theory.Exchange;

/// <summary>
/// Trade by scores: the best k buyers trade with the best k sellers, as long as the scores tᵢ − α·(1 − Fᵢ)/fᵢ of pair k sum to at least 0, each score ironed where it
/// falls; a seller's type is minus its cost. α = 1 earns the most, and between 0 and 1 lies the most that a balanced budget leaves (Myerson and Satterthwaite 1983 for
/// one pair, Gresik and Satterthwaite 1989 for any numbers).
/// </summary>
/// <remarks>
/// What is earned is Σ E[ψᵢ·Qᵢ(tᵢ)] with virtual types ψᵢ (Myerson 1981). An agent of score s trades if fewer agents of its own side are better than there are agents of
/// the other side whose score is at least −s: one integral over its own type, in which both numbers are sums of independent indicators.
/// </remarks>
/// <param name="agents">Buyers and sellers with continuous priors of finite means; on each side the one that comes first wins a tie.</param>
/// <param name="cancellation">Looked at between the steps of an integration.</param>
internal sealed class MarketRule(EquatableArray<Agent> agents, CancellationToken cancellation)
{
    /// <summary>The surplus, the gains and the number of trades.</summary>
    private const int Components = 3;

    private (Fraction Share, Amount[] Sums)? _latest;

    private readonly IReadOnlyList<Group> _groups =
    [
        .. agents
            .Select((agent, index) => (Agent: agent, Place: agents.Take(index).Count(before => before.Side == agent.Side)))
            .GroupBy(placed => (placed.Agent.Side, placed.Agent.Prior))
            .Select(same => new Group(same.Key.Side, TypeOf(same.First().Agent), [.. same.Select(placed => placed.Place)])),
    ];

    /// <summary>The distribution of an agent's type: its value, or minus its cost.</summary>
    public static ContinuousPrior TypeOf(Agent agent) => (ContinuousPrior)ProvisionSurplus.TypeOf(agent);

    /// <summary>The scores of the agents, in their order.</summary>
    public EquatableArray<ScoreCurve> Scores(double share)
    {
        var curves = _groups.ToDictionary(group => (group.Side, group.Types), group => group.Curve(share, cancellation));
        return agents.Select(agent => curves[(agent.Side, TypeOf(agent))]).ToEquatableArray();
    }

    /// <summary>What the mechanism earns with the share α of information rents. With none of them, for efficient trade, it is the surplus test's.</summary>
    public Amount Surplus(Fraction share) => share.IsZero ? new CountSurplus(agents, cancellation).Test().Surplus : Sums(share)[0];

    /// <summary>The same to a few digits, in a part of the time.</summary>
    public double RoughSurplus(double share)
    {
        var sum = 0.0;
        Visit(share, (types, function, kinks, from) => sum += TypeIntegral.Roughly(types, function, Components, kinks, from)[0]);
        return sum;
    }

    /// <summary>All expectations.</summary>
    public MarketNumbers Numbers(Fraction share)
    {
        var best = new CountSurplus(agents, cancellation);
        var sums = Sums(share);
        return share.IsZero
            ? new MarketNumbers(best.Welfare(), best.Welfare(), sums[2], best.Test().Surplus)
            : new MarketNumbers(best.Welfare(), sums[1], sums[2], sums[0]);
    }

    /// <summary>Σ E[ψᵢ·Qᵢ], Σ E[tᵢ·Qᵢ], and the expected number of trades; a search ends where all of them are asked for.</summary>
    private Amount[] Sums(Fraction share)
    {
        if (_latest is not var (known, sums) || known != share)
        {
            var terms = new[] { Amount.Approximately(0, 0), Amount.Approximately(0, 0), Amount.Approximately(0, 0) };
            Visit(Rationals.ToNearest(share), (types, function, kinks, from) =>
                terms = [.. terms.Zip(TypeIntegral.Of(types, function, Components, kinks, from, cancellation, Math.Abs(types.Mean)), (sum, term) => sum + term)]);
            sums = terms;
            _latest = (share, sums);
        }

        return sums;
    }

    /// <summary>Hands over, for the agents of one side and prior after the other, what is integrated over their type, where it is not smooth and from which type on.</summary>
    private void Visit(double share, Action<ContinuousPrior, Action<double, double[]>, IEnumerable<double>, double> integrate)
    {
        var rated = _groups.Select(group => new Rated(group, group.Curve(share, cancellation))).ToList();
        foreach (var one in rated)
        {
            cancellation.ThrowIfCancellationRequested();
            var (own, partners) = (rated.Where(other => other.Group.Side == one.Group.Side).ToList(), rated.Where(other => other.Group.Side != one.Group.Side).ToList());
            if (partners.Count == 0)
            {
                continue;
            }

            var best = partners.Max(partner => partner.Highest);
            integrate(
                one.Group.Types,
                (type, values) =>
                {
                    var chance = Chances(one, own, partners, type);
                    values[0] = chance == 0 ? 0 : (type - one.Group.Types.InverseHazard(type)) * chance;
                    values[1] = chance == 0 ? 0 : type * chance;
                    values[2] = one.Group.Side == Side.Buyer ? chance : 0;
                },
                Kinks(one, own, partners),
                double.IsInfinity(best) ? double.NegativeInfinity : one.Curve.LowestMeeting(-best));
        }
    }

    /// <summary>How many agents of a group trade in expectation, if each has this type.</summary>
    private static double Chances(Rated one, List<Rated> own, List<Rated> partners, double type)
    {
        var score = one.Curve.Score(type);
        var accepting = Counts(partners.SelectMany(partner => Enumerable.Repeat(partner.AtLeast(-score), partner.Group.Places.Count)));

        // The chance that as many partners or more accept.
        for (var count = accepting.Length - 2; count >= 0; count--)
        {
            accepting[count] += accepting[count + 1];
        }

        // Within its own group the type itself is the lowest that meets its score, unless a block shares it.
        var rivals = own.Select(rival => (Rival: rival, Chance: ReferenceEquals(rival, one) ? one.Within(type) : rival.Meeting(score))).ToList();
        var hasTies = rivals.Exists(rival => rival.Chance.AtLeast != rival.Chance.Above);
        var sum = 0.0;
        foreach (var place in hasTies ? one.Group.Places : [one.Group.Places[0]])
        {
            var better = Counts(rivals.SelectMany(rival => rival.Rival.Group.Places
                .Where(other => !ReferenceEquals(rival.Rival, one) || other != place)
                .Select(other => other < place ? rival.Chance.AtLeast : rival.Chance.Above)));
            for (var count = 0; count < better.Length && count + 1 < accepting.Length; count++)
            {
                sum += better[count] * accepting[count + 1];
            }
        }

        return hasTies ? sum : sum * one.Group.Places.Count;
    }

    /// <summary>The probabilities of 0, 1, 2, … successes in independent trials.</summary>
    private static double[] Counts(IEnumerable<double> chances) => chances.Aggregate((double[])[1], SuccessCounts.WithTrial);

    /// <summary>Types at which a chance is not smooth: where a piece begins, or the score meets one at which another agent's changes its course.</summary>
    private static IEnumerable<double> Kinks(Rated one, List<Rated> own, List<Rated> partners) =>
        one.Curve.Pieces.Select(piece => piece.From)
            .Concat(own.Where(other => !ReferenceEquals(other, one)).SelectMany(other => other.Corners)
                .Concat(partners.SelectMany(other => other.Corners).Select(corner => -corner))
                .SelectMany(score => new[] { one.Curve.LowestMeeting(score), one.Curve.LowestBeating(score) }));

    /// <summary>Agents of one side with one prior.</summary>
    private sealed record Group(Side Side, ContinuousPrior Types, IReadOnlyList<int> Places)
    {
        public ScoreCurve Curve(double share, CancellationToken cancellation) => WeightedTypes.Of(Types, share, cancellation);
    }

    /// <summary>A group and the score of its types.</summary>
    private sealed record Rated(Group Group, ScoreCurve Curve)
    {
        /// <summary>The score of the best type.</summary>
        public double Highest { get; } = double.IsInfinity(Group.Types.Upper) ? Group.Types.Upper : Curve.Score(Group.Types.Upper);

        /// <summary>The scores at the ends of the pieces, of the support, and where the density jumps.</summary>
        public IReadOnlyList<double> Corners { get; } =
        [
            .. Curve.Pieces.Select(piece => piece.From).Concat(Group.Types.Breakpoints).Append(Group.Types.Lower).Append(Group.Types.Upper)
                .Where(point => !double.IsInfinity(point))
                .Distinct()
                .SelectMany(point => Curve.Pieces.Where(piece => piece.From <= point && point <= piece.To).Select(piece => piece.At(point)))
                .Where(score => !double.IsInfinity(score) && !double.IsNaN(score))
                .Distinct(),
        ];

        /// <summary>The chance of a score of at least this.</summary>
        public double AtLeast(double score) => Survival(ScoreInverse.Meeting(Curve, score));

        /// <summary>The chances of a score of at least this, and of one above it.</summary>
        public (double AtLeast, double Above) Meeting(double score)
        {
            var (meeting, beating) = ScoreInverse.Both(Curve, score);
            var chance = Survival(meeting);
            return (chance, beating == meeting ? chance : Survival(beating));
        }

        /// <summary>The same for the score of a type of this group.</summary>
        public (double AtLeast, double Above) Within(double type) => Curve.PieceAt(type) is ConstantPiece block
            ? (Survival(block.From), Survival(block.To))
            : (Survival(type), Survival(type));

        private double Survival(double type) => double.IsPositiveInfinity(type) ? 0 : Group.Types.Survival(type);
    }
}
