using MechanismDsl.Language.Claims;
using MechanismDsl.Language.Normalization;
using MechanismDsl.Language.Tests.Support;
using MechanismDsl.Theory;

namespace MechanismDsl.Language.Tests.Normalization;

public class CampaignAndTaxTests
{
    [Theory]
    [InlineData("Crowdfunding(0), PostedPrice(1)", "MECH0013: the target | 0 | positive and at most 1E15")]
    [InlineData("Crowdfunding(1), PostedPrice(0)", "MECH0013: the price | 0 | above 0: no number of pledges of 0 meets a target")]
    [InlineData("Crowdfunding(.5), Efficient, Money<long>", "MECH0013: the target | 0.5 | a multiple of 1, the step of its money")]
    [InlineData("Crowdfunding(1), CostSharing, PostedPrice(.5)", "MECH0005: PostedPrice | CostSharing | a mechanism has one payment rule")]
    [InlineData("SingleItem, CostSharing", "MECH0005: CostSharing | SingleItem | it has no meaning where one item is decided on")]
    [InlineData("Crowdfunding(1), RevenueOptimal", "MECH0006: [RevenueOptimal] | every agent")]
    [InlineData("Crowdfunding(1), Efficient, Reserve(2)", "MECH0005: Reserve | Crowdfunding | pledges that miss the target are handed back, and the lowest pledge is [PostedPrice(p)]")]
    [InlineData("Taxation(TaxObjective.Rawlsian)", "MECH0006: [Taxation] | every agent")]
    [InlineData("Taxation(TaxObjective.Weighted, WorstOffWeight = 2), Prior<Uniform>(1, 2)", "MECH0013: the weight of the worst-off | 2 | a number from 0 to 1")]
    [InlineData("Taxation(TaxObjective.Rawlsian), Prior<Uniform>(1, 2), Agents(3)", "MECH0005: Agents | Taxation | a schedule is the same for everybody, whoever and however many they are")]
    public void What_is_wrong(string attributes, params string[] findings) => Assert.Equal(findings, Meaning.Findings(attributes));

    [Theory]
    [InlineData("Crowdfunding(1), PostedPrice(.5)", "DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, NoSubsidy, NoDeficit")]
    [InlineData("Crowdfunding(1), Efficient", "DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, AllocativelyEfficient")]
    [InlineData("Crowdfunding(1), RevenueOptimal, Prior<Uniform>(0, 1)", "DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, NoSubsidy")]
    [InlineData("Crowdfunding(1), CostSharing", "DominantStrategyIncentiveCompatible, BayesianIncentiveCompatible, ExPostIndividuallyRational, NoSubsidy, NoDeficit, ExPostBudgetBalanced, ExAnteBudgetBalanced")]
    [InlineData("Crowdfunding(1), PayAsBid", "ExPostIndividuallyRational, NoDeficit")]
    [InlineData("Taxation(TaxObjective.Rawlsian), Prior<Uniform>(1, 2)", "DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, ExAnteBudgetBalanced")]
    [InlineData("Taxation(TaxObjective.Revenue), Prior<Uniform>(1, 2)", "DominantStrategyIncentiveCompatible, NoSubsidy, NoDeficit")]
    [InlineData("Taxation(TaxObjective.Utilitarian), Prior<Uniform>(1, 2)", "AllocativelyEfficient, ExAnteBudgetBalanced, NoDeficit")]
    public void What_holds_by_theorem_passes(string attributes, string claims) => Assert.Empty(Check(attributes, claims));

    [Theory]
    [InlineData("Crowdfunding(10), PayAsBid", "DominantStrategyIncentiveCompatible", "at the values ([6], 6) agent 0 gets the product and pays 6; reporting 4 it gets the product and pays 4, a gain of 2")]
    [InlineData("Crowdfunding(10), CostSharing", "AllocativelyEfficient", "at the values (4, 8) the product is not made, which is worth 0; made for all it would be worth 2")]
    [InlineData("Crowdfunding(10), Efficient", "NoDeficit", "at the reports (6, 6) the payments sum to 8, less than the cost 10")]
    [InlineData("Crowdfunding(10), PostedPrice(6)", "ExPostBudgetBalanced", "at the reports (6, 6) the payments sum to 12, not equal to the cost 10")]
    [InlineData("Crowdfunding(10), PostedPrice(6)", "AllocativelyEfficient", "at the values (12) the product is not made, which is worth 0; made for all it would be worth 2")]
    [InlineData("Taxation(TaxObjective.Rawlsian), DiscretePrior([1, 2], [1, 1])", "AllocativelyEfficient", "a person of skill 1 produces 0.5714285714, where 1 would be worth 0.09183673469 more")]
    [InlineData("Taxation(TaxObjective.Rawlsian), DiscretePrior([1, 2], [1, 1])", "NoDeficit", "a person of skill 1 produces 0.5714285714 and receives 0.7346938776")]
    [InlineData("Taxation(TaxObjective.Revenue), DiscretePrior([1, 2], [1, 1])", "ExAnteBudgetBalanced", "the expected tax is 8/7, and nothing is handed back")]
    public void What_fails_is_refuted(string attributes, string claim, string start) =>
        Assert.StartsWith($"MECH2001: X | {claim} | {start}", Assert.Single(Check(attributes, claim)), StringComparison.Ordinal);

    private static IEnumerable<string> Check(string attributes, string claims)
    {
        var declaration = Source.Of($"[Mechanism, {attributes}, Guarantees({claims})] partial class X;").Read();
        var reading = Normaliser.Read(declaration, []);
        Assert.Empty(reading.Findings);
        var solution = Solver.Solve(reading.Problem!, CancellationToken.None);
        return reading.Problem!.Claims
            .Select(claim => ClaimCheck.Finding(declaration, claim, ClaimCheck.Of(solution, claim, CancellationToken.None)))
            .OfType<Findings.Finding>()
            .Select(Meaning.Text);
    }
}
