namespace MechanismDsl;

/// <summary>
/// The lowest report at which an agent is served (for suppliers: the highest). A reserve exactly met is sold. Without a number it is a parameter of the
/// generated code, given when the mechanism runs.
/// </summary>
/// <example>
/// <code>
/// [Mechanism, SingleItem, Efficient, Reserve(10)] public partial class Auction;
///
/// [Mechanism, SingleItem, Efficient, Agent("North"), Agent("South")]
/// [Reserve(6, Agent = "North"), Reserve(9, Agent = "South")]
/// public partial class Floors;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false, AllowMultiple = true)]
public sealed class ReserveAttribute : Attribute
{
    /// <summary>A reserve that is a parameter of the generated code.</summary>
    public ReserveAttribute() => Price = double.NaN;

    /// <summary>A constant reserve.</summary>
    /// <param name="price">In money, from 0 to 10^15 (MECH0013).</param>
    public ReserveAttribute(double price) => Price = price;

    /// <summary>The reserve; NaN where it is given at run time.</summary>
    public double Price { get; }

    /// <summary>The agent whose reserve this is; all agents unless set.</summary>
    public string? Agent { get; set; }

    /// <summary>Whether a report that misses its reserve is dropped before or after the winner is chosen; differs only where reserves differ.</summary>
    public ReserveKind Kind { get; set; }
}
