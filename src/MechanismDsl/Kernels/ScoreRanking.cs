using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>One place of a <see cref="ScoreRanking{TScore}"/>.</summary>
/// <typeparam name="TScore">The numbers of scores.</typeparam>
/// <param name="Agent">0-based index.</param>
/// <param name="Rank">Place among equals: the lowest comes first.</param>
/// <param name="Score">The score.</param>
public readonly record struct RankedScore<TScore>(int Agent, int Rank, TScore Score)
    where TScore : struct, INumber<TScore>
{
    /// <summary>Whether this place comes before another one.</summary>
    /// <param name="other">The other place.</param>
    public bool Precedes(RankedScore<TScore> other) => Score > other.Score || (Score == other.Score && Rank < other.Rank);
}

/// <summary>
/// The best scores in order, as many as there are items and one more: the first rival that is not served is the one that every winner must beat, because a
/// winner that falls behind it loses its item to it.
/// </summary>
/// <typeparam name="TScore">The numbers of scores.</typeparam>
/// <remarks>In the caller's memory, without allocation; an entry costs at most as many comparisons as there are items.</remarks>
public ref struct ScoreRanking<TScore>
    where TScore : struct, INumber<TScore>
{
    private readonly Span<RankedScore<TScore>> _places;
    private int _entered;

    /// <summary>A ranking in the caller's memory.</summary>
    /// <param name="places">One place more than there are items.</param>
    public ScoreRanking(Span<RankedScore<TScore>> places) => _places = places;

    /// <summary>Number of agents that are served.</summary>
    public readonly int Served => Math.Min(_entered, _places.Length - 1);

    /// <summary>Number of places that are filled, that of the first rival included.</summary>
    internal readonly int Entered => _entered;

    /// <summary>The score that every served agent has to reach or exceed; zero if items are left.</summary>
    public readonly TScore Target => _entered == _places.Length ? _places[^1].Score : TScore.Zero;

    /// <summary>The agent that is served at a place, best first.</summary>
    /// <param name="place">From 0 to <see cref="Served"/> − 1.</param>
    public readonly RankedScore<TScore> this[int place] => _places[place];

    /// <summary>Whether a served agent has to exceed the target: the first unserved rival comes before it among equals.</summary>
    /// <param name="place">From 0 to <see cref="Served"/> − 1.</param>
    public readonly bool MustExceed(int place) => _entered == _places.Length && _places[^1].Rank < _places[place].Rank;

    /// <summary>How the agent at a place stands against the one at a later place: what it must reach or exceed not to fall behind it.</summary>
    /// <param name="place">From 0 to <see cref="Served"/> − 1.</param>
    /// <param name="rival">A later place, at most the number of items.</param>
    public readonly Standing<TScore> Against(int place, int rival) => rival < _entered
        ? new(IsServed: true, IsContested: true, _places[rival].Score, _places[rival].Rank < _places[place].Rank)
        : new(IsServed: true, IsContested: false, TScore.Zero, MustExceed: false);

    /// <summary>Enters an agent if its score is at least zero.</summary>
    /// <param name="agent">0-based index, each at most once.</param>
    /// <param name="rank">Its place among equals, different for each agent: the lowest comes first.</param>
    /// <param name="score">Its score; below zero the agent does not compete.</param>
    public void Enter(int agent, int rank, TScore score)
    {
        if (score >= TScore.Zero)
        {
            Compete(agent, rank, score);
        }
    }

    /// <summary>Enters an agent that competes, whatever the sign of its score: a supplier's type is minus its cost.</summary>
    /// <param name="agent">0-based index, each at most once.</param>
    /// <param name="rank">Its place among equals, different for each agent: the lowest comes first.</param>
    /// <param name="score">Its score, a number.</param>
    public void Compete(int agent, int rank, TScore score)
    {
        var entry = new RankedScore<TScore>(agent, rank, score);
        if (_entered == _places.Length && !entry.Precedes(_places[^1]))
        {
            return;
        }

        var place = _entered == _places.Length ? _entered - 1 : _entered++;
        for (; place > 0 && entry.Precedes(_places[place - 1]); place--)
        {
            _places[place] = _places[place - 1];
        }

        _places[place] = entry;
    }
}
