using CsCheck;
using Fractions;
using MechanismDsl.Proofs.Real;
using MechanismDsl.Proofs.Real.Intervals;
using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Tests.Real.Intervals;

/// <summary>Every result, exact and rounded, lies in the interval: 20,000 cases for each operation against exact rationals.</summary>
public class IntervalArithmeticTests
{
    private const int Cases = 20_000;

    private static void Encloses(BinaryOperation operation, Func<Fraction, Fraction, Fraction?> exact, Func<double, double, double> rounded) =>
        Gen.Select(Samples.Member, Samples.Member).Sample(
            (left, right) =>
            {
                var result = IntervalOperations.Apply(operation, ScalarKind.Double, false, left.Set, right.Set);
                Assert.True(result.Contains(rounded(left.Member, right.Member)));
                if (exact(Rationals.OfBinary(left.Member), Rationals.OfBinary(right.Member)) is { } value)
                {
                    EnclosesExactly(result, value);
                }
            },
            Cases);

    private static void EnclosesExactly(Interval result, Fraction value)
    {
        Assert.True(double.IsInfinity(result.Low) || Rationals.OfBinary(result.Low) <= value);
        Assert.True(double.IsInfinity(result.High) || value <= Rationals.OfBinary(result.High));
    }

    [Fact]
    public void Add() => Encloses(BinaryOperation.Add, (a, b) => a + b, (a, b) => a + b);

    [Fact]
    public void Subtract() => Encloses(BinaryOperation.Subtract, (a, b) => a - b, (a, b) => a - b);

    [Fact]
    public void Multiply() => Encloses(BinaryOperation.Multiply, (a, b) => a * b, (a, b) => a * b);

    [Fact]
    public void Divide() => Encloses(BinaryOperation.Divide, (a, b) => b.IsZero ? null : a / b, (a, b) => a / b);

    [Fact]
    public void Minimum() => Encloses(BinaryOperation.Min, (a, b) => a < b ? a : b, Math.Min);

    [Fact]
    public void Maximum() => Encloses(BinaryOperation.Max, (a, b) => a > b ? a : b, Math.Max);

    [Fact]
    public void Remainder() => Encloses(BinaryOperation.Remainder, (a, b) => b.IsZero ? null : a - (b * Truncate(a / b)), (a, b) => a % b);

    [Fact]
    public void Square() => Samples.Member.Sample(
        sample =>
        {
            var value = Rationals.OfBinary(sample.Member);
            EnclosesExactly(IntervalArithmetic.Square(sample.Set), value * value);
        },
        Cases);

    [Fact]
    public void SquareRoot() => Samples.Member.Sample(
        sample =>
        {
            var result = IntervalFunctions.Sqrt(sample.Set);
            Assert.True(result.Contains(Math.Sqrt(sample.Member)));
            if (sample.Member >= 0)
            {
                var value = Rationals.OfBinary(sample.Member);
                Assert.True(Square(result.Low) <= value && value <= Square(result.High));
            }

            static Fraction Square(double root) => Rationals.OfBinary(root) * Rationals.OfBinary(root);
        },
        Cases);

    [Fact]
    public void DirectedResults_AreTheNearestDoubles() => Gen.Select(Samples.Number, Samples.Number).Sample(
        (left, right) =>
        {
            var (a, b) = (Rationals.OfBinary(left), Rationals.OfBinary(right));
            Assert.Equal(Rationals.Enclose(a + b), new Interval(DirectedRounding.AddDown(left, right), DirectedRounding.AddUp(left, right)));
            Assert.Equal(Rationals.Enclose(a * b), new Interval(DirectedRounding.MultiplyDown(left, right), DirectedRounding.MultiplyUp(left, right)));
            if (right != 0)
            {
                Assert.Equal(Rationals.Enclose(a / b), new Interval(DirectedRounding.DivideDown(left, right), DirectedRounding.DivideUp(left, right)));
            }
        },
        Cases);

    [Theory]
    [InlineData(double.MaxValue, double.MaxValue)]
    [InlineData(1e300, 1e-300)]
    [InlineData(1e300, 3e-320)]
    [InlineData(3e-320, 1.5)]
    [InlineData(5e-324, 5e-324)]
    [InlineData(1e-200, 1e-150)]
    [InlineData(-1e308, 1e308)]
    public void Extremes_AreEnclosed(double left, double right)
    {
        foreach (var (x, y) in new[] { (left, right), (right, left), (-left, right) })
        {
            var (a, b) = (Rationals.OfBinary(x), Rationals.OfBinary(y));
            EnclosesExactly(IntervalArithmetic.Add(Interval.Of(x), Interval.Of(y)), a + b);
            EnclosesExactly(IntervalArithmetic.Multiply(Interval.Of(x), Interval.Of(y)), a * b);
            EnclosesExactly(IntervalArithmetic.Divide(Interval.Of(x), Interval.Of(y)), a / b);
            Assert.True(IntervalArithmetic.Multiply(Interval.Of(x), Interval.Of(y)).Contains(x * y));
            Assert.True(IntervalArithmetic.Divide(Interval.Of(x), Interval.Of(y)).Contains(x / y));
        }
    }

    [Fact]
    public void ExactOperations_AreNotWidened()
    {
        // √(x − 80) at x ≥ 80 is a number because the difference is exact.
        var difference = IntervalArithmetic.Subtract(new(80, 100), Interval.Of(80));
        Assert.Equal(new Interval(0, 20), difference);
        Assert.False(IntervalFunctions.Sqrt(difference).MayBeNaN);
        Assert.Equal(new Interval(0, 9), IntervalFunctions.Sqrt(new(0, 81)));
        Assert.Equal(new Interval(0.25, 25), IntervalArithmetic.Divide(new(1, 100), Interval.Of(4)));
    }

    [Fact]
    public void NaN_IsSeen()
    {
        var line = Interval.Line;
        Assert.True(IntervalArithmetic.Subtract(line, line).MayBeNaN);
        Assert.True(IntervalArithmetic.Multiply(line, new(0, 1)).MayBeNaN);
        Assert.True(IntervalArithmetic.Divide(new(0, 1), new(0, 1)).MayBeNaN);
        Assert.False(IntervalArithmetic.Divide(new(1, 2), new(0, 1)).MayBeNaN);
        Assert.True(IntervalArithmetic.Remainder(new(0, 1), new(0, 1)).MayBeNaN);
        Assert.True(IntervalFunctions.Log(new(-1, 1)).MayBeNaN);
        Assert.True(IntervalArithmetic.Add(Interval.Of(double.NaN), Interval.Of(1)).MayBeNaN);
    }

    private static Fraction Truncate(Fraction value) => new(System.Numerics.BigInteger.Divide(value.Numerator, value.Denominator));
}
