namespace MechanismDsl;

/// <summary>
/// Agents want several of the identical items: each reports what its first item is worth to it, what a second one adds, and so on, and no item adds more than
/// the one before (decreasing marginal values). Beside <see cref="IdenticalItemsAttribute"/>.
/// </summary>
/// <param name="most">How many items an agent can want, 1 to 1000 (MECH0013): the number of marginal values in a report. 0 stands for an item that it does not want.</param>
/// <remarks>
/// With <see cref="EfficientAttribute"/> the highest marginal values are served, and who gets q items pays the q highest marginal values of the others that
/// are not served (Vickrey 1961); truth is a dominant strategy. With <see cref="UniformPriceAttribute"/> or <see cref="PayAsBidAttribute"/> it is not, and
/// asking for fewer items than one wants can pay (MECH3049). A <see cref="ReserveAttribute"/> or <see cref="SellerValueAttribute"/> is the lowest price of an item.
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, IdenticalItems(3), Decreasing(2), Efficient]
/// public partial class Permits;
/// // Permits.Run([10, 7,  8, 1,  5, 4]): agent 0 gets 2 items and pays 5 + 4, agent 1 gets one for 5
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class DecreasingAttribute(int most) : Attribute
{
    /// <summary>How many items an agent can want.</summary>
    public int Most => most;
}
