namespace MechanismDsl;

/// <summary>Names a buyer. Named agents take part in the order of their attributes, and the generated code takes their reports by name.</summary>
/// <param name="name">A C# identifier, unique in the declaration (MECH0007).</param>
/// <remarks>Its prior, where one is needed, comes from a prior attribute with <c>Agent = "…"</c> or without (then for all agents).</remarks>
/// <example><code>[Mechanism, SingleItem, Efficient, Agent("North"), Agent("South")] public partial class TwoBuyers;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false, AllowMultiple = true)]
public sealed class AgentAttribute(string name) : Attribute
{
    /// <summary>The agent's name.</summary>
    public string Name => name;

    /// <summary>Utility of not taking part, in money; 0 unless set.</summary>
    public double OutsideOption { get; set; }

    /// <summary>Weight of this agent's value in <see cref="EfficientAttribute"/>, positive; 1 unless set.</summary>
    public double Weight { get; set; } = 1;

    /// <summary>Rank among equals under <see cref="TieRule.Priority"/>: the highest wins; 0 unless set.</summary>
    public int Priority { get; set; }

    /// <summary>How much of a capacity this agent needs (<see cref="KnapsackAttribute"/>, <see cref="CapacityAttribute"/>): at least 1, public.</summary>
    public int Size { get; set; }

    /// <summary>A group of agents to which this one belongs, for limits on who may be served together; none unless set.</summary>
    public string? Group { get; set; }
}

/// <summary>Names a buyer and states the distribution of its value.</summary>
/// <typeparam name="TPrior">A record whose constructor parameters name the numbers, e.g. <see cref="Uniform"/>.</typeparam>
/// <param name="name">A C# identifier, unique in the declaration (MECH0007).</param>
/// <param name="parameters">The prior's constructor arguments in order; their domain is checked at compile time (MECH4001, MECH4002).</param>
/// <example>
/// <code>
/// [Mechanism, SingleItem, RevenueOptimal]
/// [Agent&lt;Uniform&gt;("North", 0, 12), Agent&lt;Uniform&gt;("South", 0, 18)]
/// public partial class TwoBuyers;          // reserves 6 and 9
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false, AllowMultiple = true)]
public sealed class AgentAttribute<TPrior>(string name, params double[] parameters) : Attribute
    where TPrior : IPrior
{
    /// <summary>The agent's name.</summary>
    public string Name => name;

    /// <summary>The prior's constructor arguments in order.</summary>
    public double[] Parameters => parameters;

    /// <summary>Utility of not taking part, in money; 0 unless set.</summary>
    public double OutsideOption { get; set; }

    /// <summary>Weight of this agent's value in <see cref="EfficientAttribute"/>, positive; 1 unless set.</summary>
    public double Weight { get; set; } = 1;

    /// <summary>Rank among equals under <see cref="TieRule.Priority"/>: the highest wins; 0 unless set.</summary>
    public int Priority { get; set; }

    /// <summary>How much of a capacity this agent needs (<see cref="KnapsackAttribute"/>, <see cref="CapacityAttribute"/>): at least 1, public.</summary>
    public int Size { get; set; }

    /// <summary>A group of agents to which this one belongs, for limits on who may be served together; none unless set.</summary>
    public string? Group { get; set; }
}
