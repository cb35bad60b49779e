namespace MechanismDsl;

/// <summary>The Pareto distribution on v ≥ Scale: F(v) = 1 − (Scale/v)^Shape.</summary>
/// <param name="Shape">Tail exponent, positive; the mean is infinite up to 1 (MECH4005) and revenue unbounded below 1 (MECH4004).</param>
/// <param name="Scale">Lowest value, in money, positive.</param>
/// <remarks>Virtual value v·(1 − 1/Shape): regular for Shape &gt; 1, reserve Scale.</remarks>
/// <example><code>[Mechanism, SingleItem, RevenueOptimal, Prior&lt;Pareto&gt;(2, 1)] public partial class Auction;</code></example>
public sealed record Pareto(double Shape, double Scale) : IPrior;
