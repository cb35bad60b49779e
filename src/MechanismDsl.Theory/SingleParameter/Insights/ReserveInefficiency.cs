using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter.Insights;

/// <summary>What an efficient rule loses by a reserve that is not the seller's own value.</summary>
/// <param name="Unsold">Probability that the item stays unsold although an agent values it more than the seller; null without priors or number of agents.</param>
/// <param name="Loss">Expected welfare lost; null likewise.</param>
public sealed record ReserveInefficiency(double? Unsold, double? Loss)
{
    /// <summary>The loss; null unless an efficient rule has a reserve that withholds the item.</summary>
    public static ReserveInefficiency? Of(SolvedAuction auction, Solve solve)
    {
        var problem = auction.Problem;
        if (problem is not { Objective: Objective.Efficient, Payments: PaymentRule.Threshold } || !Agents(problem).Any(agent => Withholds(agent, auction.Cutoff)))
        {
            return null;
        }

        // With a run-time reserve, or n free, there is no single number to tell.
        if (auction.Numbers.Count != 1 || Agents(problem).Any(agent => agent.Reserve is { Amount: null }))
        {
            return new ReserveInefficiency(null, null);
        }

        var numbers = auction.Numbers[0];
        if (solve(problem.SecondPrice()).Numbers is not [var efficient])
        {
            return new ReserveInefficiency(null, null);
        }

        var unsold = efficient.Sale - numbers.Sale;
        var loss = efficient.Welfare - numbers.Welfare;
        return loss > Variants.Negligible * Math.Abs(numbers.FirstBest) ? new ReserveInefficiency(Math.Max(0, unsold), loss) : null;
    }

    private static IEnumerable<Agent> Agents(Problem problem) => problem.Population switch
    {
        Population.Alike alike => [alike.Agent],
        Population.Named named => named.Agents,
        _ => [],
    };

    // A reserve above the seller's value keeps the item from agents who value it more; below, it changes nothing.
    private static bool Withholds(Agent agent, double cutoff) =>
        agent.Side == Side.Buyer && agent.Reserve is { } reserve && (reserve.Amount is not { } amount || amount > cutoff);
}
