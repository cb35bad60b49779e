using Fractions;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Provision;

/// <summary>
/// The linear equilibrium of the 1/2-double auction between a seller with a uniform cost and a buyer with a uniform value (Chatterjee and Samuelson 1983): they trade
/// if the bid is at least the ask, at half of their sum.
/// </summary>
/// <remarks>
/// With offers a line of slope 2/3, half of the sum of all better offers makes 2/3·cost + (highest bid)/3 the best ask and 2/3·value + (lowest ask)/3 the best bid. With
/// costs of [a, ·] and values of [·, d] that solves to the intercepts (a + 3d)/12 and (3a + d)/12, and they trade where value − cost is at least (d − a)/4. Offers
/// that are sure to be accepted, or never, would break the lines: the costs reach up to d − (d − a)/4, the values down to a + (d − a)/4. There the equilibrium is the
/// second best (Myerson and Satterthwaite 1983, section 5): the worst types gain nothing, and payments balance.
/// </remarks>
/// <param name="Bid">What the buyer adds to 2/3 of its value.</param>
/// <param name="Ask">What the seller adds to 2/3 of its cost.</param>
/// <param name="LeastGain">value − cost from which they trade.</param>
public sealed record LinearEquilibrium(Fraction Bid, Fraction Ask, Fraction LeastGain)
{
    /// <summary>The equilibrium; null where it is not known to be linear.</summary>
    public static LinearEquilibrium? Of(UniformPrior costs, UniformPrior values)
    {
        var (lowest, highest) = (Rationals.FromDecimal(costs.Low), Rationals.FromDecimal(values.High));
        var least = (highest - lowest) / 4;
        return least.IsPositive && Rationals.FromDecimal(values.Low) <= lowest + least && Rationals.FromDecimal(costs.High) >= highest - least
            ? new LinearEquilibrium(((3 * lowest) + highest) / 12, (lowest + (3 * highest)) / 12, least)
            : null;
    }

    /// <summary>The equilibrium that attains a second best; null where none is known to.</summary>
    public static LinearEquilibrium? Of(SolvedProvision solved) =>
        solved is { Problem: { Objective: Objective.SecondBest, Environment.Name: EnvironmentName.BilateralTrade }, Agents: [{ Agent.Prior: UniformPrior costs }, { Agent.Prior: UniformPrior values }] }
        && Of(costs, values) is { } linear && solved.LeastSum == linear.LeastGain
            ? linear
            : null;
}
