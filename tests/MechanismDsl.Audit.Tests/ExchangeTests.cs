namespace MechanismDsl.Auditing.Tests;

/// <summary>Exchanges in which each agent has a price of its own, and lotteries over outcomes, looked at from outside.</summary>
public sealed class ExchangeTests
{
    [Fact]
    public void A_market_with_the_second_best_gains_is_searched_without_a_find()
    {
        var report = Audit.Search<TwoByTwo>(new() { Profiles = 200 });
        Assert.False(report.IsBroken(Law.DominantStrategyIncentiveCompatible), report.ToString());
        Assert.False(report.IsBroken(Law.ExPostIndividuallyRational), report.ToString());

        // It leaves out trades that are worth little: that is what its balanced budget costs.
        Assert.True(report.IsBroken(Law.AllocativelyEfficient), report.ToString());
    }

    [Fact]
    public void Its_budget_is_balanced_on_average()
    {
        var simulation = Audit.Simulate<TwoByTwo>(draws: 200_000);
        Assert.InRange(simulation.Revenue.Mean, -3 * simulation.Revenue.HalfWidth, 3 * simulation.Revenue.HalfWidth);
        Assert.True(simulation.Welfare.Mean > 0.3, simulation.ToString());
    }

    [Fact]
    public void A_lottery_is_worth_what_its_outcomes_are_worth_on_average()
    {
        var report = Audit.Exact<Dishes>();
        Assert.True(report.Holds(Law.BayesianIncentiveCompatible), report.ToString());
        Assert.True(report.Holds(Law.InterimIndividuallyRational), report.ToString());
        Assert.True(report.IsBroken(Law.AllocativelyEfficient), report.ToString());
        Assert.Equal(21.0 / 8, Dishes.ExpectedRevenue, 12);
    }
}

[Mechanism, DoubleAuction, SecondBest, Sellers<Uniform>(0, 1, Count = 2), Buyers<Uniform>(0, 1, Count = 2)]
public partial class TwoByTwo;

/// <summary>What a guest can get.</summary>
public enum Dish
{
    None,
    Soup,
    Roast,
    Both,
}

[Mechanism, Outcomes<Dish>, Optimal(Objective.Revenue), Agents(1), Prior<UniformIntegers>(0, 3)]
public partial class Dishes
{
    [Value]
    private static int Value(Dish dish, int type) => (dish is Dish.Soup or Dish.Both ? 1 + (type / 2) : 0) + (dish is Dish.Roast or Dish.Both ? type % 2 == 1 ? 3 : 1 : 0);
}
