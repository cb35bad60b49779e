using Fractions;
using MechanismDsl.Auditing.Tests.Mechanisms;

namespace MechanismDsl.Auditing.Tests;

public sealed class ValuationTests
{
    private static readonly Taste[] _tastes = [Taste.Sweet, Taste.Salty];

    private static readonly Valuation<Taste, Dinner> _dinner = new((_, taste, dinner) => taste == dinner.Place ? 2 : 0)
    {
        Payment = (friend, dinner) => friend == 0 ? dinner.FirstPays : dinner.SecondPays,
        Alternatives = [new(Taste.Sweet, 0, 0), new(Taste.Salty, 0, 0)],
        Names = ["Ann", "Bob"],
    };

    [Fact]
    public void Types_and_outcomes_of_ones_own()
    {
        var report = Audit.Exact<Dictator, Taste, Dinner>(_dinner, [_tastes, _tastes]);

        Assert.True(report.Holds(Law.DominantStrategyIncentiveCompatible));
        Assert.True(report.Holds(Law.ExPostBudgetBalanced));
        // Whatever the first gets, the second's taste is worth as much.
        Assert.True(report.Holds(Law.AllocativelyEfficient));
    }

    [Fact]
    public void The_contrarian_is_lied_to()
    {
        var report = Audit.Exact<Contrarian, Taste, Dinner>(_dinner, [_tastes, _tastes], new() { Weights = [[1, 1]] });

        var lie = report[Law.DominantStrategyIncentiveCompatible];
        Assert.Equal((1, new Fraction(2)), (lie.Counterexample!.Agent, lie.Counterexample.Gain));
        Assert.StartsWith("At the types Sweet, Sweet Bob, whose type is Sweet, gains 2 by reporting Salty: ", lie.Words, StringComparison.Ordinal);
        // Where both want the same they get the other.
        Assert.Equal(new Fraction(4), report[Law.AllocativelyEfficient].Counterexample!.Gain);
        Assert.Equal(Fraction.One, report[Law.ExPostIndividuallyRational].Counterexample!.Gain);
        Assert.True(report.IsBroken(Law.BayesianIncentiveCompatible));
        Assert.True(report.Holds(Law.ExPostBudgetBalanced));
    }

    [Fact]
    public void Without_alternatives_efficiency_is_not_judged()
    {
        var finding = Audit.Exact<Dictator, Taste, Dinner>(_dinner with { Alternatives = null }, [_tastes, _tastes])[Law.AllocativelyEfficient];

        Assert.Equal(Verdict.NotApplicable, finding.Verdict);
        Assert.Contains("set the valuation's Alternatives", finding.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_payments_there_is_no_audit() =>
        Assert.Contains(
            "Nothing says what agents pay in outcomes of type Dinner",
            Assert.Throws<AuditException>(() => Audit.Exact<Dictator, Taste, Dinner>(_dinner with { Payment = null }, [_tastes, _tastes])).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_rivals_success_can_hurt()
    {
        // Agent 0 loses 2 if agent 1 wins: it bids more than its value.
        var rivalry = new Valuation<double, Sale<double>>((agent, type, sale) => sale.Winner == agent ? type : agent == 0 && sale.Winner == 1 ? -2 : 0);
        double[] types = [1, 2, 3];

        var report = Audit.Exact<SecondPrice, double, Sale<double>>(rivalry, [types, types]);

        Assert.True(report.IsBroken(Law.DominantStrategyIncentiveCompatible));
        Assert.Equal(0, report[Law.DominantStrategyIncentiveCompatible].Counterexample!.Agent);
        Assert.True(report.IsBroken(Law.ExPostIndividuallyRational));
    }
}
