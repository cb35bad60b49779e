using System.Globalization;
using System.Numerics;
using System.Text;

namespace MechanismDsl;

/// <summary>The outcome of an auction of goods in which several bids of a bidder can be accepted: for every bidder its goods and its payment.</summary>
/// <typeparam name="TMoney">The numbers of payments.</typeparam>
public readonly struct GoodsAwards<TMoney> : IEquatable<GoodsAwards<TMoney>>
    where TMoney : struct
{
    private readonly ReadOnlyMemory<GoodsAward<TMoney>> _bidders;

    /// <summary>An outcome over the awards of all bidders. The memory is kept, not copied.</summary>
    /// <param name="bidders">One a bidder, in order.</param>
    public GoodsAwards(ReadOnlyMemory<GoodsAward<TMoney>> bidders) => _bidders = bidders;

    /// <summary>The awards of all bidders.</summary>
    public ReadOnlySpan<GoodsAward<TMoney>> Bidders => _bidders.Span;

    /// <summary>The award of one bidder.</summary>
    /// <param name="bidder">Index of the bidder, counted from 0.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such bidder.</exception>
    public GoodsAward<TMoney> this[int bidder] => _bidders.Span[bidder];

    /// <summary>Equality of all awards, in order.</summary>
    public bool Equals(GoodsAwards<TMoney> other) => Bidders.SequenceEqual(other.Bidders);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is GoodsAwards<TMoney> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var bidder in Bidders)
        {
            hash.Add(bidder);
        }

        return hash.ToHashCode();
    }

    /// <summary>Equality of all awards, in order.</summary>
    public static bool operator ==(GoodsAwards<TMoney> left, GoodsAwards<TMoney> right) => left.Equals(right);

    /// <summary>Inequality of some award.</summary>
    public static bool operator !=(GoodsAwards<TMoney> left, GoodsAwards<TMoney> right) => !left.Equals(right);

    /// <summary>Who gets which goods, numbers in invariant culture: <c>0: goods 0, 2 at 4; 1: good 1 at 3</c>; <c>nothing is sold</c> if nobody gets a good.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var bidder = 0; bidder < Bidders.Length; bidder++)
        {
            if (this[bidder] is not { IsServed: true } award)
            {
                continue;
            }

            text.Append(text.Length == 0 ? "" : "; ").Append(CultureInfo.InvariantCulture, $"{bidder}: {(BitOperations.IsPow2(award.Goods) ? "good" : "goods")} ");
            var separator = string.Empty;
            for (var rest = award.Goods; rest != 0; rest &= rest - 1)
            {
                text.Append(separator).Append(BitOperations.TrailingZeroCount(rest));
                separator = ", ";
            }

            text.Append(CultureInfo.InvariantCulture, $" at {award.Payment}");
        }

        return text.Length == 0 ? "nothing is sold" : text.ToString();
    }
}
