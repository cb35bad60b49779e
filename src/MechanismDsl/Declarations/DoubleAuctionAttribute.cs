namespace MechanismDsl;

/// <summary>
/// The environment: sellers who own one unit of a good each, and buyers who want one each. Sellers report what keeping their unit is worth to them (their
/// cost), buyers what having one is worth. A bid equal to the cost trades; among equals the lowest index does.
/// </summary>
/// <remarks>
/// Agents are alike (<see cref="SellersAttribute"/>, <see cref="BuyersAttribute"/>, or nothing) or named (<see cref="SellerAttribute"/>,
/// <see cref="BuyerAttribute"/>). The rule is <see cref="EfficientAttribute"/>, <see cref="TradeReductionAttribute"/> or
/// <see cref="PostedPriceAttribute"/>, or, with priors, <see cref="SecondBestAttribute"/> or <see cref="RevenueOptimalAttribute"/>.
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, DoubleAuction, TradeReduction]
/// public partial class Market;
/// // Market.Run(bids: [9, 7, 5, 2], costs: [1, 3, 6, 8]): buyers 0 and 1 trade with sellers 0 and 1 at 5.5
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class DoubleAuctionAttribute : Attribute;
