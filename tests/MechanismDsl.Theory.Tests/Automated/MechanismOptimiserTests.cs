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

    private static DesignAnswer.Best Best(DesignTask task)
    {
        var best = Assert.IsType<DesignAnswer.Best>(MechanismOptimiser.Solve(task, default));
        Assert.Equal(best.Value, task.Optimum.Goal == OptimumGoal.Revenue ? best.Mechanism.Revenue(task.Prior) : best.Mechanism.Welfare(task.Prior));
        Assert.All(task.Guarantees, guarantee => Assert.Null(FiniteGuarantees.Witness(best.Mechanism, task.Prior, guarantee)));
        return best;
    }

    private static EquatableArray<DesignSymmetry> Bidders(FiniteDesign design, int agents) =>
        [.. Enumerable.Range(0, agents - 1).Select(agent => DesignSymmetry.Exchange(design.Types, agent, agent + 1, [.. Enumerable.Range(0, agents + 1).Select(outcome => outcome == agent ? agent + 1 : outcome == agent + 1 ? agent : outcome)]))];
}
