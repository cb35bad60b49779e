using System.Globalization;
using System.Numerics;
using System.Text;

namespace MechanismDsl;

/// <summary>The outcome of an exchange of single units: who trades, what each trading buyer pays and each trading seller receives.</summary>
/// <typeparam name="TMoney">The numbers of reports and payments.</typeparam>
/// <example>
/// <code>
/// var outcome = Market.Run([9, 7, 5, 2], [1, 3, 6, 8]);     // bids, costs; Market of the example of <see cref="DoubleAuctionAttribute"/>
/// outcome.Count                                             // 2: buyers 0 and 1 trade with sellers 0 and 1
/// outcome.Clearing.BuyerPays                                // 5.5
/// </code>
/// </example>
public readonly struct Trades<TMoney> : IEquatable<Trades<TMoney>>
    where TMoney : struct, INumber<TMoney>
{
    private readonly ReadOnlyMemory<bool> _buys;
    private readonly ReadOnlyMemory<bool> _sells;

    /// <summary>An outcome over what every agent does. The memory is kept, not copied, so that a batch can live in one block.</summary>
    /// <param name="clearing">The number of trades and the prices.</param>
    /// <param name="buys">For each buyer whether it trades.</param>
    /// <param name="sells">For each seller whether it trades.</param>
    public Trades(Clearing<TMoney> clearing, ReadOnlyMemory<bool> buys, ReadOnlyMemory<bool> sells)
    {
        Clearing = clearing;
        _buys = buys;
        _sells = sells;
    }

    /// <summary>The number of trades and the prices.</summary>
    public Clearing<TMoney> Clearing { get; }

    /// <summary>The number of units that change hands.</summary>
    public int Count => Clearing.Trades;

    /// <summary>For each buyer whether it trades, in the order of the bids.</summary>
    public ReadOnlySpan<bool> Buys => _buys.Span;

    /// <summary>For each seller whether it trades, in the order of the costs.</summary>
    public ReadOnlySpan<bool> Sells => _sells.Span;

    /// <summary>What a buyer pays.</summary>
    /// <param name="buyer">Its index, counted from 0.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such buyer.</exception>
    public TMoney PaymentOf(int buyer) => Buys[buyer] ? Clearing.BuyerPays : TMoney.Zero;

    /// <summary>What a seller receives.</summary>
    /// <param name="seller">Its index, counted from 0.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such seller.</exception>
    public TMoney ReceiptOf(int seller) => Sells[seller] ? Clearing.SellerReceives : TMoney.Zero;

    /// <summary>Equality of prices and of what everybody does.</summary>
    public bool Equals(Trades<TMoney> other) => Clearing == other.Clearing && Buys.SequenceEqual(other.Buys) && Sells.SequenceEqual(other.Sells);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Trades<TMoney> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Clearing, Buys.Length, Sells.Length);

    /// <summary>Equality of prices and of what everybody does.</summary>
    public static bool operator ==(Trades<TMoney> left, Trades<TMoney> right) => left.Equals(right);

    /// <summary>Inequality of some price or of what somebody does.</summary>
    public static bool operator !=(Trades<TMoney> left, Trades<TMoney> right) => !left.Equals(right);

    /// <summary>Who trades, numbers in invariant culture: <c>buyers 0, 1 pay 5; sellers 0, 1 receive 6</c>; <c>no trade</c> if nobody does.</summary>
    public override string ToString() => Count == 0
        ? "no trade"
        : string.Create(CultureInfo.InvariantCulture, $"buyers {List(Buys)} pay {Clearing.BuyerPays}; sellers {List(Sells)} receive {Clearing.SellerReceives}");

    private static string List(ReadOnlySpan<bool> marks)
    {
        var text = new StringBuilder();
        for (var agent = 0; agent < marks.Length; agent++)
        {
            if (marks[agent])
            {
                text.Append(text.Length == 0 ? "" : ", ").Append(CultureInfo.InvariantCulture, $"{agent}");
            }
        }

        return text.ToString();
    }
}
