using MechanismDsl.Language.Claims;
using MechanismDsl.Language.Normalization;
using MechanismDsl.Language.Tests.Support;
using MechanismDsl.Theory;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Tests.Normalization;

/// <summary>What declarations of assignments mean, and what is wrong with them.</summary>
public sealed class AssignmentTests
{
    private const string Enums = " public enum Berth { Quay, Pier } public enum Empty { } public enum Twins { One, Uno = 0, Two } public enum Odd { Report, Two }";

    [Theory]
    [InlineData("Assignment, Efficient", "", "")]
    [InlineData("Assignment<Berth>, Efficient", "Quay, Pier", "")]
    [InlineData("Assignment<Berth>(Capacities = [2, 1]), Efficient, Money<long>", "Quay, Pier", "2, 1")]
    [InlineData("Assignment<Berth>(Capacities = [1, 1]), Efficient", "Quay, Pier", "")]
    public void Items(string attributes, string names, string capacities)
    {
        var reading = Read(attributes);
        Assert.Empty(reading.Findings);
        var items = Assert.IsType<UnitDemandItems>(reading.Problem!.Environment.Feasible);
        Assert.Equal((names, capacities), (string.Join(", ", items.Names), string.Join(", ", items.Capacities)));
    }

    [Theory]
    [InlineData("Assignment", "MECH0004: X | a goal ([Efficient])")]
    [InlineData("Assignment, Efficient, Agents(3)", "MECH0005: Agents | Assignment | the agents of an assignment are named ([Agent]), or told apart by their index with a number that is known when it runs")]
    [InlineData("Assignment, Efficient, Agent(\"Ferry\")", "MECH0005: Agent | Assignment | named agents report by name, for which the items need names too: [Assignment<TItem>]")]
    [InlineData("Assignment<Berth>, Efficient, Agent(\"Ferry\", Weight = 2)", "MECH0005: Agent | Assignment | payments divided by weights are known for one number a report")]
    [InlineData("Packages<Berth>, Efficient, Agent(\"Ferry\", OutsideOption = 2)", "MECH0005: Agent | Packages | nobody loses by staying away, whose value would have to be compared with every report")]
    [InlineData("Packages<Berth>, Efficient, Agent<Uniform>(\"Ferry\", 0, 1)", "MECH0005: Agent | Packages | neither the allocation nor the payments depend on what values are likely: [Agent(name)]")]
    [InlineData("Assignment, Efficient, Reserve(3)", "MECH0005: Reserve | Assignment | the prices of an assignment are the lowest competitive ones; another payment would not be truthful")]
    [InlineData("Assignment, SingleItem, Efficient", "MECH0005: SingleItem | Assignment | a mechanism has one environment")]
    [InlineData("Assignment<Empty>, Efficient", "MECH0030: X | assigns the members of Empty, but it has none")]
    [InlineData("Assignment<Twins>, Efficient", "MECH0030: X | assigns the members of Twins, but 'One' and 'Uno' have the same value and would be one item")]
    [InlineData("Assignment<Odd>, Efficient", "MECH0030: X | assigns the members of Odd, but the record of a report cannot have a member 'Report'")]
    [InlineData("Assignment<Berth>(Capacities = [1, 2, 3]), Efficient", "MECH0030: X | states 3 capacities for 2 items")]
    [InlineData("Packages(2), CoreSelecting", "MECH0032: X")]
    [InlineData("Packages(2), CoreSelecting, Efficient, Money<long>", "MECH0005: Efficient | CoreSelecting | this payment rule fixes by itself who is served, and a goal comes with its own payments")]
    [InlineData("SingleItem, CoreSelecting", "MECH0005: CoreSelecting | SingleItem | it has no meaning where one item is decided on")]
    [InlineData("SingleItem, SingleMinded, Efficient", "MECH0005: SingleMinded | SingleItem | it has no meaning where one item is decided on")]
    [InlineData("Packages(2), SingleMinded(Greedy = true), CoreSelecting, Money<long>", "MECH0005: CoreSelecting | SingleMinded | the greedy choice is paid for by critical values; payments in the core need the bids that are worth most")]
    [InlineData("Packages(30, Nodes = 9), SingleMinded(Greedy = true), Efficient", "MECH0012: Packages | bids are accepted by the greedy choice, which has no nodes")]
    [InlineData("Packages(33), SingleMinded(Greedy = true), Efficient", "MECH0031: X | 33 | at most 32 are decided in double; [Money<decimal>] or [Money<long>] takes up to 64")]
    [InlineData("Packages(65), SingleMinded(Greedy = true), Efficient, Money<long>", "MECH0031: X | 65 | at most 64 are decided beside [SingleMinded]")]
    [InlineData("Packages(2), Or, Additive, Efficient", "MECH0005: Additive | Or | each of them says by itself what the bids of one bidder mean together")]
    [InlineData("Packages(2), Or, CoreSelecting, Money<long>", "MECH0005: CoreSelecting | Or | payments in the core are known for bids that exclude each other")]
    [InlineData("Packages(2), Additive, CoreSelecting, Money<long>", "MECH0005: CoreSelecting | Additive | goods that are sold apart have Clarke payments in the core already: [Efficient]")]
    [InlineData("Packages(40, Nodes = 9), Additive, Efficient, Money<long>", "MECH0012: Packages | goods with additive values are sold one by one, which has no nodes")]
    [InlineData("Packages(21), Or, Efficient", "MECH0031: X | 21 | at most 20 are decided in double; [Money<decimal>] or [Money<long>] takes up to 64")]
    [InlineData("Packages(65), Or, Efficient, Money<long>", "MECH0031: X | 65 | at most 64 are decided beside [Or]")]
    [InlineData("Packages(0), Efficient", "MECH0013: the number of goods | 0 | at least 1")]
    [InlineData("Packages(21), Efficient", "MECH0031: X | 21 | at most 20 are decided in double; [Money<decimal>] or [Money<long>] takes up to 64")]
    [InlineData("Packages(65), Efficient, Money<long>", "MECH0031: X | 65 | at most 64 are decided by the exact search; [IntegerProgram] of the package MechanismDsl.OrTools takes any number in [Money<long>]")]
    [InlineData("Packages(30, Nodes = -1), Efficient, Money<long>", "MECH0013: the number of nodes | -1 | from 0 to 1E15")]
    [InlineData("Packages(20, Nodes = 9), Efficient", "MECH0012: Packages | up to 20 goods are decided by a dynamic program, which has no nodes")]
    [InlineData("Packages<Empty>, Efficient", "MECH0030: X | sells the members of Empty in packages, but it has none")]
    [InlineData("Packages<Twins>, Efficient", "MECH0030: X | sells the members of Twins in packages, but 'One' and 'Uno' have the same value and would be one good")]
    [InlineData("Assignment<Berth>(Capacities = [1, 0]), Efficient", "MECH0013: the capacity | 0 | at least 1")]
    public void What_is_wrong(string attributes, string finding) => Assert.Equal(finding, Assert.Single(Read(attributes).Findings.Select(Meaning.Text)));

    [Fact]
    public void A_member_named_like_the_record_of_a_report_collides() =>
        Assert.Equal("MECH0015: X | Report", Assert.Single(Read("Assignment<Berth>, Efficient", "int Report;").Findings.Select(Meaning.Text)));

    [Theory]
    [InlineData("Assignment", "ExPostBudgetBalanced", "at the values (10), (6) the payments sum to 6, not equal to the cost 0")]
    [InlineData("Packages(2), SingleMinded(Greedy = true)", "ExPostBudgetBalanced", "at the bids 10 and 6 of two bidders for good 0 the payments sum to 6, not equal to the cost 0")]
    [InlineData("Packages(2)", "ExPostBudgetBalanced", "at the bids 10 and 6 of two bidders for good 0 the payments sum to 6, not equal to the cost 0")]
    [InlineData("Assignment<Berth>(Capacities = [2, 1])", "ExAnteBudgetBalanced", "at the values (10, 0), (10, 0), (6, 0) the payments sum to 12, not equal to the cost 0 under a belief that expects these reports")]
    public void Balance_is_refuted(string environment, string claim, string counterexample) =>
        Assert.Equal($"MECH2001: X | {claim} | {counterexample}", Assert.Single(Check(environment, claim)));

    [Theory]
    [InlineData("Assignment<Berth>")]
    [InlineData("Packages<Berth>")]
    [InlineData("Packages<Berth>, SingleMinded")]
    [InlineData("Packages<Berth>, Or")]
    [InlineData("Packages<Berth>, Additive")]
    public void The_rest_holds_by_theorem(string environment) => Assert.Empty(Check(
        environment,
        "DominantStrategyIncentiveCompatible, BayesianIncentiveCompatible, ExPostIndividuallyRational, InterimIndividuallyRational, ExAnteIndividuallyRational, NoSubsidy, NoDeficit, AllocativelyEfficient"));

    [Fact]
    public void Core_payments_are_individually_rational_and_not_truthful()
    {
        Assert.Empty(Check("Packages<Berth>", "ExPostIndividuallyRational, InterimIndividuallyRational, NoSubsidy, NoDeficit", "CoreSelecting, Money<long>"));
        Assert.Equal(
            "MECH2001: X | DominantStrategyIncentiveCompatible | at the bids 10 for Quay and Pier together, [8] for Quay, 8 for Pier bidder 1 wins and pays 5; bidding 4 it wins and pays 3, a gain of 2",
            Assert.Single(Check("Packages<Berth>", "DominantStrategyIncentiveCompatible", "CoreSelecting, Money<long>")));
    }

    [Fact]
    public void The_greedy_choice_is_truthful_and_not_efficient()
    {
        const string greedy = "Packages<Berth>, SingleMinded(Greedy = true)";
        Assert.Empty(Check(greedy, "DominantStrategyIncentiveCompatible, BayesianIncentiveCompatible, ExPostIndividuallyRational, InterimIndividuallyRational, ExAnteIndividuallyRational, NoSubsidy, NoDeficit"));
        Assert.Equal(
            "MECH2001: X | AllocativelyEfficient | at the bids 10 for Quay and Pier together, 6 for Quay, 6 for Pier the accepted bids are worth 10, but 12 would be possible",
            Assert.Single(Check(greedy, "AllocativelyEfficient")));
    }

    private static Reading Read(string attributes, string body = "") =>
        Normaliser.Read(Source.Of($"[Mechanism, {attributes}] partial class X {{ {body} }}{Enums}").Read(), []);

    private static IEnumerable<string> Check(string environment, string claims, string goal = "Efficient")
    {
        var declaration = Source.Of($"[Mechanism, {environment}, {goal}, Guarantees({claims})] partial class X;{Enums}").Read();
        var problem = Normaliser.Read(declaration, []).Problem!;
        var solution = Solver.Solve(problem, CancellationToken.None);
        return problem.Claims.Select(claim => ClaimCheck.Finding(declaration, claim, ClaimCheck.Of(solution, claim, CancellationToken.None))).OfType<Findings.Finding>().Select(Meaning.Text);
    }
}
