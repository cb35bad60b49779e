using Fractions;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Crowdfunding;

/// <summary>Solves campaigns: an excludable product of known cost that is made for those who get it, or for nobody.</summary>
public static class CampaignSolver
{
    /// <summary>Solves the problem.</summary>
    /// <param name="problem">A problem whose feasible set is <see cref="Campaign"/>; under <see cref="Objective.RevenueOptimal"/> with priors that have a <see cref="ScoreOf"/>.</param>
    /// <param name="cancellation">Checked between the steps of an expectation.</param>
    public static SolvedCampaign Solve(Problem problem, CancellationToken cancellation)
    {
        var isVirtual = problem.Objective == Objective.RevenueOptimal;
        var scores = AgentsOf(problem.Population)
            .Select(agent => isVirtual ? ScoreOf(agent.Prior!) ?? throw new ArgumentException($"{agent.Prior!.Describe()} has no virtual value that is a line.", nameof(problem)) : BackerScore.Itself)
            .ToEquatableArray();
        return new SolvedCampaign(problem, CampaignGuarantees.Of(problem))
        {
            Scores = scores,
            Pledges = problem.Payments is PaymentRule.Posted(var price) ? PledgesFor(((Campaign)problem.Environment.Feasible).Target, price, problem.Money.IsGrid) : null,
            Numbers = CampaignExpectations.Of(problem, cancellation),
        };
    }

    /// <summary>The pattern of alike agents, or all named ones.</summary>
    public static EquatableArray<Agent> AgentsOf(Population population) => population switch
    {
        Population.Named(var named) => named,
        Population.Alike(_, _, var agent) => [agent],
        _ => throw new ArgumentException("Backers stand on one side.", nameof(population)),
    };

    /// <summary>The virtual value of a prior (Myerson 1981) where it is one increasing line; null otherwise.</summary>
    public static BackerScore? ScoreOf(Prior prior) =>
        prior is ContinuousPrior { AffineVirtualValue: [{ Slope: > 0 } line], Lower: >= 0 }
            ? new BackerScore(line.Slope, line.Intercept, NumberText.Rounded(Math.Max(prior.Lower, -line.Intercept / line.Slope)))
            : null;

    /// <summary>The fewest pledges of a price that meet a target; no number of them meets it at a price of 0.</summary>
    /// <param name="target">The target, above 0.</param>
    /// <param name="price">The price.</param>
    /// <param name="isGrid">Whether money is exact; otherwise pledges are added up as doubles, and three of 2.0/3 are 2.</param>
    public static int PledgesFor(double target, double price, bool isGrid)
    {
        if (price == 0)
        {
            return target == 0 ? 0 : int.MaxValue;
        }

        var quotient = Rationals.FromDecimal(target) / Rationals.FromDecimal(price);
        var floor = System.Numerics.BigInteger.Divide(quotient.Reduce().Numerator, quotient.Reduce().Denominator);
        var pledges = new Fraction(floor) < quotient ? floor + 1 : floor;
        return pledges > int.MaxValue ? int.MaxValue
            : !isGrid && (double)(pledges - 1) * price >= target ? (int)pledges - 1
            : (int)pledges;
    }
}
