using MechanismDsl.Proofs.Proving;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Tests.Corpus;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Proofs.Tests.Real;

/// <summary>That nothing overflows is proved of what an operation computes, never of what its kind can hold: the prover alone, without a search that would find the overflow.</summary>
public class OverflowTests
{
    private static readonly RuleSource _source = new("""
        using System;
        static class Rules
        {
            public static int Product(int x, int y) => checked(x * y);
            public static int Wrapped(int x, int y) => x * y / Math.Max(1, x);
            public static int Sum(int x, int y) => checked(x * 21000 + y * y);
            public static int Magnitude(int x, int y) => Math.Abs(-1000 * x - y * y);
            public static long Long(long x, long y) => checked(x * y * 1000);
            public static decimal Money(decimal x, decimal y) => x * y * x * y;
            public static decimal Quotient(decimal x, decimal y) => x * x / y;
            public static int Narrow(int x, int y) => checked((int)((long)x * y));
        }
        """);

    [Theory]
    [InlineData("Product", 46_340, 46_340, true)]
    [InlineData("Product", 50_000, 50_000, false)]
    [InlineData("Wrapped", 46_340, 46_340, true)]
    [InlineData("Wrapped", 50_000, 50_000, false)]
    [InlineData("Sum", 40_000, 30_000, true)]
    [InlineData("Sum", 90_000, 46_000, false)]
    [InlineData("Magnitude", 1_000_000, 30_000, true)]
    [InlineData("Magnitude", 2_000_000, 46_000, false)]
    [InlineData("Long", 90_000_000, 90_000_000, true)]
    [InlineData("Long", 200_000_000, 200_000_000, false)]
    [InlineData("Money", 10_000_000, 1_000_000, true)]
    [InlineData("Money", 1_000_000_000, 1_000_000_000, false)]
    [InlineData("Quotient", 1_000_000, 1_000_000, true)]
    [InlineData("Quotient", 1_000_000_000_000_000, 1_000_000_000_000_000, false)]
    [InlineData("Narrow", 46_340, 46_340, true)]
    [InlineData("Narrow", 50_000, 50_000, false)]
    public void Totality_IsProvedOnlyWhereNothingOverflows(string name, long x, long y, bool holds)
    {
        var rule = _source.Lower(_source.Method("Rules", name))!;
        Domain Of(long most) => rule.Parameters[0].Variable.Kind switch
        {
            ScalarKind.Decimal => new Domain.Grid(name == "Quotient" ? 1 : 0, most, 2),
            ScalarKind.Int64 => new Domain.Integers(0, most, IsLong: true),
            _ => new Domain.Integers(0, most, IsLong: false),
        };
        var system = new RuleSystem
        {
            Inputs = [new Input("x", ParameterRole.Report, [Of(x)]), new Input("y", ParameterRole.Public, [Of(y)])],
            Side = Side.Buyer,
            Agents = new AgentRange(1, null),
            Score = rule,
        };
        foreach (var property in new[] { Property.Total, Property.MonotoneScore })
        {
            var verdict = Tier.Deep.Prove(new Question(property, system), default);
            Assert.True(holds || verdict is not Verdict.Proved, $"{property}: {verdict}");
        }

        Assert.Equal(holds, Engine.Decide(new Question(Property.Total, system), Effort.Deep, default) is Verdict.Proved);
    }
}
