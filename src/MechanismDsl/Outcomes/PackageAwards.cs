using System.Globalization;
using System.Text;

namespace MechanismDsl;

/// <summary>The outcome of a package auction: for every bidder its accepted bid and its payment.</summary>
/// <typeparam name="TMoney">The numbers of payments.</typeparam>
public readonly struct PackageAwards<TMoney> : IEquatable<PackageAwards<TMoney>>
    where TMoney : struct
{
    private readonly ReadOnlyMemory<PackageAward<TMoney>> _bidders;

    /// <summary>An outcome over the awards of all bidders. The memory is kept, not copied.</summary>
    /// <param name="bidders">One a bidder, in order.</param>
    public PackageAwards(ReadOnlyMemory<PackageAward<TMoney>> bidders) => _bidders = bidders;

    /// <summary>The awards of all bidders.</summary>
    public ReadOnlySpan<PackageAward<TMoney>> Bidders => _bidders.Span;

    /// <summary>The award of one bidder.</summary>
    /// <param name="bidder">Index of the bidder, counted from 0.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such bidder.</exception>
    public PackageAward<TMoney> this[int bidder] => _bidders.Span[bidder];

    /// <summary>Equality of all awards, in order.</summary>
    public bool Equals(PackageAwards<TMoney> other) => Bidders.SequenceEqual(other.Bidders);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PackageAwards<TMoney> other && Equals(other);

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
    public static bool operator ==(PackageAwards<TMoney> left, PackageAwards<TMoney> right) => left.Equals(right);

    /// <summary>Inequality of some award.</summary>
    public static bool operator !=(PackageAwards<TMoney> left, PackageAwards<TMoney> right) => !left.Equals(right);

    /// <summary>Who wins with which bid, numbers in invariant culture: <c>1: bid 1 at 4, 2: bid 2 at 4</c>; <c>nothing is sold</c> if no bid is accepted.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        for (var bidder = 0; bidder < Bidders.Length; bidder++)
        {
            if (this[bidder] is { IsServed: true } award)
            {
                text.Append(text.Length == 0 ? "" : ", ").Append(CultureInfo.InvariantCulture, $"{bidder}: bid {award.Bid} at {award.Payment}");
            }
        }

        return text.Length == 0 ? "nothing is sold" : text.ToString();
    }
}
