namespace MechanismDsl.Kernels;

/// <summary>Reports of agents with finitely many types, as places in a table.</summary>
public static class FiniteReport
{
    /// <summary>The place of a reported type among the types that the agent can have.</summary>
    /// <typeparam name="TNumber">The numbers of types.</typeparam>
    /// <param name="types">The types, ascending.</param>
    /// <param name="report">The reported one.</param>
    /// <param name="agent">Who reports, for the message.</param>
    /// <param name="domain">The types in words, for the message: <c>one of 1, 2, 3</c>.</param>
    /// <returns>The index in <paramref name="types"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The agent has no such type; the message names agent, type and types.</exception>
    public static int PlaceOf<TNumber>(ReadOnlySpan<TNumber> types, TNumber report, string agent, string domain)
        where TNumber : struct, IComparable<TNumber> => PlaceOf(types, report, agent, "type", domain);

    /// <summary>The place of a reported number among those that an agent can report there.</summary>
    /// <typeparam name="TNumber">The numbers.</typeparam>
    /// <param name="types">The numbers, ascending.</param>
    /// <param name="report">The reported one.</param>
    /// <param name="agent">Who reports, for the message.</param>
    /// <param name="what">What is reported, for the message: <c>Castle</c>.</param>
    /// <param name="domain">The numbers in words, for the message: <c>one of 1, 2, 3</c>.</param>
    /// <returns>The index in <paramref name="types"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The agent has no such number; the message names agent, number and the possible ones.</exception>
    public static int PlaceOf<TNumber>(ReadOnlySpan<TNumber> types, TNumber report, string agent, string what, string domain)
        where TNumber : struct, IComparable<TNumber>
    {
        var place = types.BinarySearch(report);
        if (place < 0)
        {
            RuleDomain.ThrowOutside(agent, what, report, domain);
        }

        return place;
    }
}
