namespace MechanismDsl.Proofs.Terms;

/// <summary>A goal to be shown from the facts of one path, for all values of the symbols in their domains.</summary>
/// <param name="Pool">The pool that all the terms live in; stages may add terms to it.</param>
/// <param name="Facts">What the path has decided, in order; with two runs the first one is x ≤ x′.</param>
/// <param name="Goal">What has to be shown.</param>
/// <param name="Words">The goal in words of the field, as a clause: what is reported if it stays open.</param>
/// <param name="Site">The place in the source, −1 if none.</param>
internal sealed record Obligation(TermPool Pool, IReadOnlyList<Fact> Facts, Goal Goal, string Words, int Site = -1)
{
    /// <summary>The facts and the goal, as the certificate states them.</summary>
    public override string ToString() => string.Join(", ", Facts) + " |- " + Goal;
}
