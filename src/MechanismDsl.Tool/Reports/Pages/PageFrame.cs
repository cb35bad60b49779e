using MechanismDsl.Tool.Reports.Charts;
using MechanismDsl.Tool.Reports.Markup;

namespace MechanismDsl.Tool.Reports.Pages;

/// <summary>
/// The frame of every page: one file that needs no other. It loads nothing and runs nothing, and its security policy says so. It follows the reader's choice of light
/// or dark, and prints.
/// </summary>
internal static class PageFrame
{
    private const string Rules = """
        * { box-sizing:border-box; }
        html { color-scheme:light dark; }
        body { margin:0; background:var(--paper); color:var(--ink); font:16px/1.55 system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Helvetica Neue', Arial, sans-serif; }
        main, header.page, footer { max-width:1180px; margin:0 auto; padding:0 24px; }
        header.page { padding-top:36px; }
        h1 { font-size:34px; line-height:1.15; margin:0 0 6px; letter-spacing:-.01em; }
        h2 { font-size:21px; margin:44px 0 12px; padding-top:14px; border-top:1px solid var(--rule); }
        h3 { font-size:16.5px; margin:0 0 2px; }
        p { margin:0 0 12px; max-width:78ch; }
        .kind { color:var(--quiet); margin:0 0 14px; }
        .lead { font-size:19px; line-height:1.45; max-width:70ch; }
        .facts { display:grid; grid-template-columns:repeat(auto-fit, minmax(170px, 1fr)); gap:12px; margin:22px 0 0; padding:0; }
        .facts div { background:var(--faint); border-radius:8px; padding:12px 14px; }
        .facts dt { font-size:13.5px; color:var(--quiet); line-height:1.3; }
        .facts dd { margin:2px 0 0; font-size:21px; font-weight:600; font-variant-numeric:tabular-nums; overflow-wrap:anywhere; }
        .figures { display:grid; grid-template-columns:repeat(auto-fill, minmax(min(100%, 460px), 1fr)); gap:34px 40px; }
        figure { margin:0; min-width:0; }
        figcaption p { font-size:14.5px; line-height:1.45; color:var(--quiet); margin:0 0 8px; min-height:0; }
        table { border-collapse:collapse; width:100%; font-size:14.5px; }
        th, td { text-align:left; vertical-align:top; padding:7px 14px 7px 0; border-bottom:1px solid var(--rule); }
        thead th { font-size:13px; color:var(--quiet); font-weight:600; border-bottom-color:var(--quiet); }
        tbody th { font-weight:600; }
        td.number, th.number { text-align:right; font-variant-numeric:tabular-nums; padding-right:22px; }
        .scroll { overflow-x:auto; }
        .narrow { width:auto; }
        .holds { color:var(--good); font-weight:600; } .assumed { color:var(--c4); font-weight:600; } .broken { color:var(--bad); font-weight:600; }
        ul.said { padding-left:22px; margin:6px 0; } ul.said li { margin:3px 0; }
        .found { border-left:4px solid var(--rule); padding:2px 0 2px 12px; margin:0 0 10px; }
        .found.error { border-color:var(--bad); } .found.warning { border-color:var(--c4); } .found.info { border-color:var(--c0); }
        details { margin:6px 0 0; } summary { cursor:pointer; color:var(--quiet); font-size:14px; }
        details table { margin-top:6px; font-size:13.5px; }
        pre { background:var(--faint); border-radius:8px; padding:14px 16px; overflow-x:auto; font:12.5px/1.5 ui-monospace, 'Cascadia Mono', 'SFMono-Regular', Menlo, Consolas, monospace; tab-size:4; }
        code { font-family:ui-monospace, 'Cascadia Mono', 'SFMono-Regular', Menlo, Consolas, monospace; font-size:.92em; }
        a { color:var(--c0); }
        footer { color:var(--quiet); font-size:13px; padding-top:40px; padding-bottom:36px; }
        .legend { display:flex; flex-wrap:wrap; gap:4px 8px; align-items:center; font-size:14px; color:var(--quiet); max-width:none; } svg.figure.sample { width:18px; height:18px; flex:none; } .sampled { margin-right:18px; }
        figure.map { max-width:980px; }
        .reasons th:nth-child(1) { width:21%; } .reasons th:nth-child(2) { width:19%; } .reasons th:nth-child(4) { width:25%; }
        @media print { body { font-size:11pt; } main, header.page, footer { max-width:none; padding:0; } figure, tr, .facts div { break-inside:avoid; } .figures { grid-template-columns:1fr 1fr; gap:18px; } details { display:none; } h2 { break-after:avoid; } }
        """;

    /// <summary>A page as text.</summary>
    /// <param name="title">The title of the window.</param>
    /// <param name="header">What stands on top.</param>
    /// <param name="body">The sections.</param>
    public static string Write(string title, IEnumerable<Element?> header, IEnumerable<Element?> body)
    {
        var head = Element.Of(
            "head",
            new Element("meta").With("charset", "utf-8"),
            new Element("meta").With("name", "viewport").With("content", "width=device-width, initial-scale=1"),
            new Element("meta").With("http-equiv", "Content-Security-Policy").With("content", "default-src 'none'; style-src 'unsafe-inline'"),
            new Element("meta").With("name", "color-scheme").With("content", "light dark"),
            Element.Of("title", title),
            Element.Style(ChartStyle.Colours + "\n" + Rules + "\n" + ChartStyle.Rules));
        var page = new Element("html").With("xmlns", "http://www.w3.org/1999/xhtml").With("lang", "en").Add(
            head,
            Element.Of(
                "body",
                Element.Of("header", header).Class("page"),
                Element.Of("main", body),
                Element.Of("footer", "Written by mechanism report. Numbers are exact or integrated, never simulated; they hold for what the declaration says.")));
        return "<!DOCTYPE html>\n" + page + "\n";
    }

    /// <summary>A section with a heading; null without content.</summary>
    public static Element? Section(string heading, params IEnumerable<Element?> content)
    {
        var there = content.OfType<Element>().ToList();
        return there.Count == 0 ? null : Element.Of("section", [Element.Of("h2", heading), .. there]);
    }

    /// <summary>A table whose columns and rows have headings.</summary>
    /// <param name="table">The cells; the first of a row is its heading.</param>
    /// <param name="caption">What it is, for readers who cannot see it.</param>
    /// <remarks>Columns of numbers stand right, so that their digits can be compared; columns of words stand left.</remarks>
    public static Element Table(NumberTable table, string caption)
    {
        string[] cells = [.. table.Header.Select((_, column) => column > 0 && table.Rows.All(row => IsNumber(row[column])) ? "number" : "words")];
        return Element.Of("div", Element.Of(
            "table",
            Element.Of("caption", caption).With("style", "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)"),
            Element.Of("thead", Element.Of("tr", table.Header.Select((name, index) => Element.Of("th", name).With("scope", "col").Class(cells[index])))),
            Element.Of("tbody", table.Rows.Select(row => Element.Of("tr", row.Select((text, index) => index == 0
                ? Element.Of("th", text).With("scope", "row")
                : Element.Of("td", text).Class(cells[index]))))))).Class("scroll");

        static bool IsNumber(string text) => text.Length == 0 || char.IsAsciiDigit(text[0]) || text[0] is '−' or '–' or '∞';
    }

    /// <summary>A figure with its caption and, behind a fold, its numbers.</summary>
    public static Element Figure(Figure figure) => Element.Of(
        "figure",
        Element.Of("figcaption", Element.Of("h3", figure.Title), Element.Of("p", figure.Words)),
        FigureDrawing.Draw(figure),
        figure.Numbers is { } numbers ? Element.Of("details", Element.Of("summary", "Numbers"), Table(numbers, $"Numbers: {figure.Title}")) : null).With("id", figure.Id);
}
