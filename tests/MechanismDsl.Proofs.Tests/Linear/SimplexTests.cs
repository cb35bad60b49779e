using CsCheck;
using Fractions;
using MechanismDsl.Proofs.Linear;
using MechanismDsl.Proofs.Real.Polynomials;
using MechanismDsl.Proofs.Stages;

namespace MechanismDsl.Proofs.Tests.Linear;

public class SimplexTests
{
    private static readonly Gen<LinearRow[]> System = Gen.Select(Gen.Int[-3, 3].Array[4], Gen.Int[-6, 6], Gen.Bool).Array[1, 12].Select(rows =>
        rows.Select((row, index) => new LinearRow(
            row.Item1.Select((coefficient, variable) => Polynomial.Variable(variable) * new Fraction(coefficient))
                .Aggregate(Polynomial.Constant(new Fraction(row.Item2)), (sum, term) => sum + term),
            row.Item3,
            $"row {index}")).ToArray());

    [Fact]
    public void Answers_CarryTheirOwnProof()
    {
        int feasible = 0, infeasible = 0;
        System.Sample(
            rows =>
            {
                switch (Simplex.Solve(rows, new Budget(1000), default))
                {
                    case LinearAnswer.Feasible answer:
                        feasible++;
                        Assert.All(rows, row => Assert.True(IsSatisfied(row, variable => answer.Values.GetValueOrDefault(Monomial.Of(variable), Fraction.Zero))));
                        break;
                    case LinearAnswer.Infeasible answer:
                        infeasible++;
                        Assert.True(FarkasCheck.IsContradiction(answer.Combination));
                        break;
                    default:
                        Assert.Fail("The steps must be enough for twelve rows.");
                        break;
                }
            },
            2000);
        Assert.True(feasible > 300 && infeasible > 300);
    }

    [Fact]
    public void Infeasible_MeansThatNoGridPointSatisfiesAllRows() => System.Sample(
        rows =>
        {
            if (Simplex.Solve(rows, new Budget(1000), default) is LinearAnswer.Infeasible)
            {
                for (var point = 0; point < 625; point++)
                {
                    var code = point;
                    int[] x = [code % 5 - 2, code / 5 % 5 - 2, code / 25 % 5 - 2, code / 125 - 2];
                    Assert.Contains(rows, row => !IsSatisfied(row, variable => new Fraction(x[variable])));
                }
            }
        },
        200);

    [Fact]
    public void StrictRows_ThatOnlyTouch_Contradict()
    {
        var x = Polynomial.Variable(0);
        var below = new LinearRow(x - Polynomial.One, IsStrict: true, "x < 1");
        Assert.IsType<LinearAnswer.Infeasible>(Simplex.Solve([below, new(Polynomial.One - x, false, "1 <= x")], new Budget(100), default));
        Assert.IsType<LinearAnswer.Feasible>(Simplex.Solve([below with { IsStrict = false }, new(Polynomial.One - x, false, "1 <= x")], new Budget(100), default));
    }

    [Fact]
    public void WrongMultipliers_AreRejected()
    {
        var x = Polynomial.Variable(0);
        var low = new LinearRow(Polynomial.One - x, false, "1 <= x");
        var high = new LinearRow(x, false, "x <= 0");
        Assert.True(FarkasCheck.IsContradiction([(low, 1), (high, 1)]));
        Assert.False(FarkasCheck.IsContradiction([(low, 1), (high, 2)]));
        Assert.False(FarkasCheck.IsContradiction([(low, -1), (high, -1)]));
        Assert.False(FarkasCheck.IsContradiction([(new(x * Fraction.MinusOne, false, "0 <= x"), 1), (high, 1)]));
        Assert.False(FarkasCheck.IsContradiction([]));
    }

    [Fact]
    public void LargeSystems_StayWithinTheirSteps()
    {
        // A chain x0 < x1 < … < x29 < x0 with bounds on everything: 30 variables, 90 rows.
        var rows = new List<LinearRow>();
        for (var i = 0; i < 30; i++)
        {
            rows.Add(new(Polynomial.Variable(i) - Polynomial.Variable((i + 1) % 30), true, "chain"));
            rows.Add(new(Polynomial.Variable(i) - Polynomial.Constant(100), false, "high"));
            rows.Add(new(Polynomial.Variable(i) * Fraction.MinusOne, false, "low"));
        }

        Assert.IsType<LinearAnswer.Infeasible>(Simplex.Solve(rows, new Budget(400), default));
        rows.RemoveAt(87);
        Assert.IsType<LinearAnswer.Feasible>(Simplex.Solve(rows, new Budget(400), default));
    }

    [Fact]
    public void ExhaustedBudget_IsUnknown() =>
        Assert.IsType<LinearAnswer.Unknown>(Simplex.Solve([new(Polynomial.Variable(0) + Polynomial.One, false, "x <= -1"), new(Polynomial.Variable(0) * Fraction.MinusOne, false, "0 <= x")], new Budget(0), default));

    private static bool IsSatisfied(LinearRow row, Func<int, Fraction> point)
    {
        var value = row.Form.At(point);
        return value.IsNegative || (value.IsZero && !row.IsStrict);
    }
}
