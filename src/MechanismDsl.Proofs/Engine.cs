using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Proving;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Verdicts;

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
/// equal answers and can be cached by content. A cache lives in the memory of the process that loaded the engine, so that no answer outlives the engine that
/// gave it; what generated code carries is the version of the package and the hash of the rules.
/// </remarks>
public static class Engine
{
    /// <summary>
    /// Answers a question: a search for counterexamples, a look at every profile where there are finitely many, a proof for every number of agents, and
    /// proofs for single numbers.
    /// </summary>
    /// <param name="question">The question.</param>
    /// <param name="effort">How hard to try.</param>
    /// <param name="cancellationToken">Asked on every path and every 256 steps.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Verdict Decide(Question question, Effort effort, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var found = Falsifier.Find(question, Falsifier.QuickEvaluations, cancellationToken);
        if (found is null)
        {
            return Prove(question, effort, cancellationToken);
        }

        // What only rounding breaks, at a jump, does not refute what holds in real arithmetic; it does refute what is not proved.
        var isRounding = RealReplay.Holds(question, found);
        return isRounding && Tier.Quick.Prove(question, cancellationToken) is Verdict.Proved { Arithmetic: Arithmetic.Real } proved
            ? Settle(question, proved, found, cancellationToken)
            : new Verdict.Refuted(found);
    }

    private static Verdict Prove(Question question, Effort effort, CancellationToken cancellationToken)
    {
        if (ExhaustiveCheck.Decide(question, effort == Effort.Quick ? ExhaustiveCheck.LiveStates : ExhaustiveCheck.DeepStates, cancellationToken) is { } exhaustive)
        {
            return exhaustive;
        }

        var quick = Tier.Quick.Prove(question, cancellationToken);
        if (effort == Effort.Quick || IsAnswer(question, quick))
        {
            return Settle(question, quick, null, cancellationToken);
        }

        var hidden = Falsifier.Find(question, Falsifier.DeepEvaluations, cancellationToken);
        if (hidden is not null && !(quick is Verdict.Proved && RealReplay.Holds(question, hidden)))
        {
            return new Verdict.Refuted(hidden);
        }

        // A proof that covers fewer agents than can take part is worth more than none, but not more than a wider one.
        var deep = Tier.Deep.Prove(question, cancellationToken);
        return Settle(question, deep is Verdict.Undecided && quick is Verdict.Proved ? quick : deep, hidden, cancellationToken);
    }

    /// <summary>A proof in real arithmetic says nothing where rounding decides; where that is more than a tie, the question is open, and a tie is named.</summary>
    private static Verdict Settle(Question question, Verdict verdict, Witness? witness, CancellationToken cancellationToken) => verdict switch
    {
        Verdict.Proved { Arithmetic: Arithmetic.Real } when RoundingNoise.Find(question, witness, cancellationToken) is { } noise => new Verdict.Undecided(noise, -1),
        Verdict.Proved { Arithmetic: Arithmetic.Real } proved => proved with { Breach = witness },
        _ => verdict,
    };

    private static bool IsAnswer(Question question, Verdict verdict) =>
        verdict is Verdict.Refuted || (verdict is Verdict.Proved proved && proved.Scope.Covers(question.System.Agents));
}
