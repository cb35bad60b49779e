using Fractions;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Finite;

/// <summary>A direct mechanism over finitely many types, as a table.</summary>
/// <param name="Design">What it decides.</param>
/// <param name="Lotteries">For each profile the probability of every outcome.</param>
/// <param name="Payments">For each profile what every agent pays in expectation over the lottery.</param>
public sealed record FiniteMechanism(FiniteDesign Design, EquatableArray<EquatableArray<Fraction>> Lotteries, EquatableArray<EquatableArray<Fraction>> Payments)
{
    /// <summary>What the outcome of a reported profile is worth to an agent of a type, before it pays.</summary>
    public Fraction Value(int agent, int type, int profile)
    {
        var sum = Fraction.Zero;
        for (var outcome = 0; outcome < Design.Outcomes; outcome++)
        {
            if (!Lotteries[profile][outcome].IsZero)
            {
                sum += Lotteries[profile][outcome] * Design.Values[agent][type][outcome];
            }
        }

        return sum;
    }

    /// <summary>The utility of an agent of a type at a reported profile.</summary>
    public Fraction Utility(int agent, int type, int profile) => Value(agent, type, profile) - Payments[profile][agent];

    /// <summary>What an agent of a type expects from a report while the others are truthful.</summary>
    public Fraction InterimUtility(JointDistribution prior, int agent, int type, int report)
    {
        var (sum, mass) = (Fraction.Zero, Fraction.Zero);
        for (var others = 0; others < Design.Types.Others(agent); others++)
        {
            var weight = prior.Masses[Design.Types.Join(agent, type, others)];
            if (!weight.IsZero)
            {
                sum += weight * Utility(agent, type, Design.Types.Join(agent, report, others));
                mass += weight;
            }
        }

        return (sum / mass).Reduce();
    }

    /// <summary>Expected cost of the outcome at a profile.</summary>
    public Fraction Cost(int profile) => Lotteries[profile].Select((chance, outcome) => chance * Design.Costs[outcome]).Aggregate(Fraction.Zero, (sum, term) => sum + term);

    /// <summary>Payments less cost at a profile.</summary>
    public Fraction Surplus(int profile) => Payments[profile].Aggregate(-Cost(profile), (sum, payment) => sum + payment);

    /// <summary>Expected payments less expected cost.</summary>
    public Fraction Revenue(JointDistribution prior) =>
        Enumerable.Range(0, Design.Types.Profiles).Aggregate(Fraction.Zero, (sum, profile) => sum + (prior.Masses[profile] * Surplus(profile))).Reduce();

    /// <summary>Expected payments.</summary>
    public Fraction ExpectedPayments(JointDistribution prior) =>
        Enumerable.Range(0, Design.Types.Profiles).Aggregate(Fraction.Zero, (sum, profile) => sum + (prior.Masses[profile] * Payments[profile].Aggregate(Fraction.Zero, (one, other) => one + other))).Reduce();

    /// <summary>The expectation of what outcomes count at profiles.</summary>
    /// <param name="prior">The distribution of the types.</param>
    /// <param name="worth">For each profile what each outcome counts.</param>
    public Fraction Expected(JointDistribution prior, EquatableArray<EquatableArray<Fraction>> worth) =>
        Enumerable.Range(0, Design.Types.Profiles).Aggregate(Fraction.Zero, (sum, profile) =>
            sum + (prior.Masses[profile] * Lotteries[profile].Select((chance, outcome) => chance * worth[profile][outcome]).Aggregate(Fraction.Zero, (one, other) => one + other))).Reduce();

    /// <summary>Expected values less expected cost.</summary>
    public Fraction Welfare(JointDistribution prior) =>
        Enumerable.Range(0, Design.Types.Profiles).Aggregate(Fraction.Zero, (sum, profile) => sum + (prior.Masses[profile] * Welfare(profile))).Reduce();

    /// <summary>Values less cost at a profile.</summary>
    public Fraction Welfare(int profile) =>
        Lotteries[profile].Select((chance, outcome) => chance * Design.Welfare(profile, outcome)).Aggregate(Fraction.Zero, (sum, term) => sum + term);
}
