using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter.Insights;

/// <summary>Expected revenue of the same agents with their floors applied before or after the highest bid is chosen, without floors, and at the optimum.</summary>
/// <param name="Declared">Revenue of the declared auction.</param>
/// <param name="Eager">Floors filter bids first (Dhangwatnotai, Roughgarden and Yan 2015).</param>
/// <param name="Lazy">The highest bid must meet its own floor.</param>
/// <param name="None">No floors.</param>
/// <param name="Optimal">The optimal auction (Myerson 1981).</param>
public sealed record FloorComparison(double Declared, double Eager, double Lazy, double None, double Optimal)
{
    /// <summary>The comparison; null unless named buyers with priors have floors that differ and leave revenue on the table.</summary>
    public static FloorComparison? Of(SolvedAuction auction, Solve solve)
    {
        if (auction.Problem is not { Objective: Objective.Efficient, Payments: PaymentRule.Threshold { EntryFee: 0 }, Population: Population.Named { Agents: var agents } } problem
            || !agents.All(agent => agent is { Side: Side.Buyer, Prior: not null } && Variants.IsOrdinary(agent))
            || agents.Any(agent => agent.Reserve is { Amount: null })
            || agents.Select(agent => agent.Reserve?.Amount ?? 0).Distinct().Count() < 2)
        {
            return null;
        }

        return auction.Revenue() is { } declared && solve(problem.Optimal()).Revenue() is { } optimal && optimal.Exceeds(declared)
            && Floors(ReserveKind.Eager) is { } eager && Floors(ReserveKind.Lazy) is { } lazy && solve(problem.SecondPrice()).Revenue() is { } none
            ? new FloorComparison(declared, eager, lazy, none, optimal)
            : null;

        double? Floors(ReserveKind kind) => solve(problem.WithReserves(agent => agent.Reserve is { } floor ? floor with { Kind = kind } : null)).Revenue();
    }
}
