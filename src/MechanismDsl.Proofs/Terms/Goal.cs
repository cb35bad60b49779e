namespace MechanismDsl.Proofs.Terms;

/// <summary>What has to be shown at the end of a path, or at a place on it, from the facts of the path.</summary>
internal abstract record Goal
{
    private Goal() { }

    /// <summary>
    /// A comparison. With a <paramref name="Slack"/> σ &gt; 0, which only <c>≤</c> and <c>=</c> have, it suffices that it holds up to σ:
    /// left ≤ right + σ, or |left − right| ≤ σ; the proof is then one in real arithmetic.
    /// </summary>
    internal sealed record Compare(Relation Relation, Term Left, Term Right, double Slack = 0) : Goal
    {
        /// <inheritdoc/>
        public override string ToString() => $"{Left} {RelationText.Of(Relation)} {Right}";
    }

    /// <summary>That the path cannot be taken: its facts contradict each other (it ends in a failure, or in two outcomes that break the law).</summary>
    internal sealed record Impossible : Goal
    {
        /// <inheritdoc/>
        public override string ToString() => "impossible";
    }

    /// <summary>That a double is not NaN.</summary>
    internal sealed record NotNaN(Term Value) : Goal
    {
        /// <inheritdoc/>
        public override string ToString() => $"{Value} is not NaN";
    }

    /// <summary>That a double is neither NaN nor infinite.</summary>
    internal sealed record Finite(Term Value) : Goal
    {
        /// <inheritdoc/>
        public override string ToString() => $"{Value} is finite";
    }

    /// <summary>That a number, before truncation or wrapping, lies in [Low, High].</summary>
    internal sealed record InRange(Term Value, double Low, double High) : Goal
    {
        /// <inheritdoc/>
        public override string ToString() => FormattableString.Invariant($"{Value} in [{Low:R}, {High:R}]");
    }
}
