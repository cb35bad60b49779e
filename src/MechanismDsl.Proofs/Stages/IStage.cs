using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;
using MechanismDsl.Proofs.Verdicts;

namespace MechanismDsl.Proofs.Stages;

/// <summary>One technique that settles obligations. A stage keeps no state between obligations other than caches by content.</summary>
internal interface IStage
{
    /// <summary>The technique's name in certificates, e.g. <c>order</c> or <c>linear</c>.</summary>
    string Name { get; }

    /// <summary>Settles an obligation, or says why it cannot.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    StageResult Decide(Obligation obligation, Budget budget, CancellationToken cancellationToken);
}

/// <summary>What a stage says about an obligation.</summary>
internal abstract record StageResult
{
    private StageResult() { }

    /// <summary>The goal follows from the facts.</summary>
    /// <param name="Arithmetic">In which arithmetic.</param>
    /// <param name="Certificate">One line, starting with the technique's name, from which a checker can see it without searching.</param>
    internal sealed record Closed(Arithmetic Arithmetic, string Certificate) : StageResult;

    /// <summary>Values that satisfy the facts and seem to break the goal; whether they do is found out by running the rule.</summary>
    internal sealed record Witness(IReadOnlyDictionary<Term.Symbol, Scalar> Values) : StageResult;

    /// <summary>Neither.</summary>
    /// <param name="Reason">Why, for those who work on the prover; not shown to users.</param>
    internal sealed record Open(string Reason) : StageResult;
}
