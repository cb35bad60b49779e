using MechanismDsl.Language.Claims;
using MechanismDsl.Language.Normalization;
using MechanismDsl.Language.Tests.Support;
using MechanismDsl.Theory;

namespace MechanismDsl.Language.Tests.Normalization;

public class PartnershipTests
{
    [Theory]
    [InlineData("Partnership(.5, .5), Efficient", "MECH0006: [Partnership] | every agent")]
    [InlineData("Partnership(.5, .5), Efficient, Prior<Uniform>(0, 1), Agents(2)", "MECH0005: Agents | Partnership | partners are as many as their shares")]
    [InlineData("Partnership(.5, .5), Efficient, Agent<Uniform>(\"Ann\", 0, 1, OutsideOption = 2), Agent<Uniform>(\"Bob\", 0, 1)", "MECH0005: Agent | Partnership | a partner's outside option is its share of what the firm is worth to it")]
    [InlineData("Partnership(.5, .5), Efficient, Prior<Uniform>(0, 1), Reserve(2)", "MECH0005: Reserve | Partnership | nobody outside sells: the partners own the firm, and what one pays the others receive")]
    public void What_is_wrong(string attributes, params string[] findings) => Assert.Equal(findings, Meaning.Findings(attributes));

    [Theory]
    [InlineData("Partnership(.5, .5), Efficient, Prior<Uniform>(0, 1)", "BayesianIncentiveCompatible, InterimIndividuallyRational, ExAnteIndividuallyRational, ExPostBudgetBalanced, ExAnteBudgetBalanced, NoDeficit, AllocativelyEfficient")]
    [InlineData("Partnership(.9, .1), Efficient, Prior<Uniform>(0, 1)", "BayesianIncentiveCompatible, ExAnteIndividuallyRational, ExPostBudgetBalanced")]
    [InlineData("Partnership(.5, .5), Efficient, Prior<Uniform>(0, 100), Money<long>", "ExPostBudgetBalanced, AllocativelyEfficient")]
    public void What_holds_by_theorem_passes(string attributes, string claims) => Assert.Empty(Check(attributes, claims));

    [Theory]
    [InlineData("Partnership(.5, .5), Efficient, Prior<Uniform>(0, 1)", "DominantStrategyIncentiveCompatible", "MECH2001: X | DominantStrategyIncentiveCompatible | at the values (0.9, [0.9]) partner 1 leaves and pays 0; reporting 0.1 it leaves and receives 0.4, a gain of 0.4")]
    [InlineData("Partnership(.5, .5), Efficient, Prior<Uniform>(0, 1)", "ExPostIndividuallyRational", "MECH2001: X | ExPostIndividuallyRational | at the values ")]
    [InlineData("Partnership(.9, .1), Efficient, Prior<Uniform>(0, 1)", "InterimIndividuallyRational", "MECH2001: X | InterimIndividuallyRational | partner 0 with the value 0.9 expects 0.7716666667, where its share is worth 0.81: a loss of 0.03833333333")]
    [InlineData("Partnership(.5, .5), Efficient, Prior<Uniform>(0, 1)", "NoSubsidy", "MECH2001: X | NoSubsidy | at the values ")]
    [InlineData("Partnership(.5, .5), Efficient, Prior<Uniform>(0, 100), Money<long>", "BayesianIncentiveCompatible", "MECH2002: X | BayesianIncentiveCompatible | ")]
    public void What_fails_is_refuted(string attributes, string claim, string start) => Assert.StartsWith(start, Assert.Single(Check(attributes, claim)), StringComparison.Ordinal);

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
