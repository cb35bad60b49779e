using System.Globalization;
using CsCheck;
using MechanismDsl.Theory.Data;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Tests.Data;

public sealed class BidSampleReaderTests
{
    private const string Bids = "auction,bidder,bid\nx,1,5\nx,2,7.50\ny,1,3\nx,1,9\ny,3,1e2\nx,1,8\n";

    [Fact]
    public void One_value_for_each_bidder_of_each_auction_is_its_highest_bid_in_order_of_first_appearance()
    {
        var reading = BidSampleReader.Read("bids.csv", Bids, "bid", ["auction", "bidder"]);

        Assert.Equal(new BidSample("bids.csv", [9, 7.5, 3, 100], [0, 0, 1, 1]), reading.Sample);
        Assert.Empty(reading.Findings);
    }

    [Fact]
    public void One_key_gives_one_value_an_auction() =>
        Assert.Equal(new BidSample("s", [9, 100], [0, 1]), BidSampleReader.Read("s", Bids, "bid", ["auction"]).Sample);

    [Fact]
    public void Without_keys_each_row_is_a_value_and_auctions_are_unknown() =>
        Assert.Equal(new BidSample("s", [5, 7.5, 3, 9, 100, 8], []), BidSampleReader.Read("s", Bids, "bid", []).Sample);

    /// <summary>The keys (1, 11) and (11, 1) must not be joined to the same text.</summary>
    [Fact]
    public void Keys_are_compared_field_by_field() =>
        Assert.Equal(
            new BidSample("s", [1, 2, 3], [0, 1, 2]),
            BidSampleReader.Read("s", "a,b,bid\n1,11,1\n11,1,2\n\"1,1\",1,3\n", null, ["a", "b"]).Sample);

    [Fact]
    public void A_file_without_a_header_loses_no_bid_in_silence()
    {
        var reading = BidSampleReader.Read("s", "3\n4\n5\n", null, []);
        var finding = Assert.Single(reading.Findings);
        Assert.Null(reading.Sample);
        Assert.Equal((DataFindingKind.MissingColumn, "the first row has the number '3' where the header belongs; write a header such as 'bid' above it"), (finding.Kind, finding.Words));
    }

    [Theory]
    [InlineData("value,who\n3,ann\n4,bob", 3, 4)]
    [InlineData("id,bid\n3,4\n5,6", 4, 6)]
    public void The_column_is_found_where_there_is_only_one_candidate(string text, double first, double second) =>
        Assert.Equal(new BidSample("s", [first, second], []), BidSampleReader.Read("s", text, null, []).Sample);

    [Fact]
    public void A_key_with_numbers_is_no_candidate() =>
        Assert.Equal(new BidSample("s", [7, 8], [0, 1]), BidSampleReader.Read("s", "auction,offer\n1,7\n2,8\n", null, ["auction"]).Sample);

    [Theory]
    [InlineData("", DataFindingKind.EmptyFile, 0, 0, 0, "the file is empty; it needs a header and one row a bid")]
    [InlineData("\uFEFF", DataFindingKind.EmptyFile, 0, 0, 0, "the file is empty; it needs a header and one row a bid")]
    [InlineData("auction,bid\n", DataFindingKind.EmptyFile, 0, 0, 7, "the file has a header but no row with a bid")]
    [InlineData("auction,Bid,day\n1,2,3\n", DataFindingKind.MissingColumn, 0, 0, 15, "there is no column 'bid'; did you mean 'Bid'? the columns are 'auction', 'Bid', 'day'")]
    [InlineData("x,y\n1,2\n", DataFindingKind.MissingColumn, 0, 0, 3, "there is no column 'bid'; the columns are 'x', 'y'")]
    [InlineData("day;bid\n1;2\n", DataFindingKind.MissingColumn, 0, 0, 7, "there is no column 'bid'; the header is the one field 'day;bid'; separate fields by commas")]
    [InlineData("bid,bid\n1,2\n", DataFindingKind.MissingColumn, 0, 4, 3, "column 'bid' occurs 2 times; rename all but one")]
    public void What_is_missing_is_said_with_its_repair(string text, DataFindingKind kind, int line, int column, int length, string words)
    {
        var reading = BidSampleReader.Read("s", text, "bid", []);

        Assert.Null(reading.Sample);
        Assert.Equal(new DataFinding(kind, line, column, length, words), Assert.Single(reading.Findings));
    }

    [Theory]
    [InlineData("a,b\n1,2\n", "several columns hold numbers; name the one with the bids: Column = \"a\"; the columns are 'a', 'b'")]
    [InlineData("a,b\nx,y\n", "no column holds numbers; the columns are 'a', 'b'")]
    public void An_unnamed_column_that_cannot_be_told_is_a_finding(string text, string words) =>
        Assert.Equal(
            new DataFinding(DataFindingKind.MissingColumn, 0, 0, 1, words),
            Assert.Single(BidSampleReader.Read("s", text, null, []).Findings));

    [Theory]
    [InlineData("-1", 2, "bids are at least 0; remove the row, or its sign")]
    [InlineData("NaN", 3, "write a number such as 12.5")]
    [InlineData("1e400", 5, "bids are at most 1E+15; check the unit")]
    [InlineData("1000000000000001", 16, "bids are at most 1E+15; check the unit")]
    [InlineData("\"12,5\"", 6, "write a point before the decimals and nothing between thousands")]
    [InlineData("", 0, "write the bid, or remove the row")]
    [InlineData(" 5", 2, "remove the spaces around it")]
    [InlineData("$5", 2, "remove the currency sign")]
    [InlineData("five", 4, "write a number such as 12.5")]
    [InlineData("0x10", 4, "write a number such as 12.5")]
    public void A_field_that_is_not_a_bid_is_shown_with_its_place_and_repair(string field, int length, string repair)
    {
        var reading = BidSampleReader.Read("s", "auction,bid\n1,2\n7," + field + "\n", "bid", ["auction"]);

        var words = $"column 'bid' has '{field.Trim('"')}', which is not a bid; {repair}";
        Assert.Equal(new DataFinding(DataFindingKind.MalformedRow, 2, 2, length, words), Assert.Single(reading.Findings));
        Assert.Null(reading.Sample);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData(".5", 0.5)]
    [InlineData("1e15", 1e15)]
    [InlineData("0.1", 0.1)]
    public void The_ends_of_the_report_domain_are_bids(string field, double value)
    {
        var sample = BidSampleReader.Read("s", "bid\n" + field, "bid", []).Sample!;

        Assert.Equal(value, sample.Values[0]);
        Assert.False(double.IsNegative(sample.Values[0]));
    }

    [Fact]
    public void An_empty_key_is_a_finding() =>
        Assert.Equal(
            new DataFinding(DataFindingKind.MalformedRow, 2, 0, 0, "key column 'auction' is empty; write the key, or remove the row"),
            Assert.Single(BidSampleReader.Read("s", "auction,bid\n1,2\n,3\n", "bid", ["auction"]).Findings));

    [Fact]
    public void The_column_of_bids_cannot_be_a_key() =>
        Assert.Equal(
            new DataFinding(DataFindingKind.MissingColumn, 0, 2, 3, "column 'bid' holds the bids and cannot be a key of HighestPer as well"),
            Assert.Single(BidSampleReader.Read("s", "a,bid\n1,2\n", "bid", ["bid"]).Findings));

    [Fact]
    public void Each_missing_name_is_reported() =>
        Assert.Equal(3, BidSampleReader.Read("s", "a,b\n1,2\n", "bid", ["auction", "bidder"]).Findings.Count);

    [Fact]
    public void Many_problems_are_reported_up_to_a_cap_and_then_counted()
    {
        var text = "a,bid\n" + string.Concat(Enumerable.Range(0, 30).Select(row => row % 2 == 0 ? "1\n" : "1,x\n"));
        var findings = BidSampleReader.Read("s", text, "bid", []).Findings;

        Assert.Equal(Enumerable.Range(1, 21), findings.Select(finding => finding.Line));
        Assert.Equal("and 10 more such problems from here on", findings[20].Words);
    }

    [Fact]
    public void Numbers_do_not_depend_on_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal([12.5, 1200], BidSampleReader.Read("s", "bid\n12.5\n1.2e3\n", null, []).Sample!.Values);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void No_text_makes_it_throw_and_findings_lie_inside_the_text() =>
        Gen.Select(CsvReaderTests.Hostile, OneOf("a,bid\n", "bid\n", ""), OneOf("bid", null), OneOf("a", "bid", "c", ""))
            .Sample((rest, header, column, key) =>
            {
                var text = header + rest;
                var reading = BidSampleReader.Read("s", text, column, string.IsNullOrEmpty(key) ? EquatableArray<string>.Empty : [key]);

                Assert.Equal(reading.Sample is null, reading.Findings.Count > 0);
                Assert.InRange(reading.Findings.Count, 0, BidSampleReader.MostFindings + 1);
                foreach (var finding in reading.Findings)
                {
                    FindingPlace.AssertInside(text, finding);
                }
            });

    private static Gen<string?> OneOf(params string?[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);
}
