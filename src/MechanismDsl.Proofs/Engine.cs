using System.Globalization;
using MechanismDsl.Proofs.Proving;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Stages;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs;

/// <summary>How hard a question is tried. The deeper tier only turns "not decided" into an answer, it never changes one.</summary>
public enum Effort
{
    /// <summary>While somebody types: milliseconds.</summary>
    Quick,

    /// <summary>At the end of a compilation: up to a second for hard questions.</summary>
    Deep,
}

/// <summary>Answers questions about rules: proved, refuted by a witness that was executed again, or not decided.</summary>
/// <remarks>
/// Deterministic: budgets are counted in steps, nothing depends on time, machine or culture. The engine keeps no state; equal questions have
/// equal answers and can be cached by content.
/// </remarks>
public static class Engine
{
    /// <summary>The version of the engine; certificates and caches of another version are not comparable.</summary>
    public const int Version = 1;

    /// <summary>Answers a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="effort">How hard to try.</param>
    /// <param name="cancellationToken">Asked on every path and every 256 steps.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Verdict Decide(Question question, Effort effort, CancellationToken cancellationToken) =>
        Prove(Reduction.Of(question), Limits(effort), [], cancellationToken);

    /// <summary>The provers alone, without a search for counterexamples.</summary>
    internal static Verdict Prove(Question question, ProofLimits limits, IReadOnlyList<IStage> stages, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var isAboutOneAgent = Reduction.IsAboutOneAgent(question);
        var numbers = isAboutOneAgent ? [1] : Numbers(question.System.Agents, limits.MostAgents);
        if (numbers.Count == 0)
        {
            return new Verdict.Undecided(string.Format(CultureInfo.InvariantCulture, "there are more than {0} agents", limits.MostAgents), -1);
        }

        var prover = new Prover(new ObligationSolver(stages), limits);
        var budget = new Budget(limits.Steps);
        var transcript = new ProofTranscript();
        var proved = new List<int>();
        var arithmetic = Arithmetic.Exact;
        foreach (var agents in numbers)
        {
            var attempt = prover.Prove(question, agents, budget, transcript, cancellationToken);
            if (attempt is ProofAttempt.Closed closed)
            {
                proved.Add(agents);
                arithmetic = closed.Arithmetic == Arithmetic.Real ? Arithmetic.Real : arithmetic;
                continue;
            }

            var open = (ProofAttempt.Open)attempt;
            // An open range is never covered by fixed numbers: what is proved is the answer, if only steps ran out.
            if (proved.Count > 0 && budget.IsExhausted && question.System.Agents.Max is null)
            {
                break;
            }

            return Undecided(open, isAboutOneAgent);
        }

        Scope scope = isAboutOneAgent ? new Scope.EveryNumber() : new Scope.Numbers(proved.ToEquatableArray());
        return new Verdict.Proved(scope, arithmetic, new Certificate(transcript.Technique, transcript.Text));
    }

    /// <summary>The limits of a tier.</summary>
    internal static ProofLimits Limits(Effort effort) => effort == Effort.Quick
        ? new ProofLimits(MostAgents: 4, Steps: 200_000, StepsPerPath: 20, StepsPerStage: 2_000, LongestPath: 20_000)
        : new ProofLimits(MostAgents: 6, Steps: 2_000_000, StepsPerPath: 20, StepsPerStage: 20_000, LongestPath: 100_000);

    private static Verdict.Undecided Undecided(ProofAttempt.Open open, bool isAboutOneAgent) => new(
        isAboutOneAgent
            ? open.Obligation.Words
            : string.Format(CultureInfo.InvariantCulture, "with {0} agents, for agent {1}: {2}", open.Agents, open.Focal, open.Obligation.Words),
        open.Obligation.Site);

    private static List<int> Numbers(AgentRange range, int most)
    {
        var numbers = new List<int>();
        for (var agents = range.Min; agents <= Math.Min(range.Max ?? most, most); agents++)
        {
            numbers.Add(agents);
        }

        return numbers;
    }
}
