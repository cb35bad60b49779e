using System.Globalization;
using System.Numerics;
using System.Text;

namespace MechanismDsl;

/// <summary>The outcome of an exchange of single units in which every agent has a price of its own: who trades, what each buyer pays and each seller receives.</summary>
/// <typeparam name="TMoney">The numbers of reports and payments.</typeparam>
/// <example>
/// <code>
/// var outcome = Pool.Run([.9, .6, .5], [.1, .4, .7]);    // bids, costs; Pool of the example of <see cref="IPricedExchange{TMoney}"/>
/// outcome.Count                                          // 1
/// outcome.Pays[0]                                        // what buyer 0 pays; 0 for a buyer that does not trade
/// </code>
/// </example>
public readonly struct PricedTrades<TMoney> : IEquatable<PricedTrades<TMoney>>
    where TMoney : struct, INumber<TMoney>
{
    private readonly ReadOnlyMemory<bool> _buys;
    private readonly ReadOnlyMemory<bool> _sells;
    private readonly ReadOnlyMemory<TMoney> _pays;
    private readonly ReadOnlyMemory<TMoney> _receives;

    /// <summary>An outcome over what every agent does. The memory is kept, not copied, so that a batch can live in one block.</summary>
    /// <param name="count">The number of trades.</param>
    /// <param name="buys">For each buyer whether it trades.</param>
    /// <param name="sells">For each seller whether it trades.</param>
    /// <param name="pays">What each buyer pays.</param>
    /// <param name="receives">What each seller receives.</param>
    public PricedTrades(int count, ReadOnlyMemory<bool> buys, ReadOnlyMemory<bool> sells, ReadOnlyMemory<TMoney> pays, ReadOnlyMemory<TMoney> receives)
    {
        Count = count;
        _buys = buys;
        _sells = sells;
        _pays = pays;
        _receives = receives;
    }

    /// <summary>The number of units that change hands.</summary>
    public int Count { get; }

    /// <summary>For each buyer whether it gets a unit, in the order of the bids.</summary>
    public ReadOnlySpan<bool> Buys => _buys.Span;

    /// <summary>For each seller whether it gives its unit away, in the order of the costs.</summary>
    public ReadOnlySpan<bool> Sells => _sells.Span;

    /// <summary>What each buyer pays, in the order of the bids; 0 without a trade.</summary>
    public ReadOnlySpan<TMoney> Pays => _pays.Span;

    /// <summary>What each seller receives, in the order of the costs; 0 without a trade.</summary>
    public ReadOnlySpan<TMoney> Receives => _receives.Span;

    /// <summary>What the market maker adds so that sellers receive what they are due: receipts less payments; negative: what it keeps.</summary>
    public TMoney Subsidy
    {
        get
        {
            var subsidy = TMoney.Zero;
            foreach (var receipt in Receives)
            {
                subsidy += receipt;
            }

            foreach (var payment in Pays)
            {
                subsidy -= payment;
            }

            return subsidy;
        }
    }

    /// <summary>Equality of what everybody does, pays and receives.</summary>
    public bool Equals(PricedTrades<TMoney> other) =>
        Count == other.Count && Buys.SequenceEqual(other.Buys) && Sells.SequenceEqual(other.Sells) && Pays.SequenceEqual(other.Pays) && Receives.SequenceEqual(other.Receives);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PricedTrades<TMoney> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, Buys.Length, Sells.Length);

    /// <summary>Equality of what everybody does, pays and receives.</summary>
    public static bool operator ==(PricedTrades<TMoney> left, PricedTrades<TMoney> right) => left.Equals(right);

    /// <summary>Inequality of what somebody does, pays or receives.</summary>
    public static bool operator !=(PricedTrades<TMoney> left, PricedTrades<TMoney> right) => !left.Equals(right);

    /// <summary>Who trades, numbers in invariant culture: <c>buyer 0 pays 5, buyer 2 pays 4; seller 1 receives 3, seller 2 receives 3</c>; <c>no trade</c> if nobody does.</summary>
    public override string ToString() => Count == 0
        ? "no trade"
        : $"{List("buyer", "pays", Buys, Pays)}; {List("seller", "receives", Sells, Receives)}";

    private static string List(string who, string verb, ReadOnlySpan<bool> trades, ReadOnlySpan<TMoney> amounts)
    {
        var text = new StringBuilder();
        for (var agent = 0; agent < trades.Length; agent++)
        {
            if (trades[agent])
            {
                text.Append(text.Length == 0 ? "" : ", ").Append(CultureInfo.InvariantCulture, $"{who} {agent} {verb} {amounts[agent]}");
            }
        }

        return text.ToString();
    }
}
