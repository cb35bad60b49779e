using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Loops;

/// <summary>
/// Where what is known of the crowd, of all agents that nothing refers to, comes from after a turn: from one that was any of them before, and from
/// those that something referred to and nothing refers to now. What holds of each of them holds of all.
/// </summary>
/// <param name="Anyone">Stands for all that were in the crowd before; empty if there were none.</param>
/// <param name="Known">Those that could be told apart before, and the agent whose turn it was.</param>
/// <param name="Current">The agent whose turn it was, if it came from the crowd; null otherwise.</param>
/// <param name="Members">By depth, what stands for all in the crowd whose turn in a loop was over; null if there were none.</param>
internal sealed record CrowdSources(IReadOnlyList<Term> Anyone, IReadOnlyList<Term> Known, Term? Current, IReadOnlyList<Term?> Members)
{
    /// <summary>The same for those whose turn in a loop is over.</summary>
    /// <param name="frame">The loop, as it is after the turn.</param>
    /// <param name="depth">Its depth.</param>
    /// <param name="forgotten">Those that joined the crowd.</param>
    public IEnumerable<Term> Done(LoopFrame frame, int depth, IReadOnlyList<Term> forgotten)
    {
        // A loop that has just been entered has nobody behind it.
        var member = frame.Crowd is not null && depth < Members.Count ? Members[depth] : null;
        if (member is not null)
        {
            yield return member;
        }

        foreach (var agent in forgotten)
        {
            // Whether one from the crowd has had its turn in an outer loop is not known: it counts among those if there are any.
            if (frame.Done.Contains(agent) || (member is not null && ReferenceEquals(agent, Current)))
            {
                yield return agent;
            }
        }
    }
}
