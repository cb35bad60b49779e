namespace MechanismDsl;

/// <summary>
/// Bids of one bidder can be accepted together, as long as they share no good (OR, instead of XOR): a set of goods is worth to a bidder the most that bids for
/// disjoint packages inside it add up to (Nisan 2006). Beside <see cref="PackagesAttribute"/> and <see cref="EfficientAttribute"/>.
/// </summary>
/// <remarks>
/// OR bids say in few words that packages are worth as much together as apart, and cannot say that one of them makes another superfluous: for that bids must
/// exclude each other, which is the meaning without this attribute. Each bidder pays what the presence of all its bids together costs the others (Clarke 1971),
/// not bid by bid. Where every bid is for one good, <see cref="AdditiveAttribute"/> needs no search.
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, Packages(3), Or, Efficient]
/// public partial class Parcels;
/// // Parcels.Run([new(0, 0b011, 10), new(0, 0b100, 4), new(1, 0b110, 7)], bidders: 2): bidder 0 gets all three goods and pays 7
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class OrAttribute : Attribute;
