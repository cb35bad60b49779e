using MechanismDsl.Proofs.Certificates;
using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Proving;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Tests.Corpus;
using MechanismDsl.Proofs.Tests.Evaluation;
using MechanismDsl.Proofs.Tests.Programs;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Proofs.Tests.Certificates;

/// <summary>Invariants for every number of agents are checked again, state by state and turn by turn; what is no invariant is not accepted.</summary>
public class InvariantCheckTests
{
    public static TheoryData<string> Laws => [.. LabelledQuestion.All.Where(question => question.Holds && question.Question.System.Allocation is not null).Select(question => question.Name)];

    [Theory]
    [MemberData(nameof(Laws))]
    public void AnInvariant_IsCheckedAgain(string name)
    {
        var question = Open(LabelledQuestion.Of(name).Question);
        if (Tier.Quick.Prove(question, default) is Verdict.Proved { Scope: Scope.AtLeast } proved)
        {
            var report = CertificateChecker.Check(question, proved, default);
            Assert.Null(report.Objection);
            Assert.Equal(0, report.Others);
            Assert.InRange(report.Obligations, 3, int.MaxValue);
        }
    }

    [Fact]
    public void InvariantsOfRandomAuctions_AreCheckedAgain()
    {
        var count = 0;
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new SplitMix64(unchecked((ulong)seed * 0xD1342543DE82EF95UL));
            var (allocation, payment) = new RandomWinner(random, agents: 3).WithPayment();
            var system = Systems.OfAllocation(allocation, AllocationForm.Winner, new AgentRange(3, null), new Domain.Interval(0, 64)) with { Payment = payment };
            foreach (var law in new[] { Property.MonotoneAllocation, Property.IndividuallyRational, Property.Truthful, Property.NoSubsidy })
            {
                var question = new Question(law, system);
                if (Tier.Quick.Prove(question, default) is Verdict.Proved { Scope: Scope.AtLeast } proved)
                {
                    Assert.Null(CertificateChecker.Check(question, proved, default).Objection);
                    count++;
                }
            }
        }

        Assert.InRange(count, 20, 160);
    }

    [Theory]
    [InlineData("A01_Argmax monotone")]
    [InlineData("A16_BucketedTieById monotone")]
    public void AStateLess_IsNoInvariant(string name)
    {
        var (question, proved) = Proved(name);
        var lines = proved.Certificate.Text.Split('\n');
        var states = Enumerable.Range(0, lines.Length).Where(line => lines[line].StartsWith("  state ", StringComparison.Ordinal)).ToArray();
        Assert.InRange(states.Length, 3, 1_000);
        Assert.All(states, state => Assert.NotNull(Check(question, proved, string.Join("\n", lines.Where((_, line) => line != state)))));
    }

    [Theory]
    [InlineData("A01_Argmax monotone")]
    [InlineData("A16_BucketedTieById monotone")]
    public void AStateThatSaysTooMuch_IsNotReached(string name)
    {
        var (question, proved) = Proved(name);
        var lines = proved.Certificate.Text.Split('\n');
        var states = Enumerable.Range(0, lines.Length).Where(line => lines[line].StartsWith("  state ", StringComparison.Ordinal)).ToArray();
        foreach (var state in states)
        {
            // The reports are in order, but nothing says that they are the same; that they differ only where one is less.
            Assert.All((string[])["x' < x", "x' <= x", "x == x'", "x' == x"], fact => Assert.NotNull(With(fact)));
            Assert.Equal(With("x < x'") is null, With("x != x'") is null);
            Assert.Equal(With("x < x'") is null, With("x' != x") is null);

            string? With(string fact)
            {
                var more = lines[state].Contains("facts ", StringComparison.Ordinal) ? lines[state].Replace("facts ", $"facts {fact}, ", StringComparison.Ordinal) : lines[state] + $"facts {fact}; ";
                return Check(question, proved, string.Join("\n", lines.Select((line, index) => index == state ? more : line)));
            }
        }
    }

    [Fact]
    public void AnInvariantOfAnotherRule_ProvesNothing()
    {
        var (_, proved) = Proved("A01_Argmax monotone");
        foreach (var name in new[] { "A03_InvertedReserve monotone", "A04_SecondHighestWins monotone", "A15_OutlierRejection monotone" })
        {
            Assert.NotNull(Check(Open(LabelledQuestion.Of(name).Question), proved, proved.Certificate.Text));
        }

        Assert.NotNull(Check(Open(LabelledQuestion.Of("A01_Argmax monotone").Question), proved, "case every number of agents above 0, agent 0 or later\n"));
        Assert.NotNull(Check(Open(LabelledQuestion.Of("A01_Argmax monotone").Question), proved, ""));
    }

    private static (Question Question, Verdict.Proved Proved) Proved(string name)
    {
        var question = Open(LabelledQuestion.Of(name).Question);
        var proved = Assert.IsType<Verdict.Proved>(Tier.Quick.Prove(question, default));
        Assert.Null(CertificateChecker.Check(question, proved, default).Objection);
        return (question, proved);
    }

    private static string? Check(Question question, Verdict.Proved proved, string text) =>
        CertificateChecker.Check(question, proved with { Certificate = proved.Certificate with { Text = text } }, default).Objection;

    private static Question Open(Question question) => question with { System = question.System with { Agents = new AgentRange(1, null) } };
}
