namespace MechanismDsl;

/// <summary>What one agent gets and pays where every agent wants at most one of several items.</summary>
/// <typeparam name="TMoney">The numbers of values and payments.</typeparam>
/// <param name="Item">Index of the item, counted from 0; −1: none.</param>
/// <param name="Payment">What the agent pays; 0 without an item.</param>
public readonly record struct Allotment<TMoney>(int Item, TMoney Payment)
    where TMoney : struct
{
    /// <summary>True if the agent gets an item.</summary>
    public bool IsServed => Item >= 0;

    /// <summary>No item, no payment.</summary>
    public static Allotment<TMoney> None => new(-1, default);
}
