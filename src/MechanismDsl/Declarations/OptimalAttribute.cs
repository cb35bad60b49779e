namespace MechanismDsl;

/// <summary>
/// The goal: the best of all mechanisms that have the promised guarantees, for finitely many types. The compiler writes the linear program of all of them down
/// (Conitzer and Sandholm 2002), solves it in rational numbers, and writes its solution as a table; the dual proves that there is no better one.
/// </summary>
/// <param name="objective">What is maximised.</param>
/// <remarks>
/// <para>
/// Without <see cref="GuaranteesAttribute"/> the mechanism is Bayesian incentive compatible and interim individually rational: by the revelation principle
/// (Myerson 1979) that is all that any mechanism can attain with agents who may stay away. With it, it has exactly the named guarantees, and at least
/// Bayesian incentive compatibility. Promises that contradict each other are an error with the contradiction (MECH0045), a revenue without bound another
/// (MECH0046).
/// </para>
/// <para>
/// Types come from finite priors (<see cref="DiscretePriorAttribute"/>, <see cref="UniformIntegers"/>) or from <see cref="TypesAttribute"/> with
/// <see cref="JointPriorAttribute"/> (MECH0043). Agents who are alike are treated alike, which loses nothing and makes the program small; one that is
/// still too large is MECH0044. Among mechanisms of equal revenue the one with the most welfare is taken, and the other way round.
/// </para>
/// <para>
/// Outcomes may be drawn: a run gives their probabilities and what everybody pays in expectation, and <c>Draw</c> draws one. What is
/// promised at every profile then holds in expectation over its lottery. With <see cref="Deterministic"/> there
/// are no lotteries, and MECH3042 says what they would be worth.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// [Mechanism, SingleItem, Optimal(Objective.Revenue), Agents(2)]
/// [DiscretePrior([1, 2, 3], [1, 1, 1]), Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational)]
/// public partial class BestSale;
///
/// BestSale.ExpectedRevenue            // 2
/// BestSale.Run([2, 3])[1]             // 1 at 2.5: the second agent gets the item and pays 2.5
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class OptimalAttribute(Objective objective) : Attribute
{
    /// <summary>What is maximised.</summary>
    public Objective Objective => objective;

    /// <summary>Whether every profile of types has one outcome; otherwise outcomes may be drawn, which can be worth more.</summary>
    public bool Deterministic { get; set; }

    /// <summary>Under <see cref="Objective.Own"/> what a unit of payments counts beside the <see cref="GoalAttribute"/> method; finite, below zero where it shall stay with the agents. 0 unless set.</summary>
    public double PaymentWeight { get; set; }
}
