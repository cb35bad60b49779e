using MechanismDsl.Proofs.Proving;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Tests.Corpus;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Theory.Problems;
using Xunit.Abstractions;

namespace MechanismDsl.Proofs.Tests.Real;

/// <summary>Scores whose parts depend on each other, whose slope touches zero, or whose pieces meet at thresholds that are inputs.</summary>
public class HardScoresTests(ITestOutputHelper output)
{
    public static TheoryData<string, double, double, string> True => new()
    {
        { "x * Math.Exp(-0.1 * x)", 0, 10, "slope touches zero at the border" },
        { "Math.Min(x, x)", 0, 100, "the smaller of equal ones" },
        { "Math.Min(x, 0.5 * x + 0.5 * x)", 0, 100, "the smaller of equal ones in disguise" },
        { "Math.Floor(x) * 3 * x / (1 + Math.Sqrt(Math.Floor(x)))", 0, 20, "jumps inside a quotient" },
        { "Math.Abs(x - 0.3 * x)", 0, 100, "sign of a cancelled difference" },
        { "Math.Sqrt(x - 0.3 * x)", 0, 100, "root of a cancelled difference" },
        { "x - 0.005 * x * x", 0, 100, "literals as decimals" },
        { "x * x * x - 6 * x * x + 12 * x", 0, 10, "slope touches zero inside" },
        { "q * x - 0.005 * x * x * q", 0, 100, "slope times a quality" },
        { "x <= 10 + 40 * q ? x : 10 + 40 * q + Math.Sqrt(x - (10 + 40 * q))", 0, 100, "kink at a threshold that is computed" },
        { "x <= 60 * q ? x / 2 : x - 30 * q", 0, 100, "pieces that meet at an input" },
        { "x <= q ? x * q : x * x", 0, 1, "continuous at the input itself" },
        { "Math.Log(1 + x) / (1 + Math.Log(1 + x))", 0, 100, "fraction of one atom" },
        { "x / (x + 1 + q)", 0, 100, "share" },
        { "x * Math.Sqrt(x) - x", 1, 100, "powers of a root" },
        { "Math.Pow(x, 1.5) / (1 + q)", 0, 100, "real power" },
        { "Math.Exp(x / 50) / (Math.Exp(x / 50) + Math.Exp(q))", 0, 100, "soft maximum" },
        { "Math.Sqrt(x) - 0.05 * x", 0, 100, "steep at zero, flat at the end" },
        { "Math.Max(x, 2 * x - 50) - 0.5 * x", 0, 100, "kink with slopes on both sides" },
        { "Math.Pow(x, 1.5) / (1 + Math.Sqrt(x))", 0, 100, "a half power over its root" },
        { "Math.Pow(x, 1.5) - 0.1 * x * Math.Sqrt(x)", 0, 100, "a half power less a root of it" },
        { "Math.Pow(x, 1.5) / (1 + x)", 0, 100000, "a half power over its square" },
        { "Math.Pow(x, 1.25) + Math.Sqrt(x) - 0.04 * x", 0, 100, "a power that is flat at zero" },
        { "Math.Cbrt(x) - 0.01 * x", 0, 100, "cube root, steep at zero" },
        { "x + Math.Sin(x)", 0, 100, "slope touches zero at every turn" },
        { "x + 1e-3 * Math.Cos(x * 10)", 0, 100, "ripples" },
        { "Math.Sin(x / 100)", 0, 150, "a wave before its peak" },
        { "2 - Math.Cos(x / 50) + q", 0, 157, "a falling wave, from above" },
        { "Math.Tan(x / 100) - x / 100", 0, 156, "tangent less its argument" },
        { "Math.Tanh(x / 50) - Math.Tanh(x / 50) * 0.5 + Math.Cbrt(x)", 0, 100, "sums of tanh" },
        { "x - 20 * Math.Tanh(x / 20)", 0, 100, "tanh under its tangent" },
        { "Math.Atan(x) + Math.Asinh(x)", 0, 100, "slow growth" },
        { "x - Math.Atan(x) - q", 0, 100, "arctangent under its tangent" },
        { "Math.Sinh(x / 10) - x / 10", 0, 100, "sinh above its tangent" },
        { "Math.Cosh(x / 10) - x / 20", 10, 100, "cosh on one side" },
        { "Math.Log2(1 + x) * Math.Log10(10 + x)", 0, 100, "products of logarithms" },
        { "Math.Acosh(1 + x) - 0.005 * x", 0, 100, "steep at one" },
        { "Math.Asin(x / 100) - x / 200", 0, 100, "steep at both ends" },
        { "-Math.Acos(x / 100) + x * q", 0, 100, "arccosine falls" },
        { "Math.Atanh(x / 101) - 0.5 * x / 101", 0, 100, "artanh above its tangent" },
    };

    public static TheoryData<string, double, double> False => new()
    {
        { "x * Math.Exp(-0.1 * x)", 0, 10.5 },
        { "x - Math.Floor(x)", 0, 10 },
        { "x - 0.0051 * x * x", 0, 100 },
        { "x * x * x - 6 * x * x + 11.99 * x", 0, 10 },
        { "Math.Sqrt(Math.Max(0, x - 5)) - 0.1 * x", 0, 10 },
        { "x <= 60 * q ? x / 2 : x - 31 * q", 0, 100 },
        { "Math.Abs(x - 30)", 0, 100 },
        { "Math.Floor(x) * (5 - x)", 0, 10 },
        { "x / (1 + x * x)", 0, 2 },
        { "1 / (5 - x)", 0, 10 },
        { "Math.Min(x, 10 - x)", 0, 10 },
        { "Math.Pow(x, 0.5) - 0.06 * x", 0, 100 },
        { "x % 10", 0, 11 },
        { "Math.Sin(x)", 0, 100 },
        { "Math.Sin(x / 100)", 0, 158 },
        { "x + 0.2 * Math.Cos(x * 10)", 0, 100 },
        { "x + 1.001 * Math.Sin(x)", 0, 100 },
        { "Math.Cosh(x / 10 - 1)", 0, 100 },
        { "x - 21 * Math.Tanh(x / 20)", 0, 100 },
        { "Math.Acos(x / 100)", 0, 100 },
        { "Math.Log2(1 + x) - 0.05 * x", 0, 100 },
        { "Math.Atan(x) - 0.0002 * x", 0, 100 },
        { "Math.Asinh(x) - 0.01 * x", 0, 110 },
        { "Math.Cbrt(x) - 0.016 * x", 0, 100 },
        { "Math.Pow(x, 1.5) - 3 * x", 0, 100 },
    };

    [Theory]
    [MemberData(nameof(True))]
    public void MonotoneScores_AreProved(string score, double low, double high, string why)
    {
        var verdict = Tier.Quick.Prove(Question(score, low, high), default);
        output.WriteLine($"{why}: {verdict}");
        Assert.IsType<Verdict.Proved>(verdict);
    }

    [Theory]
    [MemberData(nameof(False))]
    public void OtherScores_AreRefuted(string score, double low, double high)
    {
        var verdict = Tier.Quick.Prove(Question(score, low, high), default);
        output.WriteLine($"{verdict}");
        Assert.IsNotType<Verdict.Proved>(verdict);
        Assert.IsType<Verdict.Refuted>(Engine.Decide(Question(score, low, high), Effort.Quick, default));
    }

    [Theory]
    [InlineData("x * x * x - 6 * x * x + 11.99 * x", 10)]
    [InlineData("x - 0.0051 * x * x", 100)]
    [InlineData("Math.Pow(x, 0.5) - 0.06 * x", 100)]
    public void SmallFalls_AreFoundByTheProverItself(string score, double high) =>
        Assert.IsType<Verdict.Refuted>(Tier.Quick.Prove(Question(score, 0, high), default));

    internal static Question Question(string score, double low, double high)
    {
        var source = new RuleSource($"using System; static class Rules {{ static double Score(double x, double q) => {score}; }}");
        var rule = source.Lower(source.Method("Rules", "Score"));
        Assert.NotNull(rule);
        var system = new RuleSystem
        {
            Inputs = [new Input("x", ParameterRole.Report, [new Domain.Interval(low, high)]), new Input("q", ParameterRole.Public, [new Domain.Interval(0, 1)])],
            Side = Side.Buyer,
            Agents = new AgentRange(1, null),
            Score = rule,
        };
        return new Question(Property.MonotoneScore, system);
    }
}
