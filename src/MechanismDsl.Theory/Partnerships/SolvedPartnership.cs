using Fractions;
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

    /// <summary>What the efficient dissolution leaves over if every partner is held to its share at its worst-off value, and its consequences.</summary>
    public required DissolutionSurplus Surplus { get; init; }

    /// <summary>The expected highest value, E[max], to the digits that are known.</summary>
    public required double ExpectedWelfare { get; init; }

    /// <summary>The shares of the first of two partners at which the surplus is not negative; null for more partners, or if there are none.</summary>
    public ShareInterval? Admissible { get; init; }

    /// <summary>The significant digits of all numbers here.</summary>
    public required int Digits { get; init; }
}

/// <summary>One partner of a solved partnership.</summary>
/// <param name="Share">What it owns, from 0 to 1.</param>
/// <param name="WorstOff">The value at which taking part is worth least compared with keeping the share: there its chance to buy equals its share.</param>
/// <param name="SidePayment">
/// What it pays besides, the same at every profile; negative: it receives that. Side payments sum to zero and leave every partner the same at its worst-off
/// value.
/// </param>
public sealed record Partner(double Share, double WorstOff, double SidePayment);

/// <summary>
/// S* = Σᵢ min over t of (E[max | tᵢ = t] − shareᵢ·t) − (n − 1)·E[max]: what is left if every partner is held down to the worth of its share at its worst-off
/// value (Cramton, Gibbons and Klemperer 1987; Krishna and Perry 1998).
/// </summary>
/// <param name="Amount">S* in units of money.</param>
/// <param name="Exact">The same as a rational number; null where it is not one, or is not known to be.</param>
/// <param name="Sign">1: everybody can be made to agree; −1: nobody can without a subsidy of −S*; 0: too close to zero for the digits that are known.</param>
public sealed record DissolutionSurplus(double Amount, Fraction? Exact, int Sign);

/// <summary>The shares from <paramref name="Low"/> to <paramref name="High"/>, both included.</summary>
public sealed record ShareInterval(double Low, double High);
