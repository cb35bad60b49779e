using MechanismDsl.Proofs.Laws;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Stages;
using MechanismDsl.Proofs.Terms;
using MechanismDsl.Proofs.Verdicts;

namespace MechanismDsl.Proofs.Proving;

/// <summary>Proves a law for one number of agents, by walking all paths of all focal agents.</summary>
/// <param name="solver">Settles obligations.</param>
/// <param name="limits">How far a proof may go.</param>
internal sealed class Prover(ObligationSolver solver, ProofLimits limits)
{
    /// <summary>Proves a law, or says what stayed open.</summary>
    /// <param name="question">The question.</param>
    /// <param name="agents">The number of agents; 1 for laws about a score.</param>
    /// <param name="budget">The steps that are left for the question.</param>
    /// <param name="transcript">Where closed obligations are written down.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ProofAttempt Prove(Question question, int agents, Budget budget, ProofTranscript transcript, CancellationToken cancellationToken)
    {
        if (LawCases.Of(question, agents) is not { } cases)
        {
            return new ProofAttempt.Open(agents, 0, new OpenObligation("the law is not one that can be proved of such a rule", -1, null));
        }

        var arithmetic = Arithmetic.Exact;
        foreach (var @case in cases)
        {
            transcript.Case(@case.Name);
            var search = new PathSearch(@case, solver, limits, budget, transcript, cancellationToken);
            search.Run();
            if (search.Open is { } open)
            {
                if (open.Obligation is { Goal: Goal.Compare or Goal.NotNaN or Goal.Finite })
                {
                    search.Retrace();
                    open = LostOrder.Explain(open, question);
                }

                return new ProofAttempt.Open(agents, @case.Focal, open);
            }

            arithmetic = search.Arithmetic == Arithmetic.Real ? Arithmetic.Real : arithmetic;
        }

        return new ProofAttempt.Closed(arithmetic);
    }
}

/// <summary>What became of a proof for one number of agents.</summary>
internal abstract record ProofAttempt
{
    private ProofAttempt() { }

    /// <summary>The law holds.</summary>
    internal sealed record Closed(Arithmetic Arithmetic) : ProofAttempt;

    /// <summary>An obligation stayed open.</summary>
    internal sealed record Open(int Agents, int Focal, OpenObligation Obligation) : ProofAttempt;
}
