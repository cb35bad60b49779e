using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Tool.Mechanisms;
using MechanismDsl.Tool.Reports.Markup;

namespace MechanismDsl.Tool.Reports.Pages;

/// <summary>Every guarantee with its theorem and scope, what the author answers for, and what the theory says of all of them together.</summary>
internal static class GuaranteeSection
{
    /// <summary>The section's content; empty if there is nothing to say.</summary>
    public static IEnumerable<Element?> Of(Declared mechanism, Solution? solution, CancellationToken cancellation)
    {
        if (mechanism.Guarantees.Length + mechanism.Assumptions.Length > 0)
        {
            var evidence = solution?.Evidence.ToDictionary(one => (MechanismDsl.Guarantee)(int)one.Guarantee) ?? [];
            yield return Element.Of("div", Element.Of(
                "table",
                Element.Of("caption", "Guarantees with their evidence").With("style", "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)"),
                Element.Of("thead", Element.Of("tr", new[] { "Guarantee", "Evidence", "Theorem or reason", "Scope" }.Select(name => Element.Of("th", name).With("scope", "col")))),
                Element.Of(
                    "tbody",
                    [
                        .. mechanism.Guarantees.Select(one => Element.Of(
                            "tr",
                            Element.Of("th", Sentence(one.Guarantee.Words())).With("scope", "row"),
                            Element.Of("td", Kind(evidence.GetValueOrDefault(one.Guarantee))).Class("holds"),
                            Element.Of("td", one.Theorem),
                            Element.Of("td", one.Scope))),
                        .. mechanism.Assumptions.Select(one => Element.Of(
                            "tr",
                            Element.Of("th", Sentence(one.Guarantee.Words())).With("scope", "row"),
                            Element.Of("td", "assumed").Class("assumed"),
                            Element.Of("td", one.Because),
                            Element.Of("td", "the author answers for it"))),
                    ])).Class("reasons")).Class("scroll");
            var open = Enum.GetValues<MechanismDsl.Guarantee>().Where(one => mechanism.Guarantees.All(holds => holds.Guarantee != one)).Select(one => one.Words()).ToList();
            if (open.Count > 0)
            {
                yield return Element.Of("p", $"Not promised: {string.Join(", ", open)}.").With("style", "margin-top:12px").Class("kind");
            }
        }

        if (solution is not null && Possible(solution.Problem, cancellation) is { } words)
        {
            yield return Element.Of("p", words);
        }
    }

    private static string Kind(Evidence? evidence) => evidence switch
    {
        { CheckedBy: { } rules } => $"checked ({rules})",
        { ImpliedBy: { } stronger } => $"follows from {((MechanismDsl.Guarantee)(int)stronger).Words()}",
        _ => "by theorem",
    };

    /// <summary>What the theorem of the environment says of the efficient decision; null where it says nothing.</summary>
    private static string? Possible(Problem problem, CancellationToken cancellation) => PossibilityTest.Of(problem, cancellation) switch
    {
        Possibility.Impossible impossible => $"In this environment nothing is efficient, Bayesian incentive compatible, interim individually rational and without a deficit at once, by {impossible.Theorem}: the surplus is {impossible.Surplus.Text}, "
            + $"so that somebody outside would have to add {impossible.LeastSubsidy.Text} in expectation.",
        Possibility.Possible possible => $"In this environment an efficient decision can be Bayesian incentive compatible, interim individually rational and without a deficit: up to {possible.Surplus.Text} is left in expectation.",
        _ => null,
    };

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
