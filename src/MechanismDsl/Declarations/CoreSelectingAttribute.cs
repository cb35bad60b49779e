namespace MechanismDsl;

/// <summary>
/// Payments in the core: the bids that are worth most in all are accepted, and no group of bidders has offered the seller more than it gets for what it would
/// take. Of all such payments those with the lowest sum, and of these the ones nearest to Clarke's (Day and Cramton 2012). Needs no goal.
/// </summary>
/// <remarks>
/// For <see cref="PackagesAttribute"/> in exact money (MECH0032). Constraints are generated as groups are found that would offer more (Day and Raghavan 2007);
/// payments are computed in fractions and rounded up to the unit of the money. Truth is no dominant strategy, and no rule in the core has it where Clarke's
/// payments lie outside (Goeree and Lien 2016): who shades its bid can pay less. Bidders who bid at most their values never lose.
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, Packages(2), CoreSelecting, Money&lt;decimal&gt;]
/// public partial class Licences;
/// // Licences.Run([new(0, 0b11, 10), new(1, 0b01, 8), new(2, 0b10, 8)], bidders: 3): bidders 1 and 2 win and pay 5 each; Clarke's payments are 2 each
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class CoreSelectingAttribute : Attribute;
