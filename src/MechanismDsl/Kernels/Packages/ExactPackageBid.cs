namespace MechanismDsl.Kernels;

/// <summary>A bid for a package of up to 64 goods in whole units of money, all or nothing. Bids of one bidder exclude each other (XOR).</summary>
/// <param name="Bidder">The 0-based bidder.</param>
/// <param name="Goods">The goods as a set of bits: bit g stands for good g.</param>
/// <param name="Value">What the package is worth to the bidder, in units of money (say cents); at least 0.</param>
public readonly record struct ExactPackageBid(int Bidder, ulong Goods, long Value);

/// <summary>A bid for a package of up to 64 goods in exact money, all or nothing. Bids of one bidder exclude each other (XOR).</summary>
/// <typeparam name="TMoney">The numbers of values and payments, <see cref="decimal"/> or <see cref="long"/>.</typeparam>
/// <param name="Bidder">The 0-based bidder.</param>
/// <param name="Goods">The goods as a set of bits: bit g stands for good g.</param>
/// <param name="Value">What the package is worth to the bidder: a multiple of the unit of the money, at least 0.</param>
public readonly record struct PackageBid<TMoney>(int Bidder, ulong Goods, TMoney Value)
    where TMoney : struct;
