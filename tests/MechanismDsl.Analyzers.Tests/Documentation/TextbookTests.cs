using System.Text.RegularExpressions;

namespace MechanismDsl.Analyzers.Tests.Documentation;

/// <summary>docs/textbook.md: every row is there, every declaration compiles, every number is the mechanism's, every diagnostic in bold is reported.</summary>
public partial class TextbookTests
{
    private static readonly string Page = File.ReadAllText(GuidePage.PathOf("textbook.md"));

    private static readonly string Types = TypesBlock().Match(Page).Groups["code"].Value;

    private static readonly IReadOnlyList<Row> Rows = [.. RowLine().Matches(Page).Select(match => new Row(match.Groups["number"].Value, match.Groups["here"].Value.Trim(), match.Groups["note"].Value.Trim()))];

    [Fact]
    public void EveryRowOfTheListIsThereAndSaysWhatToDeclareOrWhyNot()
    {
        Assert.Equal(Enumerable.Range(1, 64).Select(number => $"{number}"), Rows.Select(row => row.Number));
        Assert.All(Rows, row => Assert.True(row.Code.Count > 0 || (row.Here == "—" && row.Note.Length > 30), row.Number));
    }

    [Fact]
    public async Task EveryDeclarationCompilesOrIsRefusedAsSaid()
    {
        // What is refused would take others along; those are compiled one by one.
        var refused = Rows.Where(row => row.Number is "28" or "39" or "45" or "47" or "58" or "59" or "60").ToList();
        var said = await Program(Rows.Except(refused), "").Said();
        Assert.DoesNotContain(said, one => one.IsError);
        foreach (var row in Rows.Except(refused))
        {
            Assert.All(row.Diagnostics, id => Assert.Contains(said, one => one.Id == id && one.Line.StartsWith(row.File + "(", StringComparison.Ordinal)));
        }

        foreach (var row in refused)
        {
            var errors = (await Program([row], "").Said()).Where(one => one.IsError).ToList();
            Assert.Equal(row.Diagnostics.Order(StringComparer.Ordinal), errors.Select(one => one.Id).Distinct().Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void EveryNumberIsTheMechanisms()
    {
        var stated = Rows.SelectMany(row => Stated().Matches(row.Note).Select(match => (Expression: match.Groups["code"].Value, Value: match.Groups["value"].Value))).ToList();
        Assert.True(stated.Count > 15);
        var printed = Program(Rows.Where(row => row.Number is not ("28" or "39" or "45" or "47" or "58" or "59" or "60")), string.Join('\n', stated.Select(one => $"Console.WriteLine({one.Expression});"))).Run();
        Assert.Equal(stated.Select(one => $"{one.Expression} is {one.Value}"), printed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Zip(stated, (value, one) => $"{one.Expression} is {value}"));
    }

    private static GuideProgram Program(IEnumerable<Row> rows, string statements)
    {
        var all = rows.ToList();
        var expressions = string.Join('\n', all.SelectMany(row => row.Code).Where(code => !code.StartsWith('[')).Select(code => $"_ = {code};"));
        return new(
            [
                ("Program.cs", statements + "\n" + expressions + "\n"),
                ("Types.cs", Types),
                .. all.Select(row => (row.File, string.Join('\n', row.Code.Where(code => code.StartsWith('['))))),
            ],
            []);
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex TypesBlock();

    [GeneratedRegex(@"^\| (?<number>\d+) \| (?<name>[^|]+) \| (?<here>[^|]+) \| (?<note>[^|]*)\|$", RegexOptions.Multiline)]
    private static partial Regex RowLine();

    [GeneratedRegex("`(?<code>[^`]+)` is (?<value>-?[0-9.]*[0-9]|True|False)")]
    private static partial Regex Stated();

    [GeneratedRegex("`(?<code>[^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\*\*(?<id>MECH\d{4})\*\*")]
    private static partial Regex Bold();

    private sealed record Row(string Number, string Here, string Note)
    {
        public string File => $"Row{Number}.cs";

        public IReadOnlyList<string> Code => [.. TextbookTests.Code().Matches(Here).Select(match => match.Groups["code"].Value)];

        public IReadOnlyList<string> Diagnostics => [.. Bold().Matches(Note).Select(match => match.Groups["id"].Value)];
    }
}
