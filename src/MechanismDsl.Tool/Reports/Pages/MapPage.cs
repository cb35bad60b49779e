using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Tool.Mechanisms;
using MechanismDsl.Tool.Reports.Figures;
using MechanismDsl.Tool.Reports.Map;
using MechanismDsl.Tool.Reports.Markup;

namespace MechanismDsl.Tool.Reports.Pages;

/// <summary>The map of a project's mechanisms: which guarantees go together, which theorem forbids what, where every mechanism lies.</summary>
internal static class MapPage
{
    /// <summary>The file of the map.</summary>
    public const string FileName = "map.html";

    /// <summary>The page.</summary>
    /// <param name="project">What the project is called.</param>
    /// <param name="entries">Its mechanisms.</param>
    public static string Write(string project, IReadOnlyList<MapEntry> entries) => PageFrame.Write(
        $"{project}: map of mechanisms",
        [
            Element.Of("h1", "Map of mechanisms"),
            Element.Of("p", project).Class("kind"),
            Element.Of("p", FormattableString.Invariant($"{entries.Count} {(entries.Count == 1 ? "mechanism" : "mechanisms")}, what each of them guarantees, and what no mechanism can.")).Class("lead"),
        ],
        [
            PageFrame.Section(
                "Where every mechanism lies",
                Element.Of("p", "A row a mechanism, a column a guarantee. Below, in red, what theorems forbid: no mechanism has all the thick crosses of a row and one of the thin ones, wherever the hypotheses of its theorem hold."),
                Element.Of("p", MatrixDrawing.Legend().SelectMany(one => new[]
                {
                    new Element("svg").Class("figure sample").With("xmlns", "http://www.w3.org/2000/svg").With("viewBox", "0 0 18 18").With("aria-hidden", "true").Add(one.Mark),
                    Element.Of("span", one.Words).Class("sampled"),
                })).Class("legend"),
                Element.Of("figure", MatrixDrawing.Draw(entries)).Class("map")),
            PageFrame.Section(
                "What follows from what",
                Element.Of("p", "An arrow leads to what follows. In code it is inheritance: who asks for the lower interface accepts a mechanism with the upper one."),
                Element.Of("figure", LatticeDrawing.Draw(entries))),
            PageFrame.Section("The mechanisms", Mechanisms(entries)),
            PageFrame.Section(
                "What cannot be",
                PageFrame.Table(
                    new(["Theorem", "About", "Impossible together", "Where"], [.. ForbiddenCombination.All.Select(one => (IReadOnlyList<string>)[Sentence(one.Theorem), one.Environment, Words(one), one.Where])]),
                    "Combinations that theorems forbid")),
        ]);

    private static Element Mechanisms(IReadOnlyList<MapEntry> entries) => Element.Of("div", Element.Of(
        "table",
        Element.Of("thead", Element.Of("tr", new[] { "Mechanism", "Environment", "Strongest guarantees", "Numbers", "Efficient, voluntary and balanced?" }.Select(name => Element.Of("th", name).With("scope", "col")))),
        Element.Of("tbody", entries.Select(entry => Element.Of(
            "tr",
            Element.Of("th", Element.Of("a", entry.Declared.Name).With("href", entry.Page)).With("scope", "row"),
            Element.Of("td", entry.Solution is null || entry.Declared.Errors.Any() ? "not solved" : entry.Declared.Environment ?? string.Empty),
            entry.Declared.Errors.Any()
                ? Element.Of("td", string.Join(" ", entry.Declared.Errors.Select(error => error.Id))).Class("broken")
                : Element.Of("td", string.Join(", ", entry.Declared.Guarantees.Strongest().Select(one => one.Guarantee.Words()))),
            Element.Of("td", entry.Solution is null || entry.Declared.Errors.Any() ? string.Empty : string.Join("; ", KeyNumbers.Of(entry.Solution).Take(3).Select(fact => $"{fact.Name}: {fact.Value}"))),
            Element.Of("td", Possible(entry.Possibility))))))).Class("scroll");

    private static string Possible(Possibility possibility) => possibility switch
    {
        Possibility.Impossible impossible => $"impossible: surplus {impossible.Surplus.Text.Replace('-', '−')}",
        Possibility.Possible possible => $"possible: surplus {possible.Surplus.Text}",
        _ => "–",
    };

    private static string Words(ForbiddenCombination one) => string.Join(", ", one.Together.Select(guarantee => ((Guarantee)(int)guarantee).Words()))
        + (one.Alternatives.Count == 0 ? string.Empty : " and " + string.Join(" or ", one.Alternatives.Select(guarantee => ((Guarantee)(int)guarantee).Words())));

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
