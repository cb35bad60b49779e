using System.Reflection;

namespace MechanismDsl.Theory.Tests.Golden;

public sealed class GoldenCompleteness
{
    private static readonly string[] Topics = ["01", "02", "03", "04"];

    [Fact]
    public void Every_case_of_the_single_item_topics_is_tested()
    {
        var untested = GoldenCase.All
            .Where(golden => Topics.Contains(golden.Topic[..2]))
            .Where(golden => !Patterns().Any(pattern => GoldenAttribute.Matches(pattern, golden.Id)))
            .Select(golden => golden.Id);
        Assert.Empty(untested);
    }

    [Fact]
    public void Every_pattern_names_a_case() =>
        Assert.All(Patterns(), pattern => Assert.Contains(GoldenCase.All, golden => GoldenAttribute.Matches(pattern, golden.Id)));

    [Fact]
    public void The_file_holds_the_cases_that_it_announces()
    {
        Assert.Equal(223, GoldenCase.All.Count);
        Assert.Equal(68, GoldenCase.All.Count(golden => Topics.Contains(golden.Topic[..2])));
        Assert.Equal(GoldenCase.All.Count, GoldenCase.All.Select(golden => golden.Id).Distinct().Count());
    }

    private static IEnumerable<string> Patterns() =>
        from type in typeof(GoldenCompleteness).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance)
        from attribute in method.GetCustomAttributes<GoldenAttribute>()
        from pattern in attribute.Patterns
        select pattern;
}
