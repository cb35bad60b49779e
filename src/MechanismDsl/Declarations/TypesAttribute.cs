namespace MechanismDsl;

/// <summary>The finitely many types that an agent can have and report: all agents', or those of the agent named by <see cref="Agent"/>.</summary>
/// <remarks>
/// Rules of one's own are then checked at every profile of types, and the generated code refuses every other report. Without it every report in the domain
/// is legal.
/// </remarks>
/// <param name="values">At least one; ascending, all different, from 0 to 10^15 and inside the domain that the rule states (MECH0013).</param>
/// <example>
/// <code>
/// [Mechanism, SingleItem, Types(1, 2, 5)]
/// public partial class Steps
/// {
///     [Allocation] static int Winner(ReadOnlySpan&lt;double&gt; bids) =&gt; bids.Length &gt; 0 &amp;&amp; bids[0] &gt;= 2 ? 0 : -1;
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false, AllowMultiple = true)]
public sealed class TypesAttribute(params double[] values) : Attribute
{
    /// <summary>The types, ascending.</summary>
    public double[] Values => values;

    /// <summary>The agent whose types these are; all agents unless set.</summary>
    public string? Agent { get; set; }
}
