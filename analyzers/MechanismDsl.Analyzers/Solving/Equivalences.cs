using MechanismDsl.Theory.Equivalence;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Analyzers.Solving;

/// <summary>Answers to whether two mechanisms are equivalent, reached once for each pair of problems.</summary>
internal static class Equivalences
{
    private const int Capacity = 256;

    private static readonly BoundedCache<(Problem One, Problem Other), EquivalenceAnswer> Cache = new(Capacity);

    /// <summary>The answer.</summary>
    public static EquivalenceAnswer Of(Problem one, Problem other, CancellationToken cancellation) => Cache.GetOrAdd(
        (one, other),
        key => EquivalenceTest.Of(Solutions.Of(key.One, cancellation), Solutions.Of(key.Other, cancellation), cancellation));
}
