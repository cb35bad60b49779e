namespace MechanismDsl;

/// <summary>
/// The rule of McAfee (1992) for a <see cref="DoubleAuctionAttribute"/>: of the k efficient pairs all trade at half of the sum of bid k + 1 and cost k + 1
/// if pair k accepts that price; otherwise pair k is left out and its bid and cost are the prices. Truth is dominant, nobody loses, and the market maker
/// never pays; at most the least valuable trade is lost.
/// </summary>
/// <remarks>
/// On a grid of money the half of the sum is rounded down to the grid, which leaves truth dominant: the price still lies between the two reports and
/// depends on nothing else.
/// </remarks>
/// <example><code>[Mechanism, DoubleAuction, TradeReduction, Money&lt;decimal&gt;] public partial class Market;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class TradeReductionAttribute : Attribute;
