namespace MechanismDsl;

/// <summary>The outcome of a single-item mechanism: who is served and at which price.</summary>
/// <typeparam name="TMoney">The numbers of reports and payments.</typeparam>
/// <param name="Winner">Index of the agent that is served, counted from 0 in the order of the reports; −1: nobody.</param>
/// <param name="Price">What the winner pays for the good, or receives for the service; zero if nobody is served. Entry fees, and what losers pay under <see cref="AllPayAttribute"/>, come on top.</param>
public readonly record struct Sale<TMoney>(int Winner, TMoney Price)
    where TMoney : struct
{
    /// <summary>True if an agent is served.</summary>
    public bool IsSold => Winner >= 0;

    /// <summary>Nobody is served and nobody pays a price.</summary>
    public static Sale<TMoney> Unsold => new(-1, default);
}
