namespace MechanismDsl.Benchmarks;

/// <summary>What one section has measured: for a terminal with aligned columns, and for the page of measurements.</summary>
/// <param name="Section">The section's name.</param>
/// <param name="Columns">What the columns are called; the first two hold words, the others numbers.</param>
internal sealed record ResultTable(string Section, params string[] Columns)
{
    private static readonly int[] _widths = [-46, -28, 12, 12, 12, 12];

    private readonly List<string[]> _rows = [];

    /// <summary>The line above the rows.</summary>
    public string Head => Aligned([Section, .. Columns.Skip(1)]);

    /// <summary>Adds a row and returns it as it is printed.</summary>
    public string Add(params string[] cells)
    {
        _rows.Add(cells);
        return Aligned(cells);
    }

    /// <summary>The table in Markdown.</summary>
    public string Markdown()
    {
        string[] rule = [.. Columns.Select((_, column) => column < 2 ? "---" : "---:")];
        string[][] lines = [Columns, rule, .. _rows];
        return string.Concat(lines.Select(cells => $"| {string.Join(" | ", cells)} |\n"));
    }

    private static string Aligned(string[] cells) =>
        string.Join(' ', cells.Select((cell, column) => _widths[column] < 0 ? cell.PadRight(-_widths[column]) : cell.PadLeft(_widths[column]))).TrimEnd();
}
