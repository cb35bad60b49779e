namespace MechanismDsl;

/// <summary>
/// The number of alike agents: fixed, or a range. Without it the number is known only when the mechanism runs. A fixed number is needed where the
/// solution depends on it, e.g. for the check of a bidding strategy (MECH0009).
/// </summary>
/// <example><code>[Mechanism, SingleItem, PayAsBid, Agents(3), Prior&lt;Uniform&gt;(0, 1)] public partial class SealedBid;</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class AgentsAttribute : Attribute
{
    /// <summary>Exactly <paramref name="count"/> agents.</summary>
    /// <param name="count">From 1 to 10,000 (MECH0008): everything that is said about the mechanism is worked out for it.</param>
    public AgentsAttribute(int count) => Min = Max = count;

    /// <summary>Between <paramref name="min"/> and <paramref name="max"/> agents.</summary>
    /// <param name="min">At least 1 (MECH0008).</param>
    /// <param name="max">At least <paramref name="min"/> (MECH0008).</param>
    public AgentsAttribute(int min, int max)
    {
        Min = min;
        Max = max;
    }

    /// <summary>The least number of agents.</summary>
    public int Min { get; }

    /// <summary>The greatest number of agents.</summary>
    public int Max { get; }
}
