using Fractions;
using MechanismDsl.Language.Normalization;
using MechanismDsl.Language.Tests.Support;
using MechanismDsl.Theory;
using MechanismDsl.Theory.Automated;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Language.Tests.Normalization;

/// <summary>What declarations of several goods mean, and what is wrong with them.</summary>
public sealed class GoodsTests
{
    private const string Enums = " public enum Lot { Castle, Lake } public enum Empty { } public enum Gap { First, Third = 2 } public enum Twins { One, Uno = 0 } public enum Odd { Report, Two }";

    private const string Two = "DiscretePrior([1, 2], [1, 1])";

    [Theory]
    [InlineData("Goods(2)", "", 2)]
    [InlineData("Goods<Lot>", "Castle, Lake", 2)]
    [InlineData("Goods(1)", "", 1)]
    public void Goods_have_names_or_a_number(string environment, string names, int count)
    {
        var reading = Read($"{environment}, Optimal(Objective.Revenue), Agents(1), {Two}");
        Assert.Empty(reading.Findings);
        var goods = Assert.IsType<AdditiveGoods>(reading.Problem!.Environment.Feasible);
        Assert.Equal((names, count), (string.Join(", ", goods.Names), goods.Count));
        Assert.Equal(Information.IndependentPriors, reading.Problem.Information);
    }

    /// <summary>The prior that is nearest to agent and good counts.</summary>
    [Fact]
    public void The_nearest_prior_counts()
    {
        var problem = Read("Goods(3), Optimal(Objective.Revenue), Agent(\"Anne\"), Agent<UniformIntegers>(\"Bert\", 5, 6), DiscretePrior([1], [1]), DiscretePrior([2], [1], Good = 1), DiscretePrior([3], [1], Agent = \"Anne\", Good = 2), DiscretePrior([4], [1], Agent = \"Bert\", Good = 0)").Problem!;
        var agents = Assert.IsType<Population.Named>(problem.Population).Agents;
        string[] Values(int agent) => [.. agents[agent].GoodPriors.Select(prior => string.Join("/", ((AtomicPrior)prior).Values))];
        Assert.Equal(["1", "2", "3"], Values(0));
        Assert.Equal(["4", "5/6", "5/6"], Values(1));
    }

    [Theory]
    [InlineData("Goods(2), Agents(1), " + Two, "MECH0004: X | a goal ([Optimal])")]
    [InlineData("Goods(0), Optimal(Objective.Revenue), Agents(1), " + Two, "MECH0013: the number of goods | 0 | from 1 to 14")]
    [InlineData("Goods(15), Optimal(Objective.Revenue), Agents(1), " + Two, "MECH0013: the number of goods | 15 | from 1 to 14")]
    [InlineData("Goods<Empty>, Optimal(Objective.Revenue), Agents(1), " + Two, "MECH0030: X | sells the members of Empty, but it has none")]
    [InlineData("Goods<Gap>, Optimal(Objective.Revenue), Agents(1), " + Two, "MECH0030: X | sells the members of Gap, whose numbers are the indices of the goods and have to count from 0, but 'Third' is 2 in the place of 1")]
    [InlineData("Goods<Twins>, Optimal(Objective.Revenue), Agents(1), " + Two, "MECH0030: X | sells the members of Twins, whose numbers are the indices of the goods and have to count from 0, but 'Uno' is 0 in the place of 1")]
    [InlineData("Goods<Odd>, Optimal(Objective.Revenue), Agents(1), " + Two, "MECH0030: X | sells the members of Odd, but the record of a report cannot have a member 'Report'")]
    [InlineData("Goods(2), Optimal(Objective.Revenue), Agents(1)", "MECH0006: [Optimal] | every agent for good 0")]
    [InlineData("Goods<Lot>, Optimal(Objective.Revenue), Agents(1), DiscretePrior([1], [1], Good = 0)", "MECH0006: [Optimal] | every agent for 'Lake'")]
    [InlineData("Goods(2), Optimal(Objective.Revenue), " + Two, "MECH0009: [Optimal]")]
    [InlineData("Goods(2), Optimal(Objective.Revenue), Agents(1), " + Two + ", DiscretePrior([1], [1], Good = 2)", "MECH0013: the good | 2 | from 0 to 1, or −1 for all goods")]
    [InlineData("Goods(1), Optimal(Objective.Revenue), Agents(1), " + Two + ", DiscretePrior([1], [1], Good = 0)", "MECH0012: DiscretePrior | every good of every agent has a prior of its own")]
    [InlineData("SingleItem, Optimal(Objective.Revenue), Agents(1), DiscretePrior([1], [1], Good = 0)", "MECH0012: DiscretePrior | only [Goods] has several goods")]
    [InlineData("Goods<Lot>, Optimal(Objective.Revenue), Agents(1), " + Two + ", Prior<Uniform>(0, 1, Good = 1)", "MECH0043: [Optimal] | the agents have values of 'Lake' that are not finitely many; [DiscretePrior] or [Prior<UniformIntegers>] list them")]
    [InlineData("Goods(2), Efficient, Optimal(Objective.Revenue), Agents(1), " + Two, "MECH0005: Efficient | Goods | values that add up make the efficient sale of several goods one auction for each: [SingleItem, Efficient] sells one of them; [Packages] is for goods that belong together")]
    [InlineData("Goods(2), RevenueOptimal, Agents(1), " + Two, "MECH0005: RevenueOptimal | Goods | no virtual value exists for several goods, because bundles and lotteries can earn more than separate auctions; [Optimal(Objective.Revenue)] finds the most for finite types")]
    [InlineData("Goods(2), Optimal(Objective.Revenue), Agents(1), JointPrior(1, 1), " + Two, "MECH0005: JointPrior | Goods | values of goods are independent of each other: [DiscretePrior(values, weights, Good = 0)] states those of one good")]
    [InlineData("Goods(5), Optimal(Objective.Revenue), Agents(2), " + Two, "MECH0044: X | 2 agents have 1024 profiles of types with 243 outcomes each, and at most 1000 profiles are solved; fewer types or agents, alike agents with one prior, or BayesianIncentiveCompatible in the place of DominantStrategyIncentiveCompatible make it smaller")]
    [InlineData("Goods(9), Optimal(Objective.Revenue), Agents(1), " + Two, "MECH0044: X | 1 agent has 512 profiles of types with 512 outcomes each, and at most 20000 outcomes of all profiles together are solved; fewer types or agents, alike agents with one prior, or BayesianIncentiveCompatible in the place of DominantStrategyIncentiveCompatible make it smaller")]
    [InlineData("Goods(2), Optimal(Objective.Revenue), Agents(1), Guarantees(DominantStrategyIncentiveCompatible), " + Two, "MECH0046: X | revenue | agent 0 can be charged ever more, at (1, 1) and elsewhere, because nothing promises that it loses nothing by taking part")]
    public void What_is_wrong(string attributes, string finding) => Assert.Contains(finding, Read(attributes).Findings.Select(Meaning.Text));

    [Fact]
    public void A_member_named_like_the_record_of_a_report_collides() =>
        Assert.Equal("MECH0015: X | Report", Assert.Single(Read($"Goods(2), Optimal(Objective.Revenue), Agents(1), {Two}", "int Report;").Findings.Select(Meaning.Text)));

    /// <summary>Bundling and lotteries earn more than separate auctions, in the published numbers.</summary>
    [Theory]
    [InlineData("Goods(2), Optimal(Objective.Revenue), Agents(1), " + Two, 9, 4)]
    [InlineData("Goods(2), Optimal(Objective.Revenue), Agents(1), DiscretePrior([1, 2], [1, 1], Good = 0), DiscretePrior([1, 3], [1, 1], Good = 1)", 21, 8)]
    [InlineData("Goods(2), Optimal(Objective.Revenue, Deterministic = true), Agents(1), DiscretePrior([1, 2], [1, 1], Good = 0), DiscretePrior([1, 3], [1, 1], Good = 1)", 5, 2)]
    [InlineData("Goods(1), Optimal(Objective.Revenue), Agents(2), DiscretePrior([1, 2, 3], [1, 1, 1])", 2, 1)]
    [InlineData("Goods(2), Optimal(Objective.Welfare), Agents(2), " + Two, 7, 2)]
    public void The_value_is_exact(string attributes, int numerator, int denominator) =>
        Assert.Equal(new Fraction(numerator, denominator), Assert.IsType<SolvedOptimum>(Solver.Solve(Read(attributes).Problem!, default)).Best.Value);

    private static Reading Read(string attributes, string members = "") =>
        Normaliser.Read(Source.Of($"[Mechanism, {attributes}] partial class X {{ {members} }}{Enums}").Read(), []);
}
