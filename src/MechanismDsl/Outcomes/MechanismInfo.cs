using System.Collections.Immutable;

namespace MechanismDsl;

/// <summary>What a mechanism is, in words, and what holds for it, with reasons.</summary>
/// <param name="Name">The declared type's name.</param>
/// <param name="Environment">What can be decided, e.g. <c>single item</c>.</param>
/// <param name="Explanation">Who wins, what each pays and what is expected, in English with the numbers of this declaration.</param>
/// <param name="Guarantees">Every guarantee that holds, with its evidence.</param>
public sealed record MechanismInfo(string Name, string Environment, string Explanation, ImmutableArray<GuaranteeEvidence> Guarantees)
{
    /// <summary>What the author of the mechanism assumes: neither proved nor refuted, and not among <see cref="Guarantees"/>.</summary>
    public ImmutableArray<GuaranteeAssumption> Assumptions { get; init; } = [];

    /// <summary>True if there is evidence for the guarantee.</summary>
    /// <param name="guarantee">The guarantee.</param>
    public bool Holds(Guarantee guarantee)
    {
        foreach (var evidence in Guarantees)
        {
            if (evidence.Guarantee == guarantee)
            {
                return true;
            }
        }

        return false;
    }
}
