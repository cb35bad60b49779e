using MechanismDsl.Theory.Equivalence;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Analyzers.Solving;

/// <summary>Answers to whether mechanisms are undominated, reached once for each problem and measure.</summary>
internal static class Dominations
{
    private const int Capacity = 64;

    private static readonly BoundedCache<(Problem Problem, PerformanceMeasure Measure), DominationAnswer> Cache = new(Capacity);

    /// <summary>The answer.</summary>
    public static DominationAnswer Of(Problem problem, PerformanceMeasure measure, CancellationToken cancellation) =>
        Cache.GetOrAdd((problem, measure), key => UndominatedTest.Of(Solutions.Of(key.Problem, cancellation), key.Measure, cancellation));
}
