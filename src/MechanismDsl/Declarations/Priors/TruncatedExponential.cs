namespace MechanismDsl;

/// <summary>The exponential distribution conditioned on [0, High]: F(v) = (1 − e^(−Rate·v))/(1 − e^(−Rate·High)).</summary>
/// <param name="Rate">Rate, per unit of money, positive.</param>
/// <param name="High">Highest value, in money, positive.</param>
/// <example><code>[Mechanism, SingleItem, RevenueOptimal, Prior&lt;TruncatedExponential&gt;(1, 4)] public partial class Auction;</code></example>
public sealed record TruncatedExponential(double Rate, double High) : IPrior;
