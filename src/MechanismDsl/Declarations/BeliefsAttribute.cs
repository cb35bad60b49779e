namespace MechanismDsl;

/// <summary>
/// What each type of an agent believes about the others, agent by agent, in the place of <see cref="JointPriorAttribute"/>: all agents' beliefs, or with
/// <see cref="Agent"/> those of one.
/// </summary>
/// <remarks>
/// <para>
/// Weights are a row for each of the agent's types, with a weight for every profile of the others' types, in the order of the agents, the last one's type running
/// fastest. Each row is divided by its sum. The number of agents is fixed, and each has finitely many types (<see cref="TypesAttribute"/>).
/// </para>
/// <para>
/// The compiler works out whether the beliefs come from a common prior (Harsanyi 1967). If they do, it is the joint prior. If they do not, agents bet against each
/// other: there are payments that sum to zero at every profile, from which every type of every agent expects to gain (Morris 1994). With a larger bet beside it every
/// mechanism is better for all, so that none is undominated (Börgers 2015, proposition 7.18): the error shows the bet (MECH0038).
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, SingleItem, CremerMcLean, Agent("Anne"), Agent("Bert"), Types(1, 2)]
/// [Beliefs(2, 1,  1, 2)]                       // each type thinks its own value twice as likely for the other
/// public partial class Sale;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false, AllowMultiple = true)]
public sealed class BeliefsAttribute : Attribute
{
    /// <summary>Weights as numbers.</summary>
    /// <param name="weights">A row for each type: whole numbers or decimals, at least zero, in no row all zero (MECH0037).</param>
    public BeliefsAttribute(params double[] weights) => Weights = weights;

    /// <summary>Weights as text.</summary>
    /// <param name="table">The same, separated by spaces, commas, semicolons or line breaks: whole numbers, decimals and fractions like <c>4/7</c> (MECH0037).</param>
    public BeliefsAttribute(string table) => (Weights, Table) = ([], table);

    /// <summary>The weights; empty where they are text.</summary>
    public double[] Weights { get; }

    /// <summary>The weights as text; null where they are numbers.</summary>
    public string? Table { get; }

    /// <summary>The agent whose beliefs these are; all agents unless set.</summary>
    public string? Agent { get; set; }
}
