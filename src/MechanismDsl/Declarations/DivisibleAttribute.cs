namespace MechanismDsl;

/// <summary>
/// Environment: a quantity of a divisible good (energy, bandwidth, water), of which every agent wants any amount up to a cap, each unit worth the same to it.
/// </summary>
/// <param name="quantity">How many units there are: above 0 and at most 1e15 (MECH0013); a whole number where money is exact.</param>
/// <remarks>
/// A report is a <see cref="Demand{TMoney}"/>: the value of a unit and the cap. With <see cref="EfficientAttribute"/> the highest values are filled up to their caps, the last
/// of them as far as the quantity goes, and who gets q units pays what the others would pay for them: their values of the q units that they lose by its presence (Vickrey 1961;
/// Clarke 1971). Value and cap are both told truthfully. With <see cref="UniformPriceAttribute"/> or <see cref="PayAsBidAttribute"/> they are not, and asking for less than one wants
/// can pay (MECH3049). A <see cref="ReserveAttribute"/> or <see cref="SellerValueAttribute"/> is the lowest price of a unit. In exact money amounts are whole: choose
/// the unit of the good (a kilowatt-hour, a litre) so that this divides finely enough.
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, Divisible(100), Efficient]
/// public partial class Water;
/// // Water.Run([new(5, 60), new(3, 80), new(2, 30)]): agent 0 gets 60 and pays 40·3 + 20·2, agent 1 gets 40 and pays 30·2
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class DivisibleAttribute(double quantity) : Attribute
{
    /// <summary>How many units there are.</summary>
    public double Quantity => quantity;
}
