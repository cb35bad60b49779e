using CsCheck;
using Fractions;
using MechanismDsl.Proofs.Real.Polynomials;

namespace MechanismDsl.Proofs.Tests.Real.Polynomials;

public class PolynomialSignTests
{
    private static readonly Gen<Fraction> Small = Gen.Select(Gen.Int[-12, 12], Gen.Int[1, 6], (n, d) => new Fraction(n, d));

    private static UnivariatePolynomial Of(params int[] coefficients) => new([.. coefficients.Select(coefficient => new Fraction(coefficient))]);

    // (x − root) to a power, times another polynomial.
    private static UnivariatePolynomial Root(Fraction root, int power)
    {
        var factor = new UnivariatePolynomial(root.Negate(), Fraction.One);
        return Enumerable.Range(0, power).Aggregate(Of(1), (product, _) => product * factor);
    }

    [Fact]
    public void Products_OfKnownRoots_AreDecidedExactly() => Gen.Select(
        Gen.Select(Small, Gen.Int[1, 3]).Array[0, 4], Gen.Int[-2, 2], Gen.Bool, Small, Gen.Int[1, 8]).Sample(
        sample =>
        {
            var (roots, sign, hasComplex, low, width) = sample;
            sign = sign == 0 ? 1 : sign;
            var high = low + new Fraction(width, 2);
            var polynomial = roots.Aggregate(Of(sign), (product, root) => product * Root(root.Item1, root.Item2));
            polynomial = hasComplex ? polynomial * Of(1, 1, 1) : polynomial;

            // Truth by the known roots: the sign between any two neighbouring ones.
            var cuts = roots.Select(root => root.Item1).Where(root => root > low && root < high).Append(low).Append(high).Distinct().Order().ToList();
            var isNonNegative = cuts.Zip(cuts.Skip(1), (a, b) => polynomial.At((a + b) / 2)).All(value => !value.IsNegative);

            Assert.Equal(isNonNegative, PolynomialSign.IsNonNegative(polynomial, low, high, out var negative));
            Assert.Equal(isNonNegative, negative is null);
            if (negative is { } point)
            {
                Assert.True(low <= point && point <= high && polynomial.At(point).IsNegative);
            }
        },
        3000);

    [Fact]
    public void Sturm_CountsDistinctRoots() => Gen.Select(Small.Array[1, 5], Small, Gen.Int[1, 10]).Sample(
        (roots, low, width) =>
        {
            var distinct = roots.Distinct().ToList();
            var polynomial = distinct.Aggregate(Of(3), (product, root) => product * Root(root, 1)) * Of(5, 2, 1);
            Assert.Equal(distinct.Count(root => root > low && root <= low + width), new SturmSequence(polynomial).RootsIn(low, low + width));
        },
        1000);

    [Fact]
    public void OddPart_KeepsOddMultiplicities()
    {
        // x (x − 1)² (x − 2)³ (x² + 1)² changes its sign at 0 and 2.
        var polynomial = Root(0, 1) * Root(1, 2) * Root(2, 3) * Of(1, 0, 1) * Of(1, 0, 1);
        Assert.Equal((Root(0, 1) * Root(2, 1)).ToString(), PolynomialSign.OddPart(polynomial).Monic().ToString());
    }

    [Fact]
    public void Slopes_ThatTouchZero_AreNonNegative()
    {
        // x³ − 6x² + 12x has slope 3 (x − 2)²; with 11.9 x it falls; x − 0.005 x² has slope 0 at the end of [0, 100].
        Assert.True(PolynomialSign.IsNonNegative(Of(0, 12, -6, 1).Derivative(), 0, 10, out _));
        Assert.False(PolynomialSign.IsNonNegative(new UnivariatePolynomial(0, new(119, 10), -6, 1).Derivative(), 0, 10, out var falls));
        Assert.InRange(falls!.Value.ToDouble(), 1.8, 2.2);
        Assert.True(PolynomialSign.IsNonNegative(new UnivariatePolynomial(1, new(-1, 100)), 0, 100, out _));
    }

    [Fact]
    public void NeedleBetweenDoubles_IsFound()
    {
        // (x − 1)(x − 1 − 10⁻²⁰) is negative on a gap that no double hits.
        var gap = new Fraction(1, System.Numerics.BigInteger.Pow(10, 20), true);
        Assert.False(PolynomialSign.IsNonNegative(Root(1, 1) * Root(1 + gap, 1), 0, 2, out var inside));
        Assert.True(inside > 1 && inside < 1 + gap);
    }
}
