using CsCheck;
using Fractions;
using MechanismDsl.Theory.Automated;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.LinearPrograms;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.Tests.Finite;

namespace MechanismDsl.Theory.Tests.Automated;

public sealed class MechanismOptimiserTests
{
    private static readonly Fraction Quarter = new(1, 4);

    /// <summary>Issue sizes: alike bidders are exchanged, so that the program is a fraction of what it would be.</summary>
    [Fact]
    public void ThreeBiddersWithFourTypes()
    {
        var design = Programs.SingleItem([.. Enumerable.Repeat(new Fraction[] { 1, 2, 3, 4 }, 3)]);
        var prior = JointDistribution.Independent([.. Enumerable.Repeat(new[] { Quarter, Quarter, Quarter, Quarter }, 3)]);
        foreach (var guarantees in new[] { Programs.Dominant, Programs.Bayesian })
        {
            var best = Best(new DesignTask(design, prior, [.. guarantees], new(OptimumGoal.Revenue, false)) { Symmetries = Bidders(design, 3) });
            Assert.Equal(new Fraction(93, 32), best.Value);

            // Alike bidders are treated alike, and a virtual value of zero is sold.
            Assert.Equal([new(1, 3), new(1, 3), new(1, 3), 0], best.Mechanism.Lotteries[design.Types.ProfileOf([1, 1, 1])]);
        }
    }

    [Fact]
    public void TwoBiddersWithNineTypesOfTwoGoods()
    {
        Fraction[][][] values =
        [
            .. Enumerable.Range(0, 2).Select(agent => Enumerable.Range(0, 9).Select(type => Enumerable.Range(0, 9).Select(outcome =>
                new Fraction((outcome / 3 == agent ? 1 + (type / 3) : 0) + (outcome % 3 == agent ? 1 + (type % 3) : 0))).ToArray()).ToArray()),
        ];
        var design = Programs.Design(values, [.. new Fraction[9]]);
        var prior = JointDistribution.Independent([.. Enumerable.Repeat(Enumerable.Repeat(new Fraction(1, 9), 9).ToArray(), 2)]);
        int[] swap = [1, 0, 2];
        EquatableArray<DesignSymmetry> symmetries = [DesignSymmetry.Exchange(design.Types, 0, 1, [.. Enumerable.Range(0, 9).Select(outcome => (swap[outcome / 3] * 3) + swap[outcome % 3])])];
        var bayesian = Best(new DesignTask(design, prior, [.. Programs.Bayesian], new(OptimumGoal.Revenue, false)) { Symmetries = symmetries });
        var dominant = Best(new DesignTask(design, prior, [.. Programs.Dominant], new(OptimumGoal.Revenue, false)) { Symmetries = symmetries });

        Assert.Equal(Programs.MostRevenue(design, prior, Programs.Bayesian), bayesian.Value);
        Assert.True(dominant.Value <= bayesian.Value);
        Assert.InRange(dominant.Value, 4, 5);
    }

    /// <summary>For independent types and one item the program's revenue is that of ironed virtual values (Myerson 1981), whatever is promised of the two.</summary>
    [Fact]
    public void RevenueIsThatOfIronedVirtualValues() => (
        from counts in Gen.Int[1, 3].Array[1, 3]
        from steps in Gen.Int[1, 3].Array[counts.Sum()]
        from weights in Gen.Int[1, 5].Array[counts.Sum()]
        from isDominant in Gen.Bool
        from cost in Gen.Int[0, 2]
        select (counts, steps, weights, isDominant, cost)).Sample(sample =>
    {
        var at = 0;
        var priors = sample.counts.Select(count =>
        {
            var own = Enumerable.Range(at, count).ToList();
            at += count;
            return new DiscretePrior(own.Select((_, rank) => (double)own.Take(rank + 1).Sum(index => sample.steps[index])).ToEquatableArray(), own.Select(index => (double)sample.weights[index]).ToEquatableArray());
        }).ToList();
        var design = FiniteDesign.SingleItem(priors.Select(prior => prior.ExactValues).ToEquatableArray(), sample.cost);
        var joint = JointDistribution.Independent([.. priors.Select(prior => prior.ExactMasses.ToList())]);
        var best = Best(new DesignTask(design, joint, [.. sample.isDominant ? Programs.Dominant : Programs.Bayesian], new(OptimumGoal.Revenue, false)) { Symmetries = Bidders(design, priors.Count) });

        var ironed = priors.Select(prior => FiniteTypes.Of(prior).Ironed).ToList();
        var expected = Enumerable.Range(0, design.Types.Profiles).Aggregate(Fraction.Zero, (sum, profile) =>
        {
            var highest = ironed.Select((row, agent) => row[design.Types.TypeAt(profile, agent)]).Max() - sample.cost;
            return highest.IsPositive ? sum + (joint.Masses[profile] * highest) : sum;
        });
        Assert.Equal(expected, best.Value);
    }, iter: 150);

    /// <summary>Exchanging alike agents changes no optimum, and certainty costs nothing for one item; lotteries are never worse.</summary>
    [Fact]
    public void SymmetryLosesNothing_CertaintyMayCost() => (
        from values in Gen.Int[0, 4].Array[2 * 3]
        from weights in Gen.Int[1, 4].Array[3]
        from goal in Gen.Bool
        select (values, weights, goal)).Sample(sample =>
    {
        var rows = Enumerable.Range(0, 2).Select(type => Enumerable.Range(0, 3).Select(outcome => new Fraction(sample.values[(type * 3) + outcome])).ToArray()).ToArray();
        var design = Programs.Design([rows, rows], [0, 1, 2]);
        var prior = JointDistribution.FromWeights(design.Types, [sample.weights[0], sample.weights[1], sample.weights[1], sample.weights[2]]);
        var task = new DesignTask(design, prior, [.. Programs.Bayesian, Guarantee.NoDeficit], new(sample.goal ? OptimumGoal.Revenue : OptimumGoal.Welfare, false));
        var symmetric = Best(task with { Symmetries = [DesignSymmetry.Exchange(design.Types, 0, 1, [0, 1, 2])] });
        var certain = Best(task with { Optimum = task.Optimum with { IsDeterministic = true } });

        Assert.Equal(Best(task).Value, symmetric.Value);
        Assert.Equal(symmetric.Mechanism.Lotteries[1], symmetric.Mechanism.Lotteries[2]);
        Assert.Equal(symmetric.Value, certain.Relaxation);
        Assert.True(certain.Value <= symmetric.Value);
        Assert.All(certain.Mechanism.Lotteries, row => Assert.Contains(Fraction.One, row));
        Assert.Equal(certain.Value, BestCertain(task));
    }, iter: 10);

    [Fact]
    public void RenamingsThatChangeSomethingAreLeftOut()
    {
        var design = Programs.SingleItem([1, 2], [1, 3]);
        var prior = JointDistribution.Independent([[new(1, 2), new(1, 2)], [new(1, 2), new(1, 2)]]);
        var exchange = Bidders(design, 2)[0];
        Assert.False(exchange.Preserves(design, prior));
        var same = Programs.SingleItem([1, 2], [1, 2]);
        Assert.True(exchange.Preserves(same, prior));
        Assert.False(exchange.Preserves(same, JointDistribution.Independent([[new(1, 2), new(1, 2)], [new(1, 3), new(2, 3)]])));
        Assert.Equal(Programs.MostRevenue(design, prior, Programs.Bayesian), Best(new DesignTask(design, prior, [.. Programs.Bayesian], new(OptimumGoal.Revenue, false)) { Symmetries = [exchange] }).Value);
    }

    [Fact]
    public void PromisesThatContradictEachOther()
    {
        // Myerson and Satterthwaite (1983) on a grid, in dominant strategies.
        Fraction[] types = [1, 2, 3, 4];
        var design = Programs.Design([[.. types.Select(cost => new[] { Fraction.Zero, -cost })], [.. types.Select(value => new[] { Fraction.Zero, value })]], [0, 0]);
        var prior = JointDistribution.FromWeights(design.Types, [.. Enumerable.Repeat(Fraction.One, 16)]);
        Guarantee[] guarantees = [.. Programs.Dominant, Guarantee.AllocativelyEfficient, Guarantee.ExPostBudgetBalanced];
        var impossible = Assert.IsType<DesignAnswer.Impossible>(MechanismOptimiser.Solve(new DesignTask(design, prior, [.. guarantees], new(OptimumGoal.Welfare, false)), default));

        // Farkas by hand: multiplied and added, no variable is left with a negative coefficient, and the bound is below zero.
        var program = new MechanismProgram(design, prior, guarantees).Program;
        var sum = new LinearForm();
        for (var index = 0; index < program.Constraints.Count; index++)
        {
            var (multiplier, relation) = (impossible.Multipliers[index], program.Constraints[index].Relation);
            Assert.False(relation == Relation.AtMost ? multiplier.IsNegative : relation == Relation.AtLeast && multiplier.IsPositive);
            sum.Add(program.Constraints[index].Form, multiplier);
        }

        Assert.All(Enumerable.Range(0, program.Variables.Count), variable => Assert.False(program.Variables[variable].IsFree ? !sum[variable].IsZero : sum[variable].IsNegative));
        Assert.True(impossible.Contradiction.IsPositive);
        Assert.Equal(-impossible.Contradiction, program.Constraints.Select((constraint, index) => constraint.Bound * impossible.Multipliers[index]).Aggregate((one, other) => one + other));
        Assert.IsType<DesignAnswer.Impossible>(MechanismOptimiser.Solve(new DesignTask(design, prior, [.. guarantees], new(OptimumGoal.Welfare, true)), default));
    }

    [Fact]
    public void RevenueWithoutParticipationHasNoBound()
    {
        var design = Programs.SingleItem([1, 2]);
        var prior = JointDistribution.Independent([[new(1, 3), new(2, 3)]]);
        var unbounded = Assert.IsType<DesignAnswer.Unbounded>(MechanismOptimiser.Solve(new DesignTask(design, prior, [Guarantee.BayesianIncentiveCompatible], new(OptimumGoal.Revenue, false)), default));
        Assert.All(unbounded.Growth, row => Assert.All(row, growth => Assert.True(growth.IsPositive)));
        Assert.Equal(new Fraction(5, 3), Best(new DesignTask(design, prior, [Guarantee.BayesianIncentiveCompatible], new(OptimumGoal.Welfare, false))).Value);
    }

    /// <summary>Huge and tiny numbers, profiles of probability zero, outcomes of equal worth: exact all the same.</summary>
    [Fact]
    public void DegenerateAndHugeNumbers()
    {
        Fraction huge = new(System.Numerics.BigInteger.Pow(10, 40), 7);
        var design = Programs.SingleItem([huge, huge + 1], [huge, huge + 1]);
        var prior = JointDistribution.FromWeights(design.Types, [huge, 0, 0, 1]);
        var best = Best(new DesignTask(design, prior, [.. Programs.Bayesian], new(OptimumGoal.Revenue, false)) { Symmetries = Bidders(design, 2) });
        Assert.Equal(((huge * huge) + huge + 1) / (huge + 1), best.Value);

        var indifferent = Programs.Design([[[0, 0], [0, 0]]], [0, 0]);
        Assert.Equal(Fraction.Zero, Best(new DesignTask(indifferent, JointDistribution.FromWeights(indifferent.Types, [1, 1]), [.. Programs.Dominant], new(OptimumGoal.Revenue, false))).Value);
    }

    [Fact]
    public void TooLargeIsSaid()
    {
        Fraction[] types = [.. Enumerable.Range(1, 9).Select(value => new Fraction(value))];
        var design = Programs.SingleItem(types, types, types);
        var prior = JointDistribution.FromWeights(design.Types, [.. Enumerable.Repeat(Fraction.One, design.Types.Profiles)]);
        var limit = Assert.IsType<DesignAnswer.Limit>(MechanismOptimiser.Solve(new DesignTask(design, prior, [.. Programs.Dominant], new(OptimumGoal.Revenue, false)), default));
        Assert.True((long)limit.Variables * limit.Constraints > MechanismOptimiser.MostCells);
    }

    /// <summary>The best deterministic mechanism by trying all choices of outcomes.</summary>
    private static Fraction BestCertain(DesignTask task)
    {
        var design = task.Design;
        var choices = (int)Math.Pow(design.Outcomes, design.Types.Profiles);
        return Enumerable.Range(0, choices).Select(choice =>
        {
            var rule = Enumerable.Range(0, design.Types.Profiles).Select(profile =>
            {
                var chosen = choice / (int)Math.Pow(design.Outcomes, profile) % design.Outcomes;
                return Enumerable.Range(0, design.Outcomes).Select(outcome => outcome == chosen ? Fraction.One : Fraction.Zero).ToEquatableArray();
            }).ToEquatableArray();
            var program = new MechanismProgram(design, task.Prior, task.Guarantees, rule);
            var (form, constant) = task.Optimum.Goal == OptimumGoal.Revenue ? program.ExpectedRevenue() : program.ExpectedWelfare();
            program.Program.Maximise(form);
            return program.Program.Solve(default) is LinearAnswer.Optimal optimal ? optimal.Value + constant : (Fraction?)null;
        }).Where(value => value is not null).Max()!.Value;
    }

    private static DesignAnswer.Best Best(DesignTask task)
    {
        var best = Assert.IsType<DesignAnswer.Best>(MechanismOptimiser.Solve(task, default));
        Assert.Equal(best.Value, task.Optimum.Goal == OptimumGoal.Revenue ? best.Mechanism.Revenue(task.Prior) : best.Mechanism.Welfare(task.Prior));
        Assert.All(task.Guarantees, guarantee => Assert.Null(FiniteGuarantees.Witness(best.Mechanism, task.Prior, guarantee)));
        if (!task.Optimum.IsDeterministic)
        {
            AssertProved(task, best);
        }

        return best;
    }

    /// <summary>Weak duality by hand, on the program written down anew: with these prices no mechanism is worth more than the value.</summary>
    private static void AssertProved(DesignTask task, DesignAnswer.Best best)
    {
        var program = new MechanismProgram(task.Design, task.Prior, task.Guarantees);
        var goal = task.Optimum.Goal == OptimumGoal.Revenue ? program.ExpectedRevenue().Form : program.ExpectedWelfare().Form;
        var (sums, bound) = (new Fraction[program.Program.Variables.Count], Fraction.Zero);
        for (var index = 0; index < best.Prices.Count; index++)
        {
            var (constraint, price) = (program.Program.Constraints[index], best.Prices[index]);
            Assert.Equal(program.Constraints[index], best.Constraints[index]);
            Assert.False(constraint.Relation == Relation.AtMost ? price.IsNegative : constraint.Relation == Relation.AtLeast && price.IsPositive);
            bound += price * constraint.Bound;
            foreach (var (variable, coefficient) in constraint.Form.Terms)
            {
                sums[variable] += price * coefficient;
            }
        }

        Assert.Equal(program.Program.Constraints.Count, best.Prices.Count);
        Assert.Equal(best.Value, bound);
        Assert.All(Enumerable.Range(0, sums.Length), variable => Assert.True(program.Program.Variables[variable].IsFree ? sums[variable] == goal[variable] : sums[variable] >= goal[variable]));
    }

    private static EquatableArray<DesignSymmetry> Bidders(FiniteDesign design, int agents) =>
        [.. Enumerable.Range(0, agents - 1).Select(agent => DesignSymmetry.Exchange(design.Types, agent, agent + 1, [.. Enumerable.Range(0, agents + 1).Select(outcome => outcome == agent ? agent + 1 : outcome == agent + 1 ? agent : outcome)]))];
}
