using MechanismDsl.Language.Claims;
using MechanismDsl.Theory.Equivalence;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Analyzers.Solving;

/// <summary>Answers to whether two mechanisms are equivalent, reached once for each pair of problems.</summary>
internal static class Equivalences
{
    private const int Capacity = 256;

    private static readonly BoundedCache<(Problem One, Problem Other), EquivalenceAnswer> Cache = new(Capacity);

    private static readonly BoundedCache<Problem, Counterpart> Counterparts = new(Capacity);

    /// <summary>Dominant-strategy payments that leave every type what it expects, in words; null where there are none to speak of.</summary>
    public static string? CounterpartOf(Problem problem, CancellationToken cancellation) => Counterparts
        .GetOrAdd(problem, key => new(DominantCounterpartWords.Of(key, () => Solutions.Of(key, cancellation), cancellation)))
        .Words;

    /// <summary>The answer.</summary>
    public static EquivalenceAnswer Of(Problem one, Problem other, CancellationToken cancellation) => Cache.GetOrAdd(
        (one, other),
        key => EquivalenceTest.Of(Solutions.Of(key.One, cancellation), Solutions.Of(key.Other, cancellation), cancellation));

    private sealed record Counterpart(string? Words);
}
