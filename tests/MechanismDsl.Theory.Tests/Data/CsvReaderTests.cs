using CsCheck;
using MechanismDsl.Theory.Data;

namespace MechanismDsl.Theory.Tests.Data;

public sealed class CsvReaderTests
{
    /// <summary>Short texts over the characters that matter to the format, so that random ones meet every branch.</summary>
    internal static readonly Gen<string> Hostile =
        Gen.Char["ab1,,,\"\"\r\n\n\uFEFF\u2028 .-;é"].Array[0, 40].Select(characters => new string(characters));

    [Theory]
    [InlineData("a,b\n1,2\n")]
    [InlineData("a,b\r\n1,2\r\n")]
    [InlineData("a,b\r\n1,2")]
    [InlineData("\uFEFFa,b\n1,2")]
    [InlineData("\"a\",b\n1,\"2\"\n")]
    public void Line_ends_byte_order_mark_and_quotes_do_not_change_the_fields(string text)
    {
        var table = CsvReader.Read(text);

        Assert.Empty(table.Findings);
        Assert.Equal([["a", "b"], ["1", "2"]], Texts(table));
    }

    [Fact]
    public void Quoted_fields_hold_commas_quotes_and_line_breaks()
    {
        var table = CsvReader.Read("name,bid\n\"Smith, \"\"Jo\"\"\r\nLtd\",5\n");

        Assert.Empty(table.Findings);
        Assert.Equal([["name", "bid"], ["Smith, \"Jo\"\r\nLtd", "5"]], Texts(table));
        Assert.Equal(new CsvField("Smith, \"Jo\"\r\nLtd", 9, 20), table.Rows[1][0]);
    }

    [Fact]
    public void Empty_fields_at_both_ends_are_fields() =>
        Assert.Equal([["a", "b", "c"], ["", "", ""], ["", "1", ""]], Texts(CsvReader.Read("a,b,c\n,,\n,1,")));

    [Theory]
    [InlineData("a,b\n1\n2,3", 1, 0, 1, "the row has 1 field but the header has 2 fields; add the missing commas")]
    [InlineData("a,b\n1,2,5\n2,3", 1, 0, 5, "the row has 3 fields but the header has 2 fields; put a text that contains a comma in quotes")]
    [InlineData("a,b\n\n2,3", 1, 0, 0, "the line is empty; remove it")]
    [InlineData("a,b\n2,3\n\n", 2, 0, 0, "the line is empty; remove it")]
    [InlineData("a,b\n1,x\"y\"\n2,3", 1, 3, 1, "a quote stands inside a field without quotes; put the whole field in quotes and double the quote")]
    [InlineData("a,b\n\"1\"x,2\n2,3", 1, 3, 1, "text follows a closing quote; double the quotes that belong to the field")]
    [InlineData("a,b\n2,3\n1,\"2\n4,5\n", 2, 2, 1, "the quote is never closed")]
    [InlineData("a,b\n1,2\r3\n2,3", 1, 3, 1, "a carriage return stands without its line feed; end lines with CRLF or LF")]
    public void A_broken_row_is_reported_where_it_stands_and_left_out(string text, int line, int column, int length, string words)
    {
        var table = CsvReader.Read(text);

        Assert.Equal(new DataFinding(DataFindingKind.MalformedRow, line, column, length, words), Assert.Single(table.Findings));
        Assert.Equal([["a", "b"], ["2", "3"]], Texts(table));
    }

    [Fact]
    public void No_text_makes_it_throw_and_every_finding_lies_inside_the_text() =>
        Hostile.Sample(text =>
        {
            foreach (var finding in CsvReader.Read(text).Findings)
            {
                FindingPlace.AssertInside(text, finding);
            }
        });

    /// <summary>What is written by the rules of the format is read back, whatever the fields contain.</summary>
    [Fact]
    public void Any_quoted_table_round_trips() =>
        Hostile.Array[1, 4].Array[1, 5].Where(rows => rows.All(row => row.Length == rows[0].Length)).Sample(rows =>
        {
            var text = string.Join("\r\n", rows.Select(row => string.Join(",", row.Select(field => "\"" + field.Replace("\"", "\"\"") + "\""))));
            var table = CsvReader.Read(text);

            Assert.Empty(table.Findings);
            Assert.Equal(rows, Texts(table));
        });

    private static string[][] Texts(CsvTable table) => [.. table.Rows.Select(row => row.Select(field => field.Text).ToArray())];
}
