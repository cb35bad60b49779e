using Fractions;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Automated;

/// <summary>The best mechanism of a finite problem, with the certificate that there is no better one.</summary>
/// <param name="Problem">What was solved.</param>
/// <param name="Evidence">Every guarantee that the table has; each was computed at every profile.</param>
/// <param name="Environment">The problem as a finite design.</param>
/// <param name="Guarantees">What was demanded of the mechanism.</param>
/// <param name="Best">The mechanism, its value, and the prices of the constraints.</param>
public sealed record SolvedOptimum(Problem Problem, EquatableArray<Evidence> Evidence, FiniteEnvironment Environment, EquatableArray<Guarantee> Guarantees, DesignAnswer.Best Best)
    : Solution(Problem, Evidence)
{
    /// <summary>The mechanism.</summary>
    public FiniteMechanism Table => Best.Mechanism;

    /// <summary>The agents in order; alike agents are repeated.</summary>
    public EquatableArray<Agent> Agents => FiniteEnvironment.AgentsOf(Problem);

    /// <summary>What was maximised, at the mechanism.</summary>
    public Fraction Objective => Best.Value;

    /// <summary>Expected payments less expected cost.</summary>
    public Fraction Revenue => Table.Revenue(Environment.Prior);

    /// <summary>Expected values less expected cost.</summary>
    public Fraction Welfare => Table.Welfare(Environment.Prior);

    /// <summary>The welfare that could be had if all types were known.</summary>
    public Fraction FirstBest => Enumerable.Range(0, Environment.Design.Types.Profiles)
        .Aggregate(Fraction.Zero, (sum, profile) => sum + (Environment.Prior.Masses[profile] * Environment.Design.BestWelfare(profile))).Reduce();

    /// <summary>Whether some profile has a lottery.</summary>
    public bool HasLottery => Table.Lotteries.Any(row => !row.Any(chance => chance == Fraction.One));

    /// <summary>The constraints that bind at a price, the dearest first.</summary>
    public IEnumerable<(DesignConstraint Constraint, Fraction Price)> Binding => Best.Constraints
        .Select((constraint, index) => (constraint, price: Best.Prices[index].Abs()))
        .Where(pair => pair.constraint.Guarantee is not null && !pair.price.IsZero)
        .OrderByDescending(pair => pair.price);
}
