namespace MechanismDsl;

/// <summary>The Weibull distribution on v ≥ 0: F(v) = 1 − e^(−(v/Scale)^Shape).</summary>
/// <param name="Shape">Positive; 1 is exponential, at least 1 has a monotone hazard rate.</param>
/// <param name="Scale">In money, positive.</param>
/// <remarks>Reserve Scale·Shape^(−1/Shape) for Shape ≥ 1.</remarks>
/// <example><code>[Mechanism, SingleItem, RevenueOptimal, Prior&lt;Weibull&gt;(2, 1)] public partial class Auction;</code></example>
public sealed record Weibull(double Shape, double Scale) : IPrior;
