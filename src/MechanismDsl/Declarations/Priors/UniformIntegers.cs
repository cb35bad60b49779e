namespace MechanismDsl;

/// <summary>Every whole number from Low to High with the same probability.</summary>
/// <param name="Low">Lowest value.</param>
/// <param name="High">Highest value, at least <paramref name="Low"/>; at most 10,000 values.</param>
/// <example><code>[Mechanism, SingleItem, RevenueOptimal, Prior&lt;UniformIntegers&gt;(1, 9)] public partial class Auction;</code></example>
public sealed record UniformIntegers(int Low, int High) : IPrior;
