namespace MechanismDsl;

/// <summary>The messages of an indirect mechanism are the bids in [low, high]. Goes with a method marked <see cref="StrategyAttribute"/>.</summary>
/// <param name="low">Lowest bid, in money, at least 0.</param>
/// <param name="high">Highest bid, above <paramref name="low"/>, at most 10^15.</param>
/// <example>
/// <code>
/// [Mechanism, SingleItem, PayAsBid, Agents(2), Prior&lt;Uniform&gt;(0, 1), Message(0, 1)]
/// public partial class FirstPrice
/// {
///     [Strategy] static double Bid(double value) => value / 2;
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class MessageAttribute(double low, double high) : Attribute
{
    /// <summary>Lowest bid.</summary>
    public double Low => low;

    /// <summary>Highest bid.</summary>
    public double High => high;
}
