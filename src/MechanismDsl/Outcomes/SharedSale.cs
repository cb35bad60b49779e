using System.Globalization;
using System.Text;

namespace MechanismDsl;

/// <summary>
/// The outcome of a single-item mechanism under <see cref="TieRule.Shared"/>: for every agent the probability of being served and the
/// expected payment. The probabilities sum to 1 if the good is sold and to 0 if it is not; under <see cref="OptimalAttribute"/> also to numbers between.
/// </summary>
/// <typeparam name="TMoney">The numbers of reports and payments.</typeparam>
public readonly struct SharedSale<TMoney> : IEquatable<SharedSale<TMoney>>
    where TMoney : struct
{
    private readonly ReadOnlyMemory<Share<TMoney>> _shares;

    /// <summary>An outcome over the shares of all agents, in the order of the reports. The memory is kept, not copied, so that a batch can live in one block.</summary>
    /// <param name="shares">One share an agent.</param>
    public SharedSale(ReadOnlyMemory<Share<TMoney>> shares) => _shares = shares;

    /// <summary>The shares of all agents, in the order of the reports; empty if there were no reports.</summary>
    public ReadOnlySpan<Share<TMoney>> Shares => _shares.Span;

    /// <summary>The share of one agent.</summary>
    /// <param name="agent">Index of the agent, counted from 0.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such agent.</exception>
    public Share<TMoney> this[int agent] => _shares.Span[agent];

    /// <summary>True if an agent is served.</summary>
    public bool IsSold
    {
        get
        {
            foreach (var share in Shares)
            {
                if (share.Probability > 0)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Equality of all shares, in order.</summary>
    public bool Equals(SharedSale<TMoney> other) => Shares.SequenceEqual(other.Shares);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SharedSale<TMoney> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var share in Shares)
        {
            hash.Add(share);
        }

        return hash.ToHashCode();
    }

    /// <summary>Equality of all shares, in order.</summary>
    public static bool operator ==(SharedSale<TMoney> left, SharedSale<TMoney> right) => left.Equals(right);

    /// <summary>Inequality of some share.</summary>
    public static bool operator !=(SharedSale<TMoney> left, SharedSale<TMoney> right) => !left.Equals(right);

    /// <summary>The shares with a chance or a payment, numbers in invariant culture: <c>0: 0.5 at 3, 1: 0.5 at 3</c>; <c>unsold</c> if there are none.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var agent = 0; agent < Shares.Length; agent++)
        {
            var (probability, payment) = this[agent];
            if (probability == 0 && EqualityComparer<TMoney>.Default.Equals(payment, default))
            {
                continue;
            }

            text.Append(text.Length == 0 ? "" : ", ").Append(CultureInfo.InvariantCulture, $"{agent}: {probability} at {payment}");
        }

        return text.Length == 0 ? "unsold" : text.ToString();
    }
}
