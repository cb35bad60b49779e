namespace MechanismDsl;

/// <summary>What one bidder gets and pays where several of its bids can be accepted.</summary>
/// <typeparam name="TMoney">The numbers of payments.</typeparam>
/// <param name="Goods">The goods that it gets, as a set of bits: bit g stands for good g; 0: none.</param>
/// <param name="Payment">What the bidder pays in all; 0 without a good.</param>
public readonly record struct GoodsAward<TMoney>(ulong Goods, TMoney Payment)
    where TMoney : struct
{
    /// <summary>True if the bidder gets a good.</summary>
    public bool IsServed => Goods != 0;

    /// <summary>Whether the bidder gets a good.</summary>
    /// <param name="good">The 0-based good, below 64.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such good.</exception>
    public bool Has(int good)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(good);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(good, 63);
        return ((Goods >> good) & 1) != 0;
    }
}
