namespace MechanismDsl;

/// <summary>
/// Takes responsibility for a guarantee that the compiler cannot establish: it is neither proved nor refuted, and the type carries
/// <see cref="IAssumed{TGuarantee}"/> instead of the guarantee itself, so that code which asks for the guarantee does not accept it.
/// </summary>
/// <remarks>
/// A guarantee is either promised (<see cref="GuaranteesAttribute"/>) or assumed (MECH0005). No assumption makes a rule monotone: derived payments of a rule that a
/// counterexample refutes stay an error (MECH1001).
/// </remarks>
/// <param name="guarantee">What is assumed. Names can be written without <c>Guarantee.</c>: the package imports them.</param>
/// <param name="because">Why it holds nevertheless: a proof on paper, a reference. It must not be empty (MECH2004); the generated code repeats it.</param>
/// <example>
/// <code>
/// [Mechanism, SingleItem, Agents(12)]
/// [Assumed(DominantStrategyIncentiveCompatible, "monotone by Theorem 3 of the design note of March; too many agents for the prover")]
/// public partial class Greedy
/// {
///     [Allocation] static int Winner(ReadOnlySpan&lt;double&gt; bids) =&gt; -1;
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false, AllowMultiple = true)]
public sealed class AssumedAttribute(Guarantee guarantee, string because) : Attribute
{
    /// <summary>What is assumed.</summary>
    public Guarantee Guarantee => guarantee;

    /// <summary>Why it holds nevertheless.</summary>
    public string Because => because;
}
