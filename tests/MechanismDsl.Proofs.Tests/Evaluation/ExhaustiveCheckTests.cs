using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Tests.Rules;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Theory.Problems;
using static MechanismDsl.Proofs.Tests.Rules.RuleBuilder;

namespace MechanismDsl.Proofs.Tests.Evaluation;

public class ExhaustiveCheckTests
{
    private static RuleSystem Finite(Rule allocation, int agents, int types) =>
        Systems.OfAllocation(allocation, AllocationForm.Winner, new AgentRange(agents, agents), Systems.Whole(0, types - 1));

    /// <summary>int t = 0; foreach (var x in b) t += (int)x; return t % b.Length;</summary>
    private static Rule Parity()
    {
        var rule = new RuleBuilder("Parity");
        var (bids, t, i) = (rule.Reports(), rule.Local(ScalarKind.Int32), rule.Local(ScalarKind.Int32));
        return rule.Build(t,
            Set(t, 0),
            rule.For(i, 0, Length(bids), Set(t, (Ex)t + At(bids, i).To(ScalarKind.Int32))),
            Set(t, (Ex)t % Length(bids)));
    }

    [Fact]
    public void MonotoneRule_IsProvedForTheseNumbersOfAgentsOnly()
    {
        var verdict = ExhaustiveCheck.Decide(new Question(Property.MonotoneAllocation, Finite(CorpusAllocations.Argmax(), 4, 6)), ExhaustiveCheck.LiveStates);
        var proved = Assert.IsType<Verdict.Proved>(verdict);
        Assert.Equal(new Scope.Numbers([4]), proved.Scope);
        Assert.Equal(Arithmetic.Exact, proved.Arithmetic);
        Assert.StartsWith("exhaustive profiles=1296 hash=", proved.Certificate.Text, StringComparison.Ordinal);
        Assert.False(proved.Scope.Covers(new AgentRange(3, 4)));
    }

    [Fact]
    public void RuleThatIsNotMonotone_IsRefutedWithASimpleWitness()
    {
        var question = new Question(Property.MonotoneAllocation, Finite(Parity(), 3, 6));
        var refuted = Assert.IsType<Verdict.Refuted>(ExhaustiveCheck.Decide(question, ExhaustiveCheck.LiveStates));
        Assert.Equal("bidder 0 wins with report 0 in ([0], 0, 0) but loses with report 1", WitnessText.Of(question, refuted.Witness));
    }

    [Fact]
    public void SecondPrice_IsProvedTruthfulOnWholeTypes_AndFirstPriceRefuted()
    {
        var second = Finite(CorpusAllocations.Argmax(), 3, 6) with { Payment = CorpusPayments.All["SecondPrice"].Payment };
        foreach (var property in new[] { Property.Truthful, Property.IndividuallyRational, Property.NoSubsidy, Property.PaymentIdentity, Property.NoDeficit, Property.Total, Property.Feasible, Property.Efficient })
        {
            var proved = Assert.IsType<Verdict.Proved>(ExhaustiveCheck.Decide(new Question(property, second), ExhaustiveCheck.LiveStates));
            Assert.Equal(Arithmetic.Exact, proved.Arithmetic);
        }

        var question = new Question(Property.Truthful, second with { Payment = CorpusPayments.All["FirstPrice"].Payment });
        var refuted = Assert.IsType<Verdict.Refuted>(ExhaustiveCheck.Decide(question, ExhaustiveCheck.LiveStates));
        Assert.Equal("bidder 0 with value 1 in ([1], 0, 0) gains 1 by reporting 0 (utility 1 instead of 0)", WitnessText.Of(question, refuted.Witness));
        Assert.IsType<Verdict.Refuted>(ExhaustiveCheck.Decide(question with { Property = Property.BudgetBalanced }, ExhaustiveCheck.LiveStates));
    }

    [Fact]
    public void Intervals_OpenRanges_AndTooManyProfiles_AreNotDecided()
    {
        var finite = Finite(CorpusAllocations.Argmax(), 4, 6);
        Assert.Null(ExhaustiveCheck.Decide(new Question(Property.MonotoneAllocation, finite), states: 4 * 1295));
        Assert.NotNull(ExhaustiveCheck.Decide(new Question(Property.MonotoneAllocation, finite), states: 4 * 1296));
        Assert.Null(ExhaustiveCheck.Decide(new Question(Property.MonotoneAllocation, finite with { Agents = new AgentRange(2, null) }), ExhaustiveCheck.LiveStates));
        Assert.Null(ExhaustiveCheck.Decide(
            new Question(Property.MonotoneAllocation, Systems.OfAllocation(CorpusAllocations.Argmax(), AllocationForm.Winner, 2)), ExhaustiveCheck.LiveStates));
    }

    [Fact]
    public void Scores_AreDecidedOverLongLists()
    {
        static RuleSystem Cents(Rule rule) => new()
        {
            Inputs = [new Input("report", ParameterRole.Report, [new Domain.Integers(0, 100_000, IsLong: false)])],
            Side = Side.Buyer,
            Agents = new AgentRange(1, null),
            Score = rule,
        };
        var builder = new RuleBuilder("Steps");
        var steps = builder.Build((Ex)builder.Report(ScalarKind.Int32) / 25);
        var proved = Assert.IsType<Verdict.Proved>(ExhaustiveCheck.Decide(new Question(Property.MonotoneScore, Cents(steps)), ExhaustiveCheck.LiveStates));
        Assert.Equal(new Scope.EveryNumber(), proved.Scope);
        Assert.Equal(Arithmetic.Exact, proved.Arithmetic);

        // 46,341² exceeds the largest int: the product wraps round.
        builder = new RuleBuilder("Square");
        Ex report = builder.Report(ScalarKind.Int32);
        var question = new Question(Property.MonotoneScore, Cents(builder.Build(report * report)));
        var refuted = Assert.IsType<Verdict.Refuted>(ExhaustiveCheck.Decide(question, ExhaustiveCheck.LiveStates));
        Assert.True(refuted.Witness.OtherQuantity < 0);
    }

    [Fact]
    public void RuleThatFails_RefutesTotality_AndLeavesTheOthersUndecided()
    {
        // b[2] of two bids.
        var builder = new RuleBuilder("Beyond");
        var (bids, w) = (builder.Reports(), builder.Local(ScalarKind.Int32));
        var system = Finite(builder.Build(w, Set(w, Ex.Choose(At(bids, 0) > 4.0, Ex.Choose(At(bids, 2) > 0.0, 1, 0), 0))), 2, 6);
        var question = new Question(Property.Total, system);
        var refuted = Assert.IsType<Verdict.Refuted>(ExhaustiveCheck.Decide(question, ExhaustiveCheck.LiveStates));
        Assert.Equal("the rule throws IndexOutOfRangeException at ([5], 0)", WitnessText.Of(question, refuted.Witness));
        Assert.IsType<Verdict.Undecided>(ExhaustiveCheck.Decide(question with { Property = Property.MonotoneAllocation }, ExhaustiveCheck.LiveStates));
    }
}
