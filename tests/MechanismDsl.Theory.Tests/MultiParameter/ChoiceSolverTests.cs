using Fractions;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Tests.MultiParameter;

public sealed class ChoiceSolverTests
{
    [Fact]
    public void What_holds_for_two_agents_proves_nothing_for_a_free_number()
    {
        var problem = Choices.HomeImprovement();
        var named = ((Population.Named)problem.Population).Agents;
        var free = problem with
        {
            Population = new Population.Alike(0, null, named[0] with { Name = null }),
            Choice = problem.Choice! with { Tables = [problem.Choice.Tables[0]] },
        };
        var solved = free.Solve();
        Assert.Null(solved.Expected);
        Assert.False(solved.Survey!.IsComplete);
        Assert.Equal("the number of agents is not fixed", solved.NoNumbersBecause);
    }

    [Fact]
    public void Interim_utilities_decide_where_a_profile_fails()
    {
        // Alexa's worst type expects 1242/81 - something above 7, but at some profile she is left with less: interim, not ex post.
        var solved = Choices.HomeImprovement(7).Solve();
        Assert.True(solved.Survey!.LeastGain.Amount.IsNegative);
        Assert.DoesNotContain(solved.Evidence, evidence => evidence.Guarantee == Guarantee.ExPostIndividuallyRational);
        var holds = solved.Expected!.Interim[0].All(utility => utility >= new Fraction(7));
        Assert.Equal(holds, solved.Evidence.Any(evidence => evidence.Guarantee == Guarantee.InterimIndividuallyRational));
    }

    [Fact]
    public void Interim_utilities_average_to_the_welfare_less_the_payments()
    {
        var expected = Choices.HomeImprovement().Solve().Expected!;
        var utilities = expected.Interim.Aggregate(Fraction.Zero, (sum, agent) => sum + agent.Aggregate(Fraction.Zero, (own, utility) => own + (utility / 9)));
        Assert.Equal(expected.Welfare - expected.Revenue, utilities);
        Assert.Equal(Fraction.One, expected.Chosen[0] + expected.Chosen[1]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Shares_cover_the_cost_or_leave_everybody_whole(bool hasShares)
    {
        var solved = Choices.Project(90, 3, hasShares: hasShares).Solve();
        Assert.Equal(hasShares, solved.Evidence.Any(evidence => evidence.Guarantee == Guarantee.NoDeficit));
        Assert.Equal(hasShares, solved.Survey!.LeastGain.Amount.IsNegative);
        Assert.Equal(!hasShares, solved.Evidence.Any(evidence => evidence.Guarantee == Guarantee.ExPostIndividuallyRational));
        Assert.Equal(!hasShares, solved.Survey.LeastSurplus.Amount.IsNegative);
    }

    [Theory]
    [InlineData("7", 7, 1)]
    [InlineData("0.25", 1, 4)]
    [InlineData("580/27", 580, 27)]
    [InlineData("-7/3", -7, 3)]
    public void Rational_numbers_read_as_people_write_them(string expected, int numerator, int denominator) =>
        Assert.Equal(expected, RationalText.Of(new Fraction(numerator, denominator)));
}
