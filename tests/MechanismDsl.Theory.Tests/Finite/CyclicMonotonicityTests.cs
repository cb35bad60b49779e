using CsCheck;
using Fractions;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.LinearPrograms;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Tests.Finite;

public sealed class CyclicMonotonicityTests
{
    /// <summary>Two goods: type A is given the good that B likes and the other way round.</summary>
    [Fact]
    public void AnExchangeOfTastesIsACycle()
    {
        var cycle = Assert.IsType<Implementability.Cycle>(CyclicMonotonicity.Of([[0, 5], [3, 0]], [0, 0]));
        Assert.Equal([0, 1], cycle.Types);
        Assert.Equal(8, cycle.Gain);
    }

    [Fact]
    public void ThreeTypesCanCycleWhereNoTwoDo()
    {
        // Each envies the one before it by 1, and no two gain by an exchange: 1 − 2 is below zero.
        var cycle = Assert.IsType<Implementability.Cycle>(CyclicMonotonicity.Of([[0, -2, 1], [1, 0, -2], [-2, 1, 0]], [0, 0, 0]));
        Assert.Equal([0, 1, 2], cycle.Types);
        Assert.Equal(3, cycle.Gain);
    }

    [Fact]
    public void PaymentsOfASaleAreItsThreshold()
    {
        // Values 1, 2, 3; the item is given from 2 on.
        var payable = Assert.IsType<Implementability.Payable>(CyclicMonotonicity.Of([[0, 1, 1], [0, 2, 2], [0, 3, 3]], [0, 0, 0]));
        Assert.Equal([0, 2, 2], payable.Payments);
    }

    [Fact]
    public void TablesAreChecked()
    {
        Assert.Throws<ArgumentException>(() => CyclicMonotonicity.Of([], []));
        Assert.Throws<ArgumentException>(() => CyclicMonotonicity.Of([[1, 2]], [0]));
        Assert.Throws<ArgumentException>(() => CyclicMonotonicity.Of([[1]], [0, 0]));
    }

    /// <summary>The verdict is that of the linear program of all payments; payments are the greatest; cycles gain what they say.</summary>
    [Fact]
    public void VerdictsAreThoseOfTheProgram() => (
        from count in Gen.Int[1, 4]
        from values in Gen.Int[-4, 4].Array[count * count]
        from outside in Gen.Int[-2, 2].Array[count]
        select (count, values, outside)).Sample(sample =>
    {
        var (count, numbers, outside) = sample;
        var values = Enumerable.Range(0, count).Select(row => Enumerable.Range(0, count).Select(column => new Fraction(numbers[(row * count) + column])).ToEquatableArray()).ToEquatableArray();
        var program = new LinearProgram();
        var payments = Enumerable.Range(0, count).Select(type => program.AddFreeVariable($"payment {type}")).ToList();
        for (var type = 0; type < count; type++)
        {
            program.Constrain($"part {type}", new LinearForm().Add(payments[type], 1), Relation.AtMost, values[type][type] - outside[type]);
            for (var report = 0; report < count; report++)
            {
                if (report != type)
                {
                    program.Constrain($"{type} as {report}", new LinearForm().Add(payments[type], 1).Add(payments[report], -1), Relation.AtMost, values[type][type] - values[type][report]);
                }
            }
        }

        program.Maximise(payments.Aggregate(new LinearForm(), (sum, payment) => sum.Add(payment, 1)));
        switch (CyclicMonotonicity.Of(values, outside.Select(option => new Fraction(option)).ToEquatableArray()))
        {
            case Implementability.Payable payable:
                Assert.Equal(Assert.IsType<LinearAnswer.Optimal>(program.Solve(default)).Primal, payable.Payments);
                break;
            case Implementability.Cycle cycle:
                Assert.IsType<LinearAnswer.Infeasible>(program.Solve(default));
                Assert.Equal(cycle.Types.Count, cycle.Types.Distinct().Count());
                Assert.True(cycle.Gain.IsPositive);
                Assert.Equal(cycle.Gain, Enumerable.Range(0, cycle.Types.Count).Select(place =>
                    values[cycle.Types[place]][cycle.Types[(place + cycle.Types.Count - 1) % cycle.Types.Count]] - values[cycle.Types[place]][cycle.Types[place]]).Aggregate((sum, term) => sum + term));
                break;
        }
    }, iter: 500);

    /// <summary>Efficient choices of random designs are implementable (Groves 1973), by the greatest dominant-strategy payments under which nobody loses.</summary>
    [Fact]
    public void EfficientRulesHavePayments() => (from values in Gen.Int[-5, 5].Array[2 * 3 * 3] select values).Sample(numbers =>
    {
        var at = 0;
        var design = Programs.Design([.. Enumerable.Range(0, 2).Select(_ => Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 3).Select(_ => new Fraction(numbers[at++])).ToArray()).ToArray())], [0, 1, 2]);
        var prior = JointDistribution.FromWeights(design.Types, [.. Enumerable.Repeat(Fraction.One, 9)]);
        var rule = Enumerable.Range(0, 9).Select(profile =>
        {
            var best = Enumerable.Range(0, 3).First(outcome => design.Welfare(profile, outcome) == design.BestWelfare(profile));
            return Enumerable.Range(0, 3).Select(outcome => outcome == best ? Fraction.One : Fraction.Zero).ToEquatableArray();
        }).ToEquatableArray();
        var (mechanism, _, _, cycle) = CyclicMonotonicity.Of(design, rule);

        Assert.Null(cycle);
        Assert.All(Programs.Dominant, guarantee => Assert.Null(FiniteGuarantees.Witness(mechanism!, prior, guarantee)));
        var program = new MechanismProgram(design, prior, Programs.Dominant, rule);
        var (form, constant) = program.ExpectedRevenue();
        program.Program.Maximise(form);
        Assert.Equal(Assert.IsType<LinearAnswer.Optimal>(program.Program.Solve(default)).Value + constant, mechanism!.Revenue(prior));
    }, iter: 100);

    [Fact]
    public void ARuleThatCannotBePaidForNamesItsCycle()
    {
        // The item goes to the lower value.
        var design = Programs.SingleItem([1, 2], [1, 2]);
        EquatableArray<EquatableArray<Fraction>> rule = [[1, 0, 0], [1, 0, 0], [0, 1, 0], [1, 0, 0]];
        var (mechanism, agent, others, cycle) = CyclicMonotonicity.Of(design, rule);

        Assert.Null(mechanism);
        Assert.Equal((0, 0), (agent, others));
        Assert.Equal([0, 1], cycle!.Types);
        Assert.Equal(1, cycle.Gain);
    }
}
