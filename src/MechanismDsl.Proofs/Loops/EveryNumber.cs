using MechanismDsl.Proofs.Proving;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Stages;
using MechanismDsl.Proofs.Verdicts;

namespace MechanismDsl.Proofs.Loops;

/// <summary>Proves a law for every number of agents from some number on.</summary>
internal static class EveryNumber
{
    private const int MostNamed = 2;

    /// <summary>The proof, or null if there is none of this kind.</summary>
    /// <param name="question">The question.</param>
    /// <param name="solver">Settles obligations.</param>
    /// <param name="limits">How far a proof may go.</param>
    /// <param name="budget">The steps of the question.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static LoopProof? Find(Question question, ObligationSolver solver, ProofLimits limits, Budget budget, CancellationToken cancellationToken)
    {
        if (LoopLaw.Of(question) is not { } law)
        {
            return null;
        }

        for (var named = 0; named <= MostNamed; named++)
        {
            if (Find(question, law, named, solver, limits, budget, out var open, cancellationToken) is { } proof)
            {
                return proof;
            }

            // More agents with a number help where the rule mentions one.
            if (open?.Words is not (AgentModel.UnknownAgent or LoopRun.UnknownLoop))
            {
                return null;
            }
        }

        return null;
    }

    private static LoopProof? Find(
        Question question, LoopLaw law, int named, ObligationSolver solver, ProofLimits limits, Budget budget, out OpenObligation? open, CancellationToken cancellationToken)
    {
        open = null;
        var transcript = new ProofTranscript();
        var arithmetic = Arithmetic.Exact;
        var states = 0;
        for (var focal = 0; focal <= named; focal++)
        {
            transcript.Case(focal < named ? FormattableString.Invariant($"every number of agents above {named}, agent {focal}") : FormattableString.Invariant($"every number of agents above {named}, agent {named} or later"));
            var part = budget.Part(limits.StepsPerLoop);
            var prover = new LoopProver(new AgentModel(question.System, named, focal < named ? focal : null), law, solver, limits, part, transcript, cancellationToken);
            open = prover.Prove();
            budget.Return(part);
            if (open is not null)
            {
                return null;
            }

            states += prover.States;
            arithmetic = prover.Arithmetic == Arithmetic.Real ? Arithmetic.Real : arithmetic;
        }

        return new LoopProof(named + 1, arithmetic, states, transcript);
    }
}

/// <summary>A proof for every number of agents from some number on.</summary>
/// <param name="From">The fewest agents that it holds for.</param>
/// <param name="Arithmetic">The arithmetic of the proof.</param>
/// <param name="States">The number of states of the relational invariant.</param>
/// <param name="Transcript">What was closed.</param>
internal sealed record LoopProof(int From, Arithmetic Arithmetic, int States, ProofTranscript Transcript);
