using System.Globalization;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Data;

/// <summary>What a file of bids holds.</summary>
/// <param name="Sample">The values; null if there is a finding, because half a file is not a sample.</param>
/// <param name="Findings">What is wrong, in file order, at most <see cref="BidSampleReader.MostFindings"/> and one that counts the rest.</param>
public sealed record BidSampleReading(BidSample? Sample, EquatableArray<DataFinding> Findings);

/// <summary>Turns the text of a file of bids into a sample of values.</summary>
public static class BidSampleReader
{
    /// <summary>So many findings are reported one by one.</summary>
    public const int MostFindings = 20;

    /// <summary>Reads the values of one column.</summary>
    /// <param name="source">The file as the declaration names it.</param>
    /// <param name="text">The file's content: RFC 4180 with a header row.</param>
    /// <param name="column">Header of the bids; null: <c>bid</c> if there is such a column, otherwise the only one with numbers that is no key.</param>
    /// <param name="highestPer">
    /// Headers of key columns: one value for each distinct combination, its highest bid, in order of first appearance; the first key names the
    /// auction. Empty: each row is one value and the auctions are unknown.
    /// </param>
    /// <returns>The sample, or every finding. Never throws for any text.</returns>
    public static BidSampleReading Read(string source, string text, string? column, EquatableArray<string> highestPer) =>
        new Reader(text, column, highestPer).Read(source);

    private sealed class Reader(string text, string? column, EquatableArray<string> highestPer)
    {
        private readonly LineMap _lines = new(text);
        private readonly CsvTable _table = CsvReader.Read(text);
        private readonly List<DataFinding> _findings = [];

        public BidSampleReading Read(string source)
        {
            _findings.AddRange(_table.Findings);
            if (_table.Rows.Count == 0 && _findings.Count == 0)
            {
                Report(DataFindingKind.EmptyFile, new CsvField("", 0, 0), "the file is empty; it needs a header and one row a bid");
                return Failed();
            }

            if (_table.Rows.Count < 2)
            {
                if (_findings.Count == 0)
                {
                    Report(DataFindingKind.EmptyFile, _table.Rows[0][0], "the file has a header but no row with a bid");
                }

                return Failed();
            }

            var keys = highestPer.Select(Find).ToArray();
            var bids = column is null ? Guess() : Find(column);
            if (bids is { } own && keys.Contains(own))
            {
                Report(DataFindingKind.MissingColumn, Header[own], $"column '{Header[own].Text}' holds the bids and cannot be a key of HighestPer as well");
            }

            if (bids is null || keys.Contains(null) || keys.Contains(bids))
            {
                return Failed();
            }

            var sample = Collect(source, bids.Value, [.. keys.Select(key => key!.Value)]);
            return _findings.Count > 0 ? Failed() : new BidSampleReading(sample, []);
        }

        private EquatableArray<CsvField> Header => _table.Rows[0];

        private BidSample Collect(string source, int bids, int[] keys)
        {
            List<double> values = [];
            List<int> auctions = [];
            Dictionary<string, int> entries = new(StringComparer.Ordinal);
            Dictionary<string, int> numbers = new(StringComparer.Ordinal);
            foreach (var row in _table.Rows.Skip(1))
            {
                if (!TryReadRow(row, bids, keys, out var value))
                {
                    continue;
                }

                var key = Key(row, keys);
                if (keys.Length > 0 && entries.TryGetValue(key, out var entry))
                {
                    values[entry] = Math.Max(values[entry], value);
                    continue;
                }

                values.Add(value);
                if (keys.Length > 0)
                {
                    entries.Add(key, values.Count - 1);
                    var name = row[keys[0]].Text;
                    if (!numbers.TryGetValue(name, out var auction))
                    {
                        auction = numbers.Count;
                        numbers.Add(name, auction);
                    }

                    auctions.Add(auction);
                }
            }

            return new BidSample(source, values.ToEquatableArray(), auctions.ToEquatableArray());
        }

        /// <summary>The key fields as one text; their lengths keep (1, 11) and (11, 1) apart.</summary>
        private static string Key(EquatableArray<CsvField> row, int[] keys)
        {
            var key = "";
            foreach (var index in keys)
            {
                key += row[index].Text.Length.ToString(CultureInfo.InvariantCulture) + ":" + row[index].Text;
            }

            return key;
        }

        private bool TryReadRow(EquatableArray<CsvField> row, int bids, int[] keys, out double value)
        {
            foreach (var index in keys)
            {
                if (row[index].Text.Length == 0)
                {
                    Report(DataFindingKind.MalformedRow, row[index], $"key column '{Header[index].Text}' is empty; write the key, or remove the row");
                }
            }

            var bid = BidField.Read(row[bids].Text, out var repair);
            if (bid is null)
            {
                Report(DataFindingKind.MalformedRow, row[bids], $"column '{Header[bids].Text}' has '{Clip(row[bids].Text)}', which is not a bid; {repair}");
            }

            value = bid ?? 0;
            return bid is not null;
        }

        private int? Find(string name)
        {
            var matches = Enumerable.Range(0, Header.Count).Where(index => Header[index].Text == name).ToArray();
            if (matches.Length == 1)
            {
                return matches[0];
            }

            if (matches.Length > 1)
            {
                Report(DataFindingKind.MissingColumn, Header[matches[1]], $"column '{Clip(name)}' occurs {matches.Length} times; rename all but one");
                return null;
            }

            var nearest = NearestName.Of(name, Header.Select(field => field.Text));
            Report(
                DataFindingKind.MissingColumn,
                new CsvField("", Header[0].Start, Header[Header.Count - 1].Start + Header[Header.Count - 1].Length - Header[0].Start),
                $"there is no column '{Clip(name)}'; {(nearest is null ? Existing() : $"did you mean '{Clip(nearest)}'? {Existing()}")}");
            return null;
        }

        private string Existing() =>
            Header.Count == 1 && Header[0].Text.IndexOfAny([';', '\t', '|']) >= 0
                ? $"the header is the one field '{Clip(Header[0].Text)}'; separate fields by commas"
                : $"the columns are {string.Join(", ", Header.Take(MostFindings).Select(field => $"'{Clip(field.Text)}'"))}{(Header.Count > MostFindings ? ", …" : "")}";

        private int? Guess()
        {
            if (Header.Any(field => field.Text == "bid"))
            {
                return Find("bid");
            }

            var numeric = Enumerable.Range(0, Header.Count).Where(IsNumeric).ToArray();
            if (numeric.Length == 1)
            {
                if (BidField.LooksNumeric(Header[numeric[0]].Text))
                {
                    Report(DataFindingKind.MissingColumn, Header[numeric[0]], $"the first row has the number '{Clip(Header[numeric[0]].Text)}' where the header belongs; write a header such as 'bid' above it");
                    return null;
                }

                return numeric[0];
            }

            Report(
                DataFindingKind.MissingColumn,
                Header[0],
                numeric.Length == 0
                    ? $"no column holds numbers; {Existing()}"
                    : $"several columns hold numbers; name the one with the bids: Column = \"{Clip(Header[numeric[0]].Text)}\"; {Existing()}");
            return null;
        }

        /// <summary>A column with numbers in most rows: a few malformed ones must not hide it.</summary>
        private bool IsNumeric(int index) =>
            !highestPer.Contains(Header[index].Text)
            && 2 * _table.Rows.Skip(1).Count(row => BidField.LooksNumeric(row[index].Text)) > _table.Rows.Count - 1;

        private BidSampleReading Failed()
        {
            var all = _findings.OrderBy(finding => finding.Line).ThenBy(finding => finding.Column).ToList();
            if (all.Count > MostFindings)
            {
                var next = all[MostFindings];
                var more = FormattableString.Invariant($"and {all.Count - MostFindings} more such problems from here on");
                all = [.. all.Take(MostFindings), next with { Words = more }];
            }

            return new BidSampleReading(null, all.ToEquatableArray());
        }

        private void Report(DataFindingKind kind, CsvField field, string words) =>
            _findings.Add(_lines.Finding(kind, field.Start, field.Length, words));

        /// <summary>A user's text as part of one line of a message.</summary>
        private static string Clip(string text)
        {
            var line = text.Replace('\r', ' ').Replace('\n', ' ');
            return line.Length <= 40 ? line : line.Substring(0, 40) + "…";
        }
    }
}
