namespace MechanismDsl.Theory.Problems;

/// <summary>Why a guarantee holds.</summary>
/// <param name="Guarantee">What is promised.</param>
/// <param name="Theorem">The theorem, with author and year.</param>
/// <param name="Scope">Under which hypotheses, in words.</param>
public sealed record Evidence(Guarantee Guarantee, string Theorem, string Scope)
{
    /// <summary>The stronger guarantee of which this one is a consequence; null where it stands on its own.</summary>
    public Guarantee? ImpliedBy { get; init; }

    /// <summary>The rules of the analyzers that check the hypothesis of the theorem; null if it holds by construction.</summary>
    public string? CheckedBy { get; init; }

    /// <summary>True if it holds only as far as the analyzers judge the user's own rules in the same build: without them nobody knows.</summary>
    public bool IsJudged => CheckedBy is not null;
}
