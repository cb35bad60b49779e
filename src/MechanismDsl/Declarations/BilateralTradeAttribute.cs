namespace MechanismDsl;

/// <summary>
/// The environment: one seller who owns a good and one buyer (Myerson and Satterthwaite 1983). The seller reports what keeping the good is worth to it
/// (its cost), the buyer what having it is worth; they trade if the bid is at least the cost.
/// </summary>
/// <remarks>
/// The rule is <see cref="EfficientAttribute"/>: the buyer pays the seller's cost and the seller receives the buyer's bid, so that truth is dominant and the
/// market maker bears the difference; or <see cref="PostedPriceAttribute"/>: they trade at the price if both accept it.
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, BilateralTrade, Efficient, Seller&lt;Uniform&gt;(0, 1), Buyer&lt;Uniform&gt;(0, 1)]
/// public partial class House;
/// // House.Run(cost: .25, bid: .75): the buyer pays .25, the seller receives .75; the expected subsidy is 1/6
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class BilateralTradeAttribute : Attribute;
