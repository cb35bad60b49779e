using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Theory.Tests.SingleParameter;

/// <summary>What rules of the user's own guarantee, if the analyzers find no fault with them.</summary>
public sealed class OwnRuleGuaranteesTests
{
    private static readonly OwnRules Ad = new(
        AllocationForm.Winner,
        [
            new ReportField("bid", NumberKind.Double, 0, 100, FieldRole.Report),
            new ReportField("clicks", NumberKind.Double, 0, 1, FieldRole.Verified),
            new ReportField("days", NumberKind.Int32, 0, 9, FieldRole.Controlled),
        ]);

    private static readonly Guarantee[] Always =
        [Guarantee.DominantStrategyIncentiveCompatible, Guarantee.BayesianIncentiveCompatible];

    private static readonly Guarantee[] Rational =
        [Guarantee.ExPostIndividuallyRational, Guarantee.InterimIndividuallyRational, Guarantee.ExAnteIndividuallyRational];

    [Fact]
    public void Thresholds_of_a_monotone_rule_are_truthful_rational_and_never_paid_out()
    {
        var evidence = OwnRuleGuarantees.Of(Score());
        Assert.Equal([.. Always, .. Rational, Guarantee.NoDeficit, Guarantee.NoSubsidy], evidence.Select(one => one.Guarantee));
        Assert.All(evidence, one => Assert.Equal("MECH1001 and MECH1002", one.CheckedBy));
        Assert.Equal(
            "quasi-linear private values, no budgets, one identity an agent; reports from 0 to 100; clicks verified by the platform; in the report alone, days taken as stated",
            evidence[0].Scope);
        Assert.Equal("Myerson (1981), lemma 2: threshold payments of a monotone rule", evidence[0].Theorem);
    }

    [Fact]
    public void Suppliers_are_paid() =>
        Assert.Equal([.. Always, .. Rational], Held(Score(Side.Supplier)));

    [Fact]
    public void Who_has_something_better_to_do_may_lose() =>
        Assert.DoesNotContain(Guarantee.ExPostIndividuallyRational, Held(Score().With((agent, _) => agent with { OutsideOption = 1 })));

    [Fact]
    public void Who_assumes_truthfulness_answers_for_the_rule() =>
        Assert.Empty(Held(Score() with { Assumptions = [new Assumption(Guarantee.DominantStrategyIncentiveCompatible, "proof on paper")] }));

    [Fact]
    public void Own_payments_guarantee_only_what_is_promised_and_what_that_implies()
    {
        var own = Score() with { Payments = new PaymentRule.Own() };
        Assert.Empty(OwnRuleGuarantees.Of(own));
        var evidence = OwnRuleGuarantees.Of(own with { Claims = [Guarantee.ExPostIndividuallyRational, Guarantee.ExPostBudgetBalanced] });
        Assert.Equal([.. Rational, Guarantee.ExPostBudgetBalanced, Guarantee.ExAnteBudgetBalanced, Guarantee.NoDeficit], evidence.Select(one => one.Guarantee));
        Assert.All(evidence, one => Assert.Equal("MECH2001 and MECH2002", one.CheckedBy));
    }

    [Fact]
    public void A_promise_beyond_the_theorem_is_checked_by_other_rules() =>
        Assert.Equal("MECH2001 and MECH2002", OwnRuleGuarantees.Of(Score() with { Claims = [Guarantee.AllocativelyEfficient] }).Single(one => one.Guarantee == Guarantee.AllocativelyEfficient).CheckedBy);

    [Fact]
    public void The_efficient_allocation_is_efficient_whatever_is_paid()
    {
        var groves = Score() with { Objective = Objective.Efficient, Payments = new PaymentRule.Own() };
        var efficient = Assert.Single(OwnRuleGuarantees.Of(groves));
        Assert.Equal((Guarantee.AllocativelyEfficient, false), (efficient.Guarantee, efficient.IsJudged));
        Assert.Empty(Held(groves.With((agent, _) => agent with { Reserve = new Reserve(5, ReserveKind.Eager) })));
    }

    [Theory]
    [InlineData(AllocationForm.Units, "each unit is worth the report")]
    [InlineData(AllocationForm.Probability, "in expectation over the lot that is drawn")]
    public void The_scope_names_what_a_quantity_is(AllocationForm form, string words) =>
        Assert.Contains("; " + words, OwnRuleGuarantees.Of(Score() with { Objective = Objective.UserAllocation, Own = Ad with { Form = form } })[0].Scope, StringComparison.Ordinal);

    [Fact]
    public void The_scope_names_finite_types() =>
        Assert.Contains("; reports among the declared types;", OwnRuleGuarantees.Of(Score().With((agent, _) => agent with { Types = [1, 2, 5] }))[0].Scope, StringComparison.Ordinal);

    private static Problem Score(Side side = Side.Buyer) => SingleItem.Alike(Objective.UserScore, null, null, side) with { Own = Ad };

    private static IEnumerable<Guarantee> Held(Problem problem) => OwnRuleGuarantees.Of(problem).Select(one => one.Guarantee);
}
