using MechanismDsl.Theory.Automated;
using MechanismDsl.Theory.Correlated;
using MechanismDsl.Theory.Crowdfunding;
using MechanismDsl.Theory.Exchange;
using MechanismDsl.Theory.Matching;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Packages;
using MechanismDsl.Theory.Partnerships;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Provision;
using MechanismDsl.Theory.Screening;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Service;
using MechanismDsl.Theory.Units;

namespace MechanismDsl.Theory;

/// <summary>Solves any problem: the one place that knows which family carries which problem.</summary>
public static class Solver
{
    /// <summary>The solution.</summary>
    /// <param name="problem">A problem of the normaliser's: its numbers lie in their domains, and its parts go together.</param>
    /// <param name="cancellation">Checked between the steps of an analysis.</param>
    public static Solution Solve(Problem problem, CancellationToken cancellation) =>
        problem.Optimum is not null ? OptimalSolver.Solve(problem, cancellation)
        : problem.Payments is PaymentRule.BeliefElicitation ? ExtractionSolver.Solve(problem, cancellation)
        : ProvisionSolver.Applies(problem) ? ProvisionSolver.Solve(problem, cancellation)
        : problem.Choice is not null ? ChoiceSolver.Solve(problem, cancellation)
        : problem.Own is not null ? new OwnRulesSolution(problem)
        : problem.Environment.Feasible is DecreasingUnits ? SolvedUnits.Of(problem)
        : problem.Environment.Feasible is DivisibleGood ? SolvedDivisible.Of(problem)
        : problem.Environment.Name is EnvironmentName.IdenticalItems or EnvironmentName.Positions or EnvironmentName.Services or EnvironmentName.Knapsack ? ServiceSolver.Solve(problem, cancellation)
        : MarketSolver.Applies(problem) ? MarketSolver.Solve(problem, cancellation)
        : problem.Environment.Feasible is UnitTrades ? ExchangeSolver.Solve(problem, cancellation)
        : problem.Environment.Feasible is UnitDemandItems ? AssignmentSolver.Solve(problem)
        : problem.Environment.Ownership is Ownership.Agents ? PartnershipSolver.Solve(problem, cancellation)
        : problem.Environment.Feasible is Campaign ? CampaignSolver.Solve(problem, cancellation)
        : problem.Environment.Feasible is TaxSchedules ? TaxationSolver.Solve(problem, cancellation)
        : problem.Environment.Feasible is DisjointPackages ? SolvedPackages.Of(problem)
        : AuctionSolver.Solve(problem, cancellation);
}
