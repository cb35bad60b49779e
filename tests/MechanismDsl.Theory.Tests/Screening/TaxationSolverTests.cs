using Fractions;
using CsCheck;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Screening;
using Environment = MechanismDsl.Theory.Problems.Environment;

namespace MechanismDsl.Theory.Tests.Screening;

public class TaxationSolverTests
{
    private static readonly ContinuousPrior[] Skills =
    [
        new UniformPrior(1, 2), new TriangularPrior(1, 2, 4), new HistogramPrior([1, 2, 3], [8, 1]), new HistogramPrior([1, 2, 3], [1, 8]), new TruncatedNormalPrior(2, .5, 1, 3),
    ];

    /// <summary>Many skills in small steps are nearly a density: the two solvers share no formula for outputs, rents or bunches.</summary>
    [Fact]
    public void Densities_are_limits_of_finitely_many_skills()
    {
        foreach (var prior in Skills)
        {
            foreach (var weight in new[] { 1, .3 })
            {
                const int Count = 300;
                var problem = Tax(weight, prior);
                var smooth = TaxationSolver.Solve(problem, CancellationToken.None);
                var curve = TaxationSolver.CurveOf(problem, CancellationToken.None);
                var skills = Enumerable.Range(0, Count).Select(step => Math.Round(prior.Quantile((step + .5) / Count), 6)).ToArray();
                var finite = TaxationSolver.Solve(Tax(weight, new DiscretePrior(skills.ToEquatableArray(), skills.Select(_ => 1.0).ToEquatableArray())), CancellationToken.None);
                Assert.Equal(RationalText.ToDouble(finite.Revenue.Exact!.Value), smooth.Revenue.Value, 2e-2);
                for (var step = 10; step < Count; step += 35)
                {
                    Assert.Equal(RationalText.ToDouble(finite.Brackets[step].Output), curve.At(skills[step]), 6e-2 * curve.At(prior.Upper));
                }
            }
        }
    }

    [Fact]
    public void Output_never_falls_and_bunches_sit_at_the_mean()
    {
        foreach (var prior in Skills)
        {
            var curve = TaxationSolver.CurveOf(Tax(1, prior), CancellationToken.None);
            var outputs = Enumerable.Range(0, 1001).Select(step => curve.At(prior.Lower + ((prior.Upper - prior.Lower) * step / 1000))).ToList();
            Assert.All(outputs.Zip(outputs.Skip(1)), pair => Assert.True(pair.Second >= pair.First - 1e-9));
            Assert.Equal(prior.Upper * prior.Upper, outputs[^1], 1e-6);
        }

        Assert.Single(TaxationSolver.CurveOf(Tax(1, new HistogramPrior([1, 2, 3], [8, 1])), CancellationToken.None).Bunches);
        Assert.Empty(TaxationSolver.CurveOf(Tax(1, new HistogramPrior([1, 2, 3], [1, 8])), CancellationToken.None).Bunches);
    }

    /// <summary>No other outputs that do not fall do better, and every one of the n² incentive constraints holds. Rare skills in between make bunches.</summary>
    [Fact]
    public void Finitely_many_skills_are_solved_optimally() =>
        Gen.Select(Gen.Int[1, 12].Array[2, 5], Gen.Int[0, 2], Gen.Int[-9, 9].Array[5]).Sample(
            (masses, level, moves) =>
            {
                var weight = new[] { .25, .5, 1 }[level];
                var prior = new DiscretePrior(Enumerable.Range(1, masses.Length).Select(skill => (double)skill).ToEquatableArray(), masses.Select(mass => (double)mass * mass * mass).ToEquatableArray());
                var solved = TaxationSolver.Solve(Tax(weight, prior), CancellationToken.None);
                foreach (var own in solved.Brackets)
                {
                    Assert.All(solved.Brackets, other => Assert.True(own.Utility >= other.Consumption - (other.Output * other.Output / (own.Skill * own.Skill * 2))));
                    Assert.False(own.Utility.IsNegative);
                }

                List<Fraction> changed = [];
                for (var k = 0; k < masses.Length; k++)
                {
                    var output = solved.Brackets[k].Output * new Fraction(20 + moves[k], 20);
                    changed.Add(k > 0 && output < changed[k - 1] ? changed[k - 1] : output);
                }

                Assert.True(Worth(changed) <= Worth([.. solved.Brackets.Select(bracket => bracket.Output)]));

                Fraction Worth(List<Fraction> outputs)
                {
                    var (sum, rent, lambda) = (Fraction.Zero, Fraction.Zero, new Fraction((int)(weight * 4), 4));
                    for (var k = 0; k < masses.Length; k++)
                    {
                        var skill = new Fraction(k + 1);
                        rent += k == 0 ? Fraction.Zero : outputs[k - 1] * outputs[k - 1] * ((Fraction.One / new Fraction(k * k)) - (Fraction.One / (skill * skill))) / 2;
                        sum += prior.ExactMasses[k] * (outputs[k] - (outputs[k] * outputs[k] / (skill * skill * 2)) - (lambda * rent));
                    }

                    return sum;
                }
            },
            iter: 400);

    private static Problem Tax(double weight, Prior prior) => new()
    {
        Environment = new Environment(EnvironmentName.Taxation, Kernel.Screening, new TaxSchedules(TaxObjective.Weighted, weight), Absence.Unserved, new Ownership.Platform(), new SocialCost.PerServed(0)),
        Population = new Population.Alike(0, null, new Agent(null, Side.Buyer, prior)),
        Information = Information.IndependentPriors,
        Participation = Participation.Unspecified,
        Objective = Objective.BestReport,
        Payments = new PaymentRule.Threshold(),
        Ties = TieBreaking.LowestIndex,
        Money = new Money(MoneyKind.Double),
        Claims = [],
    };
}
