namespace MechanismDsl;

/// <summary>
/// The objective: as much welfare as a budget leaves that balances in expectation (Myerson and Satterthwaite 1983). Where an efficient decision that everybody joins
/// of their own accord costs money, the second best gives up the decisions that are worth least: a share of what types are worth to their owners alone counts as a cost.
/// </summary>
/// <remarks>
/// In a <see cref="BilateralTradeAttribute"/>, a <see cref="DoubleAuctionAttribute"/> and a <see cref="PublicProjectAttribute"/>, with the prior of every agent; in a double
/// auction with the numbers of both sides (Gresik and Satterthwaite 1989). Payments are thresholds, so truth is a
/// dominant strategy and nobody loses; expected payments equal the expected cost. With <see cref="RebalancedAttribute"/> they equal it at every profile of a trade or a
/// project, and truth is a best reply in expectation.
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, BilateralTrade, SecondBest, Seller&lt;Uniform&gt;(0, 1), Buyer&lt;Uniform&gt;(0, 1)]
/// public partial class House;
/// // trades if the bid is at least the cost plus 1/4, and keeps 27/32 of the gains of efficient trade, without a subsidy
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class SecondBestAttribute : Attribute;
