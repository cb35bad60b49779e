namespace MechanismDsl;

/// <summary>
/// Declares a mechanism: the compiler solves the problem that the other attributes of the type state and writes its allocation and
/// payment code into the type.
/// </summary>
/// <remarks>
/// The one trigger of the language. The type must be a <c>partial</c> class or struct that is neither static, abstract nor generic
/// (MECH0001, MECH0002), name exactly one environment (MECH0003) and an objective or a payment rule (MECH0004).
/// </remarks>
/// <example>
/// A second-price auction (Vickrey 1961):
/// <code>
/// [Mechanism, SingleItem, Efficient]
/// public partial class Vickrey;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class MechanismAttribute : Attribute
{
    /// <summary>Who wins among equal scores; <see cref="TieRule.LowestIndex"/> unless set.</summary>
    public TieRule Ties { get; set; }
}
