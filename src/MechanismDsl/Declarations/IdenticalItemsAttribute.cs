namespace MechanismDsl;

/// <summary>
/// The environment: several identical goods (with <see cref="ProcurementAttribute"/>: services), of which every agent wants at most one unless its
/// <see cref="AllocationAttribute"/> rule says units.
/// </summary>
/// <param name="count">How many there are, at least 1 (MECH0013).</param>
/// <remarks>
/// <see cref="EfficientAttribute"/>: the best reports are served and all pay the best report that is not (Vickrey 1961). <see cref="RevenueOptimalAttribute"/>:
/// the best virtual values that cover the cost of serving (Myerson 1981). <see cref="PayAsBidAttribute"/> and <see cref="UniformPriceAttribute"/>: other
/// prices, under which truth is not an equilibrium (MECH3018). Or a <see cref="ScoreAttribute"/> or <see cref="AllocationAttribute"/> rule of one's own.
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, IdenticalItems(3), Efficient]
/// public partial class Slots;                // the three highest bids are served and pay the fourth
///
/// Slots.Run([10, 8, 6, 4]).Served            // 3
/// Slots.Run([10, 8, 6, 4])[0].Payment        // 4
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class IdenticalItemsAttribute(int count) : Attribute
{
    /// <summary>How many there are.</summary>
    public int Count => count;
}
