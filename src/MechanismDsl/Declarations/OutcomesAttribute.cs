namespace MechanismDsl;

/// <summary>
/// The environment: one of finitely many outcomes is chosen for all agents, whatever it is: where to build, which standard to adopt. The outcomes are
/// the members of an enumeration, in the order in which they are declared; among equals the first one is chosen.
/// </summary>
/// <remarks>
/// <para>
/// Every agent reports what each outcome is worth to it, as a record that the compiler writes: <c>new(14, 18)</c>, one number an outcome. With
/// <see cref="EfficientAttribute"/> the outcome with the highest sum of values is chosen, and every agent pays what its presence costs the others (Clarke 1971).
/// </para>
/// <para>Values may be negative. Where they cannot be, <see cref="Low"/> = 0 says so, and then nobody loses by taking part.</para>
/// </remarks>
/// <typeparam name="TOutcome">The enumeration of the outcomes.</typeparam>
/// <example>
/// <code>
/// public enum Home { SwimmingPool, DanceStudio }
///
/// [Mechanism, Outcomes&lt;Home&gt;(Low = 0), Efficient]
/// public partial class Renovation;
///
/// Renovation.Run([new(14, 18), new(9, 8)])        // DanceStudio; the first agent pays 1, the second nothing
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class OutcomesAttribute<TOutcome> : Attribute
    where TOutcome : struct, Enum
{
    /// <summary>The lowest value that an agent may report for an outcome; −10^15 unless set.</summary>
    public double Low { get; set; } = -1e15;

    /// <summary>The highest value that an agent may report for an outcome, at least <see cref="Low"/>; 10^15 unless set.</summary>
    public double High { get; set; } = 1e15;
}
