namespace MechanismDsl.OrTools;

/// <summary>
/// How much work an auction may take, counted in steps and never in seconds: the same bids give the same outcome on a fast and on a slow machine.
/// </summary>
/// <param name="Nodes">The most nodes of the exact search for up to 64 goods, at least 0; with 0 the integer program starts at once. A million take one to two seconds.</param>
/// <param name="DeterministicTime">
/// The most deterministic time of CP-SAT for the allocation and all payments together, at least 0 and finite; a unit is of the order of a second. With 0
/// the integer program is not tried.
/// </param>
public sealed record SearchLimit(long Nodes = 5_000_000, double DeterministicTime = 100)
{
    /// <summary>Five million nodes, then a deterministic time of 100.</summary>
    public static SearchLimit Default { get; } = new();

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Nodes);
        if (!(DeterministicTime >= 0) || !double.IsFinite(DeterministicTime))
        {
            throw new ArgumentOutOfRangeException(nameof(DeterministicTime), DeterministicTime, "The limit on deterministic time must be a finite number of at least 0.");
        }
    }
}
