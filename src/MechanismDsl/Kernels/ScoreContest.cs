using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>
/// Who has the best score, and which rival it must beat: all that a single-item mechanism with the user's own scores needs to know of the others.
/// A score below zero is never served.
/// </summary>
/// <typeparam name="TScore">The numbers of scores.</typeparam>
/// <remarks>
/// Agents enter in any order; among equal scores the lowest rank is first. The threshold of the winner depends on its best rival alone: it must reach that
/// rival's score if it precedes it among equals, and exceed it otherwise. No allocation, one comparison or two an agent.
/// </remarks>
public struct ScoreContest<TScore>
    where TScore : struct, INumber<TScore>
{
    private int _winner;
    private int _rival;
    private int _winnersRank;
    private int _rivalsRank;
    private TScore _best;
    private TScore _second;

    /// <summary>A contest that nobody has entered.</summary>
    public ScoreContest() => (_winner, _rival) = (-1, -1);

    /// <summary>The agent with the best score; −1 if no score is at least zero.</summary>
    public readonly int Winner => _winner;

    /// <summary>The best score.</summary>
    public readonly TScore Best => _best;

    /// <summary>The best of the other agents; −1 if there is none with a score of at least zero.</summary>
    public readonly int Rival => _rival;

    /// <summary>The score that the winner has to reach or exceed; zero without a rival.</summary>
    public readonly TScore Target => _second;

    /// <summary>Whether the target has to be exceeded: the rival comes first among equals.</summary>
    public readonly bool MustExceed => _rival >= 0 && _rivalsRank < _winnersRank;

    /// <summary>Enters an agent whose index is its rank.</summary>
    /// <param name="agent">0-based index, each at most once.</param>
    /// <param name="score">Its score; below zero the agent does not compete.</param>
    public void Enter(int agent, TScore score) => Enter(agent, agent, score);

    /// <summary>Enters an agent.</summary>
    /// <param name="agent">0-based index, each at most once.</param>
    /// <param name="rank">Its place among equals, different for each agent: the lowest comes first.</param>
    /// <param name="score">Its score; below zero the agent does not compete.</param>
    public void Enter(int agent, int rank, TScore score)
    {
        if (!(score >= TScore.Zero))
        {
            return;
        }

        if (_winner < 0 || score > _best || (score == _best && rank < _winnersRank))
        {
            (_rival, _rivalsRank, _second) = (_winner, _winnersRank, _best);
            (_winner, _winnersRank, _best) = (agent, rank, score);
        }
        else if (_rival < 0 || score > _second || (score == _second && rank < _rivalsRank))
        {
            (_rival, _rivalsRank, _second) = (agent, rank, score);
        }
    }

    /// <summary>Whether the winner would still win with another score.</summary>
    /// <param name="score">The score of another report of the winner.</param>
    public readonly bool WouldWin(TScore score) => WouldWin(score, _second, MustExceed);

    /// <summary>Whether a score wins against a target.</summary>
    /// <param name="score">The score.</param>
    /// <param name="target">The best rival's score; zero without a rival.</param>
    /// <param name="mustExceed">Whether the rival comes first among equals.</param>
    public static bool WouldWin(TScore score, TScore target, bool mustExceed) =>
        score >= TScore.Zero && (mustExceed ? score > target : score >= target);
}
