using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Analyzers.Solving;

/// <summary>What theorems and programs say about the promises of a problem, computed once for each content.</summary>
internal static class Possibilities
{
    private const int Capacity = 256;

    private static readonly BoundedCache<Problem, Possibility> Cache = new(Capacity);

    /// <summary>The answer.</summary>
    public static Possibility Of(Problem problem, CancellationToken cancellation) => Cache.GetOrAdd(problem, key => PossibilityTest.Of(key, cancellation));
}
