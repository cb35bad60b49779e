using MechanismDsl.Language.Claims;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Analyzers.Solving;

/// <summary>Verdicts on claimed guarantees, reached once for each content.</summary>
internal static class Verdicts
{
    private const int Capacity = 256;

    private static readonly BoundedCache<(Problem Problem, Guarantee Claim), ClaimVerdict> Cache = new(Capacity);

    private static readonly ClaimVerdict Unproved = new ClaimVerdict.Open("it depends on a rule of the user's own, which no theorem covers");

    /// <summary>The verdict on a guarantee that <paramref name="problem"/> claims.</summary>
    public static ClaimVerdict Of(Problem problem, Guarantee claim, CancellationToken cancellation) =>
        problem.Own is not null ? Unproved : Cache.GetOrAdd((problem, claim), key => ClaimCheck.Of(Solutions.Of(key.Problem, cancellation), key.Claim, cancellation));
}
