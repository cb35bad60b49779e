using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Loops;

/// <summary>
/// A rule as the prover for every number of agents wants it: the same results, but one counter a loop, one form of loops down to zero, tests before turns,
/// and no copies of arrays that nobody writes to.
/// </summary>
internal static class PlainLoops
{
    /// <summary>The rule in this form. It is equal to the given one in all results, if there is an agent.</summary>
    public static Rule Of(Rule rule) => CompanionCounters.Replace(DoLoops.Replace(DescendingLoops.Replace(UnwrittenCopies.Replace(rule))));
}
