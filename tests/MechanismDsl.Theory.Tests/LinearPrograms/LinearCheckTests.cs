using System.Numerics;
using Fractions;
using MechanismDsl.Theory.LinearPrograms;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Tests.LinearPrograms;

/// <summary>
/// The check of answers by itself: every claim out of a grid of points, prices, multipliers and rays is put to it, for programs of two variables and two
/// constraints; what it accepts is true. Solutions come from vertices, and the solver only tells which kind of program it is.
/// </summary>
public sealed class LinearCheckTests
{
    private static readonly Fraction[] Grid = [-2, -1, 0, new(1, 2), 1, 2];

    private static readonly EquatableArray<Fraction>[] Pairs = [.. from first in Grid from second in Grid select (EquatableArray<Fraction>)[first, second]];

    [Fact]
    public void AcceptedClaims_AreTrue()
    {
        var (optima, contradictions, rays) = (0, 0, 0);
        for (var number = 0; number < 400; number++)
        {
            var program = Program(new Random(number));
            var answer = program.Solve(default);
            var points = Pairs.Where(point => VertexEnumeration.IsFeasible(program, point)).ToList();
            Assert.All(Pairs.Where(multipliers => LinearCheck.FaultOf(program, new LinearAnswer.Infeasible(multipliers)) is null), _ =>
            {
                contradictions++;
                Assert.IsType<LinearAnswer.Infeasible>(answer);
            });
            foreach (var point in Pairs)
            {
                var value = program.Objective.At(point);
                foreach (var pair in Pairs)
                {
                    if (LinearCheck.FaultOf(program, new LinearAnswer.Optimal(value, point, pair)) is null)
                    {
                        optima++;
                        Assert.Contains(point, points);
                        Assert.Equal(value, Assert.IsType<LinearAnswer.Optimal>(answer).Value);
                    }
                }
            }

            // What is proved by integers is proved by the smallest.
            if (((answer as LinearAnswer.Infeasible)?.Multipliers ?? (answer as LinearAnswer.Unbounded)?.Ray) is { } integers)
            {
                Assert.All(integers, integer => Assert.True(integer.Denominator.IsOne));
                Assert.True(integers.Aggregate(BigInteger.Zero, (divisor, integer) => BigInteger.GreatestCommonDivisor(divisor, integer.Numerator)).IsOne);
            }

            // One feasible point is enough for every ray; one that is not feasible proves nothing.
            foreach (var ray in Pairs)
            {
                foreach (var point in points.Take(1).Concat(Pairs.Except(points).Take(3)))
                {
                    if (LinearCheck.FaultOf(program, new LinearAnswer.Unbounded(point, ray)) is null)
                    {
                        rays++;
                        Assert.Contains(point, points);
                        Assert.IsType<LinearAnswer.Unbounded>(answer);
                    }
                }
            }
        }

        Assert.True(optima > 100 && contradictions > 50 && rays > 100, $"{optima} {contradictions} {rays}");
    }

    [Fact]
    public void ClaimsOfAnotherSize_AreRefused()
    {
        var program = Program(new Random(1));
        EquatableArray<Fraction> none = [], one = [0], three = [0, 0, 0], two = [0, 0];
        foreach (var wrong in (EquatableArray<Fraction>[])[none, one, three])
        {
            Assert.NotNull(LinearCheck.FaultOf(program, new LinearAnswer.Optimal(0, wrong, two)));
            Assert.NotNull(LinearCheck.FaultOf(program, new LinearAnswer.Optimal(0, two, wrong)));
            Assert.NotNull(LinearCheck.FaultOf(program, new LinearAnswer.Infeasible(wrong)));
            Assert.NotNull(LinearCheck.FaultOf(program, new LinearAnswer.Unbounded(wrong, two)));
            Assert.NotNull(LinearCheck.FaultOf(program, new LinearAnswer.Unbounded(two, wrong)));
        }
    }

    private static LinearProgram Program(Random random)
    {
        var program = new LinearProgram();
        for (var variable = 0; variable < 2; variable++)
        {
            _ = random.Next(3) == 0 ? program.AddFreeVariable($"x{variable}") : program.AddVariable($"x{variable}");
        }

        LinearForm Form() => new LinearForm().Add(0, random.Next(-2, 3)).Add(1, random.Next(-2, 3));
        for (var row = 0; row < 2; row++)
        {
            program.Constrain($"row {row}", Form(), (Relation)random.Next(3), random.Next(-2, 3));
        }

        if (random.Next(2) == 0)
        {
            program.Maximise(Form());
        }
        else
        {
            program.Minimise(Form());
        }

        return program;
    }
}
