namespace MechanismDsl.Explanations;

/// <summary>What one agent has in an outcome.</summary>
/// <param name="Place">−1 if it is not served; otherwise 0, or its slot.</param>
/// <param name="Payment">What it pays, or receives as a supplier.</param>
internal readonly record struct Standing<TMoney>(int Place, TMoney Payment)
    where TMoney : struct
{
    public bool IsServed => Place >= 0;

    /// <summary>Whether it is served at least as well as in another outcome.</summary>
    public bool Reaches(int place) => IsServed && Place <= place;
}
