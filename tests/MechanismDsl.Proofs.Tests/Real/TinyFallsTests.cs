using MechanismDsl.Proofs.Proving;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Verdicts;

namespace MechanismDsl.Proofs.Tests.Real;

/// <summary>
/// Scores that fall by next to nothing, in a needle, by the last bits, over a pole, through NaN or an overflow. None may be proved, whether or not the fall is
/// large enough to be shown; their neighbours on the right side of the edge are.
/// </summary>
public class TinyFallsTests
{
    public static TheoryData<string, double, double> Falls => new()
    {
        { "x - 1.0000001 * Math.Tanh(x)", 0, 100 },
        { "Math.Asinh(x) - 0.0099995001 * x", 0, 100 },
        { "Math.Atan(x) - x / 10000.9", 0, 100 },
        { "Math.Sin(x / 100)", 0, 157.0797 },
        { "-Math.Cos(x)", 0, 3.1416 },
        { "Math.Cos(x)", -3.1416, 0 },
        { "Math.Tan(x)", 0, 1.5707963267948968 },
        { "Math.Tan(x)", -1.571, 0 },
        { "x + 1.0000000001 * Math.Sin(x)", 0, 10 },
        { "x > 50 && x < 50.000001 ? x + 1e-3 * Math.Sin(x) : x", 0, 100 },
        { "Math.Cosh(x - 1e-6)", 0, 10 },
        { "Math.Log2(x) - 0.01442695041 * x", 1, 100 },
        { "Math.Log10(x) - 0.004342944820 * x", 1, 100 },
        { "Math.Cbrt(x) - 0.0154720 * x", 0, 100 },
        { "Math.Pow(x, 0.5) - Math.Sqrt(x) - 1e-9 * x", 0, 100 },
        { "Math.Pow(x, 1.5) - 1.0000001 * x * Math.Sqrt(x)", 0, 100 },
        { "Math.Pow(x, 2.5) - 1e-7 * Math.Sqrt(x)", 0, 100 },
        { "Math.Acosh(x)", 0, 2 },
        { "Math.Atanh(x)", 0, 2 },
        { "Math.Asin(x)", 0, 1.0000000000000002 },
        { "Math.Log2(x - 1)", 0, 2 },
        { "Math.Acos(x)", -1, 1 },
        { "1 / Math.Sin(x)", 0, 1 },
        { "1 / Math.Cosh(x)", 0, 1000 },
        { "Math.Sinh(x) - Math.Sinh(x) / 2", 0, 1000 },
        { "Math.Sinh(x) / Math.Cosh(x)", 0, 1000 },
        { "Math.Atan(1 / (x - 50))", 0, 100 },
        { "((int)x) & 24", 0, 32 },
        { "((int)x) | 6", 0, 100 },
        { "((int)(x - 50)) & 127", 0, 100 },
        { "((int)x) ^ 1", 0, 2 },
        { "((long)x) & 4294967294L | 8", 0, 100 },
        { "(double)(decimal.Round((decimal)x, 2) - (decimal)x * 0.0000001m)", 0, 100 },
        { "(double)decimal.Round((decimal)x, 1) - x", 0, 100 },
        { "(double)(decimal.Round((decimal)x, 2) - decimal.Round((decimal)x, 3) * 0.999m)", 0, 100 },
        { "(double)(1m / ((decimal)x + 0.0000001m))", 0, 1 },
    };

    public static TheoryData<string, double, double> Rises => new()
    {
        { "x - Math.Tanh(x)", 0, 100 },
        { "Math.Asinh(x) - 0.0099995 * x", 0, 100 },
        { "Math.Atan(x) - x / 10001.1", 0, 100 },
        { "Math.Sin(x / 100)", 0, 157.0796 },
        { "-Math.Cos(x)", 0, 3.1415 },
        { "Math.Tan(x)", -1.57, 1.57 },
        { "x + 0.9999999999 * Math.Sin(x)", 0, 10 },
        { "Math.Log2(x) - 0.014426 * x", 1, 100 },
        { "((int)x) & 24", 0, 31.5 },
        { "((int)x) & ~7 | 7", -100, 100 },
        { "(double)decimal.Round((decimal)x * 1.19m, 2)", 0, 100 },
        { "(double)(decimal.Round((decimal)x, 2) + (decimal)x)", 0, 100 },
    };

    [Theory]
    [MemberData(nameof(Falls))]
    public void WhatFalls_IsNotProved(string score, double low, double high)
    {
        var question = HardScoresTests.Question(score, low, high);
        Assert.IsNotType<Verdict.Proved>(Tier.Deep.Prove(question, default));
        Assert.IsNotType<Verdict.Proved>(Engine.Decide(question, Effort.Deep, default));
    }

    [Theory]
    [MemberData(nameof(Rises))]
    public void ItsNeighbours_AreProved(string score, double low, double high) =>
        Assert.IsType<Verdict.Proved>(Tier.Deep.Prove(HardScoresTests.Question(score, low, high), default));

    // What a library computes need not be monotone to the last bit, so no proof that trusts it is one about the program.
    [Theory]
    [InlineData("Math.Tanh(x)")]
    [InlineData("Math.Log2(1 + x)")]
    [InlineData("Math.Atan(x) + Math.Sinh(x)")]
    [InlineData("Math.Sin(x / 100)")]
    [InlineData("-Math.Acos(x / 100)")]
    [InlineData("Math.Cosh(x)")]
    public void LibraryFunctions_AreProvedInRealArithmeticOnly(string score) =>
        Assert.Equal(Arithmetic.Real, Assert.IsType<Verdict.Proved>(Tier.Quick.Prove(HardScoresTests.Question(score, 0, 10), default)).Arithmetic);
}
