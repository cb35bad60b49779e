namespace MechanismDsl;

/// <summary>The Gamma distribution on v ≥ 0: density proportional to v^(Shape − 1)·e^(−v/Scale).</summary>
/// <param name="Shape">Positive; 1 is exponential.</param>
/// <param name="Scale">In money, positive; the mean is Shape·Scale.</param>
/// <example><code>[Mechanism, SingleItem, RevenueOptimal, Prior&lt;Gamma&gt;(2, 3)] public partial class Auction;</code></example>
public sealed record Gamma(double Shape, double Scale) : IPrior;
