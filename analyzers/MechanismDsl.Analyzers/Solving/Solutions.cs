using MechanismDsl.Theory;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Equilibria;
using MechanismDsl.Theory.SingleParameter.Insights;

namespace MechanismDsl.Analyzers.Solving;

/// <summary>Solved problems, shared by all analyzers of the process and keyed by content: a keystroke that changes no problem solves nothing.</summary>
internal static class Solutions
{
    // A rule solves up to four variants of a declaration, so this holds the working set of some hundred mechanisms.
    private const int Capacity = 512;

    private static readonly BoundedCache<Problem, Solution> Cache = new(Capacity);
    private static readonly BoundedCache<Problem, (int Agents, BestReplyResult Verdict)?> Strategies = new(Capacity);

    /// <summary>The solution of <paramref name="problem"/>.</summary>
    public static Solution Of(Problem problem, CancellationToken cancellation) =>
        Cache.GetOrAdd(problem, key => Solver.Solve(key, cancellation));

    /// <summary>The verdict on the declared strategy; null without one.</summary>
    public static (int Agents, BestReplyResult Verdict)? Deviation(SolvedAuction auction, CancellationToken cancellation) =>
        auction.Problem.Strategy is null ? null : Strategies.GetOrAdd(auction.Problem, _ => StrategyDeviation.Of(auction, cancellation));
}
