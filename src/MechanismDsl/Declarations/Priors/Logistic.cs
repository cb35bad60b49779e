namespace MechanismDsl;

/// <summary>The logistic distribution: F(v) = 1/(1 + e^(−(v − Location)/Scale)).</summary>
/// <param name="Location">Mean and median, in money.</param>
/// <param name="Scale">In money, positive; the standard deviation is Scale·π/√3.</param>
/// <example><code>[Mechanism, SingleItem, RevenueOptimal, Prior&lt;Logistic&gt;(10, 2)] public partial class Auction;</code></example>
public sealed record Logistic(double Location, double Scale) : IPrior;
