using Fractions;
using MechanismDsl.Auditing.Tests.Mechanisms;
using MechanismDsl.Examples;

namespace MechanismDsl.Auditing.Tests;

public sealed class ExactTests
{
    private static readonly AuditSetup _three = new() { Agents = 3, Types = [[1, 2, 3]] };

    [Fact]
    public void The_second_price_auction_keeps_what_it_promises()
    {
        var report = Audit.Exact<WholeSecondPrice>();

        Assert.Equal("every one of 9 profiles of 3 · 3 types, in rationals.", report.Scope);
        Assert.All(
            [
                Law.DominantStrategyIncentiveCompatible, Law.BayesianIncentiveCompatible, Law.ExPostIndividuallyRational, Law.InterimIndividuallyRational, Law.ExAnteIndividuallyRational,
                Law.NoDeficit, Law.ExAnteNoDeficit, Law.NoSubsidy, Law.AllocativelyEfficient, Law.ParetoOptimal,
            ],
            law => Assert.True(report.Holds(law), report[law].ToString()));
        // Of nine profiles five have the lower value 1, three 2, one 3; in three of them agent 1 has to bid one more than agent 0, because ties go to the latter.
        Assert.Equal(new Fraction(-17, 9), report[Law.ExAnteBudgetBalanced].Counterexample!.Gain);
    }

    [Fact]
    public void Paying_the_own_bid_is_worth_a_lie()
    {
        var report = Audit.Exact<WholeFirstPrice>();

        var lie = report[Law.DominantStrategyIncentiveCompatible].Counterexample!;
        Assert.Equal("3, 1", string.Join(", ", lie.Types));
        Assert.Equal((0, "3", "1", new Fraction(2)), (lie.Agent, lie.TrueType, lie.Lie, lie.Gain));
        Assert.Equal(
            "At the types 3, 1 agent 0, whose type is 3, gains 2 by reporting 1: the truth leads to [agent 0 is served at 3], where it pays 3 and has 0; the lie leads to [agent 0 is served at 1], where it pays 1 and has 2.",
            report[Law.DominantStrategyIncentiveCompatible].Words);

        // Agent 0 of type 3 wins ties: reporting 1 it wins 1/3 of the time at 1, a gain of 2/3; reporting 2, 2/3 of the time at 2, the same.
        var expected = report[Law.BayesianIncentiveCompatible].Counterexample!;
        Assert.Equal((0, "3", new Fraction(2, 3)), (expected.Agent, expected.TrueType, expected.Gain));
        Assert.True(report.Holds(Law.ExPostIndividuallyRational));
    }

    [Fact]
    public void The_generalised_second_price_is_not_truthful()
    {
        // Edelman, Ostrovsky and Schwarz (2007): at 10, 10, 4 the slot of 200 clicks costs its holder everything, the one of 100 clicks costs 400 and leaves 600.
        var finding = Audit.Exact<Gsp>(new() { Agents = 3, Types = [[4, 8, 10]] })[Law.DominantStrategyIncentiveCompatible];

        Assert.Equal(new Fraction(600), finding.Counterexample!.Gain);
    }

    [Fact]
    public void The_third_price_is_not_truthful()
    {
        var report = Audit.Exact<ThirdPrice>(_three);

        Assert.Equal(Fraction.One, report[Law.DominantStrategyIncentiveCompatible].Counterexample!.Gain);
        Assert.True(report.Holds(Law.ExPostIndividuallyRational));
    }

    [Fact]
    public void Half_the_threshold_is_not_truthful() =>
        Assert.True(Audit.Exact<HalfPrice>(new() { Agents = 2, Types = [[1, 2, 3]] }).IsBroken(Law.DominantStrategyIncentiveCompatible));

    [Fact]
    public void A_fee_is_paid_by_losers()
    {
        var report = Audit.Exact<Fee>(new() { Agents = 2, Types = [[1, 2, 3]], Weights = [[1, 1, 1]] });

        Assert.True(report.Holds(Law.DominantStrategyIncentiveCompatible));
        Assert.Equal(new Fraction(1, 2), report[Law.ExPostIndividuallyRational].Counterexample!.Gain);
        Assert.True(report.IsBroken(Law.InterimIndividuallyRational));
        // Before it knows its type, agent 0 expects 8/9 − ... of the auction: Σ over the nine profiles of max(0, own − other), over 9, is 4/9; the fee is 1/2.
        Assert.Equal(new Fraction(1, 18), report[Law.ExAnteIndividuallyRational].Counterexample!.Gain);
    }

    [Fact]
    public void Where_everybody_pays_losers_lose() =>
        Assert.Equal(new Fraction(3), Audit.Exact<EverybodyPays>(new() { Agents = 2, Types = [[1, 2, 3]] })[Law.ExPostIndividuallyRational].Counterexample!.Gain);

    [Fact]
    public void The_greedy_knapsack_is_truthful_and_wastes()
    {
        var report = Audit.Exact<GreedyLink>(new() { Types = [[4, 6, 10]] });

        Assert.True(report.Holds(Law.DominantStrategyIncentiveCompatible));
        // Video at 10 for 8 units has more a unit than 6 for 5, and 12 would fit in its place.
        Assert.Equal(new Fraction(2), report[Law.AllocativelyEfficient].Counterexample!.Gain);
        Assert.Equal(new Fraction(2), report[Law.ParetoOptimal].Counterexample!.Gain);
    }

    [Fact]
    public void Cents_are_exact()
    {
        var report = Audit.Exact<CentSourcing>(new() { Agents = 2, Types = [[4, 8.01, 10.5]] });

        Assert.DoesNotContain("rounding", report.Scope, StringComparison.Ordinal);
        Assert.True(report.Holds(Law.DominantStrategyIncentiveCompatible));
        Assert.True(report.Holds(Law.AllocativelyEfficient));
        Assert.True(report.Holds(Law.NoDeficit));
        Assert.Equal(new Fraction(10), report[Law.NoSubsidy].Counterexample!.Gain);
    }

    [Fact]
    public void Equal_shares_of_a_bridge_can_be_more_than_it_is_worth()
    {
        var report = Audit.Exact<Bridge>(new() { Types = [[20, 30, 60]] });

        Assert.True(report.Holds(Law.DominantStrategyIncentiveCompatible));
        Assert.Equal(new Fraction(10), report[Law.ExPostIndividuallyRational].Counterexample!.Gain);
        Assert.True(report.Holds(Law.NoDeficit));
        Assert.True(report.IsBroken(Law.ExPostBudgetBalanced));
    }

    [Fact]
    public void Efficient_trade_costs_money()
    {
        // Of nine pairs of costs and bids from 1 to 3, those with bid − cost = 1 (two) and 2 (one) need the difference: (1 + 1 + 2)/9.
        var report = Audit.Exact<WholeHouse>();

        Assert.Equal(new Fraction(4, 9), report[Law.ExAnteNoDeficit].Counterexample!.Gain);
        Assert.Equal(new Fraction(2), report[Law.NoDeficit].Counterexample!.Gain);
    }

    [Fact]
    public void The_home_improvements_of_the_tour()
    {
        var clarke = Audit.Exact<HomeImprovement>();
        Assert.True(clarke.Holds(Law.DominantStrategyIncentiveCompatible));
        Assert.Equal(new Fraction(-20, 27), clarke[Law.ExAnteBudgetBalanced].Counterexample!.Gain);

        var externality = Audit.Exact<HomeExternality>();
        Assert.True(externality.Holds(Law.BayesianIncentiveCompatible));
        Assert.True(externality.Holds(Law.ExPostBudgetBalanced));
        Assert.True(externality.IsBroken(Law.DominantStrategyIncentiveCompatible));

        var rights = Audit.Exact<HomeRights>();
        Assert.True(rights.Holds(Law.InterimIndividuallyRational));
        Assert.Equal(Fraction.One, rights[Law.ExPostIndividuallyRational].Counterexample!.Gain);
    }

    /// <summary>Staying away is worth 17.5 to type 9, which expects 466/27: a loss of 13/54. To Siri it is worth nothing.</summary>
    [Fact]
    public void Outside_options_by_a_method()
    {
        var finding = Audit.Exact<RentedHome>()[Law.InterimIndividuallyRational];
        Assert.Equal((0, "9"), (finding.Counterexample!.Agent, finding.Counterexample.TrueType));
        Assert.Equal(13.0 / 54, finding.Counterexample.Gain.ToDouble(), 1e-12);
        Assert.Contains("less than by staying away", finding.Words, StringComparison.Ordinal);

        // Of all profiles 9 and 9 is among the worst; whoever plays, the search has the same outside options.
        var worst = Audit.Exact<RentedHome>()[Law.ExPostIndividuallyRational].Counterexample!;
        var found = Audit.Search<RentedHome>(new() { Profiles = 2000 })[Law.ExPostIndividuallyRational].Counterexample!;
        Assert.Equal(0, worst.Agent);
        Assert.Equal(worst.Gain.ToDouble(), found.Gain.ToDouble(), 1e-12);
    }

    /// <summary>Type t expects 142, 172, 205, 241, 280, 322, 367, 415, 466 parts of 27, more than 4 + t at every type.</summary>
    [Fact]
    public void Outside_options_of_alike_agents()
    {
        var report = Audit.Exact<SharedHome>();
        Assert.True(report.Holds(Law.InterimIndividuallyRational), report[Law.InterimIndividuallyRational].ToString());
        Assert.True(report.IsBroken(Law.ExPostIndividuallyRational));
    }

    [Fact]
    public void Bets_on_correlated_values_take_everything()
    {
        var report = Audit.Exact<CorrelatedSale>();

        Assert.True(report.Holds(Law.BayesianIncentiveCompatible));
        Assert.True(report.Holds(Law.InterimIndividuallyRational));
        Assert.True(report.IsBroken(Law.DominantStrategyIncentiveCompatible));
        Assert.Equal((decimal)-CorrelatedSale.ExpectedRevenue, (decimal)report[Law.ExAnteBudgetBalanced].Counterexample!.Gain);
    }

    [Fact]
    public void An_income_tax_is_an_audit_of_one_agent()
    {
        var report = Audit.Exact<IncomeTax>();

        Assert.True(report.Holds(Law.DominantStrategyIncentiveCompatible));
        Assert.True(report.Holds(Law.ExAnteBudgetBalanced));
        Assert.Equal(Verdict.NotApplicable, report[Law.AllocativelyEfficient].Verdict);
    }

    [Fact]
    public void Types_of_several_numbers()
    {
        var berths = Audit.Exact<Berths>(new() { Vectors = [[[5, 2], [4, 3]], [[1, 1], [3, 6]], [[2, 2], [0, 7]]] });
        Assert.True(berths.Holds(Law.DominantStrategyIncentiveCompatible));
        Assert.True(berths.Holds(Law.AllocativelyEfficient));

        var permits = Audit.Exact<Permits>(new() { Vectors = [[[10, 7], [10, 0]], [[8, 1], [5, 4]]] });
        Assert.True(permits.Holds(Law.DominantStrategyIncentiveCompatible));
        Assert.True(permits.Holds(Law.AllocativelyEfficient));

        var licences = Audit.Exact<Licences>(new() { Vectors = [[[3, 10], [3, 14]], [[1, 6], [1, 8]], [[2, 6], [2, 3]]] });
        Assert.True(licences.Holds(Law.DominantStrategyIncentiveCompatible));
        Assert.True(licences.Holds(Law.AllocativelyEfficient));

        var core = Audit.Exact<CoreLicences>(new() { Vectors = [[[3, 10]], [[1, 6], [1, 8]], [[2, 8], [2, 3]]] });
        Assert.True(core.IsBroken(Law.DominantStrategyIncentiveCompatible));

        var search = Audit.Exact<SponsoredSearch>(new() { Vectors = [[[4, .5], [10, .5]], [[3, 1], [6, 1]]] });
        Assert.True(search.Holds(Law.DominantStrategyIncentiveCompatible));
    }

    [Fact]
    public void Chances_are_rounded_in_any_money()
    {
        // A third of an item is no double: with three at the same value, the chances add up to a little less than one item.
        var report = Audit.Exact<SharedCents>(new() { Agents = 3, Types = [[1, 2]] });

        Assert.Contains("quantities are double", report.Scope, StringComparison.Ordinal);
        Assert.True(report.Holds(Law.AllocativelyEfficient), report.ToString());
        Assert.True(report.Holds(Law.DominantStrategyIncentiveCompatible), report.ToString());
    }

    [Fact]
    public void Units_for_one_agent_are_feasible()
    {
        // One unit each, where both could go to the agent who values them at 3: 6 instead of 4.
        var report = Audit.Exact<OneEach>(new() { Agents = 2, Types = [[1, 3]] });

        Assert.Equal(new Fraction(2), report[Law.AllocativelyEfficient].Counterexample!.Gain);
        Assert.True(report.Holds(Law.DominantStrategyIncentiveCompatible));
    }
}
