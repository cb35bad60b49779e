using Fractions;
using MechanismDsl.Language.Tests.Support;

namespace MechanismDsl.Language.Tests.Normalization;

/// <summary>Beliefs agent by agent: the common prior that they come from, the bet where there is none, and what is wrong with them.</summary>
public sealed class BeliefsTests
{
    private const string Two = "SingleItem, CremerMcLean, Agent(\"Anne\"), Agent(\"Bert\"), Types(1, 2), ";

    [Theory]
    [InlineData("Beliefs(2, 1, 1, 2)")]
    [InlineData("Beliefs(\"2/3 1/3; 1/3 2/3\")")]
    [InlineData("Beliefs(4, 2, 1, 2, Agent = \"Anne\"), Beliefs(\"2 1 1 2\", Agent = \"Bert\")")]
    [InlineData("Beliefs(2, 1, 1, 2), Beliefs(6, 3, 1, 2, Agent = \"Bert\")")]
    public void Beliefs_come_from_a_common_prior(string beliefs) =>
        Assert.Equal(Meaning.Of(Two + "JointPrior(2, 1, 1, 2)").Joint, Meaning.Of(Two + beliefs).Joint);

    [Fact]
    public void Three_alike_agents()
    {
        // Each type thinks the profiles of the other two as likely as 5 : 3 : 3 : 2 and 3 : 2 : 2 : 7.
        var joint = Meaning.Of("SingleItem, CremerMcLean, Agents(3), Types(1, 2), Beliefs(5, 3, 3, 2, 3, 2, 2, 7)").Joint!;
        Assert.Equal(Meaning.Of("SingleItem, CremerMcLean, Types(1, 2), JointPrior(5, 3, 3, 2, 3, 2, 2, 7)").Joint, joint);
        Assert.Equal(new Fraction(5, 27), joint.Masses[0]);
    }

    [Fact]
    public void An_optimum_may_have_them() =>
        Assert.Equal(new Fraction(1, 3), Meaning.Of("SingleItem, Optimal(Objective.Revenue), Agents(2), Types(1, 2), Beliefs(2, 1, 1, 2)").Joint!.Masses[0]);

    [Fact]
    public void Without_a_common_prior_there_is_a_bet()
    {
        // Anne at 1 expects 11/3 − 8/3, at 2 −7/3 + 10/3; Bert at 1 −11/3 + 14/3, at 2 8/3 − 5/3.
        Assert.Equal(
            "MECH0038: X | at (1, 1) 'Anne' receives 11 and 'Bert' pays 11, at (1, 2) 'Anne' pays 4 and 'Bert' receives 4, at (2, 1) 'Anne' pays 7 and 'Bert' receives 7, at (2, 2) 'Anne' receives 5 and 'Bert' pays 5 | 1",
            Assert.Single(Meaning.Findings(Two + "Beliefs(1, 2, 1, 2, Agent = \"Anne\"), Beliefs(1, 2, 2, 1, Agent = \"Bert\")")));
    }

    [Theory]
    [InlineData(Two + "Beliefs(2, 1, 1)", "MECH0037: they have 3 weights, but 2 types of 'Anne' face 2 profiles of the others each")]
    [InlineData(Two + "Beliefs(2, 1, 0, 0)", "MECH0037: all weights in what 'Anne' believes at 2 are zero")]
    [InlineData(Two + "Beliefs(2, 1, -1, 2)", "MECH0037: the weight -1 in what 'Anne' believes at 2 is below zero")]
    [InlineData(Two + "Beliefs(\"2 1 x 2\")", "MECH0037: 'x' (line 1, entry 3) is no weight: weights are whole numbers, decimals and fractions like 4/35")]
    [InlineData(Two + "Beliefs(2, 1, double.NaN, 2)", "MECH0037: the weight NaN is no finite number")]
    [InlineData(Two + "Beliefs(2, 1, 1, 2, Agent = \"Anne\")", "MECH0037: 'Bert' has none; add [Beliefs(..., Agent = \"Bert\")]")]
    [InlineData(Two + "Beliefs(2, 1, 1, 2), Beliefs(2, 1, 1, 2)", "MECH0005: Beliefs | Beliefs | both state what 'Anne' believes")]
    [InlineData(Two + "Beliefs(1, 0, 1, 0)", "MECH0037: the type 2 of 'Anne' has probability zero in the common prior of these beliefs: leave it out of the types, or let the others think it possible")]
    [InlineData(Two + "Beliefs(2, 1, 1, 2), JointPrior(2, 1, 1, 2)", "MECH0005: JointPrior | Beliefs | each of them says how likely types are")]
    [InlineData(Two + "Beliefs(2, 1, 1, 2, Agent = \"Ann\")", "MECH0016: Ann | ; did you mean 'Anne'?")]
    [InlineData("SingleItem, CremerMcLean, Types(1, 2), Beliefs(2, 1, 1, 2)", "MECH0009: [Beliefs]")]
    [InlineData("SingleItem, CremerMcLean, Agents(2), Beliefs(2, 1, 1, 2)", "MECH0041: [CremerMcLean] | the agents")]
    [InlineData("SingleItem, CremerMcLean, Agents(2), TypeRange(1, 20), Beliefs(2, 1, 1, 2)", "MECH0013: the number of profiles of types | 400 | at most 100")]
    [InlineData("SingleItem, Efficient, Beliefs(1, 1)", "MECH0012: Beliefs | only [CremerMcLean] and [Optimal] use how types depend on each other")]
    public void What_is_wrong(string attributes, string finding) => Assert.Contains(finding, Meaning.Findings(attributes));
}
