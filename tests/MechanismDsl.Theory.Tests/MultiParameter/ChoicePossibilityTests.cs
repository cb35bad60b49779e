using CsCheck;
using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.LinearPrograms;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Tests.MultiParameter;

/// <summary>Whether an efficient choice can be truthful, voluntary and free of deficits at once.</summary>
public sealed class ChoicePossibilityTests
{
    /// <summary>
    /// Golden case irvcg-home-finite-lp-10: with the option 10 of Alexa payments collect 38/27 at most, so that she can be kept up to the option 308/27
    /// = 10 + 38/27.
    /// </summary>
    [Theory]
    [InlineData(0, 308, 27)]
    [InlineData(10, 38, 27)]
    [InlineData(11, 11, 27)]
    [InlineData(11.375, 7, 216)]
    public void Home_improvement_is_possible_up_to_an_option(double option, int numerator, int denominator) =>
        Assert.Equal(new Fraction(numerator, denominator), Assert.IsType<Possibility.Possible>(Of(Choices.HomeImprovement(option))).Surplus.Exact);

    [Fact]
    public void Home_improvement_is_impossible_beyond_it()
    {
        // No lottery at the nine profiles that tie collects more.
        var impossible = Assert.IsType<Possibility.Impossible>(Of(Choices.HomeImprovement(12)));
        Assert.Equal(new Fraction(-16, 27), impossible.Surplus.Exact);
        Assert.Equal(new Fraction(580, 27), impossible.Welfare.Exact);
    }

    [Fact]
    public void Silent_where_the_aim_is_another()
    {
        var home = Choices.HomeImprovement(12);
        Assert.IsType<Possibility.Silent>(Of(home with { Choice = home.Choice! with { Boosts = [1, 0] } }));
        Assert.IsType<Possibility.Silent>(Of(Choices.Reported(2, [], agents: 2)));
    }

    /// <summary>Random small choices with many ties against the linear program over whole mechanisms, lotteries at every profile.</summary>
    [Fact]
    public void Random_choices_agree_with_the_program_over_whole_mechanisms()
    {
        var (impossible, tied) = (0, 0);
        Gen.Select(Gen.Int[2, 3], Gen.Int[0, 4].Array[24], Gen.Int[1, 3].Array[6], Gen.Int[0, 3].Array[3], Gen.Int[0, 3].Array[2]).Sample(sample =>
        {
            var (outcomes, numbers, weights, costs, options) = sample;
            var problem = Problem(outcomes, numbers, weights, costs, options);
            var tables = problem.Choice!.Tables;
            var design = new FiniteDesign(
                tables.Select(table => table.Values.Select(row => row.Select(value => new Fraction((decimal)value)).ToEquatableArray()).ToEquatableArray()).ToEquatableArray(),
                costs.Take(outcomes).Select(cost => new Fraction(cost)).ToEquatableArray(),
                options.Select((option, agent) => Enumerable.Repeat(new Fraction(option), tables[agent].Types.Count).ToEquatableArray()).ToEquatableArray());
            var prior = JointDistribution.Independent([.. ((Population.Named)problem.Population).Agents.Select(agent => (IReadOnlyList<Fraction>)[.. ((AtomicPrior)agent.Prior!).ExactMasses])]);
            var program = new MechanismProgram(design, prior, [Guarantee.BayesianIncentiveCompatible, Guarantee.InterimIndividuallyRational, Guarantee.AllocativelyEfficient]);
            program.Program.Maximise(program.ExpectedRevenue().Form);
            var most = Assert.IsType<LinearAnswer.Optimal>(program.Program.Solve(default)).Value;
            var answer = Of(problem);
            impossible += answer is Possibility.Impossible ? 1 : 0;
            tied += Enumerable.Range(0, design.Types.Profiles).Any(profile => Enumerable.Range(0, outcomes).Count(outcome => design.Welfare(profile, outcome) == design.BestWelfare(profile)) > 1) ? 1 : 0;
            switch (answer)
            {
                case Possibility.Impossible no:
                    Assert.Equal(most, no.Surplus.Exact);
                    break;
                case Possibility.Possible yes:
                    Assert.True(!most.IsNegative && yes.Surplus.Exact <= most);
                    break;
                default:
                    Assert.Fail(((Possibility.Silent)answer).Reason);
                    break;
            }
        }, iter: 300);
        Assert.True(impossible > 20 && tied > 50, FormattableString.Invariant($"{impossible} {tied}"));
    }

    private static Problem Problem(int outcomes, int[] numbers, int[] weights, int[] costs, int[] options)
    {
        var home = Choices.HomeImprovement();
        int[] counts = [3, 2];
        var next = 0;
        var tables = counts.Select(count => new TypeTable(
            Enumerable.Range(0, count).Select(type => (double)type).ToEquatableArray(),
            Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, outcomes).Select(_ => (double)numbers[next++]).ToEquatableArray()).ToEquatableArray())).ToEquatableArray();
        return home with
        {
            Environment = home.Environment with { Feasible = new Alternatives(Enumerable.Range(0, outcomes).Select(outcome => $"Outcome{outcome}").ToEquatableArray()), Cost = new SocialCost.PerOutcome(costs.Take(outcomes).Select(cost => (double)cost).ToEquatableArray()) },
            Population = new Population.Named(counts.Select((count, agent) => new Agent($"Agent{agent}", Side.Buyer, new DiscretePrior(
                Enumerable.Range(0, count).Select(type => (double)type).ToEquatableArray(),
                Enumerable.Range(0, count).Select(type => (double)weights[(3 * agent) + type]).ToEquatableArray())) { OutsideOption = options[agent] }).ToEquatableArray()),
            Choice = home.Choice! with { Low = 0, High = 2, Tables = tables },
        };
    }

    private static Possibility Of(Problem problem) => PossibilityTest.Of(problem, default);
}
