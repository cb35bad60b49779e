using System.Reflection;
using System.Text.RegularExpressions;

namespace MechanismDsl.Theory.Tests.Golden;

public sealed class GoldenCompleteness
{
    private static readonly string[] Topics = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];

    [Fact]
    public void Every_case_of_the_complete_topics_is_tested_or_waits_for_a_reason()
    {
        var missing = GoldenCase.All
            .Where(golden => Topics.Contains(golden.Topic[..2]))
            .Where(golden => !IsTested(golden.Id) && !GoldenCoverage.Later.ContainsKey(golden.Id))
            .Select(golden => golden.Id);
        Assert.Empty(missing);
    }

    [Fact]
    public void What_waits_is_a_case_of_a_complete_topic_that_nothing_tests() =>
        Assert.All(GoldenCoverage.Later, waiting =>
        {
            Assert.Contains(GoldenCase.Get(waiting.Key).Topic[..2], Topics);
            Assert.False(IsTested(waiting.Key));
            Assert.NotEmpty(waiting.Value);
        });

    [Fact]
    public void Every_pattern_names_a_case() =>
        Assert.All(Attributes().Concat(Programs()), pattern => Assert.Contains(GoldenCase.All, golden => GoldenAttribute.Matches(pattern, golden.Id)));

    /// <summary>A case is run by a test where that test's file declares it and names the case, or the start of the ids that it selects.</summary>
    [Fact]
    public void Every_test_that_is_said_to_run_a_case_exists_and_names_it() =>
        Assert.All(GoldenCoverage.Programs, program =>
        {
            var source = File.ReadAllText(Path.Combine(TestsFolder, program.File));
            Assert.Matches($@"\[(Fact|Theory)\](\s*\[InlineData\(.*\)\])*\s*public (async Task|Task|void) {Regex.Escape(program.Method)}\(", source);
            Assert.All(program.Patterns, pattern => Assert.Contains(Names(pattern), name => source.Contains($"\"{name}\"", StringComparison.Ordinal)));
        });

    [Fact]
    public void The_file_holds_the_cases_that_it_announces()
    {
        Assert.Equal(223, GoldenCase.All.Count);
        Assert.Equal(68 + 16 + 28 + 38 + 6 + 21 + 7, GoldenCase.All.Count(golden => Topics.Contains(golden.Topic[..2])));
        Assert.Equal(GoldenCase.All.Count, GoldenCase.All.Select(golden => golden.Id).Distinct().Count());
    }

    /// <summary>What a source may hold: the id itself, or the start that its whole family shares.</summary>
    private static string[] Names(string pattern) => pattern.EndsWith('*') ? [pattern[..^1]] : [pattern, pattern[..(pattern.LastIndexOf('-') + 1)]];

    private static string TestsFolder { get; } =
        typeof(GoldenCompleteness).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "TestsFolder").Value!;

    private static bool IsTested(string id) => Attributes().Concat(Programs()).Any(pattern => GoldenAttribute.Matches(pattern, id));

    private static IEnumerable<string> Programs() => GoldenCoverage.Programs.SelectMany(program => program.Patterns);

    private static IEnumerable<string> Attributes() =>
        from type in typeof(GoldenCompleteness).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance)
        from attribute in method.GetCustomAttributes<GoldenAttribute>()
        from pattern in attribute.Patterns
        select pattern;
}
