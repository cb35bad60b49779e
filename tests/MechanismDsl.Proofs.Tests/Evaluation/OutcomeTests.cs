using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Tests.Rules;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using static MechanismDsl.Proofs.Tests.Rules.RuleBuilder;

namespace MechanismDsl.Proofs.Tests.Evaluation;

/// <summary>What happens around the operators: loops, arrays, failures, budgets, and what becomes of results.</summary>
public class OutcomeTests
{
    private static EquatableArray<EquatableArray<Scalar>> Bids(params double[] bids) => [bids.Select(Scalar.Of).ToEquatableArray()];

    /// <summary>A winner's index as an expression of two bids.</summary>
    private static RuleSystem OfIndex(Func<Variable, Ex> index)
    {
        var builder = new RuleBuilder("Index");
        var (bids, w) = (builder.Reports(), builder.Local(ScalarKind.Int32));
        return Systems.OfAllocation(builder.Build(w, Set(w, index(bids))), AllocationForm.Winner, 2);
    }

    [Theory]
    [InlineData(2, "the rule gives the winner 2 among 2 agents at ([100], 0)")]
    [InlineData(-2, "the rule gives the winner -2 among 2 agents at ([100], 0)")]
    public void WinnerThatDoesNotExist_IsAFailure(int winner, string text)
    {
        var question = new Question(Property.Total, OfIndex(bids => Ex.Choose(At(bids, 0) >= 100.0, winner, -1)));
        var witness = Falsifier.Find(question, Falsifier.QuickEvaluations);
        Assert.Equal(text, WitnessText.Of(question, witness!));
    }

    [Fact]
    public void NotANumber_IsAFailure()
    {
        var builder = new RuleBuilder("Root");
        Ex report = builder.Report();
        var question = new Question(Property.Total, Systems.OfScore(builder.Build(Ex.Unary(UnaryOperation.Sqrt, report - 10.0)), (0, 100)));
        Assert.Equal("the rule gives a result that is not a number at report 0", WitnessText.Of(question, Falsifier.Find(question, Falsifier.QuickEvaluations)!));
    }

    [Fact]
    public void RuleThatSortsItsBids_LeavesTheProfileAsItIs()
    {
        // The payment zeroes the bids that it is given; the next agent's payment must not see that.
        var builder = new RuleBuilder("Pay");
        var (bids, agent, p, i) = (builder.Reports(), builder.Agent(), builder.Local(), builder.Local(ScalarKind.Int32));
        var payment = builder.Build(p, Set(p, At(bids, agent)), builder.For(i, 0, Length(bids), Store(bids, i, 0.0)));
        var system = Systems.OfAllocation(CorpusAllocations.Argmax(), AllocationForm.Winner, 2) with { Payment = payment };
        var profile = new Profile(system, 2, Bids(3, 4));
        var evaluator = new OutcomeEvaluator(system);
        Assert.True(evaluator.TryPay(profile, 0, out var first));
        Assert.True(evaluator.TryPay(profile, 1, out var second));
        Assert.Equal((3, 4), (first, second));
        Assert.Equal(Bids(3, 4), profile.ToInputs());
    }

    [Fact]
    public void HighestScoreOfAtLeastZeroWins_LowestIndexAmongEquals()
    {
        var builder = new RuleBuilder("Score");
        Ex report = builder.Report();
        Ex quality = builder.Public("quality");
        var system = new RuleSystem
        {
            Inputs = [
                new Input("bid", ParameterRole.Report, [new Domain.Interval(0, 100)]),
                new Input("quality", ParameterRole.PublicOfAgents, [new Domain.Interval(0, 1)])],
            Side = Side.Buyer,
            Agents = new AgentRange(1, null),
            Score = builder.Build((report * quality) - 10.0),
        };
        var evaluator = new OutcomeEvaluator(system);
        int Winner(double[] bids, double[] qualities)
        {
            Assert.True(evaluator.TryAllocate(new Profile(system, bids.Length, [bids.Select(Scalar.Of).ToEquatableArray(), qualities.Select(Scalar.Of).ToEquatableArray()])));
            return evaluator.Quantities.IndexOf(1);
        }

        Assert.Equal(1, Winner([40, 30, 60], [0.5, 1, 0.5]));
        Assert.Equal(-1, Winner([19, 9], [0.5, 1]));
        Assert.Equal(0, Winner([20, 10], [0.5, 1]));
    }

    [Fact]
    public void EndlessLoop_IsExhausted_NotRefuted_AndEndsTheSearch()
    {
        var builder = new RuleBuilder("Endless");
        Ex report = builder.Report();
        var result = builder.Local();
        var rule = builder.Build(result, Set(result, report), new Statement.Loop([Set(result, (Ex)result + 1.0)]));
        Assert.Equal(RunStatus.Exhausted, new CompiledRule(rule).Execute(Bids(1)).Status);
        Assert.Empty(Falsifier.Find(Systems.OfScore(rule, (0, 100)), [Property.Total, Property.MonotoneScore], 2_000));
    }

    [Fact]
    public void HugeArray_IsExhausted_NegativeLengthFails()
    {
        var builder = new RuleBuilder("Huge");
        var (length, array) = (builder.Public("length", ScalarKind.Int32), builder.Local(ScalarKind.Double, isArray: true));
        var rule = new CompiledRule(builder.Build(array, Refer(array, Zeros(ScalarKind.Double, length))));
        Assert.Equal(RunStatus.Exhausted, rule.Execute([[Scalar.Of(int.MaxValue)]]).Status);
        Assert.Equal("OverflowException", rule.Execute([[Scalar.Of(-1)]]).Failure);
        Assert.Equal(3, rule.Execute([[Scalar.Of(3)]]).Values.Count);
    }

    [Fact]
    public void Cancellation_EndsLoopsAndSearches()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var builder = new RuleBuilder("Endless");
        var result = builder.Local();
        var rule = builder.Build(result, new Statement.Loop([]));
        Assert.Throws<OperationCanceledException>(() => new CompiledRule(rule).Execute([], cancellation: source.Token));
        var system = Systems.OfAllocation(CorpusAllocations.Argmax(), AllocationForm.Winner, 3);
        Assert.Throws<OperationCanceledException>(() => Falsifier.Find(system, [Property.MonotoneAllocation], 100, source.Token));
        var finite = Systems.OfAllocation(CorpusAllocations.Argmax(), AllocationForm.Winner, new AgentRange(2, 2), Systems.Whole(0, 5));
        Assert.Throws<OperationCanceledException>(() => ExhaustiveCheck.Decide(new Question(Property.MonotoneAllocation, finite), ExhaustiveCheck.LiveStates, source.Token));
    }

    [Fact]
    public void Arrays_AreReferences_AndCopiesAreNot()
    {
        // var a = new double[3]; var b = a; b[1] = x; var c = a.Clone(); c[1] = 7; return a[1] + 1000 c[1];
        var builder = new RuleBuilder("References");
        Ex report = builder.Report();
        var (a, b, c, r) = (builder.Local(isArray: true), builder.Local(isArray: true), builder.Local(isArray: true), builder.Local());
        var rule = builder.Build(r,
            Refer(a, Zeros(ScalarKind.Double, 3)),
            Refer(b, new ArrayExpression.Read(a)),
            Store(b, 1, report),
            Refer(c, new ArrayExpression.Copy(new ArrayExpression.Read(a))),
            Store(c, 1, 7.0),
            Set(r, At(a, 1) + (1000.0 * At(c, 1))));
        Assert.Equal(Scalar.Of(7005.0), new CompiledRule(rule).Execute(Bids(5)).Values[0]);
    }

    [Fact]
    public void BranchThatIsNotTaken_DoesNotFail_AndFailedTestsEndTheRun()
    {
        var builder = new RuleBuilder("Guarded");
        Ex report = builder.Report(ScalarKind.Int32);
        var guarded = new CompiledRule(builder.Build(Ex.Choose(report.Differs(0), 10 / report, 0)));
        Assert.Equal(Scalar.Of(0), guarded.Execute([[Scalar.Of(0)]]).Values[0]);
        Assert.Equal(Scalar.Of(3), guarded.Execute([[Scalar.Of(3)]]).Values[0]);

        builder = new RuleBuilder("Unguarded");
        report = builder.Report(ScalarKind.Int32);
        var result = builder.Local(ScalarKind.Int32);
        var unguarded = builder.Build(result, Set(result, 5), builder.If(10 / report > 1, [Set(result, 6)], [new Statement.Fail("ArgumentException")]));
        var run = new CompiledRule(unguarded).Execute([[Scalar.Of(0)]]);
        Assert.Equal((RunStatus.Failed, "DivideByZeroException"), (run.Status, run.Failure));
        Assert.Equal("ArgumentException", new CompiledRule(unguarded).Execute([[Scalar.Of(100)]]).Failure);
    }
}
