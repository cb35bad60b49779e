namespace MechanismDsl;

/// <summary>A limit on who may be served together: at most so many of some agents. Several limits hold together.</summary>
/// <param name="most">The number, at least 0 (MECH0013).</param>
/// <param name="agents">Names of agents or of groups (<see cref="AgentAttribute.Group"/>), each at most once (MECH0025); none: all agents.</param>
/// <remarks>Beside <see cref="ServicesAttribute"/>, <see cref="IdenticalItemsAttribute"/> or <see cref="KnapsackAttribute"/> with named agents.</remarks>
/// <example>
/// <code>
/// [Mechanism, IdenticalItems(2), Efficient]
/// [Agent("North", Group = "coast"), Agent("South", Group = "coast"), Agent("East")]
/// [AtMost(1, "coast")]
/// public partial class Licences;            // North 5, South 4, East 1: North pays 4, East pays 0
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false, AllowMultiple = true)]
public sealed class AtMostAttribute(int most, params string[] agents) : Attribute
{
    /// <summary>The number.</summary>
    public int Most => most;

    /// <summary>Names of agents or groups; none: all agents.</summary>
    public IReadOnlyList<string> Agents => agents;

    /// <summary>Whether the number holds for each group among the agents, instead of for all of them together.</summary>
    public bool PerGroup { get; set; }
}
