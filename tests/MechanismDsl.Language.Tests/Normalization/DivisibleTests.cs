using MechanismDsl.Language.Claims;
using MechanismDsl.Language.Normalization;
using MechanismDsl.Language.Tests.Support;
using MechanismDsl.Theory;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Tests.Normalization;

/// <summary>A divisible good: what goes with the attribute, and which promises hold.</summary>
public class DivisibleTests
{
    [Theory]
    [InlineData("Efficient", "Clarke")]
    [InlineData("UniformPrice", "UniformPrice")]
    [InlineData("PayAsBid, Reserve(3), Money<decimal>", "PayAsBid")]
    public void What_goes_together(string attributes, string payments)
    {
        var reading = Read(attributes);
        Assert.Empty(reading.Findings);
        Assert.Equal(new DivisibleGood(8), reading.Problem!.Environment.Feasible);
        Assert.Equal(payments, reading.Problem.Payments.GetType().Name);
    }

    [Theory]
    [InlineData("Divisible(0), Efficient", "MECH0013: the quantity | 0 | positive and at most 1E15")]
    [InlineData("Divisible(2.5), Efficient, Money<long>", "MECH0013: the quantity | 2.5 | a whole number where money is exact: choose a smaller unit of the good")]
    [InlineData("Divisible(8), Efficient, Agents(3)", "MECH0005: Agents | Divisible | the agents are told apart by their index, and their number is known when the mechanism runs")]
    [InlineData("Divisible(8), Efficient, Reserve", "MECH0005: Reserve | Divisible | the lowest price of a unit is part of the declaration: [Reserve(p)]")]
    [InlineData("Divisible(8), RevenueOptimal, Prior<Uniform>(0, 1)", "MECH0005: RevenueOptimal | Divisible | a report is a value and a cap, and the optimal revenue for such types is not known; [Efficient] is")]
    [InlineData("Divisible(8), Decreasing(2), Efficient", "MECH0005: Decreasing | Divisible | it counts whole items; a divisible good has a value a unit and a cap")]
    [InlineData("Divisible(8), SingleItem, Efficient", "MECH0005: SingleItem | Divisible | a mechanism has one environment")]
    public void What_is_wrong(string attributes, string finding) =>
        Assert.Contains(finding, Normaliser.Read(Source.Of($"[Mechanism, {attributes}] partial class X;").Read(), []).Findings.Select(Meaning.Text));

    [Fact]
    public void Ties_have_one_rule() => Assert.Contains(
        "MECH0005: Mechanism | Divisible | among equal values the lower index comes first",
        Normaliser.Read(Source.Of("[Mechanism(Ties = TieRule.Shared), Divisible(8), Efficient] partial class X;").Read(), []).Findings.Select(Meaning.Text));

    [Theory]
    [InlineData("Efficient", "DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, NoSubsidy, NoDeficit, AllocativelyEfficient", "")]
    [InlineData("Efficient, SellerValue(3)", "AllocativelyEfficient, NoDeficit", "")]
    [InlineData("UniformPrice", "ExPostIndividuallyRational, NoDeficit", "")]
    [InlineData("Efficient, Reserve(3)", "AllocativelyEfficient", "MECH2001: X | AllocativelyEfficient | an agent that values a unit at 1.5 gets none below the lowest price 3, though it is worth 0 to the seller")]
    [InlineData("Efficient", "ExPostBudgetBalanced", "MECH2001: X | ExPostBudgetBalanced | at the demands (8 at 10, 8 at 10) the payments sum to 80, not equal to the cost 0")]
    [InlineData("UniformPrice", "DominantStrategyIncentiveCompatible", "MECH2001: X | DominantStrategyIncentiveCompatible | at the demands ([8 at 10], 8 at 2) agent 0 gets 8 and pays 80; reporting 4 at 10 it gets 4 and pays 8, a gain of 32")]
    [InlineData("PayAsBid", "DominantStrategyIncentiveCompatible", "MECH2001: X | DominantStrategyIncentiveCompatible | at the demands ([8 at 10], 8 at 2) agent 0 gets 8 and pays 80; reporting 8 at 2 it gets 8 and pays 16, a gain of 64")]
    public void Promises(string goal, string claims, string finding)
    {
        var declaration = Source.Of($"[Mechanism, Divisible(8), {goal}, Guarantees({claims})] partial class X;").Read();
        var problem = Normaliser.Read(declaration, []).Problem!;
        var solution = Solver.Solve(problem, CancellationToken.None);
        var found = problem.Claims.Select(claim => ClaimCheck.Finding(declaration, claim, ClaimCheck.Of(solution, claim, CancellationToken.None))).OfType<Findings.Finding>().Select(Meaning.Text);
        Assert.Equal(finding, string.Join("; ", found));
    }

    private static Reading Read(string attributes) => Normaliser.Read(Source.Of($"[Mechanism, Divisible(8), {attributes}] partial class X;").Read(), []);
}
