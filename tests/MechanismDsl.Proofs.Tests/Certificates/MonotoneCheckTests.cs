using MechanismDsl.Proofs.Certificates;
using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Tests.Certificates;

/// <summary>
/// Every step that the checker accepts is true of numbers: two results of operations on symbols whose ranges and order are random, evaluated at the ends of the
/// ranges and in between. A rule that accepts more than it may is refuted here, whoever writes a certificate with it.
/// </summary>
public class MonotoneCheckTests
{
    /// <summary>Where rules change: signs, 1, turning points of sine and cosine.</summary>
    private static readonly double[] Ends = [-4, -3.2, -3.14, -2, -1.58, -1.57, -1, -0.5, 0, 0.25, 0.5, 1, 1.57, 1.58, 2, 3.14, 3.2, 4];

    [Theory]
    [InlineData(BinaryOperation.Add)]
    [InlineData(BinaryOperation.Subtract)]
    [InlineData(BinaryOperation.Multiply)]
    [InlineData(BinaryOperation.Divide)]
    [InlineData(BinaryOperation.Pow)]
    public void TwoResultsOfABinaryOperation(BinaryOperation operation)
    {
        var accepted = 0;
        var random = new SplitMix64(1);
        for (var round = 0; round < 40_000; round++)
        {
            var (ranges, order, shared) = (Ranges(random, 4), Order(random), (int)(random.Next() % 3));
            var symbols = Symbols(ranges);
            Term[] operands = [symbols[0], symbols[1], shared == 1 ? symbols[0] : symbols[2], shared == 2 ? symbols[1] : symbols[3]];
            var (p, q) = (new Term.Binary(10, operation, operands[0], operands[1]), new Term.Binary(11, operation, operands[2], operands[3]));
            accepted += Follows(symbols, order, p, q, operation == BinaryOperation.Pow) ? 1 : 0;
        }

        Assert.True(accepted > 50, $"{operation}: {accepted}");
    }

    [Theory]
    [InlineData(BinaryOperation.Add)]
    [InlineData(BinaryOperation.Subtract)]
    [InlineData(BinaryOperation.Multiply)]
    [InlineData(BinaryOperation.Divide)]
    [InlineData(BinaryOperation.Remainder)]
    [InlineData(BinaryOperation.Min)]
    [InlineData(BinaryOperation.Max)]
    public void AResultAndAnOperand(BinaryOperation operation)
    {
        var accepted = 0;
        var random = new SplitMix64(2);
        for (var round = 0; round < 40_000; round++)
        {
            var (ranges, order, isBelow) = (Ranges(random, 3), Order(random), random.Next() % 2 == 0);
            var symbols = Symbols(ranges);
            var result = new Term.Binary(10, operation, symbols[0], symbols[1]);
            accepted += (isBelow ? Follows(symbols, order, result, symbols[2]) : Follows(symbols, order, symbols[2], result)) ? 1 : 0;
        }

        Assert.True(accepted > 50, $"{operation}: {accepted}");
    }

    // Ranges without an end, and operands that can be no number: then the step is about those of their values that make two numbers.
    [Theory]
    [InlineData(BinaryOperation.Add)]
    [InlineData(BinaryOperation.Subtract)]
    [InlineData(BinaryOperation.Multiply)]
    [InlineData(BinaryOperation.Divide)]
    [InlineData(BinaryOperation.Remainder)]
    [InlineData(BinaryOperation.Min)]
    [InlineData(BinaryOperation.Max)]
    [InlineData(BinaryOperation.Pow)]
    public void OperandsWithoutEnd_OrWithoutNumber(BinaryOperation operation)
    {
        var accepted = 0;
        var random = new SplitMix64(3);
        for (var round = 0; round < 10_000; round++)
        {
            var (order, nans) = (Order(random), random.Below(2) == 0 ? 0 : random.Below(16));
            var symbols = Symbols([.. Ranges(random, 4).Select(range => random.Below(8) switch
            {
                0 => (double.NegativeInfinity, range.High),
                1 => (range.Low, double.PositiveInfinity),
                _ => range,
            })]);
            var p = new Term.Binary(10, operation, symbols[0], symbols[1]);
            Term[] others = [new Term.Binary(11, operation, symbols[2], symbols[3]), new Term.Binary(12, operation, symbols[0], symbols[3]), symbols[2]];
            var q = random.Of(others);
            accepted += (Follows(symbols, order, p, q, real: true, nans) ? 1 : 0) + (Follows(symbols, order, q, p, real: true, nans) ? 1 : 0);
        }

        Assert.True(accepted > 1, $"{operation}: {accepted}");
    }

    public static TheoryData<UnaryOperation> UnaryOperations => [.. Enum.GetValues<UnaryOperation>().Except([UnaryOperation.Not])];

    [Theory]
    [MemberData(nameof(UnaryOperations))]
    public void ResultsOfAUnaryOperation(UnaryOperation operation)
    {
        var accepted = 0;
        var random = new SplitMix64(1);
        for (var round = 0; round < 20_000; round++)
        {
            var (ranges, order, shape) = (Ranges(random, 2), Order(random), (int)(random.Next() % 3));
            var symbols = Symbols(ranges);
            Term p = shape == 1 ? symbols[0] : new Term.Unary(10, operation, symbols[0]), q = shape == 2 ? symbols[1] : new Term.Unary(11, operation, symbols[1]);
            accepted += Follows(symbols, order, p, q, real: true) ? 1 : 0;
        }

        Assert.True(accepted > 20, $"{operation}: {accepted}");
    }

    [Theory]
    [InlineData(BinaryOperation.And)]
    [InlineData(BinaryOperation.Or)]
    public void Masks(BinaryOperation operation)
    {
        var accepted = 0;
        for (var mask = -40L; mask <= 40; mask++)
        {
            var (low, high) = (new Term.Symbol(0, "a", SymbolRole.Public, new Domain.Integers(-100, 100, true), 0, -1), new Term.Symbol(1, "b", SymbolRole.Public, new Domain.Integers(-100, 100, true), 1, -1));
            var by = new Term.Constant(2, Scalar.Of(mask), mask);
            var (p, q) = (new Term.Binary(10, operation, low, by), new Term.Binary(11, operation, high, by));
            if (!MonotoneCheck.Holds(p, q, (x, y) => ReferenceEquals(x, y) || (ReferenceEquals(x, low) && ReferenceEquals(y, high)), term => term.Range, () => true))
            {
                continue;
            }

            accepted++;
            for (var x = -100L; x < 100; x++)
            {
                Assert.True(operation == BinaryOperation.And ? (x & mask) <= ((x + 1) & mask) : (x | mask) <= ((x + 1) | mask), $"{mask}: {x}");
            }
        }

        Assert.InRange(accepted, 5, 20);
    }

    private static (double Low, double High)[] Ranges(SplitMix64 random, int count)
    {
        double End() => Ends[(int)(random.Next() % (ulong)Ends.Length)];
        return [.. Enumerable.Range(0, count).Select(_ => (End(), End())).Select(ends => (Math.Min(ends.Item1, ends.Item2), Math.Max(ends.Item1, ends.Item2)))];
    }

    /// <summary>Which operand is at most which other one.</summary>
    private static bool[] Order(SplitMix64 random) => [.. Enumerable.Range(0, 12).Select(_ => random.Next() % 2 == 0)];

    private static Term.Symbol[] Symbols((double Low, double High)[] ranges) =>
        [.. ranges.Select((range, index) => new Term.Symbol(index, $"s{index}", SymbolRole.Public, new Domain.Interval(range.Low, range.High), index, -1))];

    /// <summary>Whether the checker accepts p ≤ q; if it does, numbers that respect ranges and order are tried.</summary>
    private static bool Follows(Term.Symbol[] symbols, bool[] order, Term p, Term q, bool real = false, int nans = 0)
    {
        bool MayBeNaN(Term term) => term is Term.Symbol symbol && ((nans >> symbol.Input) & 1) != 0;

        bool Ordered(int left, int right) => left == right || order[(left * 3) + right - (right > left ? 1 : 0)];

        bool Below(Term x, Term y) => ReferenceEquals(x, y) || (x is Term.Symbol left && y is Term.Symbol right && Ordered(left.Input, right.Input));

        var isReal = false;
        if (!MonotoneCheck.Holds(p, q, Below, term => MayBeNaN(term) ? term.Range with { MayBeNaN = true } : term.Range, () => isReal = true))
        {
            return false;
        }

        Assert.True(real || !isReal, "a rule in real arithmetic");
        var tried = false;
        foreach (var values in Grid(symbols, nans))
        {
            if (symbols.All(left => symbols.All(right => !Ordered(left.Input, right.Input) || !(values[left.Input] > values[right.Input]))))
            {
                double lower = Value(p, values), upper = Value(q, values);
                if (double.IsNaN(lower) || double.IsNaN(upper))
                {
                    continue;
                }

                tried = true;
                Assert.True(lower <= upper || (isReal && lower - upper < 1e-12 * (1 + Math.Abs(upper))), $"{p} = {lower} > {upper} = {q} at {string.Join(", ", values)}");
            }
        }

        return tried;
    }

    /// <summary>Four numbers of every range, in all combinations; in place of one of them none, where that is possible.</summary>
    private static IEnumerable<double[]> Grid(Term.Symbol[] symbols, int nans)
    {
        double[][] numbers = [.. symbols.Select(symbol => Numbers(symbol.Domain.Low, symbol.Domain.High, ((nans >> symbol.Input) & 1) != 0))];
        for (var index = 0; index < 1 << (2 * symbols.Length); index++)
        {
            yield return [.. numbers.Select((four, symbol) => four[(index >> (2 * symbol)) & 3])];
        }
    }

    private static double[] Numbers(double low, double high, bool mayBeNaN)
    {
        var (from, to) = (Math.Max(low, -1e300), Math.Min(high, 1e300));
        return [low, mayBeNaN ? double.NaN : from + (0.31 * (to - from)), double.IsInfinity(low) ? high - 1 : double.IsInfinity(high) ? low + 1 : from + (0.77 * (to - from)), high];
    }

    private static double Value(Term term, double[] values) => term switch
    {
        Term.Symbol symbol => values[symbol.Input],
        Term.Unary unary => Value(unary.Operation, Value(unary.Operand, values)),
        Term.Binary binary => Value(binary.Operation, Value(binary.Left, values), Value(binary.Right, values)),
        _ => throw new NotSupportedException(),
    };

    private static double Value(BinaryOperation operation, double left, double right) => operation switch
    {
        BinaryOperation.Add => left + right,
        BinaryOperation.Subtract => left - right,
        BinaryOperation.Multiply => left * right,
        BinaryOperation.Divide => left / right,
        BinaryOperation.Remainder => left % right,
        BinaryOperation.Min => Math.Min(left, right),
        BinaryOperation.Max => Math.Max(left, right),
        BinaryOperation.Pow => Math.Pow(left, right),
        _ => throw new NotSupportedException(),
    };

    private static double Value(UnaryOperation operation, double operand) => operation switch
    {
        UnaryOperation.Negate => -operand,
        UnaryOperation.Abs => Math.Abs(operand),
        UnaryOperation.Sqrt => Math.Sqrt(operand),
        UnaryOperation.Exp => Math.Exp(operand),
        UnaryOperation.Log => Math.Log(operand),
        UnaryOperation.Floor => Math.Floor(operand),
        UnaryOperation.Ceiling => Math.Ceiling(operand),
        UnaryOperation.Round => Math.Round(operand),
        UnaryOperation.Truncate => Math.Truncate(operand),
        UnaryOperation.Sign => Math.Sign(operand),
        UnaryOperation.Cbrt => Math.Cbrt(operand),
        UnaryOperation.Single => (float)operand,
        UnaryOperation.Log2 => Math.Log2(operand),
        UnaryOperation.Log10 => Math.Log10(operand),
        UnaryOperation.Sinh => Math.Sinh(operand),
        UnaryOperation.Cosh => Math.Cosh(operand),
        UnaryOperation.Tanh => Math.Tanh(operand),
        UnaryOperation.Asinh => Math.Asinh(operand),
        UnaryOperation.Acosh => Math.Acosh(operand),
        UnaryOperation.Atanh => Math.Atanh(operand),
        UnaryOperation.Sin => Math.Sin(operand),
        UnaryOperation.Cos => Math.Cos(operand),
        UnaryOperation.Tan => Math.Tan(operand),
        UnaryOperation.Asin => Math.Asin(operand),
        UnaryOperation.Acos => Math.Acos(operand),
        UnaryOperation.Atan => Math.Atan(operand),
        _ => throw new NotSupportedException(),
    };
}
