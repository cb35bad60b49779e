namespace MechanismDsl;

/// <summary>
/// A set of goods is worth to a bidder the sum of what its goods are worth one by one: each bid names one good. Beside <see cref="PackagesAttribute"/> and
/// <see cref="EfficientAttribute"/>.
/// </summary>
/// <remarks>
/// The goods are sold apart, each to the highest bid at the second highest of another bidder (Vickrey 1961): that is the efficient allocation with Clarke
/// payments, without a search and for any number of bids.
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, Packages(2), Additive, Efficient]
/// public partial class Paintings;
/// // Paintings.Run([new(0, 0b01, 10), new(0, 0b10, 4), new(1, 0b01, 7), new(1, 0b10, 6)], bidders: 2): 0 gets good 0 for 7, 1 gets good 1 for 4
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class AdditiveAttribute : Attribute;
