using MechanismDsl.Proofs.Proving;
using MechanismDsl.Proofs.Tests.Corpus;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Tests.Proving;

/// <summary>What the order of the path alone proves of the labelled rules: no search for counterexamples, no linear or real arithmetic.</summary>
public class OrderCorpusTests
{
    [Fact]
    public void NothingFalse_IsProved()
    {
        var asked = LabelledQuestion.All.Where(question => !question.Holds).ToArray();
        Assert.True(asked.Length >= 20);
        Assert.All(asked, question => Assert.IsType<Verdict.Undecided>(Prove(question)));
    }

    [Theory]
    [InlineData("S01_Quality monotone-score", Arithmetic.Exact)]
    [InlineData("S02_Squash monotone-score", Arithmetic.Exact)]
    [InlineData("S03_Log monotone-score", Arithmetic.Real)]
    [InlineData("S08_Bucketed monotone-score", Arithmetic.Exact)]
    [InlineData("S14_Sigmoid monotone-score", Arithmetic.Real)]
    [InlineData("S16_Virtual monotone-score", Arithmetic.Exact)]
    [InlineData("S18_Loop monotone-score", Arithmetic.Exact)]
    [InlineData("S19_SoftFloor monotone-score", Arithmetic.Exact)]
    [InlineData("S26_IntCents monotone-score", Arithmetic.Exact)]
    [InlineData("S28_KinkSqrt monotone-score", Arithmetic.Exact)]
    public void Scores(string name, Arithmetic arithmetic)
    {
        var proved = Assert.IsType<Verdict.Proved>(Prove(LabelledQuestion.Of(name)));
        Assert.Equal(arithmetic, proved.Arithmetic);
        Assert.IsType<Scope.EveryNumber>(proved.Scope);
    }

    [Theory]
    [InlineData("A01_Argmax monotone", 3)]
    [InlineData("A02_ArgmaxReserve monotone", 4)]
    [InlineData("A07_TopTwo monotone", 3)]
    [InlineData("A13_IncumbentBonus monotone", 3)]
    [InlineData("A16_BucketedTieById monotone", 3)]
    [InlineData("A18_VirtualValues monotone", 3)]
    [InlineData("A19_While monotone", 3)]
    [InlineData("A21_PublicGood monotone", 3)]
    [InlineData("A24_GreedyConflictGraph monotone", 4)]
    [InlineData("A25_SoftReserve monotone", 3)]
    [InlineData("A27_EfficientPair monotone", 3)]
    [InlineData("A28_QuadraticScore monotone", 2)]
    [InlineData("P01_SecondPrice ir", 3)]
    [InlineData("P01_SecondPrice dsic", 3)]
    [InlineData("P01_SecondPrice no-subsidy", 3)]
    [InlineData("P02_FirstPrice ir", 3)]
    [InlineData("P04_SecondPriceReserve ir", 4)]
    [InlineData("P04_SecondPriceReserve dsic", 4)]
    [InlineData("P05_ForgotReserve ir", 4)]
    [InlineData("P08_ClarkePivot no-subsidy", 3)]
    [InlineData("P09_IncumbentCritical no-subsidy", 3)]
    [InlineData("P10_ThirdPrice ir", 3)]
    [InlineData("P10_ThirdPrice dsic", 3)]
    [InlineData("P12_SoftFirst ir", 3)]
    public void Mechanisms_AreProvedToTheBit_ForTheirNumberOfAgentsOnly(string name, int agents)
    {
        var proved = Assert.IsType<Verdict.Proved>(Prove(LabelledQuestion.Of(name)));
        Assert.Equal(Arithmetic.Exact, proved.Arithmetic);
        var numbers = Assert.IsType<Scope.Numbers>(proved.Scope);
        Assert.Equal<EquatableArray<int>>([agents], numbers.Counts);
    }

    [Fact]
    public void Proofs_AreTheSameTwice()
    {
        var question = LabelledQuestion.Of("P01_SecondPrice dsic");
        Assert.Equal(Prove(question), Prove(question));
    }

    [Fact]
    public void Proofs_CanBeCancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => Engine.Decide(LabelledQuestion.Of("A07_TopTwo monotone").Question, Effort.Deep, source.Token));
    }

    private static Verdict Prove(LabelledQuestion question) => Fixed.Prove(question.Question, default);

    private static readonly Tier Fixed = new(new ProofLimits(4, 200_000, 20, 2_000, 20_000, StepsPerLoop: 0, MostLoopStates: 0), []);
}
