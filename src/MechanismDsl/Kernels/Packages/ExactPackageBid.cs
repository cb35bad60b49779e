namespace MechanismDsl.Kernels;

/// <summary>A bid for a package of up to 64 goods in whole units of money, all or nothing. Bids of one bidder exclude each other (XOR).</summary>
/// <param name="Bidder">The 0-based bidder.</param>
/// <param name="Goods">The goods as a set of bits: bit g stands for good g.</param>
/// <param name="Value">What the package is worth to the bidder, in units of money (say cents); at least 0.</param>
public readonly record struct ExactPackageBid(int Bidder, ulong Goods, long Value);
