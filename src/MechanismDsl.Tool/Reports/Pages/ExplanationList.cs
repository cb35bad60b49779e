using MechanismDsl.Tool.Reports.Markup;

namespace MechanismDsl.Tool.Reports.Pages;

/// <summary>The explanation of a mechanism, whose lines are indented by two blanks a level, as a list of lists.</summary>
internal static class ExplanationList
{
    /// <summary>The list; null without lines.</summary>
    public static Element? Of(IEnumerable<string> lines)
    {
        List<(int Depth, string Text)> items = [.. lines.Select(line => ((line.Length - line.TrimStart().Length) / 2, line.Trim().StartsWith("- ", StringComparison.Ordinal) ? line.Trim()[2..] : line.Trim()))];
        var at = 0;
        return items.Count == 0 ? null : List(items, ref at, items.Min(item => item.Depth));
    }

    private static Element List(List<(int Depth, string Text)> items, ref int at, int depth)
    {
        var list = new Element("ul").Class("said");
        while (at < items.Count && items[at].Depth >= depth)
        {
            var item = new Element("li").Add(items[at].Text);
            at++;
            if (at < items.Count && items[at].Depth > depth)
            {
                item.Add(List(items, ref at, items[at].Depth));
            }

            list.Add(item);
        }

        return list;
    }
}
