namespace MechanismDsl;

/// <summary>The triangular distribution: the density rises linearly from Low to Mode and falls linearly to High.</summary>
/// <param name="Low">Lowest value, in money; finite.</param>
/// <param name="Mode">Most likely value, from <paramref name="Low"/> to <paramref name="High"/>.</param>
/// <param name="High">Highest value, in money; above <paramref name="Low"/>.</param>
/// <example><code>[Mechanism, SingleItem, RevenueOptimal, Prior&lt;Triangular&gt;(0, 0.5, 1)] public partial class Auction;</code></example>
public sealed record Triangular(double Low, double Mode, double High) : IPrior;
