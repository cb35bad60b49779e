namespace MechanismDsl.Tool.Commands;

/// <summary>Writes comma-separated values as RFC 4180 (Shafranovich 2005) defines them.</summary>
internal static class CsvText
{
    /// <summary>A header and rows.</summary>
    public static void Write(TextWriter target, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        foreach (var row in rows.Prepend(header))
        {
            target.WriteLine(string.Join(',', row.Select(Cell)));
        }
    }

    private static string Cell(string text) => text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
