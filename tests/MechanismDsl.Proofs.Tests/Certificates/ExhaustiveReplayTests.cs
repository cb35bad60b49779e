using MechanismDsl.Proofs.Certificates;
using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Tests.Evaluation;
using MechanismDsl.Proofs.Tests.Programs;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Proofs.Tests.Certificates;

/// <summary>What was decided by looking at every profile is looked at again; nothing that is broken passes.</summary>
public class ExhaustiveReplayTests
{
    private static readonly Property[] _laws =
        [Property.Truthful, Property.IndividuallyRational, Property.NoSubsidy, Property.PaymentIdentity, Property.NoDeficit, Property.Total, Property.Feasible, Property.Efficient, Property.MonotoneAllocation];

    private static RuleSystem SecondPrice => Systems.OfAllocation(CorpusAllocations.Argmax(), AllocationForm.Winner, new AgentRange(3, 3), Systems.Whole(0, 5)) with
    {
        Payment = CorpusPayments.All["SecondPrice"].Payment,
    };

    [Fact]
    public void ExhaustiveProofs_AreRepeated()
    {
        foreach (var question in _laws.Select(law => new Question(law, SecondPrice)))
        {
            var proved = Assert.IsType<Verdict.Proved>(ExhaustiveCheck.Decide(question, ExhaustiveCheck.LiveStates));
            var report = CertificateChecker.Check(question, proved, default);
            Assert.Null(report.Objection);
            Assert.Equal(216, report.Obligations);
            Assert.NotNull(CertificateChecker.Check(question, proved with { Certificate = new Certificate("exhaustive", "exhaustive profiles=215 hash=0") }, default).Objection);
            Assert.NotNull(CertificateChecker.Check(question, proved with { Scope = new Scope.Numbers([2]) }, default).Objection);
        }
    }

    [Fact]
    public void FalseLaws_DoNotPass()
    {
        var firstPrice = SecondPrice with { Payment = CorpusPayments.All["FirstPrice"].Payment };
        var certificate = new Verdict.Proved(new Scope.Numbers([3]), Arithmetic.Real, new Certificate("exhaustive", "exhaustive profiles=216 hash=0"));
        Assert.Contains("law is broken", CertificateChecker.Check(new Question(Property.Truthful, firstPrice), certificate, default).Objection, StringComparison.Ordinal);
        Assert.Contains("law is broken", CertificateChecker.Check(new Question(Property.PaymentIdentity, firstPrice), certificate, default).Objection, StringComparison.Ordinal);
        Assert.Contains("law is broken", CertificateChecker.Check(new Question(Property.BudgetBalanced, firstPrice), certificate, default).Objection, StringComparison.Ordinal);
        Assert.Contains("law is broken", CertificateChecker.Check(new Question(Property.Efficient, SecondPrice with { UnitCost = 3 }), certificate, default).Objection, StringComparison.Ordinal);
        Assert.Null(CertificateChecker.Check(new Question(Property.IndividuallyRational, firstPrice), certificate, default).Objection);
    }

    // The whole bids of random programs: the repetition agrees with the check, and with brute force where it is told that a broken law holds.
    [Fact]
    public void RandomPrograms_PassExactlyIfTheyHold()
    {
        var (holding, broken) = (0, 0);
        for (var seed = 0; seed < 400; seed++)
        {
            var question = RandomProgram.Of(seed).Question;
            switch (ExhaustiveCheck.Decide(question, ExhaustiveCheck.LiveStates))
            {
                case Verdict.Proved proved:
                    Assert.Null(CertificateChecker.Check(question, proved, default).Objection);
                    holding++;
                    break;
                case Verdict.Refuted:
                    var agents = question.System.Agents.Min;
                    Scope scope = question.Property == Property.MonotoneScore ? new Scope.EveryNumber() : new Scope.Numbers([agents]);
                    Assert.Contains("law is broken", CertificateChecker.Check(question, new Verdict.Proved(scope, Arithmetic.Real, new Certificate("exhaustive", "exhaustive profiles=0 ")), default).Objection, StringComparison.Ordinal);
                    broken++;
                    break;
            }
        }

        Assert.True(holding > 30 && broken > 30, $"{holding} {broken}");
    }
}
