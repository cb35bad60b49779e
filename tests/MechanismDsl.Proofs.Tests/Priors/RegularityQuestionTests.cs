using MechanismDsl.Proofs.Priors;
using MechanismDsl.Proofs.Proving;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Tests.Corpus;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Theory.Priors;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Proofs.Tests.Priors;

public class RegularityQuestionTests
{
    private static readonly Lazy<RuleSource> _source = new(() => new RuleSource(RuleSource.Embedded("Attributes.cs"), RuleSource.Embedded("Cases.cs")));

    [Theory]
    [InlineData("R01_Uniform", "PdfU", 0, 10, true)]
    [InlineData("R02_Exponential", "PdfE", 0, 20, true)]
    [InlineData("R03_HeavyPareto", "PdfP", 1, 50, false)]
    [InlineData("R04_Triangular", "PdfT", 0.01, 10, true)]
    [InlineData("R05_Bimodal", "PdfB", 0, 10, false)]
    public void LabelledPriors_AreDecided(string distribution, string density, double low, double high, bool isRegular)
    {
        var question = RegularityQuestion.Of(Lower(distribution), Lower(density), low, high)!;
        var verdict = Engine.Decide(question, Effort.Quick, default);
        if (isRegular)
        {
            Assert.IsType<Scope.EveryNumber>(Assert.IsType<Verdict.Proved>(verdict).Scope);
        }
        else
        {
            var witness = Assert.IsType<Verdict.Refuted>(verdict).Witness;
            Assert.True(witness.Violation > 0 && witness.Other is not null);
        }
    }

    [Fact]
    public void TheProver_NeedsNoSearchForTheRegularOnes() => Assert.IsType<Verdict.Proved>(
        Tier.Quick.Prove(RegularityQuestion.Of(Lower("R02_Exponential"), Lower("PdfE"), 0, 20)!, default));

    [Fact]
    public void Formulas_OfOwnPriors_AreDecided()
    {
        // F = v² / 25 on [0, 5]: ψ(v) = (3v² − 25) / (2v) rises from −∞ to 5.
        var v = new Formula.Variable();
        var square = RegularityQuestion.Of(v * v / 25, 2 * v / (Formula)25, 0.001, 5)!;
        Assert.IsType<Verdict.Proved>(Engine.Decide(square, Effort.Quick, default));

        // A density that drops from 0.4 to 0.1 at 2: ψ falls from 2 − 0.2/0.4 to 2 − 0.2/0.1.
        var split = new Condition.Compare(Comparison.GreaterOrEqual, v, new Formula.Constant(2));
        var drop = RegularityQuestion.Of(
            new Formula.Conditional(split, 0.8 + ((v - 2) * 0.1), v * 0.4),
            new Formula.Conditional(split, new Formula.Constant(0.1), new Formula.Constant(0.4)),
            0,
            4)!;
        Assert.IsType<Verdict.Refuted>(Engine.Decide(drop, Effort.Quick, default));
        Assert.Null(RegularityQuestion.Of(new Formula.Unary(UnaryOperator.Sin, v), v, 0, 1));
    }

    private static MechanismDsl.Proofs.Rules.Rule Lower(string name) => _source.Value.Lower(_source.Value.Method("Cases", name))!;
}
