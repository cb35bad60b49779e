using MechanismDsl.Language.Claims;
using MechanismDsl.Language.Normalization;
using MechanismDsl.Language.Tests.Support;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Language.Tests.Claims;

public sealed class ClaimCheckTests
{
    [Theory]
    [InlineData("Efficient", "DominantStrategyIncentiveCompatible, BayesianIncentiveCompatible, ExPostIndividuallyRational, InterimIndividuallyRational, ExAnteIndividuallyRational, NoSubsidy, NoDeficit, AllocativelyEfficient")]
    [InlineData("RevenueOptimal, Prior<Uniform>(0, 1)", "DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, NoDeficit")]
    [InlineData("Procurement, Suppliers, Efficient, Reserve(100)", "DominantStrategyIncentiveCompatible, ExPostIndividuallyRational")]
    [InlineData("Efficient, SellerValue(3)", "AllocativelyEfficient, NoDeficit")]
    [InlineData("PostedPrice(5)", "DominantStrategyIncentiveCompatible, ExPostIndividuallyRational")]
    [InlineData("PayAsBid", "ExPostIndividuallyRational, NoSubsidy")]
    public void What_holds_by_theorem_passes(string attributes, string claims) => Assert.Empty(Check(attributes, claims));

    [Theory]
    [InlineData("PayAsBid", "DominantStrategyIncentiveCompatible", "at the values ([10], 6) agent 0 is served and pays 10; reporting 8 it is served and pays 8, a gain of 2")]
    [InlineData("PayAsBid", "BayesianIncentiveCompatible", "at the values ([10], 6) agent 0 is served and pays 10; reporting 8 it is served and pays 8, a gain of 2 for an agent that expects these reports")]
    [InlineData("PayAsBid, Prior<Uniform>(0, 20)", "BayesianIncentiveCompatible", "at the values ([20], 12) agent 0 is served and pays 20; reporting 16 it is served and pays 16, a gain of 4, and it never loses by that")]
    [InlineData("Procurement, PayAsBid", "DominantStrategyIncentiveCompatible", "at the costs (10, [6]) agent 1 is served and receives 6; reporting 8 it is served and receives 8, a gain of 2")]
    [InlineData("AllPay", "ExPostIndividuallyRational", "at the values (10, [6]) agent 1 is not served and pays 6, which leaves it -6: a loss of 6")]
    [InlineData("AllPay, Prior<Uniform>(0, 10)", "InterimIndividuallyRational", "at the values (10, [6]) agent 1 is not served and pays 6, which leaves it -6: a loss of 6, and no profile makes up for it")]
    [InlineData("Efficient, EntryFee(.5)", "ExPostIndividuallyRational", "at the values (10, [6]) agent 1 is not served and pays 0.5, which leaves it -0.5: a loss of 0.5")]
    [InlineData("Efficient, Agent(\"North\", OutsideOption = 2), Agent(\"South\")", "ExPostIndividuallyRational", "at the values ([6], 10) 'North' is not served and pays nothing, which leaves it 0, where staying away is worth 2: a loss of 2")]
    [InlineData("Efficient, Reserve(.5)", "AllocativelyEfficient", "at the values ([0.4], 0) nobody is served, which is worth 0; serving agent 0 would be worth 0.4")]
    [InlineData("Efficient, Reserve", "AllocativelyEfficient", "at the values ([4], 0) and the reserve 5 nobody is served, which is worth 0; serving agent 0 would be worth 4")]
    [InlineData("PostedPrice(5)", "AllocativelyEfficient", "at the values (6, [10]) agent 0 is served, which is worth 6; serving agent 1 would be worth 10")]
    [InlineData("PostedPrice(3), SellerValue(5)", "NoDeficit", "at the values (10, 6) the payments sum to 3, less than the cost 5")]
    [InlineData("RevenueOptimal, Prior<Uniform>(0, 1)", "AllocativelyEfficient", "at the values ([0.4], 0.1) nobody is served, which is worth 0; serving agent 0 would be worth 0.4")]
    [InlineData("RevenueOptimal, Agent<Uniform>(\"A\", 0, 10), Agent<Uniform>(\"B\", 0, 20)", "AllocativelyEfficient", "at the values (10, [12]) 'A' is served, which is worth 10; serving 'B' would be worth 12")]
    [InlineData("Efficient", "ExPostBudgetBalanced", "at the values (10, 6) the payments sum to 6, not equal to the cost 0")]
    [InlineData("Efficient, Prior<Uniform>(0, 10)", "ExAnteBudgetBalanced", "at the values (10, 6) the payments sum to 6, more than the cost 0")]
    [InlineData("Procurement, Efficient, Reserve(100)", "NoSubsidy", "at the costs (200, [80]) agent 1 is served and receives 100")]
    public void What_fails_is_refuted_by_a_profile(string attributes, string claim, string counterexample) =>
        Assert.Equal($"MECH2001: X | {claim} | {counterexample}", Assert.Single(Check(attributes, claim)));

    [Theory]
    [InlineData("PayAsBid", "AllocativelyEfficient")]
    [InlineData("Efficient, EntryFee(.5), Prior<Uniform>(0, 10)", "ExAnteIndividuallyRational")]
    [InlineData("Procurement, Efficient, Reserve(100)", "NoDeficit")]
    [InlineData("AllPay, Agents(1)", "ExPostIndividuallyRational")]
    public void What_is_neither_proved_nor_refuted_is_not_established(string attributes, string claim) =>
        Assert.StartsWith($"MECH2002: X | {claim} | ", Assert.Single(Check(attributes, claim)));

    [Fact]
    public void The_place_is_the_word_of_the_promise()
    {
        var source = Source.Of("[Mechanism, SingleItem, PayAsBid, Guarantees(NoSubsidy, DominantStrategyIncentiveCompatible)] partial class X;");
        var declaration = source.Read();
        var finding = Assert.Single(Findings(declaration));
        var location = Language.Findings.PlaceLocator.Locate(finding.Place, source.Mechanism, [], CancellationToken.None);
        Assert.Equal("DominantStrategyIncentiveCompatible", location.SourceTree!.GetText().ToString(location.SourceSpan));
    }

    [Fact]
    public void On_a_grid_reports_and_reserves_lie_on_it() =>
        Assert.Equal(
            "MECH2001: X | AllocativelyEfficient | at the values ([2], 0) nobody is served, which is worth 0; serving agent 0 would be worth 2",
            Assert.Single(Check("Efficient, Reserve(3), Money<long>", "AllocativelyEfficient")));

    private static SolvedAuction Solve(Language.Declarations.Declaration declaration) =>
        AuctionSolver.Solve(Normaliser.Read(declaration, []).Problem!, CancellationToken.None);

    private static IEnumerable<string> Check(string attributes, string claims)
    {
        var declaration = Source.Of($"[Mechanism, SingleItem, {attributes}, Guarantees({claims})] partial class X;").Read();
        return Findings(declaration).Select(Meaning.Text);
    }

    private static IEnumerable<Language.Findings.Finding> Findings(Language.Declarations.Declaration declaration)
    {
        var auction = Solve(declaration);
        return auction.Problem.Claims
            .Select(claim => ClaimCheck.Finding(declaration, claim, ClaimCheck.Of(auction, claim, CancellationToken.None)))
            .OfType<Language.Findings.Finding>();
    }
}
