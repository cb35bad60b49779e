namespace MechanismDsl;

/// <summary>The exponential distribution: F(v) = 1 − e^(−Rate·v) for v ≥ 0.</summary>
/// <param name="Rate">Hazard rate, per unit of money, positive; the mean is 1/Rate.</param>
/// <remarks>Virtual value v − 1/Rate, reserve 1/Rate.</remarks>
/// <example><code>[Mechanism, SingleItem, RevenueOptimal, Prior&lt;Exponential&gt;(0.5)] public partial class Auction;</code></example>
public sealed record Exponential(double Rate) : IPrior;
