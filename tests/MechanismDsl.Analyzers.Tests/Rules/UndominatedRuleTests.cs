using MechanismDsl.Analyzers.Tests.Harness;

namespace MechanismDsl.Analyzers.Tests.Rules;

/// <summary>Claims that no other mechanism with the same promises is at least as good everywhere and better somewhere.</summary>
public sealed class UndominatedRuleTests
{
    private const string Types = "Agents(2), DiscretePrior([1, 2], [1, 1])";

    private const string Home = "public enum Home { SwimmingPool, DanceStudio } ";

    private const string Value = "public partial class Improvement { [Value] static int Value(Home home, int type) => home == Home.SwimmingPool ? type + 5 : 2 * type; }";

    [Theory]
    [InlineData("SingleItem, Efficient", "ExPostWelfare")]
    [InlineData("SingleItem, Efficient", "InterimWelfare")]
    [InlineData("SingleItem, RevenueOptimal", "Revenue")]
    [InlineData("SingleItem, Optimal(Objective.Revenue)", "Revenue")]
    [InlineData("SingleItem, Optimal(Objective.Welfare)", "InterimWelfare")]
    [InlineData("SingleItem, Efficient, Reserve(2), Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational)", "ExPostWelfare")]
    [InlineData("PublicProject(3), Optimal(Objective.Welfare), Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, ExAnteBudgetBalanced)", "InterimWelfare")]
    public async Task Holds(string mechanism, string measure)
    {
        var found = await Analysis.Run($"[Mechanism, {mechanism}, {Types}, Undominated(Performance.{measure})] public partial class Sale;");
        Assert.DoesNotContain(found, one => one.Id is "MECH3028" or "MECH3029" or "MECH0005");
    }

    [Fact]
    public async Task EfficientDecisionsAreUndominated()
    {
        // Nobody can have more unless somebody pays for it, because nothing is wasted.
        var found = await Analysis.Run($"{Home}[Mechanism, Outcomes<Home>, Efficient, Agents(2), Prior<UniformIntegers>(4, 6), Undominated(Performance.ExPostWelfare)] {Value}");
        Assert.DoesNotContain(found, one => one.Id is "MECH3028" or "MECH3029");
    }

    [Theory]
    [InlineData("SingleItem, PostedPrice(1), Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational)", "ExPostWelfare", "'Sale' is dominated by the utilities of all agents at every profile: another mechanism has the same promises, and at the types (1, 2) agent 1 has 1 instead of 0, and nobody has less anywhere")]
    public Task Fails(string mechanism, string measure, string message) =>
        Expect.Fires("MECH3028", $"[Mechanism, {mechanism}, {Types}, [|Undominated(Performance.{measure})|]] public partial class Sale;", message);

    [Theory]
    [InlineData("SingleItem, PostedPrice(1)", "InterimWelfare")]
    [InlineData("SingleItem, PostedPrice(1)", "Revenue")]
    [InlineData("SingleItem, Efficient", "Revenue")]
    public async Task FailsInOtherMeasures(string mechanism, string measure) =>
        Assert.Contains(measure == "Revenue" ? "it is left with" : "expects", (await Expect.At("MECH3028", new Snippet($"[Mechanism, {mechanism}, {Types}, [|Undominated(Performance.{measure})|]] public partial class Sale;"))).InvariantMessage(), StringComparison.Ordinal);

    [Theory]
    [InlineData("SingleItem, Efficient, Agents(2), Prior<Uniform>(0, 1)", "types must be finitely many, each with a probability")]
    [InlineData("SingleItem, Efficient, Agents(2)", "priors of all agents are needed")]
    [InlineData("SingleItem, Efficient, DiscretePrior([1, 2], [1, 1])", "the number of agents must be fixed")]
    [InlineData("SingleItem, PayAsBid, Agents(2), DiscretePrior([1, 2], [1, 1])", "it is compared with mechanisms that have the guarantee BayesianIncentiveCompatible, and has it not")]
    [InlineData("IdenticalItems(2), Efficient, Agents(3), DiscretePrior([1, 2], [1, 1])", "no program of all mechanisms is written for this environment")]
    [InlineData("SingleItem, Efficient, Agents(3), Prior<UniformIntegers>(1, 8)", "the program of all mechanisms has 3584 variables and")]
    [InlineData("SingleItem, Efficient, Agents(1000), DiscretePrior([1, 2], [1, 1])", "its agents have more than 1000 profiles of types")]
    [InlineData("SingleItem, Efficient, Agents(9), Prior<UniformIntegers>(1, 3)", "its agents have more than 1000 profiles of types")]
    public async Task IsNotDecided(string mechanism, string because)
    {
        var found = await Expect.At("MECH3029", new Snippet($"[Mechanism, {mechanism}, [|Undominated(Performance.Revenue)|]] public partial class Sale;"));
        Assert.StartsWith($"Whether 'Sale' is undominated is not decided: {because}", found.InvariantMessage(), StringComparison.Ordinal);
    }
}
