using System.Numerics;
using CsCheck;
using Fractions;
using MechanismDsl.Theory.LinearPrograms;

namespace MechanismDsl.Theory.Tests.LinearPrograms;

public sealed class LinearProgramTests
{
    private static readonly Gen<Fraction> Small = Gen.Select(Gen.Int[-3, 3], Gen.Int[1, 3], (numerator, denominator) => new Fraction(numerator, denominator));

    private static readonly Gen<Fraction> Huge = Gen.Select(Gen.Int[-9, 9], Gen.Int[-120, 120], (digit, power) =>
        power >= 0 ? new Fraction(digit * BigInteger.Pow(10, power)) : new Fraction(digit, BigInteger.Pow(10, -power)));

    [Fact]
    public void OptimumWithPrices()
    {
        var program = new LinearProgram();
        var (x, y) = (program.AddVariable("x"), program.AddVariable("y"));
        program.Constrain("first", new LinearForm().Add(x, 1).Add(y, 2), Relation.AtMost, 4);
        program.Constrain("second", new LinearForm().Add(x, 3).Add(y, 1), Relation.AtMost, 6);
        program.Maximise(new LinearForm().Add(x, 1).Add(y, 1));

        var optimal = Assert.IsType<LinearAnswer.Optimal>(program.Solve(default));

        Assert.Equal(new Fraction(14, 5), optimal.Value);
        Assert.Equal([new Fraction(8, 5), new Fraction(6, 5)], optimal.Primal);
        Assert.Equal([new Fraction(2, 5), new Fraction(1, 5)], optimal.Dual);
    }

    [Fact]
    public void ContradictionInIntegers()
    {
        var program = new LinearProgram();
        var (x, y) = (program.AddVariable("x"), program.AddFreeVariable("y"));
        program.Constrain("at most", new LinearForm().Add(x, new Fraction(1, 2)).Add(y, 1), Relation.AtMost, 1);
        program.Constrain("at least", new LinearForm().Add(y, new Fraction(1, 3)), Relation.AtLeast, 1);

        var infeasible = Assert.IsType<LinearAnswer.Infeasible>(program.Solve(default));

        Assert.Equal([1, -3], infeasible.Multipliers);
    }

    [Fact]
    public void DirectionWithoutEnd()
    {
        var program = new LinearProgram();
        var (x, y) = (program.AddVariable("x"), program.AddFreeVariable("y"));
        program.Constrain("together", new LinearForm().Add(x, 1).Add(y, 2), Relation.Equal, 3);
        program.Minimise(new LinearForm().Add(y, 1));

        var unbounded = Assert.IsType<LinearAnswer.Unbounded>(program.Solve(default));

        Assert.Equal([2, -1], unbounded.Ray);
        Assert.True(VertexEnumeration.IsFeasible(program, unbounded.Point));
    }

    [Theory]
    [InlineData(0, "optimal")]
    [InlineData(-1, "infeasible")]
    public void ConstraintsWithoutVariables(int bound, string answer)
    {
        var program = new LinearProgram();
        program.AddVariable("x");
        program.Constrain("nothing", new LinearForm(), Relation.AtMost, bound);

        Assert.Equal(answer, program.Solve(default) is LinearAnswer.Infeasible ? "infeasible" : "optimal");
    }

    [Fact]
    public void EmptyPrograms()
    {
        Assert.Equal(Fraction.Zero, Assert.IsType<LinearAnswer.Optimal>(new LinearProgram().Solve(default)).Value);

        var program = new LinearProgram();
        program.Maximise(new LinearForm().Add(program.AddVariable("x"), 1));
        Assert.IsType<LinearAnswer.Unbounded>(program.Solve(default));
    }

    [Fact]
    public void CyclingExampleOfBealeEnds()
    {
        // Beale (1955): Dantzig's rule alone cycles on this program; the optimum is 1/20.
        var program = new LinearProgram();
        var x = Enumerable.Range(0, 4).Select(index => program.AddVariable($"x{index}")).ToList();
        program.Constrain("one", new LinearForm().Add(x[0], new Fraction(1, 4)).Add(x[1], -60).Add(x[2], new Fraction(-1, 25)).Add(x[3], 9), Relation.AtMost, 0);
        program.Constrain("two", new LinearForm().Add(x[0], new Fraction(1, 2)).Add(x[1], -90).Add(x[2], new Fraction(-1, 50)).Add(x[3], 3), Relation.AtMost, 0);
        program.Constrain("three", new LinearForm().Add(x[2], 1), Relation.AtMost, 1);
        program.Maximise(new LinearForm().Add(x[0], new Fraction(3, 4)).Add(x[1], -150).Add(x[2], new Fraction(1, 50)).Add(x[3], -6));

        Assert.Equal(new Fraction(1, 20), Assert.IsType<LinearAnswer.Optimal>(program.Solve(default)).Value);
    }

    [Fact]
    public void DoublesAloneWouldErr()
    {
        // In doubles 1 + 10⁻³⁰ is 1 and the two lines are parallel; they meet at x = 10³⁰.
        var program = new LinearProgram();
        var (x, y) = (program.AddVariable("x"), program.AddVariable("y"));
        var tiny = new Fraction(1, BigInteger.Pow(10, 30));
        program.Constrain("one", new LinearForm().Add(x, 1).Add(y, -1), Relation.AtLeast, 0);
        program.Constrain("two", new LinearForm().Add(x, Fraction.One - tiny).Add(y, -1), Relation.AtMost, -1);
        program.Minimise(new LinearForm().Add(x, 1));

        Assert.Equal(tiny.Reciprocal(), Assert.IsType<LinearAnswer.Optimal>(program.Solve(default)).Value);
    }

    [Fact]
    public void BudgetSpentIsAnAnswer()
    {
        // In doubles the coefficient is zero, so an exact pivot is needed.
        var program = new LinearProgram();
        var x = program.AddVariable("x");
        program.Constrain("bound", new LinearForm().Add(x, new Fraction(1, BigInteger.Pow(10, 400))), Relation.AtMost, 1);
        program.Maximise(new LinearForm().Add(x, 1));

        Assert.Equal(new LinearAnswer.Limit(0), program.Solve(default, maximumPivots: 0));
        Assert.Equal(new Fraction(BigInteger.Pow(10, 400)), Assert.IsType<LinearAnswer.Optimal>(program.Solve(default)).Value);
    }

    [Fact]
    public void ForeignVariablesAreRefused()
    {
        Assert.Throws<ArgumentException>(() => new LinearProgram().Maximise(new LinearForm().Add(0, 1)));
        Assert.Throws<ArgumentException>(() => new LinearProgram().Constrain("row", new LinearForm().Add(0, 1), Relation.AtMost, 1));
        Assert.Throws<ArgumentException>(() => new LinearProgram().Constrain("row", new LinearForm().Add(-1, 1), Relation.AtMost, 1));
    }

    [Fact]
    public void Cancellation() =>
        Assert.Throws<OperationCanceledException>(() => new LinearProgram().Solve(new CancellationToken(canceled: true)));

    [Fact]
    public void SmallProgramsAgreeWithTheirVertices() => Programs(Small, hasFree: false).Sample(program =>
    {
        var vertices = VertexEnumeration.Vertices(program);
        var answer = program.Solve(default);

        Assert.Null(LinearCheck.FaultOf(program, answer));
        switch (answer)
        {
            case LinearAnswer.Optimal optimal:
                var values = vertices.Select(program.Objective.At).ToList();
                Assert.Equal(program.IsMaximised ? values.Max() : values.Min(), optimal.Value);
                break;
            case LinearAnswer.Infeasible:
                Assert.Empty(vertices);
                break;
            default:
                Assert.IsType<LinearAnswer.Unbounded>(answer);
                Assert.NotEmpty(vertices);
                break;
        }
    }, iter: 2_000);

    [Fact]
    public void FreeVariablesAreDifferencesOfTwo() => Programs(Small, hasFree: true).Sample(program =>
    {
        var split = new LinearProgram();
        List<(int Up, int Down)> parts = [.. program.Variables.Select(variable =>
            (split.AddVariable(variable.Name), variable.IsFree ? split.AddVariable("-" + variable.Name) : -1))];
        foreach (var constraint in program.Constraints)
        {
            split.Constrain(constraint.Name, Split(constraint.Form), constraint.Relation, constraint.Bound);
        }

        if (program.IsMaximised)
        {
            split.Maximise(Split(program.Objective));
        }
        else
        {
            split.Minimise(Split(program.Objective));
        }

        var (answer, expected) = (program.Solve(default), split.Solve(default));

        Assert.Equal(expected.GetType(), answer.GetType());
        Assert.Equal((expected as LinearAnswer.Optimal)?.Value, (answer as LinearAnswer.Optimal)?.Value);

        LinearForm Split(LinearForm form) => form.Terms.Aggregate(new LinearForm(), (sum, term) =>
            parts[term.Key].Down < 0 ? sum.Add(parts[term.Key].Up, term.Value) : sum.Add(parts[term.Key].Up, term.Value).Add(parts[term.Key].Down, -term.Value));
    }, iter: 2_000);

    [Fact]
    public void HugeAndTinyNumbers() => Programs(Huge, hasFree: true).Sample(program => Assert.IsNotType<LinearAnswer.Limit>(program.Solve(default)), iter: 500);

    [Fact]
    public void WrongAnswersAreFound() => Programs(Small, hasFree: true).Sample(program =>
    {
        switch (program.Solve(default))
        {
            case LinearAnswer.Optimal optimal:
                Assert.NotNull(LinearCheck.FaultOf(program, optimal with { Value = optimal.Value + 1 }));
                Assert.NotNull(LinearCheck.FaultOf(program, new LinearAnswer.Infeasible(optimal.Dual)));
                break;
            case LinearAnswer.Infeasible infeasible:
                Assert.NotNull(LinearCheck.FaultOf(program, new LinearAnswer.Infeasible([.. infeasible.Multipliers.Select(multiplier => -multiplier)])));
                break;
            case LinearAnswer.Unbounded unbounded:
                Assert.NotNull(LinearCheck.FaultOf(program, unbounded with { Ray = [.. unbounded.Ray.Select(number => -number)] }));
                break;
            default:
                Assert.Fail("A program of this size reached the limit.");
                break;
        }
    }, iter: 1_000);

    private static Gen<LinearProgram> Programs(Gen<Fraction> number, bool hasFree) =>
        from variables in Gen.Int[1, 4]
        from free in Gen.Bool.Array[variables]
        from rows in Gen.Select(number.Array[variables], Gen.Bool.Array[variables], Gen.Enum<Relation>(), Gen.OneOf(number, Gen.Const(Fraction.Zero))).Array[0, 5]
        from objective in number.Array[variables]
        from isMaximised in Gen.Bool
        select Program([.. free.Select(isFree => isFree && hasFree)], rows, objective, isMaximised);

    private static LinearProgram Program(bool[] free, (Fraction[] Row, bool[] Kept, Relation Relation, Fraction Bound)[] rows, Fraction[] objective, bool isMaximised)
    {
        var program = new LinearProgram();
        foreach (var isFree in free)
        {
            _ = isFree ? program.AddFreeVariable("free") : program.AddVariable("variable");
        }

        foreach (var (row, kept, relation, bound) in rows)
        {
            program.Constrain("row", Form([.. row.Select((number, column) => kept[column] ? number : Fraction.Zero)]), relation, bound);
        }

        if (isMaximised)
        {
            program.Maximise(Form(objective));
        }
        else
        {
            program.Minimise(Form(objective));
        }

        return program;
    }

    private static LinearForm Form(Fraction[] row) => row.Select((number, column) => (number, column)).Aggregate(new LinearForm(), (form, term) => form.Add(term.column, term.number));
}
