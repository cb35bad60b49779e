using Fractions;
using MechanismDsl.Theory.Automated;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.LinearPrograms;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Tests.Bayesian;

/// <summary>Random trades and projects with finitely many types: what is carried is what holds, and what is impossible has no mechanism, by exact programs.</summary>
public sealed class RandomTradeTests
{
    /// <summary>Every guarantee of the two ways to balance a trade, by a checker of the definitions at every profile.</summary>
    [Fact]
    public void Carried_guarantees_of_balanced_trades_are_those_that_hold()
    {
        var draws = new Random(929);
        var carried = new int[Enum.GetValues<Guarantee>().Length];
        for (var instance = 0; instance < 600; instance++)
        {
            var method = instance % 2 == 0 ? BalancingMethod.DAgva : BalancingMethod.Rebalanced;
            var problem = Markets.Trade(Draw(draws), Draw(draws)) with { Payments = new PaymentRule.Balanced(method, new PaymentRule.Clarke()) };
            var agva = TradeAgva.Of(problem)!;
            var environment = FiniteEnvironment.Of(problem);
            var types = environment.Design.Types;
            var (lotteries, payments) = (new List<EquatableArray<Fraction>>(), new List<EquatableArray<Fraction>>());
            for (var profile = 0; profile < types.Profiles; profile++)
            {
                var reports = Enumerable.Range(0, 2).Select(agent => Fraction.FromDouble(environment.Types[agent][types.TypeAt(profile, agent)][0])).ToList();
                var payment = agva.Payment(reports[0], reports[1]);
                lotteries.Add(reports[1] >= reports[0] ? [Fraction.Zero, Fraction.One] : [Fraction.One, Fraction.Zero]);
                payments.Add([-payment, payment]);
            }

            var table = new FiniteMechanism(environment.Design, lotteries.ToEquatableArray(), payments.ToEquatableArray());
            var evidence = Solver.Solve(problem, default).Evidence;
            foreach (var guarantee in Enum.GetValues<Guarantee>())
            {
                var isCarried = evidence.Any(one => one.Guarantee == guarantee);
                var holds = FiniteGuarantees.Witness(table, environment.Prior, guarantee) is null;

                // Truth as a dominant strategy, participation at every profile and payments of one sign can hold by chance; they are not promised.
                Assert.True(isCarried ? holds : !holds || guarantee is Guarantee.DominantStrategyIncentiveCompatible or Guarantee.ExPostIndividuallyRational or Guarantee.NoSubsidy, $"instance {instance}, {method}: {guarantee}");
                carried[(int)guarantee] += isCarried ? 1 : 0;
            }

            Assert.Equal(agva.WorstBuyer.Gain, Least(table, environment.Prior, 1));
            Assert.Equal(agva.WorstSeller.Gain, Least(table, environment.Prior, 0));
            Assert.True(method == BalancingMethod.DAgva || agva.WorstBuyer.Gain == agva.WorstSeller.Gain);
        }

        Assert.InRange(carried[(int)Guarantee.InterimIndividuallyRational], 20, 580);
    }

    /// <summary>Impossible exactly where no table is efficient, truthful, voluntary and balanced.</summary>
    [Fact]
    public void Impossible_exactly_where_the_program_finds_no_mechanism()
    {
        var draws = new Random(77);
        var impossible = 0;
        for (var instance = 0; instance < 300; instance++)
        {
            var problem = instance % 2 == 0
                ? Markets.Trade(Draw(draws), Draw(draws))
                : Markets.Project(draws.Next(1, 9), Objective.Efficient, Enumerable.Range(0, instance % 3 == 0 ? 3 : 2).Select(_ => Draw(draws)).ToArray());
            var environment = FiniteEnvironment.Of(problem);
            var program = new MechanismProgram(
                environment.Design,
                environment.Prior,
                [Guarantee.AllocativelyEfficient, Guarantee.BayesianIncentiveCompatible, Guarantee.InterimIndividuallyRational, Guarantee.ExPostBudgetBalanced]);
            var answer = program.Program.Solve(default);
            Assert.Null(LinearCheck.FaultOf(program.Program, answer));
            Assert.Equal(answer is LinearAnswer.Infeasible, PossibilityTest.Of(problem, default) is Possibility.Impossible);
            impossible += answer is LinearAnswer.Infeasible ? 1 : 0;
        }

        Assert.InRange(impossible, 20, 280);
    }

    private static Fraction Least(FiniteMechanism table, JointDistribution prior, int agent) =>
        Enumerable.Range(0, table.Design.Types.Counts[agent]).Select(type => table.InterimUtility(prior, agent, type, type) - table.Design.Outside[agent][type]).Min();

    private static DiscretePrior Draw(Random draws)
    {
        var values = Enumerable.Range(0, 9).OrderBy(_ => draws.Next()).Take(draws.Next(1, 5)).Order().Select(value => (double)value).ToEquatableArray();
        return new DiscretePrior(values, values.Select(_ => (double)draws.Next(1, 4)).ToEquatableArray());
    }
}
