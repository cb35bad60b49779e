using Microsoft.CodeAnalysis;

namespace MechanismDsl.Ide.Tests;

/// <summary>What somebody sees in an editor: squiggles with counterexamples, completion, hover, definitions, repairs of text that is not saved.</summary>
public sealed class EditorTests : IDisposable
{
    private const string Declarations = """
        [Mechanism, SingleItem, RevenueOptimal]
        [Agent<Uniform>("North", 0, 12), Agent<Uniform>("South", 0, 18)]
        public partial class TwoBuyers;

        [Mechanism, SingleItem]
        public partial class AntiSniping
        {
            [Score] static double Score([Between(0, 100)] double bid, [Between(0, 1), Verified] double lateness) => bid - 0.005 * bid * bid * lateness;
        }
        """;

    private const string Use = """
        public static class Use
        {
            public static void Sell() => Console.WriteLine(TwoBuyers.Run(8, 15));
        }
        """;

    private readonly Editor _editor = new(("Declarations.cs", Declarations), ("Use.cs", Use));

    [Fact]
    public async Task A_counterexample_appears_and_goes_while_somebody_types()
    {
        Assert.DoesNotContain(await _editor.Diagnostics("Declarations.cs"), one => one.Severity == DiagnosticSeverity.Error);
        Assert.DoesNotContain(await _editor.Diagnostics("Use.cs"), one => one.Severity == DiagnosticSeverity.Error);

        await _editor.Type("Declarations.cs", "0.005", "0.01");
        var error = Assert.Single(await _editor.Diagnostics("Declarations.cs"), one => one.Severity == DiagnosticSeverity.Error);
        Assert.Equal("MECH1001", error.Id);
        Assert.Equal("'Score' is not monotone: with lateness 1 the score falls from 25 at bid 50 to 24 at bid 60", error.GetMessage(System.Globalization.CultureInfo.InvariantCulture));

        await _editor.Type("Declarations.cs", "0.01", "0.004");
        Assert.DoesNotContain(await _editor.Diagnostics("Declarations.cs"), one => one.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public async Task Attributes_priors_and_generated_members_are_offered()
    {
        await _editor.Type("Use.cs", "TwoBuyers.Run(8, 15)", "TwoBuyers.");
        var members = await _editor.Completions("Use.cs", "TwoBuyers.");
        Assert.All((string[])["Run", "NorthReserve", "SouthReserve", "ExpectedRevenue", "Explanation", "Explain"], name => Assert.Contains(name, members));

        await _editor.Type("Declarations.cs", "[Mechanism, SingleItem]", "[Mechanism, SingleItem, ]");
        var attributes = await _editor.Completions("Declarations.cs", "[Mechanism, SingleItem, ");
        Assert.All((string[])["Efficient", "RevenueOptimal", "Reserve", "PayAsBid"], name => Assert.Contains(name, attributes));

        await _editor.Type("Declarations.cs", "[Mechanism, SingleItem, ]", "[Mechanism, SingleItem, Guarantees()]");
        Assert.Contains("DominantStrategyIncentiveCompatible", await _editor.Completions("Declarations.cs", "Guarantees("));

        await _editor.Type("Declarations.cs", "[Agent<Uniform>(\"North\", 0, 12)", "[Agent<Uniform>(\"North\", 0, 12, )");
        Assert.Contains("OutsideOption =", (await _editor.Completions("Declarations.cs", "\"North\", 0, 12, ")).Select(item => item.EndsWith('=') ? item : item + " ="));
    }

    [Fact]
    public async Task The_pointer_shows_who_wins_what_is_paid_and_what_is_guaranteed()
    {
        var mechanism = await _editor.Hover("Declarations.cs", "partial class TwoBuyers");
        Assert.Contains("- Reserve: 6, the lowest bid whose virtual value reaches zero under Uniform(0, 12)", mechanism.Replace("  ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("revenue 6.33333333333", mechanism, StringComparison.Ordinal);
        Assert.Contains("Myerson (1981), lemma 2", mechanism, StringComparison.Ordinal);

        var attribute = await _editor.Hover("Declarations.cs", "SingleItem, RevenueOptimal");
        Assert.Contains("RevenueOptimalAttribute", attribute, StringComparison.Ordinal);
        Assert.Contains("the highest expected revenue of all Bayesian incentive compatible", attribute, StringComparison.Ordinal);

        await _editor.Type("Use.cs", "TwoBuyers.Run(8, 15)", "TwoBuyers.SouthReserve");
        Assert.Contains("= 9", await _editor.Hover("Use.cs", "TwoBuyers.SouthReserve"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Definitions_lead_into_generated_code() =>
        Assert.Equal(["TwoBuyers.g.cs"], await _editor.Definitions("Use.cs", "TwoBuyers.Run"));

    [Fact]
    public async Task A_mistake_that_is_not_saved_is_repaired()
    {
        await _editor.Type("Declarations.cs", "public partial class TwoBuyers;", "public class TwoBuyers;");
        Assert.Contains(await _editor.Diagnostics("Declarations.cs"), one => one.Id == "MECH0001");
        var title = Assert.Single(await _editor.Repairs("Declarations.cs", "MECH0001"));
        await _editor.Apply("Declarations.cs", "MECH0001", title);
        Assert.Equal(Declarations, await _editor.TextOf("Declarations.cs"));
        Assert.DoesNotContain(await _editor.Diagnostics("Declarations.cs"), one => one.Severity == DiagnosticSeverity.Error);
        Assert.DoesNotContain(await _editor.Diagnostics("Use.cs"), one => one.Severity == DiagnosticSeverity.Error);
    }

    public void Dispose() => _editor.Dispose();
}
