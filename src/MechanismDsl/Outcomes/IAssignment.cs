namespace MechanismDsl;

/// <summary>An assignment of items that are known when the mechanism runs, written by the compiler from an <see cref="AssignmentAttribute"/> declaration.</summary>
/// <typeparam name="TMoney">The numbers of values and payments.</typeparam>
public interface IAssignment<TMoney> : IMechanism
    where TMoney : struct
{
    /// <summary>Runs the mechanism once.</summary>
    /// <param name="values">What every item is worth to every agent, agent by agent: the value of item j to agent i is at i · <paramref name="items"/> + j.</param>
    /// <param name="items">The number of items, at least 1.</param>
    /// <returns>For every agent its item and its payment.</returns>
    /// <exception cref="ArgumentException">The number of values is no multiple of the number of items.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value outside the domain (finite, from 0 to 10^15, on the grid of the money); the message names agent and item. There is no item.</exception>
    static abstract Allotments<TMoney> Run(ReadOnlySpan<TMoney> values, int items);

    /// <summary>Runs the mechanism once, without allocating.</summary>
    /// <param name="values">What every item is worth to every agent, agent by agent.</param>
    /// <param name="items">The number of items, at least 1.</param>
    /// <param name="allotments">Receives for every agent its item and its payment.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">As for the other <c>Run</c>.</exception>
    static abstract void Run(ReadOnlySpan<TMoney> values, int items, Span<Allotment<TMoney>> allotments);
}
