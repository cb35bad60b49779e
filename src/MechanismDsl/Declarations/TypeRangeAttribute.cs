namespace MechanismDsl;

/// <summary>The types that an agent can have and report are the whole numbers from low to high: all agents', or those of the agent named by <see cref="Agent"/>.</summary>
/// <remarks>A short form of <see cref="TypesAttribute"/>.</remarks>
/// <param name="low">Lowest type, at least 0.</param>
/// <param name="high">Highest type, included: at least <paramref name="low"/>, and at most 1000 types in all (MECH0013).</param>
/// <example>
/// <code>
/// [Mechanism, SingleItem, Agents(2), TypeRange(1, 9)]
/// public partial class Grades
/// {
///     [Score] static double Score(double bid) =&gt; Math.Floor(bid / 3);
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false, AllowMultiple = true)]
public sealed class TypeRangeAttribute(int low, int high) : Attribute
{
    /// <summary>Lowest type.</summary>
    public int Low => low;

    /// <summary>Highest type.</summary>
    public int High => high;

    /// <summary>The agent whose types these are; all agents unless set.</summary>
    public string? Agent { get; set; }
}
