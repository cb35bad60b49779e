namespace MechanismDsl;

/// <summary>
/// The environment: several identical goods (with <see cref="ProcurementAttribute"/>: services), of which every agent wants at most one unless its
/// <see cref="AllocationAttribute"/> rule says units. Who is served is decided by a rule of one's own.
/// </summary>
/// <param name="count">How many there are, at least 1 (MECH0013).</param>
/// <example>
/// <code>
/// [Mechanism, IdenticalItems(3)]
/// public partial class Slots                 // the three highest bids are served and pay the fourth
/// {
///     [Score] static double Score([Between(0, 100)] double bid) =&gt; bid;
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class IdenticalItemsAttribute(int count) : Attribute
{
    /// <summary>How many there are.</summary>
    public int Count => count;
}
