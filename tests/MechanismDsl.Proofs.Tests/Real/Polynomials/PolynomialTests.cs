using CsCheck;
using Fractions;
using MechanismDsl.Proofs.Real.Polynomials;

namespace MechanismDsl.Proofs.Tests.Real.Polynomials;

/// <summary>Polynomials are what their values are: sums, products and derivatives at random points, with variables that are many numbers apart.</summary>
public class PolynomialTests
{
    // The numbers of terms: those of long executions are beyond 2¹⁶, and must not be taken for small ones.
    private static readonly int[] Numbers = [0, 1, 2, 65_535, 65_536, 65_537, 131_072, 7_000_000];

    private static readonly Gen<(int Coefficient, int[] Factors)[]> Terms = Gen.Select(Gen.Int[-3, 3], Gen.Int[0, 7].Array[0, 3]).Array[0, 5];

    private static readonly Gen<Polynomial> Random = Terms.Select(Of);

    private static readonly Gen<Fraction[]> Point = Gen.Int[-5, 5].Select(numerator => new Fraction(numerator, 3)).Array[8];

    [Fact]
    public void Variables_AreToldApart()
    {
        foreach (var first in Numbers)
        {
            var monomial = Monomial.Of(first);
            Assert.Equal([first], monomial.Variables);
            Assert.Equal(1, monomial.Degree);
            foreach (var second in Numbers)
            {
                Assert.Equal(first == second, (Polynomial.Variable(first) - Polynomial.Variable(second)).IsZero);
                var product = monomial.Times(Monomial.Of(second));
                Assert.Equal(product, Monomial.Of(second).Times(monomial));
                Assert.Equal(new[] { first, second }.Order(), product.Variables);
                Assert.Equal(first == second ? 2 : 1, product.ExponentOf(first));
                Assert.Equal(Monomial.Of(second), product.Without(first));
                Assert.Equal(first == second ? Monomial.One : Monomial.Of(second), product.WithoutAll(first));
            }
        }
    }

    private static Polynomial Of((int Coefficient, int[] Factors)[] terms) => terms.Aggregate(
        Polynomial.Zero, (sum, term) => sum + term.Factors.Aggregate(Polynomial.Constant(new Fraction(term.Coefficient)), (product, index) => product * Polynomial.Variable(Numbers[index])));

    // As they are written down, without a polynomial.
    [Fact]
    public void Values_AreThoseOfTheTerms() => Gen.Select(Terms, Point).Sample(
        sample =>
        {
            var (terms, point) = sample;
            var polynomial = Of(terms);
            Assert.Equal(
                terms.Aggregate(Fraction.Zero, (sum, term) => sum + term.Factors.Aggregate(new Fraction(term.Coefficient), (product, index) => product * point[index])),
                polynomial.At(variable => point[Array.IndexOf(Numbers, variable)]));
            Dictionary<string, int> sums = [];
            foreach (var (coefficient, factors) in terms)
            {
                var key = string.Join(",", factors.Order());
                sums[key] = sums.GetValueOrDefault(key) + coefficient;
            }

            var left = sums.Where(sum => sum.Value != 0).Select(sum => sum.Key.Split(',', StringSplitOptions.RemoveEmptyEntries)).ToList();
            Assert.Equal(left.Count, polynomial.Terms.Count);
            Assert.Equal(left.Select(factors => factors.Length).DefaultIfEmpty(0).Max(), polynomial.Degree);
            Assert.Equal(left.SelectMany(factors => factors).Distinct().Select(factor => Numbers[int.Parse(factor, System.Globalization.CultureInfo.InvariantCulture)]).Order(), polynomial.Variables);
            Assert.Equal(left.TrueForAll(factors => factors.Length == 0) ? new Fraction(sums.GetValueOrDefault("")) : null, polynomial.AsConstant);
        },
        1_000);

    [Fact]
    public void SumsAndProducts_HaveTheValuesOfTheirParts() => Gen.Select(Random, Random, Point).Sample(
        sample =>
        {
            var (p, q, point) = sample;
            Fraction At(int variable) => point[Array.IndexOf(Numbers, variable)];
            Assert.Equal(p.At(At) + q.At(At), (p + q).At(At));
            Assert.Equal(p.At(At) - q.At(At), (p - q).At(At));
            Assert.Equal(p.At(At) * q.At(At), (p * q).At(At));
            Assert.True((p - p).IsZero);
            Assert.True(p.IsZero || q.IsZero ? (p * q).IsZero : (p * q).Degree == p.Degree + q.Degree);
        },
        1_000);

    [Fact]
    public void DerivativesAndCoefficients_AreThoseOfAPolynomialInOneVariable() => Gen.Select(Random, Random, Point, Gen.Int[0, 7]).Sample(
        sample =>
        {
            var (p, q, point, index) = sample;
            var variable = Numbers[index];
            Fraction At(int one) => point[Array.IndexOf(Numbers, one)];
            Assert.Equal(((p.Derivative(variable) * q) + (p * q.Derivative(variable))).At(At), (p * q).Derivative(variable).At(At));
            var coefficients = p.CoefficientsIn(variable);
            Assert.All(coefficients, coefficient => Assert.DoesNotContain(variable, coefficient.Variables));
            Assert.Equal(p.At(At), coefficients.Select((coefficient, power) => coefficient.At(At) * Power(At(variable), power)).Aggregate(Fraction.Zero, (sum, term) => sum + term));
            Assert.Equal(
                p.Derivative(variable).At(At),
                coefficients.Skip(1).Select((coefficient, power) => coefficient.At(At) * Power(At(variable), power) * (power + 1)).Aggregate(Fraction.Zero, (sum, term) => sum + term));
        },
        1_000);

    private static Fraction Power(Fraction value, int exponent) => Enumerable.Range(0, exponent).Aggregate(Fraction.One, (product, _) => product * value);
}
