namespace MechanismDsl;

/// <summary>The lognormal distribution: ln v is normal with mean Location and standard deviation Scale.</summary>
/// <param name="Location">Mean of ln v; the median value is e^Location.</param>
/// <param name="Scale">Standard deviation of ln v, positive.</param>
/// <example><code>[Mechanism, SingleItem, RevenueOptimal, Prior&lt;Lognormal&gt;(0, 1)] public partial class Auction;</code></example>
public sealed record Lognormal(double Location, double Scale) : IPrior;
