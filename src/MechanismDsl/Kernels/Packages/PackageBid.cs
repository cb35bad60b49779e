namespace MechanismDsl.Kernels;

/// <summary>A bid for a package of goods, all or nothing. Bids of one bidder exclude each other (XOR): at most one of them is accepted.</summary>
/// <param name="Bidder">The 0-based bidder.</param>
/// <param name="Goods">The goods as a set of bits: bit g stands for good g.</param>
/// <param name="Value">What the package is worth to the bidder; finite and at least 0.</param>
public readonly record struct PackageBid(int Bidder, uint Goods, double Value);
