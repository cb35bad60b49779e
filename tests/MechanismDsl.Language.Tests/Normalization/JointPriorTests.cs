using Fractions;
using MechanismDsl.Language.Claims;
using MechanismDsl.Language.Normalization.JointPriors;
using MechanismDsl.Language.Tests.Support;
using MechanismDsl.Theory;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Tests.Normalization;

/// <summary>What declarations of joint priors mean, what is wrong with them, and which promises a sale under them breaks.</summary>
public sealed class JointPriorTests
{
    private const string Sale = "SingleItem, CremerMcLean, Types(1, 2, 3), JointPrior(4, 2, 1,  2, 2, 2,  1, 2, 4)";

    [Fact]
    public void The_number_of_alike_agents_is_the_one_that_the_weights_need()
    {
        var problem = Meaning.Of("SingleItem, CremerMcLean, Types(1, 2), JointPrior(5, 3, 3, 2, 3, 2, 2, 7)");
        Assert.Equal(3, Assert.IsType<Population.Alike>(problem.Population).Count);
        Assert.Equal(Information.JointPrior, problem.Information);
        Assert.Equal(Participation.Interim, problem.Participation);
        Assert.Equal(new Fraction(5, 27), problem.Joint!.Masses[0]);
        Assert.IsType<PaymentRule.BeliefElicitation>(problem.Payments);
    }

    [Theory]
    [InlineData("JointPrior(\"4/20 2/20 1/20; 2/20 2/20 2/20; 1/20 2/20 4/20\")")]
    [InlineData("JointPrior(\"4, 2, 1\\n2, 2, 2\\n1, 2, 4\")")]
    [InlineData("JointPrior(\".4 .2 .1 .2 .2 .2 .1 .2 .4\")")]
    [InlineData("JointPrior(.4, .2, .1, .2, .2, .2, .1, .2, .4)")]
    [InlineData("JointPrior(\"40/10 6/3 1/1 2 2 2 1.0 2.00 8/2\")")]
    public void Weights_are_numbers_up_to_a_common_factor(string weights) =>
        Assert.Equal(Meaning.Of(Sale).Joint, Meaning.Of($"SingleItem, CremerMcLean, Types(1, 2, 3), {weights}").Joint);

    [Theory]
    [InlineData("1/0", "1/0", 1, 1)]
    [InlineData("1 2\n3 four", "four", 2, 2)]
    [InlineData("1 2\n\n 1e3", "1e3", 3, 1)]
    [InlineData("1//2", "1//2", 1, 1)]
    [InlineData("1.", "1.", 1, 1)]
    [InlineData("/2", "/2", 1, 1)]
    [InlineData("-", "-", 1, 1)]
    [InlineData("1/2/3", "1/2/3", 1, 1)]
    [InlineData("\u0661", "\u0661", 1, 1)]
    public void Text_that_is_no_weight_is_found(string text, string word, int line, int entry)
    {
        _ = WeightText.Read(text, out var fault);
        Assert.Equal((word, line, entry), fault);
    }

    [Fact]
    public void Weights_may_be_long_and_signed()
    {
        var weights = WeightText.Read("+12345678901234567890/3 -.5\t7;;8", out var fault);
        Assert.Null(fault);
        Assert.Equal([new Fraction(System.Numerics.BigInteger.Parse("4115226300411522630", System.Globalization.CultureInfo.InvariantCulture)), new(-1, 2), 7, 8], weights);
    }

    [Theory]
    [InlineData("SingleItem, Efficient, JointPrior(1, 1)", "MECH0012: JointPrior | only [CremerMcLean] and [Optimal] use how types depend on each other")]
    [InlineData("SingleItem, CremerMcLean, Efficient, Types(1, 2), JointPrior(2, 1, 1, 2)", "MECH0005: Efficient | CremerMcLean | a mechanism has one goal")]
    [InlineData("SingleItem, CremerMcLean, Reserve(1), Types(1, 2), JointPrior(2, 1, 1, 2)", "MECH0005: Reserve | CremerMcLean | the optimal reserve follows from the prior; what the good is worth to the platform is [SellerValue] or [BuyerValue]")]
    [InlineData("SingleItem, CremerMcLean, Prior<Uniform>(0, 1), Types(1, 2), JointPrior(2, 1, 1, 2)", "MECH0005: Prior | CremerMcLean | types that depend on each other have one joint prior, [JointPrior]")]
    [InlineData("SingleItem, CremerMcLean, TypeRange(1, 40), JointPrior(1, 2)", "MECH4009: it has 2 weights, but agents with 40 types each have 40, 1600, 64000, … profiles")]
    [InlineData("SingleItem, CremerMcLean, Agents(2), TypeRange(1, 40), JointPrior(1, 2)", "MECH0013: the number of profiles of types | 1600 | at most 400")]
    [InlineData("SingleItem, CremerMcLean, Money<long>, Types(1, 2.5), JointPrior(2, 1, 1, 2)", "MECH0013: the type | 2.5 | a multiple of the money's step")]
    [InlineData("SingleItem, CremerMcLean, Agent(\"North\", OutsideOption = 1), Agent(\"South\"), Types(1, 2), JointPrior(2, 1, 1, 2)", "MECH0013: the outside option | 1 | 0 under [CremerMcLean]: the most that can be extracted is known for agents that lose nothing by staying away")]
    [InlineData("SingleItem, CremerMcLean, Types(1, 2), JointPrior(2, double.NaN, 1, 2)", "MECH4009: the weight NaN is no finite number")]
    public void What_is_wrong(string attributes, string finding) => Assert.Equal(finding, Assert.Single(Meaning.Findings(attributes)));

    [Theory]
    [InlineData("DominantStrategyIncentiveCompatible")]
    [InlineData("ExPostIndividuallyRational")]
    [InlineData("NoDeficit")]
    [InlineData("NoSubsidy")]
    [InlineData("ExPostBudgetBalanced")]
    [InlineData("ExAnteBudgetBalanced")]
    public void Promises_that_fail_are_refuted_with_types(string claim)
    {
        var words = Assert.IsType<ClaimVerdict.Refuted>(Verdict(claim)).Words;
        Assert.Contains(claim == "ExAnteBudgetBalanced" ? "are 2.3" : "at the types (", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BayesianIncentiveCompatible")]
    [InlineData("InterimIndividuallyRational")]
    [InlineData("ExAnteIndividuallyRational")]
    [InlineData("AllocativelyEfficient")]
    public void Promises_that_hold_are_established(string claim) => Assert.IsType<ClaimVerdict.Established>(Verdict(claim));

    [Fact]
    public void A_refuted_promise_names_the_lie_and_both_fates() => Assert.Equal(
        "at the types (1, [3]) agent 1 gets the item and pays 9; reporting 1 it gets the item with probability 0.5 and receives 2.5: it gains 10",
        Assert.IsType<ClaimVerdict.Refuted>(Verdict("DominantStrategyIncentiveCompatible")).Words);

    private static ClaimVerdict Verdict(string claim) =>
        ClaimCheck.Of(Solver.Solve(Meaning.Of(Sale, "Ties = TieRule.Shared"), default), (Theory.Problems.Guarantee)Enum.Parse(typeof(Theory.Problems.Guarantee), claim), default);

    private const string FromFile = "SingleItem, CremerMcLean, Types(1, 2, 3), JointPrior(File = \"types.csv\")";

    /// <summary>Rows in any order, profiles that are left out, fractions and decimals, and columns in any order where agents have names.</summary>
    [Fact]
    public void Weights_may_lie_in_a_file()
    {
        const string Rows = "one,two,weight\n3,3,4\n1,1,4/1\n1,2,2\n1,3,1\n2,1,2\n2,2,\"2.0\"\n2,3,2\n3,1,1\n3,2,2\n";
        Assert.Equal(Meaning.Of(Sale).Joint, FileOf(FromFile, Rows).Problem!.Joint);
        Assert.Equal(2, Assert.IsType<Population.Alike>(FileOf(FromFile, Rows).Problem!.Population).Count);

        const string Named = "SingleItem, CremerMcLean, Agent(\"Anne\"), Agent(\"Bert\"), Types(1, 2), JointPrior(File = \"data/types.csv\")";
        var joint = FileOf(Named, "weight,Bert,Anne\r\n3,1,2\r\n1,1,1\r\n2,2,2\r\n").Problem!.Joint!;
        Assert.Equal([new(1, 6), 0, new(1, 2), new(1, 3)], joint.Masses);
    }

    [Theory]
    [InlineData("a,b,weight\n1,1,1\n1,4,1\n", "MECH4104: '4' is no type of agent 1, whose types are 1, 2, 3", 2, 2)]
    [InlineData("a,b,weight\n1,1,1\n1,one,1\n", "MECH4104: 'one' is no type of agent 1, whose types are 1, 2, 3", 2, 2)]
    [InlineData("a,b,weight\n1,1,-1\n", "MECH4104: '-1' is no weight: weights are whole numbers, decimals and fractions like 4/35, at least 0", 1, 4)]
    [InlineData("a,b,weight\n1,1,1/0\n", "MECH4104: '1/0' is no weight: weights are whole numbers, decimals and fractions like 4/35, at least 0", 1, 4)]
    [InlineData("a,b,weight\n1,1,1\n2,2,1\n1,1,2\n", "MECH4104: it has the types of line 2 again; a profile has one weight", 3, 0)]
    [InlineData("a,b,weight\n1,1\n", "MECH4104: the row has 2 fields but the header has 3 fields; add the missing commas", 1, 0)]
    [InlineData("a,b\n1,1\n", "MECH4103: types.csv | there is no column 'weight'; the columns are 'a', 'b'", 0, 0)]
    [InlineData("weight\n1\n", "MECH4103: types.csv | 0 columns beside 'weight' hold types, but every agent needs one", 0, 0)]
    [InlineData("a,a,weight\n1,1,1\n", "MECH4103: types.csv | column 'a' occurs 2 times; rename all but one", 0, 2)]
    [InlineData("", "MECH4102: types.csv", 0, 0)]
    [InlineData("a,b,weight\n", "MECH4102: types.csv", 0, 0)]
    public void What_is_wrong_in_a_file(string text, string finding, int line, int column)
    {
        var found = Assert.Single(FileOf(FromFile, text).Findings);
        Assert.Equal(finding, Meaning.Text(found));
        var place = Assert.IsType<Findings.Place.File>(found.Place);
        Assert.Equal((line, column), (place.Line, place.Column));
    }

    [Theory]
    [InlineData("SingleItem, CremerMcLean, Types(1, 2), Agents(3), JointPrior(File = \"types.csv\")", "a,b,weight\n1,1,1\n", "MECH4103: types.csv | 2 columns beside 'weight' hold types, but every agent needs one, and 3 take part")]
    [InlineData("SingleItem, CremerMcLean, Types(1, 2), Agent(\"Anne\"), Agent(\"Bert\"), JointPrior(File = \"types.csv\")", "Ann,Bert,weight\n1,1,1\n", "MECH4103: types.csv | there is no column 'Anne' for the types of this agent; did you mean 'Ann'? the columns are 'Ann', 'Bert', 'weight'")]
    [InlineData("SingleItem, CremerMcLean, Types(1, 2), Agent(\"Anne\"), Agent(\"Bert\"), JointPrior(File = \"types.csv\")", "Anne,Bert,Cleo,weight\n1,1,1,1\n", "MECH4103: types.csv | column 'Cleo' is no agent; the agents are Anne, Bert")]
    [InlineData("SingleItem, CremerMcLean, Types(1, 2), JointPrior(1, 1, 1, 2, File = \"types.csv\")", "a,b,weight\n1,1,1\n", "MECH4009: it has weights of its own and those of a file; one of them has to go")]
    [InlineData("SingleItem, CremerMcLean, Types(1, 2), JointPrior(File = \"types.csv\")", "a,b,weight\n1,1,1\n1,2,1\n", "MECH4009: the type 2 of agent 0 has probability zero: leave it out of the types, or give it a weight")]
    [InlineData("SingleItem, CremerMcLean, Types(1, 2), JointPrior(File = \"types.csv\")", "a,b,weight\n1,1,0\n", "MECH4009: all weights are zero")]
    [InlineData("SingleItem, CremerMcLean, Types(1, 2), JointPrior(File = \"others.csv\")", "a,b,weight\n1,1,1\n", "MECH4101: others.csv")]
    public void What_is_wrong_with_a_file(string attributes, string text, string finding) => Assert.Contains(finding, FileOf(attributes, text).Findings.Select(Meaning.Text));

    private static Reading FileOf(string attributes, string text) => Meaning.Reading(attributes, files: new MechanismDsl.Language.Normalization.DataFile("/project/data/types.csv", text));
}
