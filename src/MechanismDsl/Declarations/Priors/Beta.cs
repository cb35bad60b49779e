namespace MechanismDsl;

/// <summary>The Beta distribution on [0, 1]: density proportional to v^(A − 1)·(1 − v)^(B − 1).</summary>
/// <param name="A">First shape, positive.</param>
/// <param name="B">Second shape, positive.</param>
/// <example><code>[Mechanism, SingleItem, RevenueOptimal, Prior&lt;Beta&gt;(2, 5)] public partial class Auction;</code></example>
public sealed record Beta(double A, double B) : IPrior;
