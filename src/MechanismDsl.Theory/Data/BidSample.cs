using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Data;

/// <summary>
/// Observed values, one for each bidder of each past auction, in the order of the file.
/// </summary>
/// <param name="Source">The file as the declaration names it.</param>
/// <param name="Values">One value an entry.</param>
/// <param name="Auctions">The auction of each entry, numbered from 0 by first appearance; empty where the declaration names no auction column.</param>
public sealed record BidSample(string Source, EquatableArray<double> Values, EquatableArray<int> Auctions);
