using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Symbolic;

/// <summary>
/// What a symbolic execution asks on its way: which side of a branch the path takes, and that what could go wrong does not. The prover answers
/// by searching, the checker of certificates by reading.
/// </summary>
internal interface IDecisions
{
    /// <summary>Whether a comparison, ≤ or &lt; of terms that are not NaN, holds on this path; true or false from now on.</summary>
    bool Decide(Fact question);

    /// <summary>Demands that a goal holds here; the path goes on as if it did.</summary>
    void Require(Goal goal, string words, int site);

    /// <summary>Counts a step.</summary>
    /// <exception cref="FuelExhaustedException">The path is too long.</exception>
    void Step();
}

/// <summary>The path ends in a failure of the rule: an exception, or a value that the provers do not model.</summary>
internal sealed class RuleFailureException(string words, int site) : Exception(words)
{
    /// <summary>What happens, as a clause.</summary>
    public string Words { get; } = words;

    /// <summary>The place in the source, −1 if none.</summary>
    public int Site { get; } = site;
}

/// <summary>The steps or paths that a proof may take were not enough.</summary>
internal sealed class FuelExhaustedException(string words, int site = -1) : Exception(words)
{
    /// <summary>What was too much, as a clause.</summary>
    public string Words { get; } = words;

    /// <summary>The place in the source, −1 if none.</summary>
    public int Site { get; } = site;
}
