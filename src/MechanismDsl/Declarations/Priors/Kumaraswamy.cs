namespace MechanismDsl;

/// <summary>The Kumaraswamy (1980) distribution on [0, 1]: F(v) = 1 − (1 − v^A)^B.</summary>
/// <param name="A">First shape, positive.</param>
/// <param name="B">Second shape, positive.</param>
/// <example><code>[Mechanism, SingleItem, RevenueOptimal, Prior&lt;Kumaraswamy&gt;(2, 3)] public partial class Auction;</code></example>
public sealed record Kumaraswamy(double A, double B) : IPrior;
