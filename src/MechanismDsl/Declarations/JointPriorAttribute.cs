namespace MechanismDsl;

/// <summary>The joint distribution of the agents' types, which need not be independent: one weight for every profile of types.</summary>
/// <remarks>
/// <para>
/// Profiles are in the order of the agents, the last agent's type running fastest: for two agents the weights are a table with a row for each type of the
/// first. They are divided by their sum. Every agent has finitely many types (<see cref="TypesAttribute"/>, <see cref="TypeRangeAttribute"/>); alike agents
/// are as many as the weights need unless <see cref="AgentsAttribute"/> says so.
/// </para>
/// <para>
/// With <see cref="File"/> the weights stand in an <c>AdditionalFiles</c> item of the project: RFC 4180 with a header, a column of types for each agent (by its
/// name; alike agents: in order), a column <c>weight</c>, and a row for each profile that can occur, in any order. A profile without a row has probability zero.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Mechanism(Ties = TieRule.Shared), SingleItem, CremerMcLean]
/// [Types(1, 2, 3), JointPrior(4, 2, 1,  2, 2, 2,  1, 2, 4)]
/// public partial class CorrelatedSale;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class JointPriorAttribute : Attribute
{
    /// <summary>Weights as numbers.</summary>
    /// <param name="weights">One for every profile: whole numbers or decimals, at least zero, and for every type not all zero (MECH4009).</param>
    public JointPriorAttribute(params double[] weights) => Weights = weights;

    /// <summary>Weights as text.</summary>
    /// <param name="table">
    /// One for every profile, separated by spaces, commas, semicolons or line breaks: whole numbers, decimals and fractions like <c>4/35</c> (MECH4009).
    /// </param>
    public JointPriorAttribute(string table) => (Weights, Table) = ([], table);

    /// <summary>The path of a CSV file with the weights, or its end; null where they stand here (MECH4101, MECH4102, MECH4103, MECH4104).</summary>
    public string? File { get; set; }

    /// <summary>The weights; empty where they are text, or in a file.</summary>
    public double[] Weights { get; }

    /// <summary>The weights as text; null where they are numbers.</summary>
    public string? Table { get; }
}
