using MechanismDsl.Tool.Running;

namespace MechanismDsl.Tool.Tests;

/// <summary>Files of bids, well-formed and not: every message names the file, the line and what is wrong.</summary>
public class BidFileTests
{
    [Fact]
    public void CellsAreTrimmedAndLinesAreCounted()
    {
        var file = BidFile.Read("bids.csv", "North, South\n 4 ,8\r\n\"2\",12\n");
        Assert.Equal(["North", "South"], file.Header);
        Assert.Equal([2, 3], file.Rows.Select(row => row.Line));
        Assert.Equal(4, file.Parse<double>(file.Rows[0], file.Column("north")));
        Assert.Equal(12m, file.Parse<decimal>(file.Rows[1], file.Column("South")));
    }

    [Theory]
    [InlineData("", "'bids.csv' is empty; its first line names the columns.")]
    [InlineData("a,A\n1,2\n", "bids.csv line 1: two columns are called 'a'.")]
    [InlineData("a,b\n1\n", "bids.csv line 2: the row has 1 field but the header has 2 fields; add the missing commas.")]
    [InlineData("a\n\"1\n", "bids.csv line 2: the quote is never closed.")]
    public void MalformedFilesAreRefused(string text, string message) =>
        Assert.Equal(message, Assert.Throws<ToolException>(() => BidFile.Read("bids.csv", text)).Message);

    [Fact]
    public void CellsThatAreNoNumbersAreNamed()
    {
        var file = BidFile.Read("bids.csv", "a,b\n1,x\n");
        Assert.Equal("bids.csv line 2, column 'b': 'x' is no number.", Assert.Throws<ToolException>(() => file.Parse<double>(file.Rows[0], 1)).Message);
        Assert.Equal("bids.csv line 2, column 'b': 'x' is no whole number.", Assert.Throws<ToolException>(() => file.Parse<long>(file.Rows[0], 1)).Message);
    }

    [Fact]
    public void MissingColumnsAndFilesAreNamed()
    {
        var file = BidFile.Read("bids.csv", "a,b\n");
        Assert.Equal("bids.csv line 1: there is no column 'North'. The columns are: a, b.", Assert.Throws<ToolException>(() => file.Column("North")).Message);
        Assert.Equal("There is no file 'nowhere.csv'.", Assert.Throws<ToolException>(() => BidFile.Read("nowhere.csv")).Message);
    }
}
