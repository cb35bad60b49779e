using CsCheck;
using Fractions;
using MechanismDsl.Proofs.Real;
using MechanismDsl.Proofs.Real.Intervals;
using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Tests.Real.Intervals;

/// <summary>Functions of the C library against series in rational numbers, and against the doubles that the library returns.</summary>
public class IntervalFunctionsTests
{
    private const int Cases = 20_000;
    private static readonly Fraction _margin = new(1, System.Numerics.BigInteger.One << 140, true);

    // The reference is exact to far more digits than a double has, so its own error is a margin of 2^-140.
    private static void Encloses(Interval result, Fraction reference)
    {
        var margin = (Fraction.Abs(reference) + 1) * _margin;
        Assert.True(double.IsInfinity(result.Low) || Rationals.OfBinary(result.Low) <= reference + margin, $"{result} {reference.ToDouble()}");
        Assert.True(double.IsInfinity(result.High) || reference - margin <= Rationals.OfBinary(result.High), $"{result} {reference.ToDouble()}");
    }

    [Theory]
    [InlineData(UnaryOperation.Exp)]
    [InlineData(UnaryOperation.Log)]
    [InlineData(UnaryOperation.Cbrt)]
    [InlineData(UnaryOperation.Sqrt)]
    [InlineData(UnaryOperation.Abs)]
    [InlineData(UnaryOperation.Floor)]
    [InlineData(UnaryOperation.Ceiling)]
    [InlineData(UnaryOperation.Round)]
    [InlineData(UnaryOperation.Truncate)]
    [InlineData(UnaryOperation.Negate)]
    public void Doubles_AreEnclosed(UnaryOperation operation) => Samples.Member.Sample(
        sample => Assert.True(IntervalOperations.Apply(operation, ScalarKind.Double, sample.Set).Contains(Compute(operation, sample.Member))), Cases);

    [Fact]
    public void Sign_IsEnclosed() => Samples.Member.Sample(
        sample => Assert.True(IntervalOperations.Apply(UnaryOperation.Sign, ScalarKind.Double, sample.Set).Contains(Math.Sign(sample.Member))), Cases);

    [Fact]
    public void Powers_AreEnclosed() => Gen.Select(Samples.Member, Gen.OneOf(Samples.Member, Gen.Int[-4, 4].Select(n => (Interval.Of(n), (double)n)))).Sample(
        (value, exponent) => Assert.True(IntervalFunctions.Power(value.Set, exponent.Item1).Contains(Math.Pow(value.Member, exponent.Item2))), 3 * Cases);

    [Fact]
    public void Exponential_EnclosesTheSeries() => Gen.Double[-60, 60].Sample(
        x => Encloses(IntervalFunctions.Exp(Interval.Of(x)), HighPrecision.Exp(Rationals.OfBinary(x))), 1500);

    [Fact]
    public void Logarithm_EnclosesTheInverseOfTheSeries() => Gen.Select(Gen.Double[1, 2], Gen.Int[-60, 60]).Sample(
        (mantissa, exponent) =>
        {
            var x = mantissa * Math.Pow(2, exponent);
            var result = IntervalFunctions.Log(Interval.Of(x));
            var value = Rationals.OfBinary(x);
            var margin = value * _margin;
            Assert.True(HighPrecision.Exp(Rationals.OfBinary(result.Low)) <= value + margin);
            Assert.True(value - margin <= HighPrecision.Exp(Rationals.OfBinary(result.High)));
        },
        1000);

    [Fact]
    public void Power_EnclosesTheSeries() => Gen.Select(Gen.Double[0.1, 50], Gen.Double[-4, 4]).Sample(
        (x, y) => Encloses(IntervalFunctions.Power(Interval.Of(x), Interval.Of(y)), HighPrecision.Exp(HighPrecision.Log(Rationals.OfBinary(x)) * Rationals.OfBinary(y))), 150);

    [Fact]
    public void CubeRoot_EnclosesTheExactRoot() => Samples.Number.Sample(
        x =>
        {
            var result = IntervalFunctions.Cbrt(Interval.Of(x));
            Assert.True(Cube(result.Low) <= Rationals.OfBinary(x) && Rationals.OfBinary(x) <= Cube(result.High));
            static Fraction Cube(double root) => Rationals.OfBinary(root) * Rationals.OfBinary(root) * Rationals.OfBinary(root);
        },
        Cases);

    [Fact]
    public void KnownValues_AreExact()
    {
        Assert.Equal(Interval.Of(1), IntervalFunctions.Exp(Interval.Of(0)));
        Assert.Equal(Interval.Of(0), IntervalFunctions.Log(Interval.Of(1)));
        Assert.Equal(0, IntervalFunctions.Power(new(-3, 3), Interval.Of(2)).Low);
        Assert.Equal(9, IntervalFunctions.Power(new(-3, 3), Interval.Of(2)).High, 1e-12);
        Assert.Equal(new Interval(2, 5), IntervalFunctions.Power(new(2, 5), Interval.Of(1)));
        Assert.True(IntervalFunctions.Power(new(-1, 2), Interval.Of(0.5)).MayBeNaN);
        Assert.True(IntervalFunctions.Power(new(0, 2), Interval.Of(-1)).Contains(double.NegativeInfinity));
    }

    [Fact]
    public void Literals_EncloseTheirDecimal()
    {
        Assert.Equal(Interval.Of(0.25), Interval.OfLiteral(0.25));
        var tenth = Interval.OfLiteral(0.1);
        Assert.True(Rationals.OfBinary(tenth.Low) < new Fraction(1, 10) && new Fraction(1, 10) < Rationals.OfBinary(tenth.High));
        Assert.Equal(new Fraction(1, 10), Rationals.OfLiteral(0.1));
        Assert.Equal(new Fraction(-5, 1000000), Rationals.OfLiteral(-5e-6));
        Assert.Equal(new Fraction(1234, 100), Rationals.OfDecimal(12.34m));
        Assert.True(Rationals.IsBinary(0.375) && !Rationals.IsBinary(0.3));
    }

    private static double Compute(UnaryOperation operation, double x) => operation switch
    {
        UnaryOperation.Exp => Math.Exp(x),
        UnaryOperation.Log => Math.Log(x),
        UnaryOperation.Cbrt => Math.Cbrt(x),
        UnaryOperation.Sqrt => Math.Sqrt(x),
        UnaryOperation.Abs => Math.Abs(x),
        UnaryOperation.Floor => Math.Floor(x),
        UnaryOperation.Ceiling => Math.Ceiling(x),
        UnaryOperation.Round => Math.Round(x),
        UnaryOperation.Truncate => Math.Truncate(x),
        _ => -x,
    };
}
