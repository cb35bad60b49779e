using MechanismDsl.Proofs.Certificates;
using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Tests.Certificates;

/// <summary>
/// What follows from facts for the checker is true of all numbers that satisfy the facts: random facts between symbols, constants and results, in whole numbers, in
/// decimals and in doubles next to each other, and every assignment is tried.
/// </summary>
public class FactCheckTests
{
    private const int Symbols = 3;

    /// <summary>Neighbours among them, because a strict bound moves to the next number.</summary>
    private static readonly double[] Doubles = [0, double.Epsilon, 0.5, Math.BitDecrement(1), 1, Math.BitIncrement(1), 2];

    private static readonly double[] Integers = [0, 1, 2, 3];

    private static readonly double[] Decimals = [0, 0.25, 0.5, 1, 1.25, 2];

    [Theory]
    [InlineData(ScalarKind.Int32, 1)]
    [InlineData(ScalarKind.Int32, 2)]
    [InlineData(ScalarKind.Int32, 4)]
    [InlineData(ScalarKind.Int64, 2)]
    [InlineData(ScalarKind.Double, 1)]
    [InlineData(ScalarKind.Double, 2)]
    [InlineData(ScalarKind.Double, 4)]
    [InlineData(ScalarKind.Decimal, 2)]
    public void WhatFollows_IsTrueOfEveryAssignment(ScalarKind kind, int count)
    {
        var random = new SplitMix64((ulong)count);
        int below = 0, strictly = 0, contradictions = 0, narrowed = 0;
        for (var round = 0; round < 600; round++)
        {
            var terms = Terms(random, kind);
            var facts = Enumerable.Range(0, count).Select(_ => new Fact((Relation)random.Below(4), random.Of(terms), random.Of(terms))).ToArray();
            var check = new FactCheck(facts);
            var values = Assignments(kind switch { ScalarKind.Double => Doubles, ScalarKind.Decimal => Decimals, _ => Integers })
                .Select(symbols => terms.ToDictionary(term => term, term => Value(term, symbols)))
                .Where(value => facts.All(fact => Holds(fact.Relation, value[fact.Left], value[fact.Right])))
                .ToList();
            if (check.AreContradictory())
            {
                contradictions++;
                Assert.True(values.Count == 0, $"{string.Join("; ", facts)} are no contradiction");
            }

            foreach (var left in terms)
            {
                var range = check.RangeOf(left);
                Assert.True(values.TrueForAll(value => range.Contains(value[left])), $"{string.Join("; ", facts)}: {left} in {range}");
                narrowed += range != left.Range && values.Count > 0 ? 1 : 0;
                foreach (var right in terms)
                {
                    if (check.IsBelow(left, right))
                    {
                        below += values.Count > 0 ? 1 : 0;
                        Assert.True(values.TrueForAll(value => value[left] <= value[right]), $"{string.Join("; ", facts)}: {left} <= {right}");
                    }

                    if (check.IsStrictlyBelow(left, right))
                    {
                        strictly += values.Count > 0 ? 1 : 0;
                        Assert.True(values.TrueForAll(value => value[left] < value[right]), $"{string.Join("; ", facts)}: {left} < {right}");
                    }
                }
            }
        }

        Assert.True(below > 1000 && strictly > 100 && contradictions > 10 && narrowed > 100, $"{below} {strictly} {contradictions} {narrowed}");
    }

    // Where facts only compare inputs and numbers, the ranges are those of the assignments that are left; a chain of them takes as many rounds as it has facts.
    [Fact]
    public void RangesOfComparedInputs_AreTight()
    {
        var narrowed = 0;
        for (var round = 0; round < 2_000; round++)
        {
            var random = new SplitMix64((ulong)round);
            Term[] terms = [.. Terms(random, ScalarKind.Int32).Take(Symbols + 2)];
            var facts = Enumerable.Range(0, 1 + random.Below(4)).Select(_ => new Fact((Relation)random.Below(2), random.Of(terms), random.Of(terms))).ToArray();
            var values = Assignments(Integers)
                .Select(symbols => terms.ToDictionary(term => term, term => Value(term, symbols)))
                .Where(value => facts.All(fact => Holds(fact.Relation, value[fact.Left], value[fact.Right])))
                .ToList();
            if (values.Count > 0)
            {
                var check = new FactCheck(facts);
                Assert.All(terms, term => Assert.Equal(new ValueRange(values.Min(value => value[term]), values.Max(value => value[term])), check.RangeOf(term)));
                narrowed += Array.Exists(terms, term => check.RangeOf(term) != term.Range) ? 1 : 0;
            }
        }

        Assert.True(narrowed > 500, $"{narrowed}");
    }

    // Two strict steps below 1 there are the doubles that are two apart from it.
    [Fact]
    public void StrictBounds_MoveByOneDouble()
    {
        var terms = Terms(new SplitMix64(1), ScalarKind.Double);
        var (low, high, one) = (terms[0], terms[1], terms[Symbols]);
        var below = new FactCheck([new(Relation.Less, low, high), new(Relation.Less, high, one)]);
        Assert.Equal(new ValueRange(0, Math.BitDecrement(Math.BitDecrement(1))), below.RangeOf(low));
        Assert.Equal(new ValueRange(double.Epsilon, Math.BitDecrement(1)), below.RangeOf(high));
        var above = new FactCheck([new(Relation.Less, one, low), new(Relation.LessOrEqual, low, high)]);
        Assert.Equal(new ValueRange(Math.BitIncrement(1), 2), above.RangeOf(low));
        Assert.Equal(new ValueRange(Math.BitIncrement(1), 2), above.RangeOf(high));
        Assert.True(new FactCheck([new(Relation.Equal, low, one), new(Relation.Less, low, one)]).AreContradictory());
        Assert.True(new FactCheck([new(Relation.Equal, low, one), new(Relation.Less, one, low)]).AreContradictory());
        Assert.True(new FactCheck([new(Relation.Equal, low, high), new(Relation.Less, low, one), new(Relation.Less, one, high)]).AreContradictory());
    }

    // The range of a root that may be none says nothing of it.
    [Fact]
    public void WhatMayBeNoNumber_IsNotComparedByItsRange()
    {
        var x = new Term.Symbol(0, "x", SymbolRole.Public, new Domain.Interval(-1, 1), 0, -1);
        var (root, two) = (new Term.Unary(1, UnaryOperation.Sqrt, x), Constant(2, Scalar.Of(2.0)));
        var below = new Term.Unary(3, UnaryOperation.Negate, new Term.Unary(4, UnaryOperation.Exp, root));
        var check = new FactCheck([]);
        Assert.True(root.Range.MayBeNaN && root.Range.High < 2);
        Assert.False(check.IsBelow(root, two) || check.IsStrictlyBelow(root, two));
        Assert.False(check.IsBelow(below, two) || check.IsStrictlyBelow(below, root) || check.IsBelow(below, root));
        Assert.True(check.IsBelow(x, two) && check.IsStrictlyBelow(x, two));
    }

    // The first symbols, 1, another number, and results.
    private static List<Term> Terms(SplitMix64 random, ScalarKind kind)
    {
        Domain domain = kind switch
        {
            ScalarKind.Double => new Domain.Interval(0, 2),
            ScalarKind.Decimal => new Domain.Grid(0, 2, 2),
            _ => new Domain.Integers(0, 3, kind == ScalarKind.Int64),
        };
        var (one, other) = kind switch
        {
            ScalarKind.Double => (Scalar.Of(1.0), Scalar.Of(0.5)),
            ScalarKind.Decimal => (Scalar.Of(1m), Scalar.Of(1.25m)),
            ScalarKind.Int64 => (Scalar.Of(1L), Scalar.Of(2L)),
            _ => (Scalar.Of(1), Scalar.Of(2)),
        };
        var terms = new List<Term>();
        for (var symbol = 0; symbol < Symbols; symbol++)
        {
            terms.Add(new Term.Symbol(symbol, $"s{symbol}", SymbolRole.Public, domain, symbol, -1));
        }

        terms.Add(Constant(4, one));
        terms.Add(Constant(5, other));
        BinaryOperation[] operations = [BinaryOperation.Add, BinaryOperation.Subtract, BinaryOperation.Multiply, BinaryOperation.Min, BinaryOperation.Max];
        for (var result = 0; result < 3; result++)
        {
            terms.Add(new Term.Binary(10 + result, random.Of(operations), random.Of(terms), random.Of(terms)));
        }

        return terms;
    }

    private static Term.Constant Constant(int id, Scalar value) => new(id, value, ExactReading.Of(value));

    private static IEnumerable<double[]> Assignments(double[] numbers) =>
        from first in numbers
        from second in numbers
        from third in numbers
        select (double[])[first, second, third];

    private static bool Holds(Relation relation, double left, double right) => relation switch
    {
        Relation.LessOrEqual => left <= right,
        Relation.Less => left < right,
        Relation.Equal => left == right,
        _ => left != right,
    };

    private static double Value(Term term, double[] symbols) => term switch
    {
        Term.Symbol symbol => symbols[symbol.Input],
        Term.Constant constant => constant.Value.ToNumber(),
        Term.Binary binary => Value(binary.Operation, Value(binary.Left, symbols), Value(binary.Right, symbols)),
        _ => throw new NotSupportedException(),
    };

    private static double Value(BinaryOperation operation, double left, double right) => operation switch
    {
        BinaryOperation.Add => left + right,
        BinaryOperation.Subtract => left - right,
        BinaryOperation.Multiply => left * right,
        BinaryOperation.Min => Math.Min(left, right),
        _ => Math.Max(left, right),
    };
}
