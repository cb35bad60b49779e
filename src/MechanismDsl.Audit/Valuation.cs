namespace MechanismDsl.Auditing;

/// <summary>
/// What outcomes are worth, told by the user: for reports or outcomes of one's own, or where an agent's value is not what the language takes it for.
/// </summary>
/// <typeparam name="TType">An agent's type; it is also what it reports.</typeparam>
/// <typeparam name="TOutcome">The outcomes.</typeparam>
/// <param name="Value">From an agent's index, its type and an outcome to what the outcome is worth to it, before it pays.</param>
/// <example>
/// <code>
/// // A bidder who suffers if its rival, agent 1, wins.
/// var rivalry = new Valuation&lt;double, Sale&lt;double&gt;&gt;((agent, type, sale) =&gt; sale.Winner == agent ? type : agent == 0 &amp;&amp; sale.Winner == 1 ? -2 : 0);
/// Audit.Exact&lt;Vickrey, double, Sale&lt;double&gt;&gt;(rivalry, [[1, 2, 3], [1, 2, 3]])[Law.Truthful]
/// </code>
/// </example>
public sealed record Valuation<TType, TOutcome>(Func<int, TType, TOutcome, Amount> Value)
{
    /// <summary>From an agent's index and an outcome to what the agent pays; null: as the language's outcomes say.</summary>
    public Func<int, TOutcome, Amount>? Payment { get; init; }

    /// <summary>What an outcome costs that no agent bears; null: nothing.</summary>
    public Func<TOutcome, Amount>? Cost { get; init; }

    /// <summary>All outcomes that could be chosen, whatever is paid in them; null: not known, and efficiency is not judged.</summary>
    public IReadOnlyList<TOutcome>? Alternatives { get; init; }

    /// <summary>From an agent's index and its type to the utility of not taking part; null: zero.</summary>
    public Func<int, TType, Amount>? Outside { get; init; }

    /// <summary>The names of the agents; null: <c>agent 0</c> and so on.</summary>
    public IReadOnlyList<string>? Names { get; init; }
}
