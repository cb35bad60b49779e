using Fractions;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>A direct mechanism over finitely many types, written down: what is decided and what is paid at every profile of truthful reports.</summary>
/// <param name="Beliefs">The types and what is believed of them.</param>
/// <param name="Values">For each agent and each of its types what every outcome is worth to it. Private values: nobody else's type matters to it.</param>
/// <param name="Chosen">The outcome at each profile.</param>
/// <param name="Payments">What each agent pays at each profile; negative: it is paid.</param>
public sealed record DirectMechanism(
    Beliefs Beliefs,
    EquatableArray<EquatableArray<EquatableArray<Fraction>>> Values,
    EquatableArray<int> Chosen,
    EquatableArray<EquatableArray<Fraction>> Payments)
{
    /// <summary>What an agent is left with if it has one type and reports another, at the profile of the others.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="type">Its type.</param>
    /// <param name="profile">A profile with its report and the others' types.</param>
    public Fraction Utility(int agent, int type, int profile) => Values[agent][type][Chosen[profile]] - Payments[profile][agent];
}
