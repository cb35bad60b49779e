using System.Globalization;
using System.Text;

namespace MechanismDsl;

/// <summary>The outcome of the dissolution of a partnership: who gets everything, and what every partner pays.</summary>
/// <typeparam name="TMoney">The numbers of payments.</typeparam>
/// <example>
/// <code>
/// var outcome = Buyout.Run([.4, .8]);        // Buyout of the example of <see cref="PartnershipAttribute"/>
/// outcome.Owner                              // 1
/// outcome.Payments[0]                        // -0.24: the partner that leaves receives it
/// </code>
/// </example>
public readonly struct Dissolution<TMoney> : IEquatable<Dissolution<TMoney>>
    where TMoney : struct
{
    private readonly ReadOnlyMemory<TMoney> _payments;

    /// <summary>An outcome. The memory is kept, not copied, so that a batch can live in one block.</summary>
    /// <param name="owner">The partner that gets everything, counted from 0.</param>
    /// <param name="payments">What every partner pays, in order.</param>
    public Dissolution(int owner, ReadOnlyMemory<TMoney> payments) => (Owner, _payments) = (owner, payments);

    /// <summary>The partner that gets everything, counted from 0.</summary>
    public int Owner { get; }

    /// <summary>What every partner pays, in order; negative: it receives that. They sum to zero.</summary>
    public ReadOnlySpan<TMoney> Payments => _payments.Span;

    /// <summary>Equality of owner and payments.</summary>
    public bool Equals(Dissolution<TMoney> other) => Owner == other.Owner && Payments.SequenceEqual(other.Payments);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Dissolution<TMoney> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Owner);
        foreach (var payment in Payments)
        {
            hash.Add(payment);
        }

        return hash.ToHashCode();
    }

    /// <summary>Equality of owner and payments.</summary>
    public static bool operator ==(Dissolution<TMoney> left, Dissolution<TMoney> right) => left.Equals(right);

    /// <summary>Inequality of one of them.</summary>
    public static bool operator !=(Dissolution<TMoney> left, Dissolution<TMoney> right) => !left.Equals(right);

    /// <summary>The owner and all payments, numbers in invariant culture: <c>1 gets everything; payments -0.24, 0.24</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Owner} gets everything; payments ");
        for (var partner = 0; partner < Payments.Length; partner++)
        {
            text.Append(partner == 0 ? "" : ", ").Append(CultureInfo.InvariantCulture, $"{Payments[partner]}");
        }

        return text.ToString();
    }
}
