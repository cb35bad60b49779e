namespace MechanismDsl;

/// <summary>
/// The environment: several different goods and bidders who name values for packages of them. Bids of one bidder exclude each other (XOR): at most one of
/// them is accepted. Goods are told apart by their index.
/// </summary>
/// <param name="goods">The number of goods, 1 to 20 (MECH0013).</param>
/// <remarks>
/// The rule is <see cref="EfficientAttribute"/>: the best set of bids that share no good is found exactly, with all Clarke payments. Markets with more
/// goods are the business of <see cref="Kernels.PackageSearch"/>.
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, Packages(2), Efficient]
/// public partial class Licences;
/// // Licences.Run([new(0, 0b11, 10), new(1, 0b01, 6), new(2, 0b10, 6)], bidders: 3): bidders 1 and 2 win and pay 4 each
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class PackagesAttribute(int goods) : Attribute
{
    /// <summary>The number of goods.</summary>
    public int Goods => goods;
}

/// <summary>The environment: the members of an enum are goods, and bidders name values for packages of them.</summary>
/// <typeparam name="TGood">The goods: an enum of 1 to 20 members with different values (MECH0030).</typeparam>
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
    where TGood : struct, Enum;
