using MechanismDsl.Proofs.Proving;
using MechanismDsl.Proofs.Tests.Real;
using MechanismDsl.Proofs.Verdicts;

namespace MechanismDsl.Proofs.Tests.Proving;

/// <summary>What stays open names the operation that is to blame, with its place.</summary>
public class OpenWordsTests
{
    [Theory]
    [InlineData("((int)x) & 5", 0, 100, "the score can fall as the report rises: '(int)x & 5' is not seen to move in one direction")]
    [InlineData("Math.Log2(x - 1) + q", 0, 2, "the score can be NaN, by 'Math.Log2(x - 1)'")]
    [InlineData("x * q + Math.Asin(x / 50)", 0, 100, "the score can be NaN, by 'Math.Asin(x / 50)'")]
    public void TheOperationIsNamed(string score, double low, double high, string words)
    {
        var open = Assert.IsType<Verdict.Undecided>(Tier.Quick.Prove(HardScoresTests.Question(score, low, high), default));
        Assert.Equal(words, open.Reason);
        Assert.True(open.Site >= 0);
    }

    [Fact]
    public void TheBusiestBranchIsNamed()
    {
        const string Bisection = "Root(x); static double Root(double x) { double low = 0, high = 100; for (int k = 0; k < 40; k++) { double mid = (low + high) / 2; if (mid * mid * mid < x) low = mid; else high = mid; } return low; } static double Zero() => 0";
        var open = Assert.IsType<Verdict.Undecided>(Tier.Quick.Prove(HardScoresTests.Question(Bisection, 0, 100), default));
        Assert.Equal("there are more paths than the prover follows; most of them part here", open.Reason);
        Assert.True(open.Site >= 0);
    }
}
