using System.Globalization;
using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Tests.Corpus;
using MechanismDsl.Proofs.Tests.Rules;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using static MechanismDsl.Proofs.Tests.Rules.RuleBuilder;

namespace MechanismDsl.Proofs.Tests.Evaluation;

/// <summary>Refutations: reproduced, simple, located, worded, and the same in every culture.</summary>
public class RefutationTests
{
    private static readonly Question _inverted = new(
        Property.MonotoneAllocation, Systems.OfAllocation(CorpusAllocations.InvertedReserve(), AllocationForm.Winner, 3) with { Agents = new AgentRange(2, 5) });

    private static EquatableArray<EquatableArray<Scalar>> Bids(params double[] bids) => [bids.Select(Scalar.Of).ToEquatableArray()];

    [Fact]
    public void Suspicion_BecomesASimpleWitness()
    {
        // Found anywhere with five agents; two agents and round numbers show it as well.
        var refuted = Refutation.Confirm(_inverted, 5, 3, Bids(12.25, 3.875, 17.3, 48.0625, 31.4), Scalar.Of(77.123));
        Assert.Equal("bidder 1 wins with report 1 in (0, [1]) but loses with report 100", WitnessText.Of(_inverted, refuted!.Witness));
        Assert.Equal((1, 0, 1), (refuted.Witness.Quantity, refuted.Witness.OtherQuantity, refuted.Witness.Violation));
        Assert.Single(refuted.Witness.Sites);
    }

    [Fact]
    public void WrongSuspicion_IsNoRefutation()
    {
        Assert.Null(Refutation.Confirm(_inverted, 2, 0, Bids(40, 30), Scalar.Of(45.0)));
        // Losing with the lower report and winning with the higher one is as it should be.
        Assert.Null(Refutation.Confirm(_inverted, 2, 1, Bids(40, 30), Scalar.Of(45.0)));
        // Illegal: too few agents, a report outside the domain, a missing report, an agent that is not there.
        Assert.Null(Refutation.Confirm(_inverted, 1, 0, Bids(40), Scalar.Of(60.0)));
        Assert.Null(Refutation.Confirm(_inverted, 2, 0, Bids(40, 30), Scalar.Of(160.0)));
        Assert.Null(Refutation.Confirm(_inverted, 2, 0, Bids(40, double.NaN), Scalar.Of(60.0)));
        Assert.Null(Refutation.Confirm(_inverted, 3, 0, Bids(40, 30), Scalar.Of(60.0)));
        Assert.Null(Refutation.Confirm(_inverted, 2, 2, Bids(40, 30), Scalar.Of(60.0)));
        Assert.Null(Refutation.Confirm(_inverted, 2, 0, Bids(40, 30), null));
    }

    [Fact]
    public void ShrunkWitnesses_BreakTheLawAndAreNoLessSimple()
    {
        foreach (var labelled in LabelledQuestion.All.Where(question => !question.Holds))
        {
            var witness = Falsifier.Find(labelled.Question, Falsifier.QuickEvaluations);
            Assert.NotNull(witness);
            // Shrinking again finds nothing simpler that the budget of the first time did not allow, and still reproduces.
            var again = Refutation.Confirm(labelled.Question, witness)!.Witness;
            Assert.True(again.Violation > 0);
            Assert.True(Complexity(again) <= Complexity(witness), labelled.Name);
        }
    }

    private static int Complexity(Witness witness) =>
        witness.Inputs.Sum(values => values.Sum(value => Simplicity.Of(value).Digits)) + (witness.Other is { } other ? Simplicity.Of(other).Digits : 0) + witness.Agents;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1000, 0)]
    [InlineData(5, 1)]
    [InlineData(0.5, 2)]
    [InlineData(61, 2)]
    [InlineData(73.12345, 12)]
    public void Simplicity_CountsDigits(double value, int digits) => Assert.Equal(digits, Simplicity.Of(Scalar.Of(value)).Digits);

    [Fact]
    public void Verdicts_AreTheSameAgain_AndInEveryCulture()
    {
        var texts = Texts();
        Assert.Equal(texts, Texts());
        var culture = CultureInfo.CurrentCulture;
        try
        {
            foreach (var name in new[] { "de-DE", "tr-TR" })
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(name);
                Assert.Equal(texts, Texts());
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;
        }

        static string[] Texts() =>
        [
            .. LabelledQuestion.All.Where(question => !question.Holds).Select(question => Falsifier.Find(question.Question, 1_000) is { } witness
                ? $"{question.Name}: {WitnessText.Of(question.Question, witness)}"
                : $"{question.Name}: nothing in 1000 evaluations"),
        ];
    }

    [Fact]
    public void Answers_DoNotDependOnWhatElseIsAsked()
    {
        var (allocation, payment, _, _) = CorpusPayments.All["ForgotReserve"];
        var (rule, form, agents, low, _) = CorpusAllocations.All[allocation];
        var system = Systems.OfAllocation(rule, form, agents, low) with { Payment = payment };
        Property[] all = [Property.Truthful, Property.NoDeficit, Property.BudgetBalanced, Property.Efficient, Property.PaymentIdentity, Property.Total];
        var together = Falsifier.Find(system, all, 2_000);
        foreach (var property in all)
        {
            Assert.Equal(together.GetValueOrDefault(property), Falsifier.Find(new Question(property, system), 2_000));
        }
    }

    [Fact]
    public void DecidingSites_AreWhereTheRunsPart()
    {
        Assert.Equal([2], DecidingSites.Of([(1, true), (2, true)], [(1, true), (2, false)]));
        Assert.Equal([2, 4], DecidingSites.Of([(1, true), (2, true), (4, true)], [(1, true), (2, false), (4, false)]));
        // A loop's branch decides again and again; the third decision differs.
        Assert.Equal([1], DecidingSites.Of([(1, true), (1, true), (1, true)], [(1, true), (1, true), (1, false)]));
        Assert.Empty(DecidingSites.Of([(1, true)], [(1, true)]));
        Assert.Empty(DecidingSites.Of([(1, true)], [(1, true), (2, true)]));
    }

    [Fact]
    public void Sites_AreThoseOfTheDecidingBranch()
    {
        var builder = new RuleBuilder("Cap");
        Ex report = builder.Report();
        var result = builder.Local();
        var rule = builder.Build(result,
            Set(result, report),
            new Statement.If((report > 5.0).Node, [Set(result, (Ex)result + 1.0)], [], site: 11),
            new Statement.If((report > 50.0).Node, [Set(result, 25.0)], [], site: 12));
        var witness = Falsifier.Find(new Question(Property.MonotoneScore, Systems.OfScore(rule, (0, 100))), Falsifier.QuickEvaluations);
        Assert.Equal([12], witness!.Sites);
    }
}
