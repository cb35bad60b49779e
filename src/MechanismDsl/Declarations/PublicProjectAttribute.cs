namespace MechanismDsl;

/// <summary>
/// The environment: a project is carried out for all agents, or not at all. Every agent reports what it is worth to it; with <see cref="EfficientAttribute"/>
/// it is carried out if it is worth more than its cost to all together, and every agent pays what its presence costs the others (Clarke 1971).
/// </summary>
/// <remarks>
/// <para>
/// Without shares nobody bears the cost: no agent loses by taking part, but the payments need not cover the cost. With <see cref="EqualShares"/> or
/// <see cref="Shares"/> every agent bears its share if the project is carried out, and a tax if it is pivotal: the cost is covered, but an agent to which the
/// project is worth less than its share loses.
/// </para>
/// <para>A project worth exactly its cost is not carried out.</para>
/// </remarks>
/// <param name="cost">What the project costs, at least 0 (MECH0013).</param>
/// <example>
/// <code>
/// [Mechanism, PublicProject(90, EqualShares = true), Efficient, Agents(3)]
/// public partial class Bridge;
///
/// Bridge.Run([60, 30, 20])        // Built; the agents pay 40, 30 and 30
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class PublicProjectAttribute(double cost) : Attribute
{
    /// <summary>What the project costs.</summary>
    public double Cost => cost;

    /// <summary>Whether all agents bear the same share of the cost; false unless set. In exact money the first agents bear what cannot be divided, one step each.</summary>
    public bool EqualShares { get; set; }

    /// <summary>What each agent bears of the cost, in the order of the agents; the shares sum to the cost (MECH0013).</summary>
    public double[]? Shares { get; set; }
}
