namespace MechanismDsl;

/// <summary>
/// The best reports are served and all pay the worst of them, the lowest winning bid (with <see cref="ProcurementAttribute"/>: all receive the highest winning
/// cost). Truth is not an equilibrium, because the last to be served sets the price that it pays itself; needs no objective.
/// </summary>
/// <remarks>For <see cref="IdenticalItemsAttribute"/>. The other uniform price, the best losing bid, is the truthful one: it is what <see cref="EfficientAttribute"/> charges.</remarks>
/// <example>
/// <code>
/// [Mechanism, IdenticalItems(2), UniformPrice]
/// public partial class Bonds;                // bids 10, 8, 5: both winners pay 8
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class UniformPriceAttribute : Attribute;
