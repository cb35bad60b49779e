using System.Globalization;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Tool.Mechanisms;
using MechanismDsl.Tool.Reports.Figures;
using MechanismDsl.Tool.Reports.Markup;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Tool.Reports.Pages;

/// <summary>The page of one mechanism: what it does, its numbers in figures, what holds and why, its code.</summary>
internal static class MechanismPage
{
    /// <summary>The page.</summary>
    /// <param name="mechanism">The mechanism.</param>
    /// <param name="solution">Its solution; null if the declaration has errors.</param>
    /// <param name="code">Its generated code.</param>
    /// <param name="cancellation">Checked between figures.</param>
    public static string Write(Declared mechanism, Solution? solution, string code, CancellationToken cancellation)
    {
        var lines = (mechanism.Explanation ?? string.Empty).Split('\n').Where(line => line.Trim().Length > 0).ToList();
        var isGood = !mechanism.Errors.Any();
        var figures = solution is null || !isGood ? [] : FigureSet.Of(solution, cancellation);
        return PageFrame.Write(
            mechanism.Name,
            [
                Element.Of("h1", mechanism.Name),
                Element.Of("p", $"{(mechanism.Environment is { } environment && isGood ? environment : "not solved")} · {mechanism.Place}").Class("kind"),
                isGood && lines.Count > 0 ? Element.Of("p", lines[0]).Class("lead") : null,
                solution is null || !isGood ? null : Facts(KeyNumbers.Of(solution)),
            ],
            [
                isGood ? null : PageFrame.Section("What is wrong", mechanism.Errors.Select(Found)),
                PageFrame.Section("In pictures", figures.Count == 0 ? null : Element.Of("div", figures.Select(PageFrame.Figure)).Class("figures")),
                PageFrame.Section("Tables", solution is null || !isGood ? [] : FiniteTables.Of(solution)),
                PageFrame.Section("What holds, and why", GuaranteeSection.Of(mechanism, solution, cancellation)),
                isGood ? PageFrame.Section("How it works", ExplanationList.Of(lines.Skip(1))) : null,
                PageFrame.Section("What the compiler says", mechanism.Found.Where(one => one.Severity != DiagnosticSeverity.Error).Select(Found)),
                code.Length == 0 ? null : PageFrame.Section("Generated code", Element.Of("details", Element.Of("summary", "What the compiler wrote for this declaration"), Element.Of("pre", Element.Of("code", code)))),
            ]);
    }

    private static Element? Facts(IReadOnlyList<(string Name, string Value)> facts) => facts.Count == 0 ? null : Element.Of(
        "dl",
        facts.Select(fact => Element.Of("div", Element.Of("dt", fact.Name), Element.Of("dd", fact.Value)))).Class("facts");

    private static Element Found(Diagnostic one) => new Element("p")
        .Class("found " + one.Severity switch { DiagnosticSeverity.Error => "error", DiagnosticSeverity.Warning => "warning", _ => "info" })
        .Add(Element.Of("strong", one.Id))
        .Add(" " + one.GetMessage(CultureInfo.InvariantCulture));
}
