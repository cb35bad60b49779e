namespace MechanismDsl;

/// <summary>The Pareto distribution conditioned on [Low, High]: F(v) = (1 − (Low/v)^Shape)/(1 − (Low/High)^Shape).</summary>
/// <param name="Shape">Tail exponent, positive.</param>
/// <param name="Low">Lowest value, in money, positive.</param>
/// <param name="High">Highest value, above <paramref name="Low"/>, finite.</param>
/// <example><code>[Mechanism, SingleItem, RevenueOptimal, Prior&lt;BoundedPareto&gt;(1, 1, 100)] public partial class Auction;</code></example>
public sealed record BoundedPareto(double Shape, double Low, double High) : IPrior;
