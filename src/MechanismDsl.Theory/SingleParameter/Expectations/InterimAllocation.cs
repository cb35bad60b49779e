using MathNet.Numerics.Integration;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter.Expectations;

/// <summary>The chances of one report against the other agents' distributions.</summary>
/// <param name="Served">Q(t): the agent is served.</param>
/// <param name="Alone">It is served and no other has its score: no tie had to be broken.</param>
/// <param name="Best">It is served and nobody has a higher type.</param>
internal readonly record struct InterimChances(double Served, double Alone, double Best);

/// <summary>
/// Interim allocation of "the best score that meets its floor is served" among different agents: Qᵢ(t) = Π_j P(j does not beat i), with the
/// others' types independent (Myerson 1981).
/// </summary>
internal sealed class InterimAllocation
{
    private readonly IReadOnlyList<RuleAgent> _agents;
    private readonly Rival[] _rivals;
    private readonly TieBreaking _ties;
    private readonly GaussLegendreRule _share;
    private readonly (double Loses, double LosesOrTies)[] _against;
    private (int Self, double Score) _asked = (-1, double.NaN);

    public InterimAllocation(IReadOnlyList<RuleAgent> agents, TieBreaking ties)
    {
        _agents = agents;
        _rivals = [.. agents.Select(agent => new Rival(agent))];
        _against = new (double, double)[agents.Count];
        _ties = ties;

        // Sharing a tie integrates a polynomial of degree n − 1, for which n/2 + 1 nodes are exact.
        _share = new GaussLegendreRule(0, 1, (agents.Count / 2) + 1);
    }

    /// <summary>The chances of a report of agent <paramref name="self"/>; zero below its floor.</summary>
    public InterimChances At(int self, double type) =>
        type < _agents[self].Floor ? default : At(self, type, _agents[self].Score.Score(type));

    /// <summary>The chances of a type that is not below the floor, at the score given for it.</summary>
    public InterimChances At(int self, double type, double score)
    {
        Ask(self, score);
        return _ties == TieBreaking.Shared ? Shared(self, type) : Ordered(self, type);
    }

    /// <summary>How the others fare against the score. Neighbouring types of one score ask the same again.</summary>
    private void Ask(int self, double score)
    {
        if (_asked == (self, score))
        {
            return;
        }

        for (var other = 0; other < _agents.Count; other++)
        {
            _against[other] = other == self ? (1, 1) : _rivals[other].Against(score);
        }

        _asked = (self, score);
    }

    private InterimChances Ordered(int self, double type)
    {
        var (served, alone, best) = (1.0, 1.0, 1.0);
        for (var other = 0; other < _agents.Count && served > 0; other++)
        {
            if (other == self)
            {
                continue;
            }

            var (loses, losesOrTies) = _against[other];
            var yields = GoesFirst(self, other) ? losesOrTies : loses;
            served *= yields;
            alone *= loses;
            best *= Math.Min(yields, Distributions.AtMost(_agents[other].Types, type));
        }

        return new(served, alone, best);
    }

    private InterimChances Shared(int self, double type)
    {
        var others = new List<(double Loses, double Ties, double LowerLoses, double LowerTies)>(_agents.Count - 1);
        var anyTie = false;
        for (var other = 0; other < _agents.Count; other++)
        {
            if (other == self)
            {
                continue;
            }

            var (loses, yields) = _against[other];
            var notHigher = Distributions.AtMost(_agents[other].Types, type);
            var lowerLoses = Math.Min(loses, notHigher);
            others.Add((loses, yields - loses, lowerLoses, Math.Min(yields, notHigher) - lowerLoses));
            anyTie |= yields > loses;
        }

        var alone = others.Aggregate(1.0, (product, chance) => product * chance.Loses);
        if (!anyTie)
        {
            return new(alone, alone, others.Aggregate(1.0, (product, chance) => product * chance.LowerLoses));
        }

        // E[1/(1 + K)] for the number K of ties = ∫₀¹ E[z^K] dz.
        var (served, best) = (0.0, 0.0);
        for (var node = 0; node < _share.Order; node++)
        {
            var (all, lower) = (1.0, 1.0);
            foreach (var chance in others)
            {
                all *= chance.Loses + (_share.GetAbscissa(node) * chance.Ties);
                lower *= chance.LowerLoses + (_share.GetAbscissa(node) * chance.LowerTies);
            }

            served += _share.GetWeight(node) * all;
            best += _share.GetWeight(node) * lower;
        }

        return new(served, alone, best);
    }

    /// <summary>True if a tie between the two goes to <paramref name="self"/>.</summary>
    private bool GoesFirst(int self, int other) =>
        _ties == TieBreaking.Priority && _agents[self].Priority != _agents[other].Priority
            ? _agents[self].Priority > _agents[other].Priority
            : self < other;
}
