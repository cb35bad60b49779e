namespace MechanismDsl;

/// <summary>
/// The environment: several different items and agents who want at most one each (unit demand). Every agent reports a value for every item. Items are
/// told apart by their index, and their number is known when the mechanism runs; see <see cref="AssignmentAttribute{TItem}"/> for items with names.
/// </summary>
/// <remarks>The rule is <see cref="EfficientAttribute"/>: the assignment that is worth most, at the lowest competitive prices (Leonard 1983; Demange, Gale and Sotomayor 1986).</remarks>
/// <example>
/// <code>
/// [Mechanism, Assignment, Efficient]
/// public partial class Rooms;
/// // Rooms.Run([5, 2,  4, 3,  1, 1], items: 2): agent 0 gets item 0 for 2, agent 1 gets item 1 for 1
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class AssignmentAttribute : Attribute;

/// <summary>
/// The environment: the members of an enum are items, and agents want at most one each (unit demand). An agent's report is a record with a value for
/// every item, which the compiler declares.
/// </summary>
/// <typeparam name="TItem">The items: an enum whose members have different values (MECH0030).</typeparam>
/// <example>
/// <code>
/// public enum Berth { Quay, Pier }
///
/// [Mechanism, Assignment&lt;Berth&gt;, Efficient]
/// public partial class Berths;
/// // Berths.Run([new(Quay: 5, Pier: 2), new(4, 3), new(1, 1)]): agent 0 gets the quay for 2, agent 1 the pier for 1
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class AssignmentAttribute<TItem> : Attribute
    where TItem : struct, Enum
{
    /// <summary>How many there are of each item, in the order of the enum; one of each unless set (MECH0013, MECH0030).</summary>
    public int[] Capacities { get; set; } = [];
}
