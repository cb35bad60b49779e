using MathNet.Numerics.RootFinding;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.SingleParameter.Expectations;

/// <summary>How likely one agent loses against a score. It remembers where it last found a type, so neighbouring scores cost few steps.</summary>
internal sealed class Rival
{
    private const int MostSteps = 200;

    private readonly RuleAgent _agent;
    private readonly double _dropped;
    private double _start;

    public Rival(RuleAgent agent)
    {
        _agent = agent;
        _dropped = agent.IsLazy ? 0 : Distributions.Below(agent.Types, agent.Floor);
        _start = agent.Types.Quantile(0.5);
    }

    /// <summary>P(s(T) &lt; score or dropped) and P(s(T) ≤ score or dropped).</summary>
    public (double Loses, double LosesOrTies) Against(double score)
    {
        var (meeting, ties) = LowestMeeting(score);
        var loses = Math.Max(Distributions.Below(_agent.Types, meeting), _dropped);
        if (!ties)
        {
            return (loses, loses);
        }

        var beating = _agent.Score.LowestBeating(score);
        if (double.IsPositiveInfinity(beating))
        {
            return (loses, 1);
        }

        // Where the curve is continuous at the infimum, that type itself only ties.
        var chance = _agent.Types is AtomicPrior && _agent.Score.Score(beating) <= score
            ? Distributions.AtMost(_agent.Types, beating)
            : Distributions.Below(_agent.Types, beating);
        return (loses, Math.Max(chance, _dropped));
    }

    /// <summary>inf{t : s(t) ≥ score}, and whether types of positive probability may have exactly this score.</summary>
    private (double Type, bool Ties) LowestMeeting(double score)
    {
        var pieces = _agent.Score.Pieces;
        var isAtomic = _agent.Types is AtomicPrior;
        var next = _agent.Score.FirstFrom(score, strictly: false);
        if (next > 0 && pieces[next - 1] is { IsStrictlyIncreasing: true } before)
        {
            if (isAtomic)
            {
                var type = before.Lowest(score, strictly: false);
                if (type < before.To)
                {
                    return (type, before.At(type) <= score);
                }
            }
            else if (double.IsPositiveInfinity(before.To) || before.At(before.To) > score)
            {
                return (before is VirtualPiece ? Solve(before, score) : before.Lowest(score, strictly: false), false);
            }
        }

        if (next == pieces.Count)
        {
            return (double.PositiveInfinity, false);
        }

        var first = pieces[next];
        return (first.From, (isAtomic || !first.IsStrictlyIncreasing) && first.At(first.From) <= score);
    }

    /// <summary>The type at which an increasing piece reaches the score: a bracket around the last answer, then Brent's method.</summary>
    private double Solve(ScorePiece piece, double score)
    {
        double Excess(double type) => piece.At(type) - score;

        var low = Math.Min(Math.Max(_start, piece.From), piece.To);
        if (double.IsInfinity(low))
        {
            low = _agent.Types.Quantile(0.5);
        }

        var high = low;
        var step = Math.Max(Math.Abs(low), 1e-6) / 64;
        if (Excess(low) < 0)
        {
            do
            {
                low = high;
                high = Math.Min(high + step, piece.To);
                step *= 8;
            }
            while (high < piece.To && Excess(high) < 0);
        }
        else
        {
            do
            {
                high = low;
                low = Math.Max(low - step, piece.From);
                step *= 8;
            }
            while (low > piece.From && Excess(low) >= 0);
        }

        if (!Brent.TryFindRoot(Excess, low, high, 1e-300, MostSteps, out var root))
        {
            root = piece.Lowest(score, strictly: false);
        }

        _start = root;
        return root;
    }
}
