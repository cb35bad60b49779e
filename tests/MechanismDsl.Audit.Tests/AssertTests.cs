using MechanismDsl.Auditing.Tests.Mechanisms;
using MechanismDsl.Examples;

namespace MechanismDsl.Auditing.Tests;

public sealed class AssertTests
{
    [Fact]
    public void A_truthful_mechanism_passes()
    {
        MechanismAssert.Truthful<WholeSecondPrice>();
        MechanismAssert.IndividuallyRational<WholeSecondPrice>();
        MechanismAssert.NeverPaysOut<WholeSecondPrice>();
        MechanismAssert.PaysNobody<WholeSecondPrice>();
        MechanismAssert.Efficient<WholeSecondPrice>();
        MechanismAssert.TruthfulInExpectation<HomeExternality>();
        MechanismAssert.Balanced<HomeExternality>();
        MechanismAssert.Obeys<HomeRights>(Law.InterimIndividuallyRational);
    }

    [Fact]
    public void The_message_is_the_counterexample()
    {
        var failure = Assert.Throws<MechanismAssertionException>(() => MechanismAssert.Truthful<WholeFirstPrice>());

        Assert.Equal(
            "'WholeFirstPrice' is not dominant strategy incentive compatible. At the types 3, 1 agent 0, whose type is 3, gains 2 by reporting 1: the truth leads to [agent 0 is served at 3], where it pays 3 and has 0; the lie leads to [agent 0 is served at 1], where it pays 1 and has 2.",
            failure.Message);
        Assert.Equal(Law.DominantStrategyIncentiveCompatible, failure.Finding.Law);
    }

    [Fact]
    public void Continuous_types_are_searched()
    {
        MechanismAssert.Truthful<TwoBuyers>(new() { Profiles = 100 });
        Assert.StartsWith(
            "'Gsp' is not dominant strategy incentive compatible. At the types ",
            Assert.Throws<MechanismAssertionException>(() => MechanismAssert.Truthful<Gsp>(new() { Agents = 3, Profiles = 100 })).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Every_assertion_can_fail()
    {
        Fails(() => MechanismAssert.TruthfulInExpectation<WholeFirstPrice>());
        Fails(() => MechanismAssert.IndividuallyRational<HomeRights>());
        Fails(() => MechanismAssert.NeverPaysOut<WholeHouse>());
        Fails(() => MechanismAssert.Balanced<WholeSecondPrice>());
        Fails(() => MechanismAssert.PaysNobody<WholeHouse>());
        Fails(() => MechanismAssert.Efficient<TwoBuyers>(new() { Profiles = 100 }));
        Fails(() => MechanismAssert.Obeys<WholeHouse>(Law.ExAnteNoDeficit));
        Fails(() => MechanismAssert.Obeys<TwoBuyers>(Law.ParetoOptimal, new() { Profiles = 100 }));
    }

    [Fact]
    public void What_cannot_be_told_is_no_success() =>
        Assert.Equal(
            "Whether 'TwoBuyers' is Bayesian incentive compatible cannot be told. It speaks of expectations, which Audit.Exact takes over finitely many types and Audit.Simulate estimates.",
            Assert.Throws<AuditException>(() => MechanismAssert.TruthfulInExpectation<TwoBuyers>(new() { Profiles = 10 })).Message);

    private static void Fails(Action assertion) => Assert.Throws<MechanismAssertionException>(assertion);
}
