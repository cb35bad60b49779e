using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Analyzers.Solving;

/// <summary>Solved problems, shared by all analyzers of the process and keyed by content: a keystroke that changes no problem solves nothing.</summary>
internal static class Solutions
{
    // A rule solves up to four variants of a declaration, so this holds the working set of some hundred mechanisms.
    private const int Capacity = 512;

    private static readonly BoundedCache<Problem, SolvedAuction> Cache = new(Capacity);

    /// <summary>The solution of <paramref name="problem"/>.</summary>
    public static SolvedAuction Of(Problem problem, CancellationToken cancellation) =>
        Cache.GetOrAdd(problem, key => AuctionSolver.Solve(key, cancellation));
}
