using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.SingleParameter.Service;

/// <summary>
/// Solves problems in which several agents are served. Every objective becomes a non-decreasing score of the agent's type, and the allocation maximises
/// the sum of (score − cost of serving) over the feasible set: efficient, weighted and revenue-optimal allocations differ in their scores alone.
/// </summary>
public static class ServiceSolver
{
    /// <summary>Solves the problem.</summary>
    /// <param name="problem">A problem of the single-parameter kernel whose priors and numbers lie in their domains.</param>
    /// <param name="cancellation">Checked between agents and between the steps of an analysis.</param>
    /// <exception cref="ArgumentException">The revenue-optimal objective meets an agent without a prior.</exception>
    public static SolvedService Solve(Problem problem, CancellationToken cancellation)
    {
        EquatableArray<Agent> declared = problem.Population switch
        {
            Population.Alike(_, _, var agent) => [agent],
            Population.Named(var named) => named,
            _ => throw new ArgumentException("A population is alike or named.", nameof(problem)),
        };
        var cost = problem.Environment.Cost is SocialCost.PerServed(var amount) ? amount : 0;
        var onlyReserves = AgentSolver.OnlyReserves(problem, declared);
        var agents = declared.Select((agent, index) => AgentSolver.Solve(problem, agent, LowestScore(index), onlyReserves, cancellation)).ToEquatableArray();
        cancellation.ThrowIfCancellationRequested();
        var service = new SolvedService(problem, AuctionGuarantees.Of(problem, cost), agents, cost, AgentSolver.RanksByType(agents), []);
        var (numbers, reason) = service.AddsScores ? SetExpectations.Of(service, cancellation) : ServiceExpectations.Of(problem, agents, cost, cancellation);
        return service with { Numbers = numbers, NoNumbersBecause = reason };

        // Who must be served need not be worth its cost.
        double LowestScore(int index) => problem.Environment.Feasible is Limited limited && limited.MustServe(index) ? double.NegativeInfinity : cost;
    }
}
