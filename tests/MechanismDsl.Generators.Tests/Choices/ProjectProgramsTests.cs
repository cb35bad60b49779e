using System.Text.Json;
using MechanismDsl.Generators.Tests.Support;

namespace MechanismDsl.Generators.Tests.Choices;

/// <summary>The published public projects of topic 05 through declarations and generated code.</summary>
public class ProjectProgramsTests
{
    [Fact]
    public void PublishedProjects()
    {
        var (_, assembly) = Driver.Load("""
            namespace Golden;

            [Mechanism, PublicProject(90, EqualShares = true), Efficient, Agents(3), Money<decimal>]
            internal partial class Bridge;

            internal static class Table
            {
                public static bool Run(decimal[] values, decimal[] payments) => (int)Bridge.Run(values, payments) == 1;
            }
            """);
        var run = assembly.GetType("Golden.Table")!.GetMethod("Run")!.CreateDelegate<Func<decimal[], decimal[], bool>>();
        using var document = JsonDocument.Parse(typeof(ProjectProgramsTests).Assembly.GetManifestResourceStream("cases.json")!);
        var cases = document.RootElement.GetProperty("cases").EnumerateArray().Where(one => one.GetProperty("id").GetString()!.StartsWith("vcg-public-project-", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, cases.Count);
        foreach (var one in cases)
        {
            var (inputs, expected) = (one.GetProperty("inputs"), one.GetProperty("expected"));
            Assert.Equal(90, inputs.GetProperty("cost").GetInt32());
            var payments = new decimal[3];
            var isBuilt = run([.. inputs.GetProperty("values").EnumerateArray().Select(value => value.GetDecimal())], payments);
            Assert.Equal(expected.GetProperty("built").GetBoolean(), isBuilt);
            Assert.Equal(expected.GetProperty("total_paid_if_built").EnumerateArray().Select(Number), payments);
            Assert.Equal(Number(expected.GetProperty("budget_surplus").GetProperty("exact")), payments.Sum() - (isBuilt ? 90 : 0));
        }
    }

    private static decimal Number(JsonElement text) => decimal.Parse(text.GetString()!, System.Globalization.CultureInfo.InvariantCulture);
}
