using MechanismDsl.Proofs.Proving;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Tests.Corpus;
using MechanismDsl.Proofs.Verdicts;
using Xunit.Abstractions;

namespace MechanismDsl.Proofs.Tests.Real;

/// <summary>What the provers decide of the labelled rules with linear and real arithmetic, without a search for counterexamples.</summary>
public class ArithmeticCorpusTests(ITestOutputHelper output)
{
    [Fact]
    public void NothingFalse_IsProved()
    {
        var asked = LabelledQuestion.All.Where(question => !question.Holds).ToArray();
        Assert.True(asked.Length >= 20);
        Assert.All(asked, question => Assert.IsNotType<Verdict.Proved>(Prove(question.Question)));
    }

    public static TheoryData<string> True => [.. LabelledQuestion.All.Where(question => question.Holds).Select(question => question.Name)];

    [Theory]
    [MemberData(nameof(True))]
    public void EverythingTrue_IsProved(string name)
    {
        var verdict = Prove(LabelledQuestion.Of(name).Question);
        output.WriteLine($"{verdict}");
        Assert.IsType<Verdict.Proved>(verdict);
    }

    private static Verdict Prove(Question question) => Tier.Quick.Prove(question, default);
}
