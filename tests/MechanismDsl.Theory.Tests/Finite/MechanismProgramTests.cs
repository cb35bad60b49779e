using CsCheck;
using Fractions;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.LinearPrograms;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Tests.Finite;

public sealed class MechanismProgramTests
{
    [Fact]
    public void ThreeBiddersWithFourTypes()
    {
        var design = Programs.SingleItem([.. Enumerable.Repeat(new Fraction[] { 1, 2, 3, 4 }, 3)]);
        var prior = JointDistribution.Independent([.. Enumerable.Repeat(new[] { new Fraction(1, 4), new Fraction(1, 4), new Fraction(1, 4), new Fraction(1, 4) }, 3)]);

        // Virtual values −2, 0, 2, 4 of the types 1, 2, 3, 4: E[max(0, highest)] = 4 × 37/64 + 2 × 19/64.
        Assert.Equal(new Fraction(93, 32), Programs.MostRevenue(design, prior, Programs.Dominant));
    }

    [Fact]
    public void TwoBiddersWithNineTypesOfTwoGoods()
    {
        // Outcome 3a + b: good one goes to a, good two to b, where 2 is nobody.
        Fraction[][][] values =
        [
            .. Enumerable.Range(0, 2).Select(agent => Enumerable.Range(0, 9).Select(type => Enumerable.Range(0, 9).Select(outcome =>
                new Fraction((outcome / 3 == agent ? 1 + (type / 3) : 0) + (outcome % 3 == agent ? 1 + (type % 3) : 0))).ToArray()).ToArray()),
        ];
        var prior = JointDistribution.Independent([.. Enumerable.Repeat(Enumerable.Repeat(new Fraction(1, 9), 9).ToArray(), 2)]);
        var revenue = Programs.MostRevenue(Programs.Design(values, [.. new Fraction[9]]), prior, Programs.Bayesian);

        // Selling the goods one by one earns 2 × 2; the bundle alone, at most the expected sum of values.
        Assert.InRange(revenue, 4, 5);
    }

    /// <summary>A lottery that the guarantees exclude, and a budget, are infeasible; the multipliers say which constraints contradict each other.</summary>
    [Fact]
    public void EfficientTradeBetweenMyersonAndSatterthwaite()
    {
        Fraction[] types = [0, 1, 2, 3, 4];
        var design = Programs.Design(
            [[.. types.Select(value => new[] { value, Fraction.Zero })], [.. types.Select(value => new[] { Fraction.Zero, value })]],
            [0, 0],
            [types, [.. types.Select(_ => Fraction.Zero)]]);
        Fraction[] skewed = [new(1, 16), new(2, 16), new(10, 16), new(2, 16), new(1, 16)];
        var prior = JointDistribution.Independent([[.. types.Select(_ => new Fraction(1, 5))], skewed]);
        var efficient = new MechanismProgram(design, prior, [.. Programs.Bayesian, Guarantee.AllocativelyEfficient, Guarantee.ExAnteBudgetBalanced]);
        var best = new MechanismProgram(design, prior, [.. Programs.Bayesian, Guarantee.AllocativelyEfficient]);
        best.Program.Maximise(best.ExpectedRevenue().Form);
        var surplus = Assert.IsType<LinearAnswer.Optimal>(best.Program.Solve(default)).Value;

        Assert.Equal(surplus >= Fraction.Zero, efficient.Program.Solve(default) is LinearAnswer.Optimal);
    }

    [Fact]
    public void AFixedAllocationLeavesPaymentsFree() => Designs(lowest: -3).Sample(pair =>
    {
        var (design, prior) = pair;
        var allocation = EfficientAllocation(design);
        var program = new MechanismProgram(design, prior, Programs.Bayesian, allocation);
        var (form, constant) = program.ExpectedRevenue();
        program.Program.Maximise(form);
        var optimal = Assert.IsType<LinearAnswer.Optimal>(program.Program.Solve(default));
        var mechanism = program.Read(optimal.Primal);

        Assert.Equal(optimal.Value + constant, mechanism.Revenue(prior));
        Assert.All(Programs.Bayesian, guarantee => Assert.Null(FiniteGuarantees.Witness(mechanism, prior, guarantee)));
        Assert.Null(FiniteGuarantees.Witness(mechanism, prior, Guarantee.AllocativelyEfficient));
        Assert.True(mechanism.Revenue(prior) <= Programs.MostRevenue(design, prior, Programs.Bayesian));
    }, iter: 100);

    /// <summary>More is promised, less is earned; every optimum has its guarantees by definition, which the helper asserts.</summary>
    [Fact]
    public void GuaranteesCostRevenue() => Designs(lowest: 0).Sample(pair =>
    {
        var (design, prior) = pair;
        var bayesian = Programs.MostRevenue(design, prior, Programs.Bayesian);
        var dominant = Programs.MostRevenue(design, prior, Programs.Dominant);
        var mixed = Programs.MostRevenue(design, prior, Guarantee.DominantStrategyIncentiveCompatible, Guarantee.ExAnteIndividuallyRational);
        var charged = Programs.MostRevenue(design, prior, [.. Programs.Dominant, Guarantee.NoSubsidy, Guarantee.NoDeficit]);

        Assert.True(charged <= dominant && dominant <= bayesian && dominant <= mixed);
        Assert.Equal(Fraction.Zero, Programs.MostRevenue(design, prior, Guarantee.BayesianIncentiveCompatible, Guarantee.ExPostBudgetBalanced));
    }, iter: 60);

    [Fact]
    public void WhatIsBrokenIsFound()
    {
        // The winner pays its own report: lies pay, nothing else is wrong.
        var design = Programs.SingleItem([1, 2], [1, 2]);
        var prior = JointDistribution.Independent([[new(1, 2), new(1, 2)], [new(1, 2), new(1, 2)]]);
        var allocation = EfficientAllocation(design);
        var mechanism = new FiniteMechanism(design, allocation, [.. Enumerable.Range(0, 4).Select(profile =>
            Enumerable.Range(0, 2).Select(agent => allocation[profile][agent] * (design.Types.TypeAt(profile, agent) + 1)).ToEquatableArray())]);

        Assert.Equal(
            new FiniteWitness(Guarantee.DominantStrategyIncentiveCompatible, 2, 0, 1, 0, 1),
            FiniteGuarantees.Witness(mechanism, prior, Guarantee.DominantStrategyIncentiveCompatible));
        Assert.Equal(
            new FiniteWitness(Guarantee.BayesianIncentiveCompatible, -1, 0, 1, 0, new Fraction(1, 2)),
            FiniteGuarantees.Witness(mechanism, prior, Guarantee.BayesianIncentiveCompatible));
        Assert.All(
            [Guarantee.ExPostIndividuallyRational, Guarantee.NoSubsidy, Guarantee.NoDeficit, Guarantee.AllocativelyEfficient],
            guarantee => Assert.Null(FiniteGuarantees.Witness(mechanism, prior, guarantee)));
        Assert.Equal(-2, FiniteGuarantees.Witness(mechanism, prior, Guarantee.ExPostBudgetBalanced)!.Loss);
    }

    private static EquatableArray<EquatableArray<Fraction>> EfficientAllocation(FiniteDesign design) => Enumerable.Range(0, design.Types.Profiles).Select(profile =>
    {
        var best = Enumerable.Range(0, design.Outcomes).First(outcome => design.Welfare(profile, outcome) == design.BestWelfare(profile));
        return Enumerable.Range(0, design.Outcomes).Select(outcome => outcome == best ? Fraction.One : Fraction.Zero).ToEquatableArray();
    }).ToEquatableArray();

    private static Gen<(FiniteDesign Design, JointDistribution Prior)> Designs(int lowest) =>
        from counts in Gen.Int[1, 3].Array[1, 2]
        from outcomes in Gen.Int[1, 3]
        let profiles = counts.Aggregate(1, (product, count) => product * count)
        from values in Gen.Int[lowest, 5].Array[counts.Sum() * outcomes]
        from weights in Gen.Int[1, 6].Array[profiles]
        select Pair(counts, outcomes, values, weights);

    private static (FiniteDesign Design, JointDistribution Prior) Pair(int[] counts, int outcomes, int[] values, int[] weights)
    {
        var at = 0;
        var table = counts.Select(count => Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, outcomes).Select(_ => new Fraction(values[at++])).ToArray()).ToArray()).ToArray();
        var design = Programs.Design(table, [.. Enumerable.Range(0, outcomes).Select(_ => Fraction.Zero)]);
        return (design, JointDistribution.FromWeights(design.Types, [.. weights.Select(weight => new Fraction(weight))]));
    }
}
