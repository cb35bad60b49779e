using System.Globalization;
using MechanismDsl.Proofs.Linear;
using MechanismDsl.Proofs.Loops;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Real;
using MechanismDsl.Proofs.Stages;
using MechanismDsl.Proofs.Verdicts;

namespace MechanismDsl.Proofs.Proving;

/// <summary>The provers with their limits: without a search for counterexamples, but with those that a failed proof suggests.</summary>
/// <param name="limits">How far a proof may go.</param>
/// <param name="stages">What settles obligations after the order of the path.</param>
internal sealed class Tier(ProofLimits limits, IReadOnlyList<IStage> stages)
{
    // So few agents cost less than a proof for every number.
    private const int FewAgents = 3;

    // Derivatives first: where they apply they are quick, and linear relations say little.
    private static readonly IReadOnlyList<IStage> _arithmetic = [new DerivativeSignStage(), new LinearStage(), new CornerStage(), new BranchAndPruneStage()];

    /// <summary>While somebody types.</summary>
    public static Tier Quick { get; } = new(
        new ProofLimits(MostAgents: 4, Steps: 200_000, StepsPerPath: 20, StepsPerStage: 2_000, LongestPath: 20_000, StepsPerLoop: 24_000, MostLoopStates: 250),
        _arithmetic);

    /// <summary>At the end of a compilation.</summary>
    public static Tier Deep { get; } = new(
        new ProofLimits(MostAgents: 6, Steps: 2_000_000, StepsPerPath: 20, StepsPerStage: 20_000, LongestPath: 100_000, StepsPerLoop: 400_000, MostLoopStates: 1_000),
        _arithmetic);

    /// <summary>Proves a law, refutes it by a witness that was executed again, or says what stayed open.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Verdict Prove(Question question, CancellationToken cancellationToken)
    {
        var asked = Reduction.Of(question);
        var isAboutOneAgent = Reduction.IsAboutOneAgent(asked);
        var numbers = isAboutOneAgent ? [1] : Numbers(asked.System.Agents);
        var solver = new ObligationSolver(stages);
        var budget = new Budget(limits.Steps);
        var loops = isAboutOneAgent || asked.System.Agents.Max <= FewAgents ? null : EveryNumber.Find(asked, solver, limits, budget, cancellationToken);
        var proof = new Proof(loops);
        foreach (var agents in numbers.Where(agents => loops is null || agents < loops.From))
        {
            var attempt = new Prover(solver, limits).Prove(asked, agents, budget, proof.Transcript, cancellationToken);
            if (attempt is ProofAttempt.Open open)
            {
                // An open range is never covered by single numbers: what is proved is the answer, if only steps ran out.
                var isPartial = proof.HasNumbers && budget.IsExhausted && asked.System.Agents.Max is null;
                return isPartial ? proof.Verdict(asked)
                    : (Verdict?)WitnessValues.Confirm(question, open, cancellationToken) ?? Undecided(open, isAboutOneAgent);
            }

            proof.Add(agents, ((ProofAttempt.Closed)attempt).Arithmetic);
        }

        return proof.Verdict(asked);
    }

    private static Verdict.Undecided Undecided(ProofAttempt.Open open, bool isAboutOneAgent) => new(
        isAboutOneAgent
            ? open.Obligation.Words
            : string.Format(CultureInfo.InvariantCulture, "with {0} agents, for agent {1}: {2}", open.Agents, open.Focal, open.Obligation.Words),
        open.Obligation.Site);

    // Up to the limit; the smallest number is tried in any case.
    private List<int> Numbers(AgentRange range)
    {
        var most = Math.Min(range.Max ?? limits.MostAgents, Math.Max(limits.MostAgents, range.Min));
        return [.. Enumerable.Range(range.Min, most - range.Min + 1)];
    }
}
