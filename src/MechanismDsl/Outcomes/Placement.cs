namespace MechanismDsl;

/// <summary>Which slot one agent gets, and what it pays for it.</summary>
/// <typeparam name="TMoney">The numbers of payments.</typeparam>
public readonly record struct Placement<TMoney>
    where TMoney : struct
{
    // One more than the slot, so that the default is an agent without one.
    private readonly int _place;

    /// <summary>An agent in a slot.</summary>
    /// <param name="slot">Index of the slot, counted from 0.</param>
    /// <param name="payment">What it pays in total, for all clicks of the slot.</param>
    public Placement(int slot, TMoney payment)
    {
        _place = slot + 1;
        Payment = payment;
    }

    /// <summary>Index of the slot, counted from 0 in the order of the declaration; −1: none.</summary>
    public int Slot => _place - 1;

    /// <summary>What the agent pays in total, for all clicks of its slot; zero without one.</summary>
    public TMoney Payment { get; }

    /// <summary>True if the agent gets a slot.</summary>
    public bool IsPlaced => _place > 0;
}
