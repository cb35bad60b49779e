using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Explaining;

/// <summary>The guarantees of a mechanism in English: what holds and why, what the analyzers check, and what its author assumes.</summary>
internal static class GuaranteeLines
{
    /// <summary>What an explanation says in a build without analyzers.</summary>
    public const string Withheld = "Guarantees that rest on rules of its author's are withheld: the analyzers that check them do not run in this build.";

    /// <summary>The lines, the heading at depth 1.</summary>
    /// <param name="evidence">What holds.</param>
    /// <param name="assumptions">What is assumed.</param>
    public static IEnumerable<ExplanationLine> Of(EquatableArray<Evidence> evidence, EquatableArray<Assumption> assumptions)
    {
        foreach (var line in Held([.. evidence.Where(one => !one.IsJudged)], "Guarantees, each by theorem:"))
        {
            yield return line;
        }

        foreach (var judged in evidence.Where(one => one.IsJudged).GroupBy(one => (one.CheckedBy, one.Scope)))
        {
            foreach (var line in Held([.. judged], $"Guarantees, checked by {judged.Key.CheckedBy} ({judged.Key.Scope}):"))
            {
                yield return line with { NeedsAnalyzers = true };
            }
        }

        if (evidence.Count == 0)
        {
            yield return new ExplanationLine(1, "Guarantees: none.");
        }

        if (assumptions.Count > 0)
        {
            yield return new ExplanationLine(1, "Assumed by its author, not proved:");
        }

        foreach (var (guarantee, because) in assumptions)
        {
            yield return new ExplanationLine(2, $"{Words.OfName(guarantee.ToString())}: {because}");
        }
    }

    private static IEnumerable<ExplanationLine> Held(IReadOnlyList<Evidence> evidence, string heading)
    {
        if (evidence.Count == 0)
        {
            yield break;
        }

        yield return new ExplanationLine(1, heading);
        foreach (var one in evidence.Where(one => one.ImpliedBy is null))
        {
            var implied = evidence.Where(other => Follows(other, one.Guarantee)).Select(other => Words.OfName(other.Guarantee.ToString())).ToArray();
            var hence = implied.Length == 0 ? string.Empty : $", hence {string.Join(" and ", implied)}";
            yield return new ExplanationLine(2, $"{Words.OfName(one.Guarantee.ToString())}{hence}: {one.Theorem}{(one.IsJudged ? string.Empty : $" ({one.Scope})")}.");
        }

        bool Follows(Evidence weaker, Guarantee from) => weaker.ImpliedBy is { } parent
            && (parent == from || evidence.Any(middle => middle.Guarantee == parent && Follows(middle, from)));
    }
}
