using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Data;

/// <summary>A field of a row: its text without quotes, and where it stands in the file, quotes included.</summary>
/// <param name="Text">The content, doubled quotes undone.</param>
/// <param name="Start">Offset of the first character in the file.</param>
/// <param name="Length">Number of characters in the file.</param>
public readonly record struct CsvField(string Text, int Start, int Length);

/// <summary>The rows of a file that follow the format, the header first, and a finding for each row that does not.</summary>
/// <param name="Rows">Well-formed rows in file order; all have as many fields as the first.</param>
/// <param name="Findings">What breaks the format, in file order.</param>
public sealed record CsvTable(EquatableArray<EquatableArray<CsvField>> Rows, EquatableArray<DataFinding> Findings);

/// <summary>
/// Comma-separated values as RFC 4180 (Shafranovich 2005) defines them, read strictly: what another program could read differently is a finding.
/// </summary>
/// <remarks>
/// Lines end with CRLF or LF; the last one may lack its end; a byte order mark is skipped. Written here because it runs inside the compiler,
/// where every further assembly is a risk, and because no general reader gives the place of each field.
/// </remarks>
public static class CsvReader
{
    /// <summary>Reads a whole file. Never throws for any text.</summary>
    public static CsvTable Read(string text) => new Cursor(text).ReadAll();

    private sealed class Cursor(string text)
    {
        private readonly LineMap _lines = new(text);
        private readonly List<EquatableArray<CsvField>> _rows = [];
        private readonly List<DataFinding> _findings = [];
        private int _position = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        private bool _isRowBroken;

        public CsvTable ReadAll()
        {
            while (_position < text.Length)
            {
                ReadRow();
            }

            return new CsvTable(_rows.ToEquatableArray(), _findings.ToEquatableArray());
        }

        private void ReadRow()
        {
            var start = _position;
            _isRowBroken = false;
            List<CsvField> fields = [ReadField()];
            while (_position < text.Length && text[_position] == ',')
            {
                _position++;
                fields.Add(ReadField());
            }

            var end = _position;
            _position += LineBreakLength(_position);
            if (end == start)
            {
                Report(start, 0, "the line is empty; remove it");
            }
            else if (!_isRowBroken && _rows.Count > 0 && fields.Count != _rows[0].Count)
            {
                Report(start, end - start, $"the row has {Count(fields.Count)} but the header has {Count(_rows[0].Count)}; {(
                    fields.Count > _rows[0].Count ? "put a text that contains a comma in quotes" : "add the missing commas")}");
            }

            // A broken header stays: without it every row that follows would be reported for the header's fault.
            if (end > start && (_rows.Count == 0 || !_isRowBroken))
            {
                _rows.Add(fields.ToEquatableArray());
            }
        }

        private CsvField ReadField() => _position < text.Length && text[_position] == '"' ? ReadQuoted() : ReadPlain();

        private CsvField ReadPlain()
        {
            var start = _position;
            for (; !IsFieldEnd(_position); _position++)
            {
                if (text[_position] == '"' && !_isRowBroken)
                {
                    Report(_position, 1, "a quote stands inside a field without quotes; put the whole field in quotes and double the quote");
                }
                else if (text[_position] == '\r' && !_isRowBroken)
                {
                    Report(_position, 1, "a carriage return stands without its line feed; end lines with CRLF or LF");
                }
            }

            return new CsvField(text.Substring(start, _position - start), start, _position - start);
        }

        private CsvField ReadQuoted()
        {
            var start = _position;
            var close = text.IndexOf('"', start + 1);
            while (close >= 0 && close + 1 < text.Length && text[close + 1] == '"')
            {
                close = text.IndexOf('"', close + 2);
            }

            if (close < 0)
            {
                Report(start, 1, "the quote is never closed");
                _position = text.Length;
                return new CsvField(text.Substring(start), start, text.Length - start);
            }

            var content = text.Substring(start + 1, close - start - 1).Replace("\"\"", "\"");
            _position = close + 1;
            if (!IsFieldEnd(_position))
            {
                Report(_position, 1, "text follows a closing quote; double the quotes that belong to the field");
                while (!IsFieldEnd(_position))
                {
                    _position++;
                }
            }

            return new CsvField(content, start, _position - start);
        }

        private bool IsFieldEnd(int position) =>
            position >= text.Length || text[position] == ',' || LineBreakLength(position) > 0;

        private int LineBreakLength(int position) =>
            position >= text.Length ? 0
            : text[position] == '\n' ? 1
            : text[position] == '\r' && position + 1 < text.Length && text[position + 1] == '\n' ? 2
            : 0;

        private void Report(int offset, int length, string words)
        {
            _findings.Add(_lines.Finding(DataFindingKind.MalformedRow, offset, length, words));
            _isRowBroken = true;
        }

        private static string Count(int fields) => fields == 1 ? "1 field" : FormattableString.Invariant($"{fields} fields");
    }
}
