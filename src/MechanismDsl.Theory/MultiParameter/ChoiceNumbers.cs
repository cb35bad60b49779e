using Fractions;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.MultiParameter;

/// <summary>Exact expectations under independent finite priors.</summary>
/// <param name="Welfare">Expected sum of values less the social cost of what is chosen.</param>
/// <param name="Cost">Expected social cost of what is chosen.</param>
/// <param name="Payments">What each agent is expected to pay.</param>
/// <param name="Chosen">The probability of each outcome.</param>
/// <param name="Paying">The probability that some agent pays something, or is paid.</param>
/// <param name="Interim">For each agent and each of its types the expected utility.</param>
public sealed record ChoiceNumbers(
    Fraction Welfare,
    Fraction Cost,
    EquatableArray<Fraction> Payments,
    EquatableArray<Fraction> Chosen,
    Fraction Paying,
    EquatableArray<EquatableArray<Fraction>> Interim)
{
    /// <summary>The expected sum of all payments.</summary>
    public Fraction Revenue => Payments.Aggregate(Fraction.Zero, (sum, payment) => sum + payment);

    /// <summary>What each agent expects before it knows its type.</summary>
    /// <param name="masses">The probability of each of its types.</param>
    public EquatableArray<Fraction> ExAnte(EquatableArray<EquatableArray<Fraction>> masses) => Interim
        .Select((utilities, agent) => utilities.Select((utility, type) => masses[agent][type] * utility).Aggregate(Fraction.Zero, (sum, term) => sum + term))
        .ToEquatableArray();
}

/// <summary>A profile at which something is lowest or highest.</summary>
/// <param name="Reports">What each agent reports, and means.</param>
/// <param name="Values">What the outcomes are worth to each agent.</param>
/// <param name="Outcome">What is decided there.</param>
/// <param name="Agent">The agent that the amount is about; −1 where it is about all.</param>
/// <param name="Amount">The amount.</param>
public sealed record ChoiceWitness(
    EquatableArray<EquatableArray<double>> Reports,
    EquatableArray<EquatableArray<Fraction>> Values,
    ChoiceOutcome Outcome,
    int Agent,
    Fraction Amount);

/// <summary>What is extreme over the profiles that were looked at.</summary>
/// <param name="Profiles">How many there are.</param>
/// <param name="IsComplete">Whether there are no others: then the extremes are proofs.</param>
/// <param name="LeastGain">The least utility of a truthful agent, above its outside option.</param>
/// <param name="LeastPayment">The least payment.</param>
/// <param name="LeastSurplus">The least sum of payments less the social cost.</param>
/// <param name="MostSurplus">The greatest one.</param>
/// <param name="MostWaste">The most by which another outcome is worth more than the chosen one.</param>
/// <param name="Expected">Expectations; null without finite priors.</param>
public sealed record ChoiceSurvey(
    int Profiles,
    bool IsComplete,
    ChoiceWitness LeastGain,
    ChoiceWitness LeastPayment,
    ChoiceWitness LeastSurplus,
    ChoiceWitness MostSurplus,
    ChoiceWitness MostWaste,
    ChoiceNumbers? Expected)
{
    /// <summary>Whether lies were looked for: where payments are not truthful by theorem, at all types.</summary>
    public bool AreLiesKnown { get; init; }

    /// <summary>The lie that pays most in expectation; null if none pays, or none was looked for.</summary>
    public Bayesian.Lie? InterimLie { get; init; }

    /// <summary>The lie that pays most at a profile; null if none pays, or none was looked for.</summary>
    public Bayesian.Lie? Lie { get; init; }

    /// <summary>The types that were looked at, one list an agent.</summary>
    public EquatableArray<EquatableArray<double>> Types { get; init; }

    /// <summary>The probability of each of them; zeros without priors.</summary>
    public EquatableArray<EquatableArray<Fraction>> Masses { get; init; }
}
