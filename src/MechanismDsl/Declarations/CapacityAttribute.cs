namespace MechanismDsl;

/// <summary>A limit on who may be served together: the sizes of some agents (<see cref="AgentAttribute.Size"/>) sum to at most so much. Several limits hold together.</summary>
/// <param name="capacity">What there is, at least 1 (MECH0013).</param>
/// <param name="agents">Names of agents or of groups (<see cref="AgentAttribute.Group"/>), each at most once (MECH0025); none: all agents.</param>
/// <remarks>Beside <see cref="ServicesAttribute"/>, <see cref="IdenticalItemsAttribute"/> or <see cref="KnapsackAttribute"/> with named agents that have sizes (MECH0024).</remarks>
/// <example>
/// <code>
/// [Mechanism, Knapsack(10), Efficient]
/// [Agent("Video", Size = 6), Agent("Voice", Size = 2), Agent("Mail", Size = 3)]
/// [Capacity(4, "Voice", "Mail")]
/// public partial class Link;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false, AllowMultiple = true)]
public sealed class CapacityAttribute(int capacity, params string[] agents) : Attribute
{
    /// <summary>What there is.</summary>
    public int Capacity => capacity;

    /// <summary>Names of agents or groups; none: all agents.</summary>
    public IReadOnlyList<string> Agents => agents;

    /// <summary>Whether the capacity holds for each group among the agents, instead of for all of them together.</summary>
    public bool PerGroup { get; set; }
}
