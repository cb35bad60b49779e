using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Exchange;

/// <summary>
/// Solves exchanges of single units. The allocation and its payments are the same for every declaration with the same rule; what is left is what holds
/// and what can be expected.
/// </summary>
public static class ExchangeSolver
{
    /// <summary>Solves the problem.</summary>
    /// <param name="problem">A problem whose feasible set is <see cref="UnitTrades"/>.</param>
    /// <param name="cancellation">Checked between the steps of an expectation.</param>
    public static SolvedExchange Solve(Problem problem, CancellationToken cancellation) =>
        new(problem, ExchangeGuarantees.Of(problem))
        {
            Numbers = TradeExpectations.Of(problem, cancellation) is { } numbers
                ? problem.Payments is PaymentRule.Balanced ? numbers with { Subsidy = 0 } : numbers
                : null,
        };
}
