namespace MechanismDsl;

/// <summary>A sale of identical items to agents who want several, written by the compiler from a declaration with <see cref="DecreasingAttribute"/>.</summary>
/// <typeparam name="TMoney">The numbers of values and payments.</typeparam>
public interface IUnitAuction<TMoney> : IMechanism
    where TMoney : struct
{
    /// <summary>How many marginal values an agent reports.</summary>
    static abstract int ValuesPerAgent { get; }

    /// <summary>Runs the sale once.</summary>
    /// <param name="values">Agent by agent what each further item adds, none more than the one before: the value of item u to agent i is at i · <see cref="ValuesPerAgent"/> + u.</param>
    /// <returns>For every agent how many items it gets and what it pays in total.</returns>
    /// <exception cref="ArgumentException">The number of values is no multiple of <see cref="ValuesPerAgent"/>, or an agent's values increase; the message names the agent.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value outside the domain (finite, from 0 to 10^15, on the grid of the money); the message names agent and item.</exception>
    static abstract Awards<TMoney> Run(ReadOnlySpan<TMoney> values);

    /// <summary>Runs the sale once, into memory of the caller's.</summary>
    /// <param name="values">As for the other <c>Run</c>.</param>
    /// <param name="awards">Receives for every agent how many items it gets and what it pays in total.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or an agent's values increase; the message names the agent.</exception>
    /// <exception cref="ArgumentOutOfRangeException">As for the other <c>Run</c>.</exception>
    static abstract void Run(ReadOnlySpan<TMoney> values, Span<Award<TMoney>> awards);
}
