using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>
/// Turns a suspicion into a refutation: executes the rules on it, makes it as simple as possible, and executes it again. What does not reproduce
/// is no refutation.
/// </summary>
public static class Refutation
{
    /// <summary>Confirms a suspected counterexample, for example one that a prover's model suggests.</summary>
    /// <param name="question">The question.</param>
    /// <param name="agents">The number of agents; 1 in questions about scores.</param>
    /// <param name="agent">The focal agent.</param>
    /// <param name="inputs">One value for an input shared by all, one for every agent otherwise; the focal agent is truthful.</param>
    /// <param name="other">The focal agent's other report, or the other value of the focal input; null for laws about one profile.</param>
    /// <param name="cancellation">Ends the work with <see cref="OperationCanceledException"/>.</param>
    /// <returns>The refutation with a simple witness, or null if the law is not broken there.</returns>
    public static Verdict.Refuted? Confirm(
        Question question, int agents, int agent, EquatableArray<EquatableArray<Scalar>> inputs, Scalar? other, CancellationToken cancellation = default) =>
        Confirm(question, new Candidate(agents, agent, inputs, other), cancellation);

    /// <summary>The same for a witness that is at hand, for example from a cache or a test.</summary>
    public static Verdict.Refuted? Confirm(Question question, Witness witness, CancellationToken cancellation = default) =>
        Confirm(question, new Candidate(witness.Agents, witness.Agent, witness.Inputs, witness.Other), cancellation);

    internal static Verdict.Refuted? Confirm(Question question, Candidate candidate, CancellationToken cancellation)
    {
        var quick = new Reexecution(question, traces: false, cancellation);
        if (quick.Examine(candidate) is null)
        {
            return null;
        }

        var simple = new Shrinker(question, quick).Shrink(candidate);
        var witness = new Reexecution(question, traces: true, cancellation).Examine(simple);
        return witness is null ? null : new Verdict.Refuted(witness);
    }
}
