namespace MechanismDsl;

/// <summary>The normal distribution conditioned on [Low, High].</summary>
/// <param name="Mean">Mean before truncation, in money.</param>
/// <param name="Deviation">Standard deviation before truncation, in money, positive.</param>
/// <param name="Low">Lowest value; −∞ unless given.</param>
/// <param name="High">Highest value, above <paramref name="Low"/>; +∞ unless given.</param>
/// <example><code>[Mechanism, SingleItem, RevenueOptimal, Prior&lt;TruncatedNormal&gt;(5, 2, 0)] public partial class Auction;</code></example>
public sealed record TruncatedNormal(double Mean, double Deviation, double Low = double.NegativeInfinity, double High = double.PositiveInfinity) : IPrior;
