using MechanismDsl.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Tests.Rules;

/// <summary>Outside options that follow from the type: what is promised about taking part is held against them.</summary>
public sealed class OutsideOptionRuleTests
{
    private const string Value = "[Value] static int Value(Home home, int type) => home == Home.SwimmingPool ? type + 5 : 2 * type;";

    private const string Two = "Agent<UniformIntegers>(\"Alexa\", 1, 9), Agent<UniformIntegers>(\"Siri\", 1, 9)";

    private static string Declare(string mechanism, string option) =>
        $"public enum Home {{ SwimmingPool, DanceStudio }} [Mechanism, Outcomes<Home>, {mechanism}] public partial class Improvement {{ {Value} {option} }}";

    // Expected externality leaves type 1 of two agents 142/27, and type 9 466/27 (the published case).
    [Theory]
    [InlineData("type / 2", true)]
    [InlineData("type + 4", true)]
    [InlineData("type + 5", false)]
    [InlineData("type == 9 ? 17 : 0", true)]
    [InlineData("type == 9 ? 18 : 0", false)]
    public async Task Each_type_has_its_own(string option, bool holds)
    {
        var found = await Analysis.Run(new Snippet(Declare($"Efficient, ExpectedExternality, {Two}, Guarantees(InterimIndividuallyRational)", $"[OutsideOption] static int Stay(int type) => {option};")), mustCompile: false);
        Assert.Equal(holds, found.All(one => one.Severity != DiagnosticSeverity.Error));
        if (!holds)
        {
            Assert.Contains("and staying away is worth", found.Single(one => one.Id == "MECH2001").InvariantMessage(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public Task The_type_that_loses_is_named() => Expect.Fires(
        "MECH2001",
        Declare($"Efficient, ExpectedExternality, {Two}, Guarantees([|InterimIndividuallyRational|])", "[OutsideOption] static double Stay(int type) => type == 9 ? 17.5 : 0;"),
        "'Improvement' does not have the guarantee InterimIndividuallyRational: type 9 of 'Alexa' expects 466/27, and staying away is worth 17.5: a loss of 13/54");

    /// <summary>An agent's own constant comes before the method.</summary>
    [Fact]
    public async Task A_constant_of_ones_own_is_kept()
    {
        const string Agents = "Agent<UniformIntegers>(\"Alexa\", 1, 9, OutsideOption = 0), Agent<UniformIntegers>(\"Siri\", 1, 9, OutsideOption = 0)";
        var found = await Analysis.Run(Declare($"Efficient, ExpectedExternality, {Agents}, Guarantees(InterimIndividuallyRational)", "[OutsideOption] static int Stay(int type) => 1000;"));
        Assert.DoesNotContain(found, one => one.Severity == DiagnosticSeverity.Error);
    }

    [Theory]
    [InlineData("type + 4", false)]
    [InlineData("3 * type", true)]
    public async Task Impossibility_knows_them(string option, bool isImpossible)
    {
        var found = await Analysis.Run(new Snippet(Declare($"Efficient, ExpectedExternality, {Two}, Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, ExPostBudgetBalanced, AllocativelyEfficient)", $"[OutsideOption] static int Stay(int type) => {option};")), mustCompile: false);
        Assert.Equal(isImpossible, found.Any(one => one.Id == "MECH3023"));
    }

    [Theory]
    [InlineData("2", false)]
    [InlineData("3 * type", true)]
    public async Task Optimal_mechanisms_know_them(string option, bool isImpossible)
    {
        var found = await Analysis.Run(new Snippet(Declare("Optimal(Objective.Welfare), Agents(2), Prior<UniformIntegers>(4, 6), Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, ExPostBudgetBalanced)", $"[OutsideOption] static int Stay(int type) => {option};")), mustCompile: false);
        Assert.Equal(isImpossible, found.Any(one => one.Id == "MECH0045"));
    }

    [Theory]
    [InlineData("MECH1012", "Efficient, Agents(2), Prior<UniformIntegers>(1, 9)", "static int Stay(double type) => 1;")]
    [InlineData("MECH1012", "Efficient, Agents(2), Prior<UniformIntegers>(1, 9)", "static int Stay(int type, int agent) => 1;")]
    [InlineData("MECH1012", "Efficient, Agents(2), Prior<UniformIntegers>(1, 9)", "static bool Stay(int type) => true;")]
    [InlineData("MECH1012", "Efficient, Agents(2), Prior<UniformIntegers>(1, 9)", "int Stay(int type) => 1;")]
    [InlineData("MECH1011", "Efficient, Agents(2), Prior<UniformIntegers>(1, 9)", "static int Stay(int type) => Environment.TickCount;")]
    [InlineData("MECH1014", "Efficient, Agents(2), Prior<UniformIntegers>(1, 9)", "static int Stay(int type) => 1 / (type - 3);")]
    public async Task Is_refused(string id, string mechanism, string method) =>
        Assert.Contains(await Analysis.Run(new Snippet(Declare(mechanism, "[OutsideOption] " + method)), mustCompile: false), one => one.Id == id);

    [Theory]
    [InlineData("type / 4m", true)]
    [InlineData("type / 8m", false)]
    public async Task Is_a_multiple_of_the_step_where_it_is_deducted_from_payments(string option, bool isOnGrid)
    {
        var found = await Analysis.Run(
            new Snippet($"public enum Home {{ A, B }} [Mechanism, Outcomes<Home>, Efficient, IndividuallyRationalVcg, Agents(2), Prior<UniformIntegers>(1, 9)] public partial class Choice {{ [Value] static decimal Value(Home home, int type) => home == Home.A ? type : 2 * type; [OutsideOption] static decimal Stay(int type) => {option}; }}"),
            mustCompile: false);
        Assert.Equal(isOnGrid, found.All(one => one.Severity != DiagnosticSeverity.Error));
        Assert.Equal(isOnGrid ? 0 : 1, found.Count(one => one.Id == "MECH1014" && one.InvariantMessage().Contains("0.125, which is no multiple of the money's step", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Needs_types() => Assert.Contains(
        await Analysis.Run(new Snippet("public enum Home { A, B } [Mechanism, Outcomes<Home>, Efficient] public partial class Choice { [OutsideOption] static double Stay(double type) => 1; }"), mustCompile: false),
        one => one.Id == "MECH1012");
}
