using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Planning;

/// <summary>The scores by which it is decided for all agents or none, over types: a buyer's value, or minus a seller's cost.</summary>
/// <param name="Agents">One entry an agent; a single entry for alike agents.</param>
/// <param name="Least">The sum of scores from which it is decided for.</param>
internal sealed record ScoreCode(EquatableArray<ScoreFunction> Agents, double Least)
{
    /// <summary>What agents are charged where payments balance; null where they are thresholds.</summary>
    public BalanceCode? Balance { get; init; }
}

/// <summary>The score of one agent.</summary>
/// <param name="Floor">The lowest type with which it can be decided for.</param>
/// <param name="Pieces">The pieces from the lowest types to the highest; empty where the score is the type itself.</param>
internal sealed record ScoreFunction(double Floor, EquatableArray<Piece> Pieces);
