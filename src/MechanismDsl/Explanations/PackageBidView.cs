using System.Numerics;

namespace MechanismDsl.Explanations;

/// <summary>What an explanation asks of the bids of a package auction, whatever their type.</summary>
/// <typeparam name="TBid">A bid.</typeparam>
/// <typeparam name="TMoney">The numbers of values.</typeparam>
/// <param name="Bidder">Who makes it.</param>
/// <param name="Value">What its package is worth.</param>
/// <param name="WithValue">The bid with another value.</param>
/// <param name="Overlap">Whether two bids share a good.</param>
public sealed record PackageBidView<TBid, TMoney>(Func<TBid, int> Bidder, Func<TBid, TMoney> Value, Func<TBid, TMoney, TBid> WithValue, Func<TBid, TBid, bool> Overlap)
    where TMoney : struct, INumber<TMoney>;
