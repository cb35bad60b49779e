namespace MechanismDsl;

/// <summary>What one bidder gets and pays where bids are made for packages of goods.</summary>
/// <typeparam name="TMoney">The numbers of payments.</typeparam>
/// <param name="Bid">Index of the accepted bid among all bids; −1: none.</param>
/// <param name="Payment">What the bidder pays; 0 without an accepted bid.</param>
public readonly record struct PackageAward<TMoney>(int Bid, TMoney Payment)
    where TMoney : struct
{
    /// <summary>True if a bid of the bidder is accepted.</summary>
    public bool IsServed => Bid >= 0;
}
