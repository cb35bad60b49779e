using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Partnerships;

/// <summary>A solved partnership: who ends as the owner is clear (the highest value), and this is what it takes that all agree to it.</summary>
/// <param name="Problem">What was solved.</param>
/// <param name="Evidence">Every guarantee that holds, with its theorem.</param>
public sealed record SolvedPartnership(Problem Problem, EquatableArray<Evidence> Evidence) : Solution(Problem, Evidence)
{
    /// <summary>One entry a partner, in order.</summary>
    public required EquatableArray<Partner> Partners { get; init; }

    /// <summary>
    /// S* of <see cref="SurplusTest"/>: what is left if every partner is held down to the worth of its share at its worst-off value. If it is not negative, all
    /// agree; otherwise −S* is the least subsidy (Cramton, Gibbons and Klemperer 1987).
    /// </summary>
    public required Amount Surplus { get; init; }

    /// <summary>The expected highest value, E[max].</summary>
    public required Amount Welfare { get; init; }

    /// <summary>The shares of the first of two partners at which the surplus is not negative; null for more partners, or if there are none.</summary>
    public ShareInterval? Admissible { get; init; }
}

/// <summary>One partner of a solved partnership.</summary>
/// <param name="Share">What it owns, from 0 to 1.</param>
/// <param name="WorstOff">
/// The value at which taking part is worth least compared with keeping the share: there its chance to become the owner equals its share. Infinite for the
/// only owner of a firm whose value has no bound.
/// </param>
/// <param name="SidePayment">
/// What it pays besides, the same at every profile; negative: it receives that. Side payments sum to zero and leave every partner the same at its worst-off
/// value.
/// </param>
/// <param name="Gain">What it expects to gain by the dissolution before it knows its value.</param>
public sealed record Partner(double Share, double WorstOff, double SidePayment, Amount Gain);

/// <summary>The shares from <paramref name="Low"/> to <paramref name="High"/>, both included.</summary>
public sealed record ShareInterval(double Low, double High);
