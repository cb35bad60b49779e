using MechanismDsl.Language.Claims;
using MechanismDsl.Language.Normalization;
using MechanismDsl.Language.Tests.Support;
using MechanismDsl.Theory;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Tests.Normalization;

/// <summary>Agents who want several identical items: what goes with the attribute, and which promises hold.</summary>
public class DecreasingTests
{
    [Theory]
    [InlineData("Decreasing(2), Efficient", "Clarke")]
    [InlineData("Decreasing(2), UniformPrice", "UniformPrice")]
    [InlineData("Decreasing(2), PayAsBid, Reserve(3)", "PayAsBid")]
    public void What_goes_together(string attributes, string payments)
    {
        var reading = Read(attributes);
        Assert.Empty(reading.Findings);
        Assert.Equal(new DecreasingUnits(3, 2), reading.Problem!.Environment.Feasible);
        Assert.Equal(payments, reading.Problem.Payments.GetType().Name);
    }

    [Theory]
    [InlineData("Decreasing(0), Efficient", "MECH0013: the number of items that an agent can want | 0 | from 1 to 1000")]
    [InlineData("Decreasing(4), Efficient", "MECH0012: Decreasing | there are only 3 items, so further marginal values never count")]
    [InlineData("Decreasing(2), Efficient, Agents(3)", "MECH0005: Agents | Decreasing | the agents are told apart by their index, and their number is known when the mechanism runs")]
    [InlineData("Decreasing(2), Efficient, Reserve", "MECH0005: Reserve | Decreasing | the lowest price of an item is part of the declaration: [Reserve(p)]")]
    [InlineData("Decreasing(2), RevenueOptimal, Prior<Uniform>(0, 1)", "MECH0005: RevenueOptimal | Decreasing | a report has several marginal values, and the optimal revenue for such types is not known; [Efficient] is")]
    public void What_is_wrong(string attributes, string finding) => Assert.Contains(finding, Read(attributes).Findings.Select(Meaning.Text));

    [Theory]
    [InlineData("SingleItem, Efficient, Decreasing(2)", "MECH0005: Decreasing | SingleItem | it has no meaning where one item is decided on")]
    [InlineData("Positions(3, 2), Efficient, Decreasing(2)", "MECH0005: Decreasing | Positions | it has no meaning where positions are decided on")]
    public void Elsewhere_it_means_nothing(string attributes, string finding) =>
        Assert.Contains(finding, Normaliser.Read(Source.Of($"[Mechanism, {attributes}] partial class X;").Read(), []).Findings.Select(Meaning.Text));

    [Theory]
    [InlineData("Efficient", "DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, NoSubsidy, NoDeficit, AllocativelyEfficient", "")]
    [InlineData("Efficient, SellerValue(3)", "AllocativelyEfficient, NoDeficit", "")]
    [InlineData("UniformPrice", "ExPostIndividuallyRational, NoDeficit", "")]
    [InlineData("Efficient, Reserve(3)", "AllocativelyEfficient", "MECH2001: X | AllocativelyEfficient | an agent that values one item at 1.5 gets none below the lowest price 3, though it is worth 0 to the seller")]
    [InlineData("Efficient", "ExPostBudgetBalanced", "MECH2001: X | ExPostBudgetBalanced | at the values ((10, 10), (10, 10)) the payments sum to 10, not equal to the cost 0")]
    [InlineData("UniformPrice", "DominantStrategyIncentiveCompatible", "MECH2001: X | DominantStrategyIncentiveCompatible | at the values ([10, 10], (10, 2)) agent 0 gets 2 and pays 20; reporting (10, 0) it gets 1 and pays 2, a gain of 8")]
    [InlineData("PayAsBid", "DominantStrategyIncentiveCompatible", "MECH2001: X | DominantStrategyIncentiveCompatible | at the values ([10, 10], (10, 2)) agent 0 gets 2 and pays 20; reporting (2, 2) it gets 2 and pays 4, a gain of 16")]
    public void Promises(string goal, string claims, string finding)
    {
        var declaration = Source.Of($"[Mechanism, IdenticalItems(3), Decreasing(2), {goal}, Guarantees({claims})] partial class X;").Read();
        var problem = Normaliser.Read(declaration, []).Problem!;
        var solution = Solver.Solve(problem, CancellationToken.None);
        var found = problem.Claims.Select(claim => ClaimCheck.Finding(declaration, claim, ClaimCheck.Of(solution, claim, CancellationToken.None))).OfType<Findings.Finding>().Select(Meaning.Text);
        Assert.Equal(finding, string.Join("; ", found));
    }

    private static Reading Read(string attributes) => Normaliser.Read(Source.Of($"[Mechanism, IdenticalItems(3), {attributes}] partial class X;").Read(), []);
}
