using MechanismDsl.Theory.Data;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter.Insights;

/// <summary>What a designer should know of the data behind an agent's prior.</summary>
public static class DataInsight
{
    /// <summary>
    /// The report on the sample of <paramref name="agent"/>, for the rule that the problem makes of it; null for a prior that is stated, or in a
    /// procurement without a finite buyer's value.
    /// </summary>
    public static DataReport? Of(Problem problem, Agent agent)
    {
        if (agent.Data is not { } sample || problem.Environment.Cost is not SocialCost.PerServed { Amount: var cost } || double.IsInfinity(cost))
        {
            return null;
        }

        var options = new DataOptions(
            Chosen(problem, agent),
            agent.Side,
            agent.Side == Side.Buyer ? cost : -cost,
            problem.Population is Population.Alike alike ? alike.Count : null,
            agent.Prior is HistogramPrior histogram ? histogram.Masses.Count : null);
        return DataReport.Of(sample, options);
    }

    // How the sample became a prior tells how it is used: as it is for a reserve, in bins, or as finite types for exact ironing.
    private static DataRule Chosen(Problem problem, Agent agent) => (problem.Objective, agent.Prior) switch
    {
        (not Objective.RevenueOptimal, _) => DataRule.NoReserve,
        (_, HistogramPrior) => DataRule.Bins,
        (_, EmpiricalPrior) => DataRule.Reserve,
        _ => DataRule.Ironing,
    };
}
