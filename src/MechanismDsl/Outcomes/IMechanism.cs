namespace MechanismDsl;

/// <summary>A mechanism written by the compiler. Implemented by the generated part of a type marked <see cref="MechanismAttribute"/>.</summary>
public interface IMechanism
{
    /// <summary>What the mechanism is and what is known about it.</summary>
    static abstract MechanismInfo Info { get; }
}

/// <summary>A direct mechanism: agents report their types, the mechanism decides and charges.</summary>
/// <typeparam name="TReport">One agent's report.</typeparam>
/// <typeparam name="TOutcome">Decision and payments.</typeparam>
/// <example>
/// Code that accepts only mechanisms with proved guarantees:
/// <code>
/// static Sale&lt;double&gt; Sell&lt;M&gt;(ReadOnlySpan&lt;double&gt; bids)
///     where M : IMechanism&lt;double, Sale&lt;double&gt;&gt;, IDominantStrategyIncentiveCompatible, IExPostIndividuallyRational =&gt; M.Run(bids);
/// </code>
/// </example>
public interface IMechanism<TReport, TOutcome> : IMechanism
{
    /// <summary>Runs the mechanism once.</summary>
    /// <param name="reports">One report an agent, in order.</param>
    /// <returns>The outcome; unsold if there are no reports.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A report outside the declared domain (by default finite, from 0 to 10^15); the message names agent, value and domain.</exception>
    static abstract TOutcome Run(ReadOnlySpan<TReport> reports);

    /// <summary>Runs the mechanism on many independent profiles.</summary>
    /// <param name="reports">The profiles one after the other: report i of profile k is at k·<paramref name="agents"/> + i.</param>
    /// <param name="agents">Reports in a profile, at least 1.</param>
    /// <param name="outcomes">Receives one outcome a profile, reports.Length / agents of them.</param>
    /// <exception cref="ArgumentOutOfRangeException">A report outside the declared domain, or <paramref name="agents"/> below 1.</exception>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    static abstract void RunBatch(ReadOnlySpan<TReport> reports, int agents, Span<TOutcome> outcomes);
}
