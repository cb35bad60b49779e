namespace MechanismDsl;

/// <summary>The power distribution on [0, High]: F(v) = (v/High)^Exponent.</summary>
/// <param name="Exponent">Positive; 1 is uniform.</param>
/// <param name="High">Highest value, in money, positive.</param>
/// <remarks>Reserve High·(Exponent + 1)^(−1/Exponent).</remarks>
/// <example><code>[Mechanism, SingleItem, RevenueOptimal, Prior&lt;Power&gt;(2, 1)] public partial class Auction;</code></example>
public sealed record Power(double Exponent, double High) : IPrior;
