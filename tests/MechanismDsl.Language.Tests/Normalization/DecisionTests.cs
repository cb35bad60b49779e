using Fractions;
using MechanismDsl.Language.Normalization;
using MechanismDsl.Language.Tests.Support;
using MechanismDsl.Theory;
using MechanismDsl.Theory.Automated;

namespace MechanismDsl.Language.Tests.Normalization;

/// <summary>Decisions of the author's own over finitely many types: what they mean, and what is wrong with them.</summary>
public sealed class DecisionTests
{
    private const string Goods = "Goods(2), Optimal(Objective.Revenue), Agents(1), DiscretePrior([1, 2], [1, 1])";

    private const string Outcomes = "Outcomes<Site>, Optimal(Objective.Welfare), Agents(2), Prior<UniformIntegers>(1, 2)";

    private const string Value = "[Value] static int Value(Site site, int type) => site == Site.Hill ? 2 * type : 3; ";

    /// <summary>Both goods at 3, for who values them so: the decision of the best bundle, with its payments.</summary>
    [Fact]
    public void A_division_has_its_best_payments()
    {
        var solved = Assert.IsType<SolvedOptimum>(Solver.Solve(Read(Goods, "[Decision] static void Divide(ReadOnlySpan<double> values, Span<int> owners) { var owner = values[0] + values[1] >= 3 ? 0 : -1; owners[0] = owner; owners[1] = owner; }").Problem!, default));
        Assert.Equal(new Fraction(9, 4), solved.Best.Value);
        Assert.Equal([0, 3, 3, 3], solved.Table.Payments.Select(row => row[0]));
    }

    [Fact]
    public void An_outcome_has_payments_too()
    {
        var problem = Read(Outcomes + ", Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational)", Value + "[Decision] static Site Decide(ReadOnlySpan<int> types) => types[0] + types[1] >= 3 ? Site.Hill : Site.Lake;").Problem!;
        Assert.Equal([1, 0, 0, 0], problem.Decision!.Value);
        var solved = Assert.IsType<SolvedOptimum>(Solver.Solve(problem, default));

        // Lake is worth 3 to everybody, Hill twice the type; at (1, 2) and (2, 1) Hill is worth 6 in all, as much as Lake.
        Assert.Equal(new Fraction(13, 2), solved.Welfare);
        Assert.All(solved.Guarantees, guarantee => Assert.Null(Theory.Finite.FiniteGuarantees.Witness(solved.Table, solved.Environment.Prior, guarantee)));
    }

    [Theory]
    [InlineData(Goods, "[Decision] static void Divide(ReadOnlySpan<double> values, Span<int> owners) { owners[0] = values[0] < values[1] ? 0 : -1; owners[1] = values[1] < values[0] ? 0 : -1; }",
        "MECH0047: Divide | agent 0 at (1, 2) would gain 1 by reporting (2, 1) (good 1 to agent 0 instead of good 0 to agent 0), (2, 1) would gain 1 by reporting (1, 2) (good 0 to agent 0 instead of good 1 to agent 0); around the cycle payments cancel, and 2 is gained together, whatever is paid (Rochet 1987)")]
    [InlineData("Goods(1), Optimal(Objective.Revenue), Agents(2), DiscretePrior([1, 2], [1, 1]), Guarantees(DominantStrategyIncentiveCompatible)", "[Decision] static void Divide(ReadOnlySpan<double> values, Span<int> owners) { owners[0] = values[0] < values[1] ? 0 : 1; }",
        "MECH0047: Divide | where the profile is ([1], 2) up to its own report, agent 0 at 1 would gain -1 by reporting 2 (good 0 to agent 1 instead of good 0 to agent 0), 2 would gain 2 by reporting 1 (good 0 to agent 0 instead of good 0 to agent 1); around the cycle payments cancel, and 1 is gained together, whatever is paid (Rochet 1987)")]
    [InlineData("Goods(1), Optimal(Objective.Revenue), Agents(2), DiscretePrior([1, 2], [1, 1])", "[Decision] static void Divide(ReadOnlySpan<double> values, Span<int> owners) { owners[0] = values[0] < values[1] ? 0 : 1; }",
        "MECH0047: Divide | in expectation of the others' types, agent 0 at 1 would gain -0.5 by reporting 2, 2 would gain 1 by reporting 1; around the cycle payments cancel, and 0.5 is gained together, whatever is paid (Rochet 1987)")]
    [InlineData(Goods, "[Decision] static int Divide(ReadOnlySpan<double> values) => 0;", "MECH1012: Divide | it must take the values of all agents, agent by agent and good by good, and fill the owners of the goods: void Divide(ReadOnlySpan<double> values, Span<int> owners)")]
    [InlineData(Goods, "[Decision] void Divide(ReadOnlySpan<double> values, Span<int> owners) { }", "MECH1012: Divide | it must be static")]
    [InlineData(Goods, "[Decision] static void Divide(ReadOnlySpan<double> values, Span<int> owners) { owners[1] = 1; }", "MECH1014: Divide | at (1, 1) it gives good 1 to agent 1, but an owner is from 0 to 0, or −1 for nobody")]
    [InlineData(Goods, "[Decision] static void Divide(ReadOnlySpan<double> values, Span<int> owners) { owners[2] = 0; }", "MECH1014: Divide | at (1, 1) it throws IndexOutOfRangeException")]
    [InlineData(Outcomes, Value + "[Decision] static Site Decide(ReadOnlySpan<double> types) => Site.Hill;", "MECH1012: Decide | it must take the types of all agents and return the outcome: Site Decide(ReadOnlySpan<int> types)")]
    [InlineData(Outcomes, Value + "[Decision] static Site Decide(ReadOnlySpan<int> types) => (Site)(types[0] + 1);", "MECH1014: Decide | at (1, 1) it gives 2, which is no member of Site")]
    [InlineData("Outcomes<Site>, Efficient, Agents(2), Prior<UniformIntegers>(1, 2)", Value + "[Decision] static Site Decide(ReadOnlySpan<int> types) => Site.Hill;", "MECH0005: Decision | Efficient | each of them says what is decided; [Optimal(objective)] finds payments for a decision of one's own")]
    [InlineData("Goods(2), Optimal(Objective.Revenue, Deterministic = true), Agents(1), DiscretePrior([1, 2], [1, 1])", "[Decision] static void Divide(ReadOnlySpan<double> values, Span<int> owners) { }", "MECH0012: Optimal | a decision of one's own has no lotteries")]
    [InlineData("SingleItem, Efficient", "[Decision] static int Decide(ReadOnlySpan<double> bids) => 0;", "MECH0005: Decision | SingleItem | it has no meaning where one item is decided on")]
    [InlineData("Goods(2), Optimal(Objective.Revenue), Agents(1), DiscretePrior([1], [1]), Guarantees(DominantStrategyIncentiveCompatible, ExPostIndividuallyRational, AllocativelyEfficient)", "[Decision] static void Divide(ReadOnlySpan<double> values, Span<int> owners) { owners[0] = -1; owners[1] = -1; }",
        "MECH0045: X | dominant-strategy incentive compatible, ex post individually rational and allocatively efficient | \"the decision at (1, 1) is efficient\" add up to 0 ≥ 2")]
    public void What_is_wrong(string attributes, string body, string finding) => Assert.Contains(finding, Read(attributes, body).Findings.Select(Meaning.Text));

    private static Reading Read(string attributes, string body) =>
        Normaliser.Read(Source.Of($"[Mechanism, {attributes}] partial class X {{ {body} }} public enum Site {{ Hill, Lake }}").Read(), []);
}
