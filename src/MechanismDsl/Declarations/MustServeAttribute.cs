namespace MechanismDsl;

/// <summary>These agents are served whatever they report, and the others as far as the limits leave room beside them.</summary>
/// <param name="agents">Names of buyers, or of groups of them (MECH0025); at least one.</param>
/// <remarks>
/// Nothing that such an agent reports changes what is done for it, so it pays the lowest report that it can make: 0, or under <see cref="RevenueOptimalAttribute"/> the
/// lower end of its prior, below which no report is accepted. A Clarke payment, what the others lose by its presence, would not be individually rational. A
/// supplier that must be served could ask for any price, and a reserve would contradict the promise: MECH0049. An agent that must be served cannot stay away.
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, Services, Efficient]
/// [Agent("Hospital"), Agent("Mall"), Agent("Hotel")]
/// [AtMost(2), MustServe("Hospital")]
/// public partial class Generators;          // the better of Mall and Hotel pays the other's bid, Hospital pays 0
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false, AllowMultiple = true)]
public sealed class MustServeAttribute(params string[] agents) : Attribute
{
    /// <summary>Names of agents or groups.</summary>
    public IReadOnlyList<string> Agents => agents;
}
