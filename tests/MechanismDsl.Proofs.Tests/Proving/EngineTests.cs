using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Tests.Corpus;
using MechanismDsl.Proofs.Verdicts;

namespace MechanismDsl.Proofs.Tests.Proving;

public class EngineTests
{
    [Fact]
    public void NoVerdict_ContradictsALabel() => Assert.All(LabelledQuestion.All, question =>
    {
        var verdict = Engine.Decide(question.Question, Effort.Quick, default);
        Assert.False(question.Holds ? verdict is Verdict.Refuted : verdict is Verdict.Proved, question.Name + ": " + verdict);
        Assert.True(question.Holds || verdict is Verdict.Refuted, question.Name + " is not refuted");
    });

    [Fact]
    public void WhatOnlyRoundingBreaks_IsProvedInRealArithmetic()
    {
        // 0.1 + 89.8 + 0.1 is less than 90 in one order of the sum, and 90 in the other.
        var question = LabelledQuestion.Of("P08_ClarkePivot ir").Question;
        var proved = Assert.IsType<Verdict.Proved>(Engine.Decide(question, Effort.Quick, default));
        Assert.Equal(Arithmetic.Real, proved.Arithmetic);
        Assert.Equal("bidder 1 with value 89.8 in (0.1, [89.8], 0.1) pays 89.8 for an allocation worth 0", WitnessText.Of(question, proved.Breach!));
    }

    [Fact]
    public void Derived_Payments_NeedAMonotoneAllocation()
    {
        var monotone = LabelledQuestion.Of("A01_Argmax monotone").Question;
        Assert.IsType<Verdict.Proved>(Engine.Decide(monotone with { Property = Property.Truthful }, Effort.Quick, default));
        Assert.IsType<Verdict.Proved>(Engine.Decide(monotone with { Property = Property.IndividuallyRational }, Effort.Quick, default));
        var outside = monotone with { Property = Property.IndividuallyRational, System = monotone.System with { OutsideOption = 5 } };
        Assert.IsNotType<Verdict.Proved>(Engine.Decide(outside, Effort.Quick, default));
        var broken = LabelledQuestion.Of("A04_SecondHighestWins monotone").Question;
        Assert.IsNotType<Verdict.Proved>(Engine.Decide(broken with { Property = Property.Truthful }, Effort.Quick, default));
    }

    [Fact]
    public void Total_ExcludesFailures()
    {
        // The table of qualities is for four agents.
        var weighted = LabelledQuestion.Of("A05_QualityWeighted monotone").Question with { Property = Property.Total };
        Assert.IsType<Verdict.Proved>(Engine.Decide(weighted, Effort.Quick, default));
        Assert.IsNotType<Verdict.Proved>(Engine.Decide(weighted with { System = weighted.System with { Agents = new AgentRange(5, 5) } }, Effort.Quick, default));
    }

    [Fact]
    public void Answers_DoNotDependOnTheCultureOrTheRun()
    {
        var question = LabelledQuestion.Of("P01_SecondPrice dsic").Question;
        var first = Engine.Decide(question, Effort.Quick, default);
        var culture = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
            Assert.Equal(first, Engine.Decide(question, Effort.Quick, default));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = culture;
        }
    }
}
