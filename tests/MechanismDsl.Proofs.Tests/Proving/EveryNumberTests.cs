using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Proving;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Tests.Corpus;
using MechanismDsl.Proofs.Verdicts;

namespace MechanismDsl.Proofs.Tests.Proving;

/// <summary>Proofs for every number of agents, by relational invariants of loops.</summary>
public class EveryNumberTests
{
    [Theory]
    [InlineData("A01_Argmax monotone", 2)]
    [InlineData("A02_ArgmaxReserve monotone", 1)]
    [InlineData("A13_IncumbentBonus monotone", 2)]
    [InlineData("A16_BucketedTieById monotone", 2)]
    [InlineData("A19_While monotone", 1)]
    [InlineData("A21_PublicGood monotone", 1)]
    [InlineData("A22_FiniteHash monotone", 2)]
    [InlineData("A25_SoftReserve monotone", 2)]
    [InlineData("P01_SecondPrice no-subsidy", 2)]
    [InlineData("P01_SecondPrice ir", 2)]
    [InlineData("P01_SecondPrice dsic", 2)]
    [InlineData("P04_SecondPriceReserve ir", 1)]
    [InlineData("P04_SecondPriceReserve dsic", 1)]
    [InlineData("A07_TopTwo monotone", 1)]
    [InlineData("P09_IncumbentCritical no-subsidy", 2)]
    [InlineData("P02_FirstPrice ir", 2)]
    public void LoopsOverTheAgents_AreProvedOnce(string name, int from)
    {
        var proved = Assert.IsType<Verdict.Proved>(Prove(LabelledQuestion.Of(name), fewest: 3));
        Assert.Equal(Arithmetic.Exact, proved.Arithmetic);
        Assert.Equal(from, Assert.IsType<Scope.AtLeast>(proved.Scope).Count);
        Assert.StartsWith("loop of ", proved.Certificate.Technique, StringComparison.Ordinal);
    }

    [Fact]
    public void FewerAgentsThanTheLoopCovers_AreProvedOneByOne()
    {
        var proved = Assert.IsType<Verdict.Proved>(Prove(LabelledQuestion.Of("A01_Argmax monotone"), fewest: 1));
        Assert.Equal(1, Assert.IsType<Scope.AtLeast>(proved.Scope).Count);
        Assert.True(proved.Scope.Covers(new AgentRange(1, null)));
    }

    [Theory]
    [InlineData("A03_InvertedReserve monotone")]
    [InlineData("A04_SecondHighestWins monotone")]
    [InlineData("A12_BoostIncumbentNearTie monotone")]
    [InlineData("A15_OutlierRejection monotone")]
    [InlineData("A20_ThresholdOnSum monotone")]
    [InlineData("A23_FiniteParity monotone")]
    [InlineData("P02_FirstPrice dsic")]
    [InlineData("P03_EntryFee ir")]
    [InlineData("P05_ForgotReserve dsic")]
    [InlineData("P10_ThirdPrice dsic")] // true of three agents, false of four
    [InlineData("P13_Rebate no-subsidy")]
    public void FalseLaws_AreNotProved(string name) => Assert.IsNotType<Verdict.Proved>(Prove(LabelledQuestion.Of(name), fewest: 3));

    [Fact]
    public void AnAgentFoundInAnInnerLoop_MayHaveHadItsTurnInTheOuterOne()
    {
        // The bidder found in the inner loop is met again in the outer one only if it comes after: (10, 30, 60) serves bidder 0, (60, 30, 60) does not.
        var source = new RuleSource("""
            using System;
            static class Rules
            {
                public static int Met(ReadOnlySpan<double> b)
                {
                    int found = -1; bool met = false;
                    for (int i = 0; i < b.Length; i++)
                    {
                        if (i == found) met = true;
                        if (i > 0 && found < 0 && b[i] >= 50)
                        {
                            for (int j = 0; j < b.Length; j++) if (j > 0 && j != i && found < 0 && b[j] >= 20) found = j;
                        }
                    }
                    return met || found < 0 || b[0] < 50 ? 0 : -1;
                }
            }
            """);
        var question = LabelledQuestion.Of("A01_Argmax monotone").Question;
        question = question with { System = question.System with { Agents = new AgentRange(3, null), Allocation = source.Lower(source.Method("Rules", "Met"))! } };
        Assert.NotNull(Falsifier.Find(question, Falsifier.DeepEvaluations, default));
        Assert.IsNotType<Verdict.Proved>(Tier.Deep.Prove(question, default));
    }

    [Fact]
    public void AProofForOneNumber_DoesNotCountForAnother()
    {
        var scope = Assert.IsType<Verdict.Proved>(Tier.Quick.Prove(LabelledQuestion.Of("P10_ThirdPrice dsic").Question, default)).Scope;
        Assert.True(scope.Covers(new AgentRange(3, 3)));
        Assert.False(scope.Covers(new AgentRange(3, 4)));
        Assert.False(scope.Covers(new AgentRange(2, 3)));
        Assert.False(new Scope.AtLeast(3).Covers(new AgentRange(2, null)));
        Assert.True(new Scope.AtLeast(3).Covers(new AgentRange(3, null)));
    }

    private static Verdict Prove(LabelledQuestion question, int fewest) =>
        Tier.Quick.Prove(question.Question with { System = question.Question.System with { Agents = new AgentRange(fewest, null) } }, default);
}
