using MechanismDsl.Proofs.Certificates;
using MechanismDsl.Proofs.Linear;
using MechanismDsl.Proofs.Proving;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Real;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;
using MechanismDsl.Proofs.Tests.Corpus;
using MechanismDsl.Proofs.Tests.Real;
using MechanismDsl.Proofs.Verdicts;
using Xunit.Abstractions;

namespace MechanismDsl.Proofs.Tests.Certificates;

public class CertificateCheckerTests(ITestOutputHelper output)
{
    // Without loops over any number of agents: their invariants are not for this checker.
    private static readonly Tier Fixed = new(new ProofLimits(4, 200_000, 20, 2_000, 20_000, StepsPerLoop: 0, MostLoopStates: 0), 
        [new DerivativeSignStage(), new LinearStage(), new CornerStage(), new BranchAndPruneStage()]);

    public static TheoryData<string> Proofs => [.. LabelledQuestion.All.Where(question => question.Holds).Select(question => question.Name)];

    [Theory]
    [MemberData(nameof(Proofs))]
    public void Proofs_AreCheckedAgain(string name)
    {
        var question = LabelledQuestion.Of(name).Question;
        if (Fixed.Prove(question, default) is not Verdict.Proved proved)
        {
            return;
        }

        var report = CertificateChecker.Check(question, proved, default);
        output.WriteLine($"{report.Obligations} {report.Others} {report.Reals}");
        Assert.Null(report.Objection);
        Assert.Equal(0, report.Others);
        Assert.True(report.Obligations > 0 || proved.Certificate.Technique == "evaluation", proved.Certificate.Technique);
    }

    [Fact]
    public void AFalseLaw_FindsNoCertificate()
    {
        var law = LabelledQuestion.Of("A04_SecondHighestWins monotone").Question;
        var other = Assert.IsType<Verdict.Proved>(Fixed.Prove(LabelledQuestion.Of("A01_Argmax monotone").Question, default));
        Assert.NotNull(CertificateChecker.Check(law, other, default).Objection);
        Assert.NotNull(CertificateChecker.Check(law, other with { Certificate = new Certificate("order", "") }, default).Objection);
    }

    [Fact]
    public void ARealProof_DoesNotPassForAnExactOne()
    {
        var question = LabelledQuestion.Of("S03_Log monotone-score").Question;
        var proved = Assert.IsType<Verdict.Proved>(Fixed.Prove(question, default));
        Assert.Equal(Arithmetic.Real, proved.Arithmetic);
        Assert.Null(CertificateChecker.Check(question, proved, default).Objection);
        Assert.NotNull(CertificateChecker.Check(question, proved with { Arithmetic = Arithmetic.Exact }, default).Objection);
    }

    // The second run's first branch is left out because logarithms rise, and after that the path forks once more: the proof stays one in real arithmetic.
    [Fact]
    public void ABranchThatIsLeftOutInReals_MakesTheProofReal()
    {
        var question = HardScoresTests.Question("Math.Log(x + 1) < 1 ? 0 : x > 5 ? x : x / 2", 0, 100);
        var proved = Assert.IsType<Verdict.Proved>(Fixed.Prove(question, default));
        Assert.Equal(Arithmetic.Real, proved.Arithmetic);
        Assert.Null(CertificateChecker.Check(question, proved, default).Objection);
        Assert.NotNull(CertificateChecker.Check(question, proved with { Arithmetic = Arithmetic.Exact }, default).Objection);
    }

    // A law about payments says nothing of rules without payments; there is no proof to follow.
    [Fact]
    public void ALawWithoutPaths_IsNotProved()
    {
        var question = LabelledQuestion.Of("A01_Argmax monotone").Question;
        var proved = Assert.IsType<Verdict.Proved>(Fixed.Prove(question, default));
        Assert.Null(question.System.Payment);
        Assert.All((Property[])[Property.NoSubsidy, Property.NoDeficit, Property.BudgetBalanced], law =>
            Assert.NotNull(CertificateChecker.Check(question with { Property = law }, proved, default).Objection));
    }

    [Fact]
    public void Terms_AreReadAsTheyAreWritten()
    {
        var pool = new TermPool();
        var x = pool.Symbol("x", SymbolRole.Focal, new Domain.Interval(0, 100), 0, 0);
        var sum = pool.Add(pool.Add(pool.Constant(Scalar.Of(0.1)), pool.Constant(Scalar.Of(0.2))), pool.Unary(UnaryOperation.Sqrt, x));
        Term[] terms = [x, sum, pool.Convert(ScalarKind.Int32, sum), pool.Constant(Scalar.Of(-3)), pool.Constant(Scalar.Of(2.5m)), pool.Constant(Scalar.Of(double.PositiveInfinity))];
        Assert.All(terms, term => Assert.Same(term, new TermReader(pool).Read(term.ToString())));
        Assert.Throws<FormatException>(() => new TermReader(pool).Read("(Add x x) x"));
    }
}
