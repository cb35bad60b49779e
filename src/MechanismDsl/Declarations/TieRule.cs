namespace MechanismDsl;

/// <summary>Who wins among agents with equal scores. Agents count from 0 in the order of the reports.</summary>
public enum TieRule
{
    /// <summary>The lowest index.</summary>
    LowestIndex,

    /// <summary>
    /// All of them with equal probability: the mechanism returns winning probabilities and expected payments, a
    /// <see cref="SharedSale{TMoney}"/>, and leaves the lottery to the caller.
    /// </summary>
    Shared,

    /// <summary>The highest <c>Priority</c> that the declaration gives an agent, then the lowest index.</summary>
    Priority,
}
