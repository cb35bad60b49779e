using MechanismDsl.Generators.Planning;
using MechanismDsl.Language;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Pipeline;

/// <summary>A mechanism as found in the source.</summary>
/// <param name="Declaration">The declaration.</param>
/// <param name="Silenced">Rules about claims that an attribute on the type silences.</param>
internal sealed record Found(Declaration Declaration, EquatableArray<string> Silenced)
{
    /// <summary>Hash of what the user's own rules do; null without rules, or if one lies outside the verifiable subset.</summary>
    public string? Rules { get; init; }

    /// <summary>The user's score as a rule; null without one that can be read.</summary>
    public Rule? Score { get; init; }
}

/// <summary>A declaration with its meaning.</summary>
internal sealed record Understood(Found Found, Attempt<Reading> Reading);

/// <summary>A declaration with its solution; no solution where the declaration has errors.</summary>
internal sealed record Solved(Understood Understood, Attempt<Solution> Solution);

/// <summary>What to write for one type.</summary>
/// <param name="Found">The declaration.</param>
/// <param name="Plan">The plan; null if the declaration has errors.</param>
/// <param name="Rules">Ids of the rules that a declaration with errors breaks.</param>
/// <param name="Failure">A defect of the generator itself.</param>
/// <param name="HasClaims">Whether the declaration promises guarantees.</param>
internal sealed record Planned(Found Found, FilePlan? Plan, EquatableArray<string> Rules, string? Failure, bool HasClaims);
