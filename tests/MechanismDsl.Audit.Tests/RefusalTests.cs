using MechanismDsl.Auditing.Tests.Mechanisms;
using MechanismDsl.Examples;

namespace MechanismDsl.Auditing.Tests;

public sealed class RefusalTests
{
    [Fact]
    public void Too_many_profiles_are_refused_before_work_starts()
    {
        var refusal = Assert.Throws<AuditException>(() => Audit.Exact<SecondPrice>(new() { Agents = 40, Types = [[1, 2, 3]] }));

        Assert.Contains(" = 12157665459056928801 profiles of types, and MostProfiles is 10000: hand over fewer types or agents, raise MostProfiles, or use Audit.Search.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_limit_can_be_raised() =>
        Assert.True(Audit.Exact<SecondPrice>(new() { Agents = 2, Types = [[1, 2, 3]], MostProfiles = 9 }).Holds(Law.DominantStrategyIncentiveCompatible));

    [Fact]
    public void A_limit_is_a_limit() =>
        Assert.Throws<AuditException>(() => Audit.Exact<SecondPrice>(new() { Agents = 2, Types = [[1, 2, 3]], MostProfiles = 8 }));

    [Fact]
    public void Agents_without_types() => Says("agent 1 of 'SecondPrice' has no types", () => Audit.Exact<SecondPrice>(new() { Types = [[1], []] }));

    [Fact]
    public void A_type_twice() => Says("agent 0 of 'SecondPrice' has a type twice", () => Audit.Exact<SecondPrice>(new() { Agents = 2, Types = [[1, 1]] }));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Types_that_are_no_numbers(double type) => Says("is not a finite number", () => Audit.Exact<SecondPrice>(new() { Agents = 2, Types = [[1, type]] }));

    [Fact]
    public void Continuous_types() =>
        Says("The types of North in 'TwoBuyers' are not finitely many (they are distributed as Uniform(0, 12)): hand over some (Types = [[1, 2, 3]]), or use Audit.Search.", () => Audit.Exact<TwoBuyers>());

    [Fact]
    public void No_number_of_agents() => Says("'SecondPrice' does not say how many agents take part: hand over Agents = 2, or more.", () => Audit.Exact<SecondPrice>());

    [Fact]
    public void Another_number_of_agents() => Says("declares 2 agents, and the setup asks for 3", () => Audit.Exact<TwoBuyers>(new() { Agents = 3, Types = [[1, 2]] }));

    [Fact]
    public void Too_few_rows() => Says("Types has 2 rows, and there is an agent 2", () => Audit.Exact<SecondPrice>(new() { Agents = 3, Types = [[1], [2]] }));

    [Fact]
    public void Payments_that_are_no_numbers() => Says("gives agent 0 a payment or a quantity that is not a number", () => Audit.Exact<NoNumber>(new() { Agents = 2, Types = [[1]] }));

    [Fact]
    public void Payments_that_are_no_numbers_in_a_search() => Says("gives agent 0 a payment or a quantity that is not a number", () => Audit.Search<NoNumber>(new() { Agents = 2 }));

    [Fact]
    public void A_profile_that_the_mechanism_refuses() => Says("At the reports 6, 1 'Choosy' throws: ", () => Audit.Exact<Choosy>(new() { Types = [[6], [1]] }));

    [Fact]
    public void Bids_for_packages_have_to_be_handed_over() => Says("hand over every bidder's types as Vectors", () => Audit.Search<Licences>(new() { Agents = 3 }));

    [Fact]
    public void Outcomes_of_ones_own_need_a_valuation() => Says("hand over a Valuation, from an agent, its type and an outcome to a value", () => Audit.Search<Dictator>(new() { Agents = 2 }));

    [Fact]
    public void Weights_that_are_no_distribution() =>
        Says("are no distribution", () => Audit.Exact<SecondPrice>(new() { Agents = 2, Types = [[1, 2]], Weights = [[1, -1]] }));

    [Fact]
    public void As_many_weights_as_types() =>
        Says("agent 0 has 2 types and 3 weights", () => Audit.Exact<SecondPrice>(new() { Agents = 2, Types = [[1, 2]], Weights = [[1, 1, 1]] }));

    [Fact]
    public void Public_numbers_are_no_lies() =>
        Says("differ in a public number", () => Audit.Exact<SponsoredSearch>(new() { Vectors = [[[4, .5], [4, 1]], [[3, 1]]] }));

    [Fact]
    public void A_search_without_profiles() => Says("a search looks at one profile at least", () => Audit.Search<SecondPrice>(new() { Agents = 2, Profiles = 0 }));

    [Fact]
    public void A_cancelled_audit_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => Audit.Exact<WholeSecondPrice>(cancellation: source.Token));
        Assert.Throws<OperationCanceledException>(() => Audit.Search<TwoBuyers>(cancellation: source.Token));
    }

    private static void Says(string words, Func<object> audit) => Assert.Contains(words, Assert.Throws<AuditException>(audit).Message, StringComparison.Ordinal);
}
