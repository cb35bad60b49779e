namespace MechanismDsl.Auditing;

/// <summary>What one agent gets in an outcome, its payment apart.</summary>
/// <param name="Item">
/// Which thing: 0 where there is one kind of it; the slot, the item, the member of the outcomes' enumeration (by its position), the goods of a package (a bit
/// each); −1: nothing.
/// </param>
/// <param name="Quantity">How much of it: 1, a number of units, or the probability of getting it; −1 for one who gives it away or supplies it; 0 without a thing.</param>
public readonly record struct Lot(long Item, double Quantity)
{
    /// <summary>Nothing.</summary>
    public static Lot None => new(-1, 0);
}
