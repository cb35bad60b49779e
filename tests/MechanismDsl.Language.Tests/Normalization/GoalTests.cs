using Fractions;
using MechanismDsl.Language.Normalization;
using MechanismDsl.Language.Tests.Support;
using MechanismDsl.Theory;
using MechanismDsl.Theory.Automated;

namespace MechanismDsl.Language.Tests.Normalization;

/// <summary>Goals of the author's own for optimal mechanisms: what they mean, and what is wrong with them.</summary>
public sealed class GoalTests
{
    private const string Sale = "Goods(1), Optimal(Objective.Own, PaymentWeight = -1), Agents(2), DiscretePrior([1, 2], [1, 1]), Guarantees(BayesianIncentiveCompatible, InterimIndividuallyRational, NoSubsidy)";

    private const string Keep = "[Goal] static double Keep(ReadOnlySpan<int> owners, ReadOnlySpan<double> values) => owners[0] < 0 ? 0 : values[owners[0]];";

    private const string Site = "Outcomes<Site>, Optimal(Objective.Own, PaymentWeight = PW), Agents(2), Prior<UniformIntegers>(1, 2)";

    private const string Value = "[Value] static int Value(Site site, int type) => site == Site.Hill ? 2 * type : 3; ";

    /// <summary>Who wants the bidders to keep the most gives the item away by lot, without payments: 3/2 in expectation (Hartline and Roughgarden 2008); an efficient sale leaves them 5/4 at the most.</summary>
    [Fact]
    public void What_the_bidders_keep()
    {
        var solved = Solve(Sale, Keep);
        Assert.Equal(new Fraction(3, 2), solved.Objective);
        Assert.Equal(Fraction.Zero, solved.Revenue);
        Assert.Equal(solved.Objective, solved.Welfare - solved.Revenue);
    }

    /// <summary>Revenue and welfare, written as goals of one's own.</summary>
    [Theory]
    [InlineData("1", "0", "Objective.Revenue")]
    [InlineData("0", "site == Site.Hill ? 2 * types[0] + 2 * types[1] : 6", "Objective.Welfare")]
    public void Known_goals_written_out(string weight, string goal, string same)
    {
        var own = Solve(Site.Replace("PW", weight, StringComparison.Ordinal), Value + $"[Goal] static int Goal(Site site, ReadOnlySpan<int> types) => {goal};");
        var known = Solve($"Outcomes<Site>, Optimal({same}), Agents(2), Prior<UniformIntegers>(1, 2)", Value);
        Assert.Equal(known.Best.Value, own.Objective);
        Assert.Equal(known.Revenue, own.Revenue);
        Assert.Equal(known.Welfare, own.Welfare);
    }

    /// <summary>A goal that prefers one agent is not averaged over exchanges of the agents.</summary>
    [Fact]
    public void A_goal_may_tell_alike_agents_apart()
    {
        var solved = Solve("Goods(1), Optimal(Objective.Own), Agents(2), DiscretePrior([1, 2], [1, 1])", "[Goal] static double First(ReadOnlySpan<int> owners, ReadOnlySpan<double> values) => owners[0] == 0 ? 1 : 0;");
        Assert.Equal(Fraction.One, solved.Objective);
        Assert.All(solved.Table.Lotteries, row => Assert.Equal(Fraction.One, row[0]));
    }

    [Theory]
    [InlineData("Goods(1), Optimal(Objective.Own), Agents(2), DiscretePrior([1, 2], [1, 1])", "", "MECH0013: the objective | Objective.Own | that of a method marked [Goal], which is missing here, or Objective.Revenue or Objective.Welfare")]
    [InlineData("Goods(1), Optimal(Objective.Revenue), Agents(2), DiscretePrior([1, 2], [1, 1])", Keep, "MECH0005: Goal | Optimal | its objective is another one; Objective.Own maximises what the method says")]
    [InlineData("Goods(1), Optimal(Objective.Revenue, PaymentWeight = 2), Agents(2), DiscretePrior([1, 2], [1, 1])", "", "MECH0012: Optimal | payments are weighted under Objective.Own only")]
    [InlineData("Goods(1), Optimal(Objective.Own, PaymentWeight = double.NaN), Agents(2), DiscretePrior([1, 2], [1, 1])", Keep, "MECH0013: the weight of payments | NaN | from −1E15 to 1E15")]
    [InlineData("Goods(1), Optimal(Objective.Own), Agents(2), DiscretePrior([1, 2], [1, 1])", Keep + "[Decision] static void Divide(ReadOnlySpan<double> values, Span<int> owners) { }", "MECH0005: Goal | Decision | the decision is given already, and a goal would choose another one")]
    [InlineData("Goods(1), Optimal(Objective.Own), Agents(2), DiscretePrior([1, 2], [1, 1])", "[Goal] static double Keep(ReadOnlySpan<double> values) => 0;", "MECH1012: Keep | it must take the owners of the goods and the values of all agents, agent by agent and good by good, and return a number: double Goal(ReadOnlySpan<int> owners, ReadOnlySpan<double> values)")]
    [InlineData("Goods(1), Optimal(Objective.Own), Agents(2), DiscretePrior([1, 2], [1, 1])", "[Goal] static double Keep(ReadOnlySpan<int> owners, ReadOnlySpan<double> values) => 1 / (owners[0] + 1.0);", "MECH1014: Keep | at (1, 1) for nothing sold it gives Infinity, and what outcomes count lies from -1E15 to 1E15 with at most 15 digits")]
    [InlineData("Goods(1), Optimal(Objective.Own), Agents(2), DiscretePrior([1, 2], [1, 1])", "[Goal] static double Keep(ReadOnlySpan<int> owners, ReadOnlySpan<double> values) => values[owners[0]];", "MECH1014: Keep | at (1, 1) for nothing sold it throws IndexOutOfRangeException")]
    [InlineData("Outcomes<Site>, Optimal(Objective.Own), Agents(2), Prior<UniformIntegers>(1, 2)", Value + "[Goal] static double Goal(Site site, ReadOnlySpan<double> types) => 0;", "MECH1012: Goal | it must take an outcome and the types of all agents, and return a number: double Goal(Site outcome, ReadOnlySpan<int> types)")]
    [InlineData("Goods(1), Optimal(Objective.Own, PaymentWeight = -1), Agents(2), DiscretePrior([1, 2], [1, 1])", Keep, "MECH0046: X | value of the goal | agent 0 can be paid ever more, at (1, 1) and elsewhere, because nothing promises that nobody is paid or that payments cover the cost")]
    public void What_is_wrong(string attributes, string body, string finding) => Assert.Contains(finding, Read(attributes, body).Findings.Select(Meaning.Text));

    private static SolvedOptimum Solve(string attributes, string body)
    {
        var reading = Read(attributes, body);
        Assert.Empty(reading.Findings);
        return Assert.IsType<SolvedOptimum>(Solver.Solve(reading.Problem!, default));
    }

    private static Reading Read(string attributes, string body) =>
        Normaliser.Read(Source.Of($"[Mechanism, {attributes}] partial class X {{ {body} }} public enum Site {{ Hill, Lake }}").Read(), []);
}
