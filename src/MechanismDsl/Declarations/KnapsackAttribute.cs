namespace MechanismDsl;

/// <summary>
/// The environment: a limited capacity, of which every agent needs a part of its own. Sizes are public: of named agents the declaration states them
/// (<see cref="AgentAttribute.Size"/>), those of alike agents come with every run beside the bids.
/// </summary>
/// <param name="capacity">What there is in units of size, from 1 to 1,000,000 (MECH0013).</param>
/// <remarks>
/// <see cref="EfficientAttribute"/>: the agents that fit together and have the highest sum of values, found exactly. <see cref="RevenueOptimalAttribute"/>: the same with
/// virtual values (Myerson 1981). Each served agent pays the lowest report with which it would still have been served.
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, Knapsack(10), Efficient]
/// public partial class Link;                 // bids and sizes: Link.Run([9, 5, 5], [8, 5, 5]) serves agents 1 and 2, which pay 4 each
///
/// [Mechanism, Knapsack(10), Efficient]
/// [Agent("Video", Size = 8), Agent("Voice", Size = 5), Agent("Mail", Size = 5)]
/// public partial class NamedLink;            // NamedLink.Run(video: 9, voice: 5, mail: 5)
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class KnapsackAttribute(int capacity) : Attribute
{
    /// <summary>What there is.</summary>
    public int Capacity => capacity;

    /// <summary>
    /// Whether the agents with the highest scores a unit of size come first, or a single one that is worth more than all of these, instead of the best set: truthful with its
    /// own thresholds, fast for any capacity, and always worth at least half of the best set (Mu'alem and Nisan 2008; MECH3037).
    /// </summary>
    public bool Greedy { get; set; }
}
