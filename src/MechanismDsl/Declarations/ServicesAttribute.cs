namespace MechanismDsl;

/// <summary>
/// The environment: a service of which every named agent wants one, or (with <see cref="ProcurementAttribute"/>) supplies one. Who may be served together is
/// limited by <see cref="AtMostAttribute"/>, <see cref="CapacityAttribute"/> and <see cref="MustServeAttribute"/>; without a limit everybody can be.
/// </summary>
/// <remarks>
/// <see cref="EfficientAttribute"/>: of all sets that the limits allow the one with the highest sum of values. <see cref="RevenueOptimalAttribute"/>: the one
/// with the highest sum of virtual values (Myerson 1981). Each served agent pays the lowest report with which it would still have been served. There are any
/// number of agents where all limits are <see cref="AtMostAttribute"/> and their groups are nested or share nobody: the highest scores come first. With other
/// limits all sets are tried, of at most 16 agents (MECH0048).
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, Services, Efficient]
/// [Agent("North"), Agent("South"), Agent("East")]
/// [AtMost(1, "North", "South")]             // they interfere with each other
/// public partial class Licences;            // North 5, South 4, East 1: North pays 4, East pays 0
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ServicesAttribute : Attribute;
