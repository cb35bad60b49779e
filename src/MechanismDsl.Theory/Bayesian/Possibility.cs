using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>
/// Whether agents with independent types can decide efficiently, be truthful, take part of their own accord and need no money from outside, all at once.
/// </summary>
public abstract record Possibility
{
    private Possibility() { }

    /// <summary>They can.</summary>
    /// <param name="Surplus">What is left at most in expectation, at least 0.</param>
    public sealed record Possible(Amount Surplus) : Possibility;

    /// <summary>They cannot.</summary>
    /// <param name="Theorem">The environment's name of the theorem.</param>
    /// <param name="Surplus">What is left at most in expectation, below 0.</param>
    /// <param name="Welfare">The expected welfare of the efficient decision.</param>
    /// <param name="WorstOff">The types that gain least: taking part must be made worth their while.</param>
    public sealed record Impossible(string Theorem, Amount Surplus, Amount Welfare, EquatableArray<WorstOffType> WorstOff) : Possibility
    {
        /// <summary>The least that somebody outside must add in expectation.</summary>
        public Amount LeastSubsidy => -Surplus;

        /// <summary>
        /// Whether money is missing at single profiles only: in expectation it need not be, and <see cref="Surplus"/> is minus the least that somebody outside adds in
        /// expectation who makes up for it there.
        /// </summary>
        public bool IsAtProfiles { get; init; }
    }

    /// <summary>Not known.</summary>
    /// <param name="Reason">Why, as a clause.</param>
    public sealed record Silent(string Reason) : Possibility;
}
