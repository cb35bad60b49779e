using System.Globalization;
using System.Text;

namespace MechanismDsl;

/// <summary>The outcome of a mechanism that chooses one of finitely many outcomes for all: what is chosen, who pays what, and who changed the choice.</summary>
/// <typeparam name="TOutcome">The enumeration of the outcomes.</typeparam>
/// <typeparam name="TMoney">The numbers of payments.</typeparam>
/// <example>
/// <code>
/// var decision = Renovation.Run([new(14, 18), new(9, 8)]);     // Renovation of the example of <see cref="OutcomesAttribute{TOutcome}"/>
/// decision.Outcome                                             // DanceStudio
/// decision.Payments[0]                                         // 1: what the first agent's presence costs the second
/// decision.IsPivotal(0)                                        // true: without it, SwimmingPool would be chosen
/// </code>
/// </example>
public readonly struct Decision<TOutcome, TMoney> : IEquatable<Decision<TOutcome, TMoney>>
    where TOutcome : struct, Enum
    where TMoney : struct
{
    private readonly ReadOnlyMemory<TMoney> _payments;
    private readonly ReadOnlyMemory<TOutcome> _without;

    /// <summary>A decision. The memory is kept, not copied, so that a batch can live in one block.</summary>
    /// <param name="outcome">What is chosen.</param>
    /// <param name="payments">What every agent pays, in the order of the reports.</param>
    /// <param name="without">What would be chosen without each agent, in the same order.</param>
    /// <exception cref="ArgumentException">The two memories differ in length.</exception>
    public Decision(TOutcome outcome, ReadOnlyMemory<TMoney> payments, ReadOnlyMemory<TOutcome> without)
    {
        if (payments.Length != without.Length)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {payments.Length} payments and {without.Length} displaced outcomes."), nameof(without));
        }

        Outcome = outcome;
        _payments = payments;
        _without = without;
    }

    /// <summary>What is chosen for all agents.</summary>
    public TOutcome Outcome { get; }

    /// <summary>What every agent pays, in the order of the reports; negative: it is paid.</summary>
    public ReadOnlySpan<TMoney> Payments => _payments.Span;

    /// <summary>Number of agents.</summary>
    public int Agents => _payments.Length;

    /// <summary>What would be chosen if the agent had no say: the outcome that it displaces, or the chosen one.</summary>
    /// <param name="agent">Index of the agent, counted from 0.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such agent.</exception>
    public TOutcome Without(int agent) => _without.Span[agent];

    /// <summary>Whether the agent changes what is chosen (Clarke 1971). A pivotal agent pays nothing only where the others are indifferent.</summary>
    /// <param name="agent">Index of the agent, counted from 0.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such agent.</exception>
    public bool IsPivotal(int agent) => !Same(Without(agent), Outcome);

    /// <summary>Equality of outcome, payments and displaced outcomes.</summary>
    public bool Equals(Decision<TOutcome, TMoney> other) =>
        Same(Outcome, other.Outcome) && Payments.SequenceEqual(other.Payments) && _without.Span.SequenceEqual(other._without.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Decision<TOutcome, TMoney> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Outcome);
        foreach (var payment in Payments)
        {
            hash.Add(payment);
        }

        return hash.ToHashCode();
    }

    /// <summary>Equality of outcome, payments and displaced outcomes.</summary>
    public static bool operator ==(Decision<TOutcome, TMoney> left, Decision<TOutcome, TMoney> right) => left.Equals(right);

    /// <summary>Inequality of one of them.</summary>
    public static bool operator !=(Decision<TOutcome, TMoney> left, Decision<TOutcome, TMoney> right) => !left.Equals(right);

    /// <summary>The outcome and the payments that are not zero, numbers in invariant culture: <c>DanceStudio; 0 pays 1 (instead of SwimmingPool)</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Outcome.ToString());
        for (var agent = 0; agent < Agents; agent++)
        {
            if (EqualityComparer<TMoney>.Default.Equals(Payments[agent], default))
            {
                continue;
            }

            text.Append(CultureInfo.InvariantCulture, $"; {agent} pays {Payments[agent]}");
            if (IsPivotal(agent))
            {
                text.Append(CultureInfo.InvariantCulture, $" (instead of {Without(agent)})");
            }
        }

        return text.ToString();
    }

    private static bool Same(TOutcome one, TOutcome other) => EqualityComparer<TOutcome>.Default.Equals(one, other);
}
