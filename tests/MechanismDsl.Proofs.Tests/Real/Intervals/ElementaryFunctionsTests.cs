using CsCheck;
using Fractions;
using MechanismDsl.Proofs.Real;
using MechanismDsl.Proofs.Real.Derivatives;
using MechanismDsl.Proofs.Real.Intervals;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Tests.Real.Intervals;

/// <summary>The hyperbolic and trigonometric functions and the other logarithms: their bits, their ranges against series in rational numbers, their slopes and courses.</summary>
public class ElementaryFunctionsTests
{
    private const int Cases = 20_000;
    private static readonly Fraction _margin = new(1, System.Numerics.BigInteger.One << 140, true);

    private static readonly Dictionary<UnaryOperation, Func<double, double>> _functions = new()
    {
        [UnaryOperation.Log2] = Math.Log2,
        [UnaryOperation.Log10] = Math.Log10,
        [UnaryOperation.Sinh] = Math.Sinh,
        [UnaryOperation.Cosh] = Math.Cosh,
        [UnaryOperation.Tanh] = Math.Tanh,
        [UnaryOperation.Asinh] = Math.Asinh,
        [UnaryOperation.Acosh] = Math.Acosh,
        [UnaryOperation.Atanh] = Math.Atanh,
        [UnaryOperation.Sin] = Math.Sin,
        [UnaryOperation.Cos] = Math.Cos,
        [UnaryOperation.Tan] = Math.Tan,
        [UnaryOperation.Asin] = Math.Asin,
        [UnaryOperation.Acos] = Math.Acos,
        [UnaryOperation.Atan] = Math.Atan,
    };

    public static TheoryData<UnaryOperation> Functions => [.. _functions.Keys];

    private static readonly double[] _special = [-1.0, 1.0, 0.0, -0.0, 1e-300, double.Epsilon, -1e-17, 0.5];

    private static readonly Gen<double> _small = Gen.Frequency((3, Gen.Double[-1, 1]), (2, Samples.Number), (1, Gen.Int[0, 7].Select(index => _special[index])));

    private static readonly Gen<(Interval Set, double Member)> _member = Gen.Select(_small, _small, Gen.Double[0, 1], Gen.Int[0, 4], (a, b, t, end) =>
    {
        var set = end == 4 ? Interval.Of(a) : new Interval(Math.Min(a, b), Math.Max(a, b));
        return (set, end switch { 0 => set.Low, 1 => set.High, _ => Math.Clamp(set.Low + (t * (set.High - set.Low)), set.Low, set.High) });
    });

    [Theory]
    [MemberData(nameof(Functions))]
    public void Doubles_AreEnclosed(UnaryOperation operation) => _member.Sample(
        sample =>
        {
            var value = _functions[operation](sample.Member);
            Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits(ElementaryFunctions.Of(operation)!(sample.Member)));
            Assert.True(IntervalOperations.Apply(operation, ScalarKind.Double, sample.Set).Contains(value), $"{operation} {sample} {value}");
        },
        Cases);

    [Theory]
    [MemberData(nameof(Functions))]
    public void LimitsAndNaN_AreEnclosed(UnaryOperation operation)
    {
        double[] ends = [double.NegativeInfinity, -double.MaxValue, -1e7, -710, -2, -1, -1e-310, 0, 1e-310, 1, 2, 710, 1e7, double.MaxValue, double.PositiveInfinity];
        foreach (var low in ends)
        {
            foreach (var high in ends.Where(high => high >= low))
            {
                var range = IntervalOperations.Apply(operation, ScalarKind.Double, new Interval(low, high));
                Assert.All(ends.Where(x => low <= x && x <= high), x => Assert.True(range.Contains(_functions[operation](x)), $"{operation} [{low}, {high}] {x} {range}"));
            }
        }
    }

    [Fact]
    public void Waves_EncloseTheSeries() => Gen.Double[-50, 50].Sample(
        x =>
        {
            var (sine, cosine) = HighPrecision.Wave(Rationals.OfBinary(x));
            Encloses(IntervalFunctions.Elementary(UnaryOperation.Sin, Interval.Of(x)), sine);
            Encloses(IntervalFunctions.Elementary(UnaryOperation.Cos, Interval.Of(x)), cosine);
        },
        500);

    [Fact]
    public void Tangent_EnclosesTheSeries() => Gen.Double[-1.57, 1.57].Sample(
        x =>
        {
            var (sine, cosine) = HighPrecision.Wave(Rationals.OfBinary(x));
            Encloses(IntervalFunctions.Elementary(UnaryOperation.Tan, Interval.Of(x)), sine / cosine);
        },
        300);

    [Fact]
    public void Hyperbolics_EncloseTheSeries() => Gen.Double[-30, 30].Sample(
        x =>
        {
            var power = HighPrecision.Exp(Rationals.OfBinary(x));
            var inverse = power.Reciprocal();
            Encloses(IntervalFunctions.Elementary(UnaryOperation.Cosh, Interval.Of(x)), (power + inverse) / 2);
            Encloses(IntervalFunctions.Elementary(UnaryOperation.Sinh, Interval.Of(x)), (power - inverse) / 2);
            Encloses(IntervalFunctions.Elementary(UnaryOperation.Tanh, Interval.Of(x)), (power - inverse) / (power + inverse));
        },
        500);

    // An inverse is checked by what it is the inverse of.
    [Fact]
    public void Inverses_EncloseWhatTheyInvert() => Gen.Double[-1, 1].Sample(
        x =>
        {
            Inverts(UnaryOperation.Asin, 0.999 * x, y => HighPrecision.Wave(y).Sine);
            Inverts(UnaryOperation.Acos, 0.999 * x, y => -HighPrecision.Wave(y).Cosine, -1);
            Inverts(UnaryOperation.Atan, 20 * x, y => HighPrecision.Wave(y).Sine / HighPrecision.Wave(y).Cosine);
            Inverts(UnaryOperation.Asinh, 1000 * x, y => (HighPrecision.Exp(y) - HighPrecision.Exp(-y)) / 2);
            Inverts(UnaryOperation.Atanh, 0.999 * x, y => (HighPrecision.Exp(y) - HighPrecision.Exp(-y)) / (HighPrecision.Exp(y) + HighPrecision.Exp(-y)));
            Inverts(UnaryOperation.Acosh, 1 + (1000 * x * x), y => (HighPrecision.Exp(y) + HighPrecision.Exp(-y)) / 2);
            var two = HighPrecision.Log(2);
            var ten = HighPrecision.Log(10);
            Inverts(UnaryOperation.Log2, Math.Exp(10 * x), y => HighPrecision.Exp(y * two));
            Inverts(UnaryOperation.Log10, Math.Exp(10 * x), y => HighPrecision.Exp(y * ten));
        },
        60);

    private static void Inverts(UnaryOperation operation, double x, Func<Fraction, Fraction> rising, int sign = 1)
    {
        var range = IntervalFunctions.Elementary(operation, Interval.Of(x));
        var value = Rationals.OfBinary(sign * x);
        var margin = (Fraction.Abs(value) + 1) * _margin;
        Assert.True(rising(Rationals.OfBinary(range.Low)) <= value + margin, $"{operation} {x} {range}");
        Assert.True(value - margin <= rising(Rationals.OfBinary(range.High)), $"{operation} {x} {range}");
        Assert.True(range.Width <= 1e-13 * Math.Max(1, Math.Abs(range.High)));
    }

    // The mean value theorem: a chord's slope lies among the slopes between its ends.
    [Theory]
    [MemberData(nameof(Functions))]
    public void Slopes_EncloseChords(UnaryOperation operation) => Gen.Select(_small, Gen.Double[1e-3, 0.5]).Sample(
        (low, step) =>
        {
            var high = low + step;
            var (first, last) = (_functions[operation](low), _functions[operation](high));
            if (high - low > 1e-4 && ElementarySlopes.Of(operation, new Interval(low, high)) is { } slopes && double.IsFinite(first) && double.IsFinite(last))
            {
                var chord = (last - first) / (high - low);
                var error = 1e-13 * Math.Max(1, Math.Max(Math.Abs(first), Math.Abs(last))) / (high - low);
                Assert.True(slopes.Low - error <= chord && chord <= slopes.High + error, $"{operation} [{low}, {high}] {chord} {slopes}");
            }
        },
        Cases);

    [Theory]
    [MemberData(nameof(Functions))]
    public void Courses_AreWhatTheFunctionsDo(UnaryOperation operation) => Gen.Select(_small, _small).Sample(
        (a, b) =>
        {
            var (low, high) = (Math.Min(a, b), Math.Max(a, b));
            var (first, last) = (_functions[operation](low), _functions[operation](high));
            var course = ElementaryFunctions.Course(operation, low, high);
            Assert.False(course * (last - first) < -1e-15 * Math.Max(Math.Abs(first), Math.Abs(last)), $"{operation} {low} {high}");
        },
        Cases);

    [Fact]
    public void FallbacksOfOlderHosts_AreWithinEightUlps() => _small.Sample(
        x =>
        {
            IsNear(Math.Asinh(x), ElementaryFunctions.AreaSine(x));
            IsNear(Math.Atanh(x), ElementaryFunctions.AreaTangent(x));
            IsNear(Math.Acosh(x), ElementaryFunctions.AreaCosine(x));
            IsNear(Math.Acosh(1 + Math.Abs(x)), ElementaryFunctions.AreaCosine(1 + Math.Abs(x)));
            IsNear(Math.Log2(x), ElementaryFunctions.BaseTwo(x));
        },
        Cases);

    private static void IsNear(double expected, double actual)
    {
        if (double.IsNaN(expected) || double.IsInfinity(expected))
        {
            Assert.Equal(expected, actual);
        }
        else
        {
            Assert.InRange(actual, Ulp.Down(expected, 8), Ulp.Up(expected, 8));
        }
    }

    [Fact]
    public void WholeValues_AreExact()
    {
        Assert.Equal(new Interval(0, 0), IntervalFunctions.Elementary(UnaryOperation.Sin, Interval.Of(0)));
        Assert.Equal(new Interval(1, 1), IntervalFunctions.Elementary(UnaryOperation.Cos, Interval.Of(0)));
        Assert.Equal(new Interval(0, 0), IntervalFunctions.Elementary(UnaryOperation.Log2, Interval.Of(1)));
        Assert.Equal(0, IntervalFunctions.Elementary(UnaryOperation.Acosh, new Interval(1, 2)).Low);
        Assert.Equal(1, IntervalFunctions.Elementary(UnaryOperation.Cosh, new Interval(-2, 1)).Low);
        Assert.Equal(new Interval(-1, 1), IntervalFunctions.Elementary(UnaryOperation.Cos, new Interval(0, 100)));
        Assert.True(IntervalFunctions.Elementary(UnaryOperation.Tan, new Interval(1, 2)).MayBeNaN);
        Assert.True(IntervalFunctions.Elementary(UnaryOperation.Asin, new Interval(0, 2)).MayBeNaN);
    }

    private static void Encloses(Interval result, Fraction reference)
    {
        var margin = (Fraction.Abs(reference) + 1) * _margin;
        Assert.True(Rationals.OfBinary(result.Low) <= reference + margin && reference - margin <= Rationals.OfBinary(result.High), $"{result} {reference.ToDouble()}");
    }
}
