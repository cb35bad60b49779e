namespace MechanismDsl;

/// <summary>
/// Says that no other mechanism with the same promises is at least as good everywhere and better somewhere (Börgers 2015, definition 7.17). The compiler checks it by an exact
/// linear program over all of them.
/// </summary>
/// <param name="measure">By what mechanisms are compared.</param>
/// <remarks>
/// <para>
/// Compared are the mechanisms with the promises of <see cref="GuaranteesAttribute"/>, and at least Bayesian incentive compatible; without promises the Bayesian incentive
/// compatible and interim individually rational ones. Where one of them dominates, the error names a place where it is better (MECH3028); where nothing decides it, and
/// where the mechanism itself lacks what the others are held to, the claim is refused (MECH3029). Types are finitely many, with priors or one joint prior.
/// </para>
/// <para>
/// Without a common prior nothing is undominated by expected utilities or revenue, because bets make everybody better off without bound (MECH0038).
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, SingleItem, Efficient, Agents(2), DiscretePrior([1, 2], [1, 1])]
/// [Undominated(Performance.ExPostWelfare)]
/// public partial class Sale;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false, AllowMultiple = true)]
public sealed class UndominatedAttribute(Performance measure) : Attribute
{
    /// <summary>By what mechanisms are compared.</summary>
    public Performance Measure => measure;
}
