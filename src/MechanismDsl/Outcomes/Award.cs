namespace MechanismDsl;

/// <summary>What one agent gets and pays where several can be served.</summary>
/// <typeparam name="TMoney">The numbers of payments.</typeparam>
/// <param name="Quantity">1 if the agent is served, 0 if not; under a rule that hands out units their number, under one that draws lots the probability of being served.</param>
/// <param name="Payment">What the agent pays in total, or receives as a supplier; expected, where lots are drawn.</param>
public readonly record struct Award<TMoney>(double Quantity, TMoney Payment)
    where TMoney : struct
{
    /// <summary>True if the agent gets something, or has a chance of it.</summary>
    public bool IsServed => Quantity > 0;
}
