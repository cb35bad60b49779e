using Fractions;
using MechanismDsl.Auditing.Tests.Mechanisms;
using MechanismDsl.Examples;

namespace MechanismDsl.Auditing.Tests;

public sealed class SearchTests
{
    private static readonly AuditSetup _three = new() { Agents = 3, Profiles = 200 };

    [Fact]
    public void Nothing_is_found_against_the_second_price_and_that_proves_nothing()
    {
        var report = Audit.Search<SecondPrice>(_three);

        foreach (var law in (Law[])[Law.DominantStrategyIncentiveCompatible, Law.ExPostIndividuallyRational, Law.NoDeficit, Law.NoSubsidy, Law.AllocativelyEfficient, Law.ParetoOptimal])
        {
            Assert.Equal(Verdict.NothingFound, report[law].Verdict);
            Assert.False(report.Holds(law));
        }

        Assert.Equal(Verdict.NotApplicable, report[Law.BayesianIncentiveCompatible].Verdict);
        Assert.EndsWith("seed 1; what it does not find is not proved.", report.Scope, StringComparison.Ordinal);
        Assert.DoesNotContain("holds", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_lie_of_the_third_price_is_found_and_round()
    {
        var lie = Audit.Search<ThirdPrice>(_three)[Law.DominantStrategyIncentiveCompatible].Counterexample!;

        // At most the own value can be gained, which is drawn up to 10.
        Assert.True(lie.Gain >= new Fraction(7) && lie.Gain <= new Fraction(10));
        Assert.All(lie.Types, type => Assert.True(type.Length <= 4, type));
    }

    [Fact]
    public void The_lie_against_generalised_second_prices_is_found()
    {
        var lie = Audit.Search<Gsp>(_three)[Law.DominantStrategyIncentiveCompatible].Counterexample!;

        // From the first slot at the own value (nothing left) to the second for nothing: 100 clicks at up to 10.
        Assert.True(lie.Gain >= new Fraction(750) && lie.Gain <= new Fraction(1000));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Half_the_threshold_is_found_whatever_the_seed(long seed)
    {
        var finding = Audit.Search<HalfPrice>(new() { Agents = 2, Profiles = 100, Seed = seed })[Law.DominantStrategyIncentiveCompatible];

        // Just below the other's 100 and paying half of it: 50 at most.
        Assert.True(finding.Counterexample!.Gain > new Fraction(30), finding.Words);
        Assert.True(finding.Counterexample.Gain <= new Fraction(50), finding.Words);
    }

    [Fact]
    public void Waste_of_a_reserve_is_found()
    {
        // Nobody is served below 6 of 12 and 9 of 18.
        var waste = Audit.Search<TwoBuyers>(new() { Profiles = 300 })[Law.AllocativelyEfficient].Counterexample!;

        Assert.True(waste.Gain > new Fraction(6) && waste.Gain <= new Fraction(9));
        Assert.Equal("nobody is served", waste.Truth!.ToString());
        Assert.Equal("serving South", waste.Lied!.ToString());
    }

    [Fact]
    public void Losses_and_deficits_are_found()
    {
        Assert.Equal(new Fraction(30), Audit.Search<Bridge>(new() { Profiles = 200 })[Law.ExPostIndividuallyRational].Counterexample!.Gain);
        Assert.Equal(new Fraction(1, 2), Audit.Search<House>(new() { Profiles = 200 })[Law.NoDeficit].Counterexample!.Gain);
        Assert.Equal(new Fraction(1, 2), Audit.Search<Fee>(_three)[Law.ExPostIndividuallyRational].Counterexample!.Gain);
    }

    [Fact]
    public void Core_payments_are_not_truthful_and_clarke_payments_are()
    {
        AuditSetup bids = new() { Vectors = [[[3, 10]], [[1, 6]], [[2, 6]]], Profiles = 60 };

        Assert.True(Audit.Search<CoreLicences>(bids).IsBroken(Law.DominantStrategyIncentiveCompatible));
        Assert.Equal(Verdict.NothingFound, Audit.Search<Licences>(bids)[Law.DominantStrategyIncentiveCompatible].Verdict);
    }

    [Fact]
    public void Greedy_waste_is_found_and_no_lie()
    {
        var report = Audit.Search<GreedyLink>(new() { Profiles = 300 });

        Assert.Equal(Verdict.NothingFound, report[Law.DominantStrategyIncentiveCompatible].Verdict);
        Assert.True(report.IsBroken(Law.AllocativelyEfficient));
    }

    [Fact]
    public void The_same_seed_finds_the_same()
    {
        AuditSetup setup = new() { Agents = 3, Profiles = 50, Seed = 11 };

        Assert.Equal(Audit.Search<Gsp>(setup).ToString(), Audit.Search<Gsp>(setup).ToString());
    }

    [Fact]
    public void Refused_profiles_are_passed_over()
    {
        // Reports above 5 are refused; below, the one agent gets the item for nothing.
        var report = Audit.Search<Choosy>(new() { Agents = 1, Profiles = 100 });

        Assert.Equal(Verdict.NothingFound, report[Law.DominantStrategyIncentiveCompatible].Verdict);
    }

    [Fact]
    public void A_mechanism_that_refuses_everything() =>
        Assert.Contains(
            "refuses every profile",
            Assert.Throws<AuditException>(() => Audit.Search<Choosy>(new() { Agents = 1, Profiles = 20, Types = [[6, 7, 8]] })).Message,
            StringComparison.Ordinal);
}
