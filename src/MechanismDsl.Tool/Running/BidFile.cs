using System.Globalization;
using MechanismDsl.Theory.Data;

namespace MechanismDsl.Tool.Running;

/// <summary>Bids as they stand in a file.</summary>
/// <param name="Path">The file, for messages.</param>
/// <param name="Header">The names of the columns.</param>
/// <param name="Rows">The rows below.</param>
internal sealed record BidFile(string Path, IReadOnlyList<string> Header, IReadOnlyList<BidRow> Rows)
{
    /// <summary>Reads a CSV file with a header.</summary>
    /// <exception cref="ToolException">There is no such file, or it is malformed.</exception>
    public static BidFile Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new ToolException($"There is no file '{path}'.");
        }

        return Read(path, File.ReadAllText(path));
    }

    /// <summary>Reads CSV text with a header.</summary>
    /// <exception cref="ToolException">It is malformed.</exception>
    public static BidFile Read(string path, string text)
    {
        var table = CsvReader.Read(text);
        if (table.Findings.Count > 0)
        {
            throw new ToolException(FormattableString.Invariant($"{path} line {table.Findings[0].Line + 1}: {table.Findings[0].Words}."));
        }

        if (table.Rows.Count == 0)
        {
            throw new ToolException($"'{path}' is empty; its first line names the columns.");
        }

        string[] header = [.. table.Rows[0].Select(field => field.Text.Trim())];
        if (header.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ToolException($"{path} line 1: two columns are called '{twice.Key}'.");
        }

        return new BidFile(path, header, [.. table.Rows.Skip(1).Select(row => new BidRow(LineOf(text, row[0].Start), [.. row.Select(field => field.Text.Trim())]))]);
    }

    /// <summary>The number of a column.</summary>
    /// <exception cref="ToolException">The file has no such column.</exception>
    public int Column(string name) => Optional(name) is >= 0 and var column
        ? column
        : throw new ToolException($"{Path} line 1: there is no column '{name}'. The columns are: {string.Join(", ", Header)}.");

    /// <summary>The number of a column; −1 if the file has no such column.</summary>
    public int Optional(string name)
    {
        for (var column = 0; column < Header.Count; column++)
        {
            if (string.Equals(Header[column], name, StringComparison.OrdinalIgnoreCase))
            {
                return column;
            }
        }

        return -1;
    }

    /// <summary>The columns with other names.</summary>
    public IReadOnlyList<int> Others(params IReadOnlyList<string> names) =>
        [.. Enumerable.Range(0, Header.Count).Where(column => !names.Contains(Header[column], StringComparer.OrdinalIgnoreCase))];

    /// <summary>A cell as a value of a type; the message of a failure names line and column.</summary>
    public T Parse<T>(BidRow row, int column)
        where T : IParsable<T> => T.TryParse(row.Cells[column], CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new ToolException(FormattableString.Invariant($"{Path} line {row.Line}, column '{Header[column]}': '{row.Cells[column]}' is no {NameOf(typeof(T))}."));

    private static int LineOf(string text, int offset) => 1 + text.AsSpan(0, offset).Count('\n');

    private static string NameOf(Type type) => type == typeof(bool) ? "truth value (true or false)" : type == typeof(int) || type == typeof(long) ? "whole number" : "number";
}

/// <summary>A row of a file.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Cells">Its cells.</param>
internal sealed record BidRow(int Line, IReadOnlyList<string> Cells);
