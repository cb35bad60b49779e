using MechanismDsl.Language.Claims;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Analyzers.Solving;

/// <summary>Verdicts on claimed guarantees, reached once for each content.</summary>
internal static class Verdicts
{
    private const int Capacity = 256;

    private static readonly BoundedCache<(Problem Problem, Guarantee Claim), ClaimVerdict> Cache = new(Capacity);

    /// <summary>The verdict on a guarantee that <paramref name="problem"/> claims.</summary>
    public static ClaimVerdict Of(Problem problem, Guarantee claim, CancellationToken cancellation) =>
        Cache.GetOrAdd((problem, claim), key => ClaimCheck.Of(Solutions.Of(key.Problem, cancellation), key.Claim, cancellation));
}
