namespace MechanismDsl;

/// <summary>The uniform distribution on [Low, High]: every value of the interval is equally likely.</summary>
/// <param name="Low">Lowest value, in money; finite.</param>
/// <param name="High">Highest value, in money; finite, above <paramref name="Low"/>.</param>
/// <remarks>Virtual value 2v − High (Myerson 1981), so the reserve is max(Low, High/2).</remarks>
/// <example><code>[Mechanism, SingleItem, RevenueOptimal, Prior&lt;Uniform&gt;(0, 12)] public partial class Auction;</code></example>
public sealed record Uniform(double Low, double High) : IPrior;
