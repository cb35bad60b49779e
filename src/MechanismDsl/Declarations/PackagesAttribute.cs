namespace MechanismDsl;

/// <summary>
/// The environment: several different goods and bidders who name values for packages of them. Bids of one bidder exclude each other (XOR): at most one of
/// them is accepted, unless <see cref="OrAttribute"/> or <see cref="AdditiveAttribute"/> stands beside it; with <see cref="SingleMindedAttribute"/> there is one.
/// Goods are told apart by their index.
/// </summary>
/// <param name="goods">The number of goods: 1 to 20; with <c>[Money&lt;decimal&gt;]</c> or <c>[Money&lt;long&gt;]</c> up to 64; with <c>[IntegerProgram]</c> of the package MechanismDsl.OrTools any number (MECH0031).</param>
/// <remarks>
/// The rule is <see cref="EfficientAttribute"/>: the best set of bids that share no good is found exactly, with all Clarke payments. Up to 20 goods a dynamic
/// program finds it, whatever the bids. Beyond, an exact search proves it within <see cref="Nodes"/>, or decides nothing.
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, Packages(2), Efficient]
/// public partial class Licences;
/// // Licences.Run([new(0, 0b11, 10), new(1, 0b01, 6), new(2, 0b10, 6)], bidders: 3): bidders 1 and 2 win and pay 4 each
///
/// [Mechanism, Packages(40, Nodes = 1_000_000), Efficient, Money&lt;decimal&gt;]
/// public partial class Spectrum;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class PackagesAttribute(int goods) : Attribute
{
    /// <summary>The number of goods.</summary>
    public int Goods => goods;

    /// <summary>
    /// The most nodes of the exact search where there are more than 20 goods, at least 0, for the allocation and all payments together; a million take one to
    /// two seconds. Without effect up to 20 goods (MECH0012).
    /// </summary>
    public long Nodes { get; set; } = 5_000_000;
}

/// <summary>The environment: the members of an enum are goods, and bidders name values for packages of them.</summary>
/// <typeparam name="TGood">The goods: an enum whose members have different values (MECH0030), as many as <see cref="PackagesAttribute"/> takes (MECH0031).</typeparam>
/// <example>
/// <code>
/// public enum Region { North, South }
///
/// [Mechanism, Packages&lt;Region&gt;, Efficient]
/// public partial class Licences;
/// // Licences.Run([new(0, Licences.Goods.North | Licences.Goods.South, 10), new(1, Licences.Goods.North, 6)], bidders: 2)
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class PackagesAttribute<TGood> : Attribute
    where TGood : struct, Enum
{
    /// <summary>The most nodes of the exact search where there are more than 20 goods, as for <see cref="PackagesAttribute.Nodes"/>.</summary>
    public long Nodes { get; set; } = 5_000_000;
}
