using CsCheck;
using Fractions;
using MechanismDsl.Proofs.Real.Polynomials;

namespace MechanismDsl.Proofs.Tests.Real.Polynomials;

public class BernsteinFormTests
{
    private static readonly Gen<Polynomial> Random = Gen.Select(Gen.Int[-5, 5], Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 2]).Array[1, 6].Select(terms =>
        terms.Aggregate(Polynomial.Zero, (sum, term) => sum + Power(0, term.Item2) * Power(1, term.Item3) * Power(2, term.Item4) * new Fraction(term.Item1)));

    private static Polynomial Power(int variable, int exponent) =>
        Enumerable.Range(0, exponent).Aggregate(Polynomial.One, (product, _) => product * Polynomial.Variable(variable));

    [Fact]
    public void Coefficients_EncloseThePolynomial_AndAreItsValuesAtCorners() => Gen.Select(Random, Gen.Int[-6, 6].Array[3], Gen.Int[1, 8].Array[3], Gen.Int[0, 4].Array[3]).Sample(
        (polynomial, low, width, part) =>
        {
            var variables = polynomial.Variables;
            Fraction[] from = [.. variables.Select(variable => new Fraction(low[variable], 2))];
            Fraction[] to = [.. variables.Select((variable, index) => from[index] + new Fraction(width[variable], 3))];
            var coefficients = BernsteinForm.Coefficients(polynomial, variables, from, to)!;

            // Dense exact evaluation on a grid of 5³ points.
            for (var point = 0; point < 125; point++)
            {
                int[] steps = [point % 5, point / 5 % 5, point / 25];
                var value = polynomial.At(variable => At(variable, steps[variable]));
                Assert.True(coefficients.Min() <= value && value <= coefficients.Max());
            }

            Assert.Equal(polynomial.At(variable => At(variable, 0)), coefficients[0]);
            Assert.Equal(polynomial.At(variable => At(variable, 4)), coefficients[^1]);

            Fraction At(int variable, int step)
            {
                var index = variables.ToList().IndexOf(variable);
                return from[index] + ((to[index] - from[index]) * step / 4);
            }
        },
        200);

    [Fact]
    public void LowerBound_IsExactAtACornerThatIsTouched()
    {
        // e (1 − x/10) on [0, 10] × [1/3, 1] is zero at x = 10.
        var form = Polynomial.Variable(1) * (Polynomial.One - (Polynomial.Variable(0) * new Fraction(1, 10)));
        Assert.Equal(Fraction.Zero, BernsteinForm.LowerBound(form, [0, 1], [0, new(1, 3)], [10, 1]));
    }

    [Fact]
    public void Arithmetic_AgreesWithEvaluation() => Gen.Select(Random, Random, Gen.Int[-4, 4].Array[3]).Sample(
        (left, right, point) =>
        {
            Fraction At(Polynomial polynomial) => polynomial.At(variable => new Fraction(point[variable]));
            Assert.Equal(At(left) + At(right), At(left + right));
            Assert.Equal(At(left) - At(right), At(left - right));
            Assert.Equal(At(left) * At(right), At(left * right));
            Assert.Equal(left.ToString(), left.CoefficientsIn(1).Select((coefficient, power) => coefficient * Power(1, power)).Aggregate(Polynomial.Zero, (a, b) => a + b).ToString());
            Assert.Equal(((left * right).Derivative(0)).ToString(), ((left.Derivative(0) * right) + (left * right.Derivative(0))).ToString());
        },
        500);
}
