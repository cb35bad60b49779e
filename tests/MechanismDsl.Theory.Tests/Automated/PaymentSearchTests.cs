using CsCheck;
using Fractions;
using MechanismDsl.Theory.Automated;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.LinearPrograms;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Tests.Finite;

namespace MechanismDsl.Theory.Tests.Automated;

/// <summary>The best payments for decisions that are given.</summary>
public sealed class PaymentSearchTests
{
    private static readonly Gen<(int[] Counts, int Outcomes, int[] Values, int[] Weights, int[] Decision)> Decisions =
        from counts in Gen.Int[1, 3].Array[1, 2]
        from outcomes in Gen.Int[1, 3]
        from values in Gen.Int[-2, 3].Array[counts.Sum() * outcomes]
        from weights in Gen.Int[1, 3].Array[counts.Sum()]
        from decision in Gen.Int[0, outcomes - 1].Array[counts.Aggregate(1, (product, count) => product * count)]
        select (counts, outcomes, values, weights, decision);

    /// <summary>In dominant strategies payments are the potentials of the types' graph (Rochet 1987); where there are none, the cycle gains what it says.</summary>
    [Fact]
    public void PaymentsInDominantStrategiesArePotentials()
    {
        var (payable, cycles) = (0, 0);
        Decisions.Sample(sample =>
        {
            var (design, prior) = Of(sample);
            var task = new DesignTask(design, prior, [.. Programs.Dominant], new(OptimumGoal.Revenue, false)) { Decision = sample.Decision.ToEquatableArray() };
            var (mechanism, _, _, _) = CyclicMonotonicity.Of(design, Certain(design, sample.Decision));
            switch (MechanismOptimiser.Solve(task, default))
            {
                case DesignAnswer.Best best:
                    Interlocked.Increment(ref payable);
                    Assert.Equal(mechanism!.Payments, best.Mechanism.Payments);
                    Assert.Equal(best.Value, best.Mechanism.Revenue(prior));
                    Assert.All(Programs.Dominant, guarantee => Assert.Null(FiniteGuarantees.Witness(best.Mechanism, prior, guarantee)));
                    break;
                case DesignAnswer.NotImplementable cycle:
                    Interlocked.Increment(ref cycles);
                    Assert.Null(mechanism);
                    Assert.True(cycle.Gain.IsPositive);
                    Assert.Equal(cycle.Gain, Gain(cycle, (own, report) => design.Values[cycle.Agent][own][sample.Decision[design.Types.Join(cycle.Agent, report, cycle.Others)]]));
                    break;
                default:
                    Assert.Fail("There are payments, or a cycle.");
                    break;
            }
        }, iter: 300);
        Assert.True(payable > 30 && cycles > 30);
    }

    /// <summary>In expectation a cycle is found exactly where the linear program of all payments has no solution; otherwise its optimum is the stated one.</summary>
    [Fact]
    public void PaymentsInExpectationAreThoseOfTheProgram()
    {
        var cycles = 0;
        Decisions.Sample(sample =>
        {
            var (design, prior) = Of(sample);
            var task = new DesignTask(design, prior, [.. Programs.Bayesian], new(OptimumGoal.Revenue, false)) { Decision = sample.Decision.ToEquatableArray() };
            var program = new MechanismProgram(design, prior, Programs.Bayesian, Certain(design, sample.Decision));
            var (form, constant) = program.ExpectedRevenue();
            program.Program.Maximise(form);
            var plain = program.Program.Solve(default);
            switch (MechanismOptimiser.Solve(task, default))
            {
                case DesignAnswer.Best best:
                    Assert.Equal(Assert.IsType<LinearAnswer.Optimal>(plain).Value + constant, best.Value);
                    break;
                case DesignAnswer.NotImplementable cycle:
                    Interlocked.Increment(ref cycles);
                    Assert.IsType<LinearAnswer.Infeasible>(plain);
                    Assert.Equal(design.Types.Agents == 1 ? 0 : -1, cycle.Others);
                    Assert.Equal(cycle.Gain, Gain(cycle, (own, report) => Enumerable.Range(0, design.Types.Others(cycle.Agent)).Aggregate(Fraction.Zero, (sum, others) =>
                        sum + (prior.Posterior(cycle.Agent, own)[others] * design.Values[cycle.Agent][own][sample.Decision[design.Types.Join(cycle.Agent, report, others)]]))));
                    break;
                default:
                    Assert.Fail("There are payments, or a cycle.");
                    break;
            }
        }, iter: 300);
        Assert.True(cycles > 20);
    }

    /// <summary>Under correlated types a decision with an interim cycle can have payments: they depend on beliefs (Crémer and McLean 1988).</summary>
    [Fact]
    public void BeliefsCanPayForACycle()
    {
        // The item goes to the lower value.
        var design = Programs.SingleItem([1, 2], [1, 2]);
        var decision = new[] { 0, 0, 1, 0 }.ToEquatableArray();
        var independent = new DesignTask(design, JointDistribution.FromWeights(design.Types, [1, 1, 1, 1]), [.. Programs.Bayesian], new(OptimumGoal.Revenue, false)) { Decision = decision };
        Assert.IsType<DesignAnswer.NotImplementable>(MechanismOptimiser.Solve(independent, default));
        var correlated = independent with { Prior = JointDistribution.FromWeights(design.Types, [2, 1, 1, 2]) };
        var best = Assert.IsType<DesignAnswer.Best>(MechanismOptimiser.Solve(correlated, default));

        // All surplus of the decision: (2·1 + 1 + 1 + 2·2) / 6.
        Assert.Equal(new Fraction(4, 3), best.Value);
    }

    /// <summary>Promises about the budget are the program's: impossible ones come with multipliers, revenue without participation has no bound, welfare has a value all the same.</summary>
    [Fact]
    public void BudgetsAndBounds()
    {
        var design = Programs.SingleItem([1, 2]);
        var prior = JointDistribution.FromWeights(design.Types, [1, 1]);
        var task = new DesignTask(design, prior, [Guarantee.DominantStrategyIncentiveCompatible], new(OptimumGoal.Revenue, false)) { Decision = new[] { 1, 0 }.ToEquatableArray() };
        Assert.IsType<DesignAnswer.Unbounded>(MechanismOptimiser.Solve(task, default));
        Assert.Equal(Fraction.One, Assert.IsType<DesignAnswer.Best>(MechanismOptimiser.Solve(task with { Optimum = new(OptimumGoal.Welfare, false) }, default)).Value);
        Assert.IsType<DesignAnswer.Impossible>(MechanismOptimiser.Solve(task with { Guarantees = [.. Programs.Dominant, Guarantee.AllocativelyEfficient] }, default));
        Assert.IsType<DesignAnswer.Impossible>(MechanismOptimiser.Solve(task with { Guarantees = [.. Programs.Dominant, Guarantee.ExPostBudgetBalanced] }, default));
    }

    private static Fraction Gain(DesignAnswer.NotImplementable cycle, Func<int, int, Fraction> value) => Enumerable.Range(0, cycle.Types.Count).Aggregate(Fraction.Zero, (sum, place) =>
    {
        var (own, report) = (cycle.Types[place], cycle.Types[place == 0 ? cycle.Types.Count - 1 : place - 1]);
        return sum + value(own, report) - value(own, own);
    });

    private static EquatableArray<EquatableArray<Fraction>> Certain(FiniteDesign design, int[] decision) =>
        decision.Select(chosen => Enumerable.Range(0, design.Outcomes).Select(outcome => outcome == chosen ? Fraction.One : Fraction.Zero).ToEquatableArray()).ToEquatableArray();

    private static (FiniteDesign Design, JointDistribution Prior) Of((int[] Counts, int Outcomes, int[] Values, int[] Weights, int[] Decision) sample)
    {
        var at = 0;
        var values = sample.Counts.Select(count => Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, sample.Outcomes).Select(_ => new Fraction(sample.Values[at++])).ToArray()).ToArray()).ToArray();
        at = 0;
        var marginals = sample.Counts.Select(count =>
        {
            var own = sample.Weights.Skip(at).Take(count).ToList();
            at += count;
            return (IReadOnlyList<Fraction>)[.. own.Select(weight => new Fraction(weight, own.Sum()))];
        }).ToList();
        return (Programs.Design(values, [.. Enumerable.Repeat(Fraction.Zero, sample.Outcomes)]), JointDistribution.Independent(marginals));
    }
}
