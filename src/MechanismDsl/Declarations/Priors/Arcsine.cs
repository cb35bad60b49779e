namespace MechanismDsl;

/// <summary>The arcsine distribution on [Low, High]: density 1/(π·√((v − Low)(High − v))), U-shaped and irregular.</summary>
/// <param name="Low">Lowest value, in money; finite.</param>
/// <param name="High">Highest value, in money; finite, above <paramref name="Low"/>.</param>
/// <example><code>[Mechanism, SingleItem, RevenueOptimal, Prior&lt;Arcsine&gt;(0, 1)] public partial class Auction;</code></example>
public sealed record Arcsine(double Low, double High) : IPrior;
