using MechanismDsl.Proofs.Proving;
using MechanismDsl.Proofs.Tests.Corpus;
using MechanismDsl.Proofs.Verdicts;

namespace MechanismDsl.Proofs.Tests.Proving;

/// <summary>The provers on the labelled rules without any search for counterexamples.</summary>
public class ProverCorpusTests
{
    [Fact]
    public void NothingFalse_IsProved_AndNothingTrue_IsRefuted()
    {
        Assert.True(LabelledQuestion.All.Count >= 80);
        Assert.All(LabelledQuestion.All, question =>
        {
            var verdict = Tier.Quick.Prove(question.Question, default);
            Assert.False(question.Holds ? verdict is Verdict.Refuted : verdict is Verdict.Proved, question.Name + ": " + verdict.GetType().Name);
        });
    }

    [Theory]
    [InlineData("S27_NeedleBump monotone-score")]
    [InlineData("A26_NeedlePlateau monotone")]
    [InlineData("A04_SecondHighestWins monotone")]
    [InlineData("P05_ForgotReserve dsic")]
    [InlineData("P13_Rebate no-subsidy")]
    public void FailedProofs_LeadToCounterexamples(string name)
    {
        var refuted = Assert.IsType<Verdict.Refuted>(Tier.Quick.Prove(LabelledQuestion.Of(name).Question, default));
        Assert.True(refuted.Witness.Violation > 0);
    }

    [Theory]
    [InlineData("P03_EntryFee dsic")]
    [InlineData("P06_QualityCritical ir")]
    [InlineData("P06_QualityCritical dsic")]
    [InlineData("P08_ClarkePivot ir")]
    [InlineData("P08_ClarkePivot dsic")]
    [InlineData("P09_IncumbentCritical ir")]
    [InlineData("P09_IncumbentCritical dsic")]
    public void PaymentsThatCompute_AreProvedInRealArithmetic(string name) =>
        Assert.Equal(Arithmetic.Real, Assert.IsType<Verdict.Proved>(Tier.Quick.Prove(LabelledQuestion.Of(name).Question, default)).Arithmetic);
}
