namespace MechanismDsl;

/// <summary>
/// Promises properties of the mechanism. The compiler checks each promise against the theorems that hold for the declaration; a promise that is refuted
/// (MECH2001, with a counterexample) or not established (MECH2002) is an error.
/// </summary>
/// <param name="guarantees">The promises. Names can be written without <c>Guarantee.</c>: the package imports them.</param>
/// <example>
/// <code>
/// [Mechanism, SingleItem, Efficient, Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational)]
/// public partial class Vickrey;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class GuaranteesAttribute(params Guarantee[] guarantees) : Attribute
{
    /// <summary>The promises.</summary>
    public Guarantee[] Values => guarantees;
}
