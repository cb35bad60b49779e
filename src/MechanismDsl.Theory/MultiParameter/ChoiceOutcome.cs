using Fractions;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.MultiParameter;

/// <summary>What a mechanism over finitely many outcomes decides at one profile.</summary>
/// <param name="Chosen">Index of the outcome.</param>
/// <param name="Payments">What each agent pays; negative: it is paid.</param>
/// <param name="Without">For each agent the outcome that would be chosen if it had no say.</param>
public sealed record ChoiceOutcome(int Chosen, EquatableArray<Fraction> Payments, EquatableArray<int> Without)
{
    /// <summary>Whether the agent changes what is chosen.</summary>
    public bool IsPivotal(int agent) => Without[agent] != Chosen;
}
