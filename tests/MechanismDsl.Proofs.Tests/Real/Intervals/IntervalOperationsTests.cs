using CsCheck;
using MechanismDsl.Proofs.Real.Intervals;
using MechanismDsl.Proofs.Rules;

namespace MechanismDsl.Proofs.Tests.Real.Intervals;

/// <summary>Integers, booleans, decimals and conversions: what C# computes lies in the interval.</summary>
public class IntervalOperationsTests
{
    private const int Cases = 20_000;

    private static readonly Gen<(Interval Set, int Member)> Whole = Gen.Select(
        Gen.OneOf(Gen.Int[-100, 100], Gen.Int), Gen.OneOf(Gen.Int[-100, 100], Gen.Int), Gen.OneOf(Gen.Int[-100, 100], Gen.Int), (a, b, c) =>
        {
            int[] sorted = [a, b, c];
            Array.Sort(sorted);
            return (new Interval(sorted[0], sorted[2]), sorted[1]);
        });

    [Theory]
    [InlineData(BinaryOperation.Add)]
    [InlineData(BinaryOperation.Subtract)]
    [InlineData(BinaryOperation.Multiply)]
    [InlineData(BinaryOperation.Divide)]
    [InlineData(BinaryOperation.Remainder)]
    [InlineData(BinaryOperation.And)]
    [InlineData(BinaryOperation.Or)]
    [InlineData(BinaryOperation.Xor)]
    [InlineData(BinaryOperation.Less)]
    [InlineData(BinaryOperation.LessOrEqual)]
    [InlineData(BinaryOperation.Equal)]
    [InlineData(BinaryOperation.NotEqual)]
    public void Integers_AreEnclosed(BinaryOperation operation) => Gen.Select(Whole, Whole).Sample(
        (left, right) =>
        {
            if (right.Member is 0 or -1 && operation is BinaryOperation.Divide or BinaryOperation.Remainder)
            {
                return;
            }

            var result = IntervalOperations.Apply(operation, ScalarKind.Int32, isChecked: false, left.Set, right.Set);
            Assert.True(result.Contains(Compute(operation, left.Member, right.Member)), $"{operation} {left} {right} {result}");
            Assert.False(result.MayBeNaN);
        },
        Cases);

    [Fact]
    public void LongOverflow_IsSeen()
    {
        var largest = Interval.Of(9223372036854775807d);
        Assert.Equal(IntervalOperations.RangeOf(ScalarKind.Int64), IntervalOperations.Apply(BinaryOperation.Add, ScalarKind.Int64, false, largest, Interval.Of(1)));
        Assert.True(IntervalOperations.Of(Scalar.Of(long.MaxValue - 1), asWritten: false).Low < 9223372036854775807d);
    }

    [Fact]
    public void Decimals_AreEnclosed() => Gen.Select(Gen.Decimal[-1000, 1000], Gen.Decimal[-1000, 1000], Gen.Int[0, 20]).Sample(
        (a, b, scale) =>
        {
            for (; scale > 0; scale--)
            {
                a /= 10;
            }

            var (x, y) = (IntervalOperations.Of(Scalar.Of(a), true), IntervalOperations.Of(Scalar.Of(b), true));
            Check(BinaryOperation.Add, a + b);
            Check(BinaryOperation.Subtract, a - b);
            Check(BinaryOperation.Multiply, a * b);
            if (b != 0)
            {
                Check(BinaryOperation.Divide, a / b);
                Check(BinaryOperation.Remainder, a % b);
            }

            void Check(BinaryOperation operation, decimal expected)
            {
                var result = IntervalOperations.Apply(operation, ScalarKind.Decimal, false, x, y);
                var exact = IntervalOperations.Of(Scalar.Of(expected), true);
                Assert.True(result.Low <= exact.High && exact.Low <= result.High && result.Contains((double)expected), $"{operation} {a} {b} {result}");
            }
        },
        Cases / 5);

    [Fact]
    public void Conversions_SaturateOrFail()
    {
        var wide = new Interval(-1e12, 7.9);
        Assert.Equal(new Interval(int.MinValue, 7), IntervalOperations.Convert(wide, ScalarKind.Double, ScalarKind.Int32, isChecked: false));
        Assert.Equal(new Interval(0, 5), IntervalOperations.Convert(new(3, 5.5, mayBeNaN: true), ScalarKind.Double, ScalarKind.Int32, isChecked: false));
        Assert.Equal(new Interval(3, 5), IntervalOperations.Convert(new(3, 5.5, mayBeNaN: true), ScalarKind.Double, ScalarKind.Int32, isChecked: true));
        Assert.Equal(new Interval(-3, 5), IntervalOperations.Convert(new(-3.9, 5.5), ScalarKind.Decimal, ScalarKind.Int32, isChecked: false));
        Assert.Equal(IntervalOperations.RangeOf(ScalarKind.Int32), IntervalOperations.Convert(new(0, 1e10), ScalarKind.Int64, ScalarKind.Int32, isChecked: false));
    }

    [Fact]
    public void Comparisons_AreThreeValued()
    {
        Assert.Equal(Interval.Of(1), Compare(BinaryOperation.Less, new(0, 1), new(2, 3)));
        Assert.Equal(Interval.Of(0), Compare(BinaryOperation.Less, new(2, 3), new(1, 2)));
        Assert.Equal(new Interval(0, 1), Compare(BinaryOperation.LessOrEqual, new(2, 3), new(1, 2)));
        Assert.Equal(new Interval(0, 1), Compare(BinaryOperation.Less, new(0, 1, mayBeNaN: true), new(2, 3)));
        Assert.Equal(Interval.Of(1), Compare(BinaryOperation.NotEqual, new(0, 1, mayBeNaN: true), new(2, 3)));
        Assert.Equal(Interval.Of(1), Compare(BinaryOperation.Equal, Interval.Of(2), Interval.Of(2)));

        static Interval Compare(BinaryOperation operation, Interval left, Interval right) => IntervalOperations.Apply(operation, ScalarKind.Double, false, left, right);
    }

    private static double Compute(BinaryOperation operation, int a, int b) => operation switch
    {
        BinaryOperation.Add => unchecked(a + b),
        BinaryOperation.Subtract => unchecked(a - b),
        BinaryOperation.Multiply => unchecked(a * b),
        BinaryOperation.Divide => a / b,
        BinaryOperation.Remainder => a % b,
        BinaryOperation.And => a & b,
        BinaryOperation.Or => a | b,
        BinaryOperation.Xor => a ^ b,
        BinaryOperation.Less => a < b ? 1 : 0,
        BinaryOperation.LessOrEqual => a <= b ? 1 : 0,
        BinaryOperation.Equal => a == b ? 1 : 0,
        _ => a != b ? 1 : 0,
    };
}
