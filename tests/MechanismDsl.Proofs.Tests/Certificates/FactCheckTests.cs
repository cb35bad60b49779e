using MechanismDsl.Proofs.Certificates;
using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Tests.Certificates;

/// <summary>
/// What follows from facts for the checker is true of all numbers that satisfy the facts: random facts between symbols, constants and results, in whole numbers and
/// in doubles next to each other, and every assignment is tried.
/// </summary>
public class FactCheckTests
{
    private const int Symbols = 3;

    /// <summary>Neighbours among them, because a strict bound moves to the next number.</summary>
    private static readonly double[] Doubles = [0, double.Epsilon, 0.5, Math.BitDecrement(1), 1, Math.BitIncrement(1), 2];

    private static readonly double[] Integers = [0, 1, 2, 3];

    [Theory]
    [InlineData(true, 1)]
    [InlineData(true, 2)]
    [InlineData(true, 4)]
    [InlineData(false, 1)]
    [InlineData(false, 2)]
    [InlineData(false, 4)]
    public void WhatFollows_IsTrueOfEveryAssignment(bool isInteger, int count)
    {
        var random = new SplitMix64((ulong)count);
        int below = 0, strictly = 0, contradictions = 0, narrowed = 0;
        for (var round = 0; round < 600; round++)
        {
            var terms = Terms(random, isInteger);
            var facts = Enumerable.Range(0, count).Select(_ => new Fact((Relation)random.Below(4), random.Of(terms), random.Of(terms))).ToArray();
            var check = new FactCheck(facts);
            var values = Assignments(isInteger ? Integers : Doubles)
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

    private static List<Term> Terms(SplitMix64 random, bool isInteger)
    {
        var terms = new List<Term>();
        for (var symbol = 0; symbol < Symbols; symbol++)
        {
            terms.Add(new Term.Symbol(symbol, $"s{symbol}", SymbolRole.Public, isInteger ? new Domain.Integers(0, 3, IsLong: false) : new Domain.Interval(0, 2), symbol, -1));
        }

        terms.Add(isInteger ? Constant(4, Scalar.Of(1)) : Constant(4, Scalar.Of(1.0)));
        terms.Add(isInteger ? Constant(5, Scalar.Of(2)) : Constant(5, Scalar.Of(0.5)));
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
        Term.Constant constant => constant.Kind == ScalarKind.Double ? constant.Value.AsDouble : constant.Value.AsInteger,
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
