using System.Text.Json;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Expectations;
using MechanismDsl.Theory.Tests.Expectations;
using MechanismDsl.Theory.Tests.SingleParameter;

namespace MechanismDsl.Theory.Tests.Golden;

/// <summary>Topics 02 and 03: reserves, expected revenue and efficiency of optimal auctions.</summary>
public sealed class OptimalAuctionCases
{
    [Theory, Golden("myerson-002-example1", "myerson-3bidders-P")]
    public void Revenue_from_different_uniform_buyers(string id)
    {
        var golden = GoldenCase.Get(id);
        var supports = golden.Inputs.TryGetProperty("b", out var tops)
            ? GoldenCase.Numbers(tops).Select(top => new UniformPrior(0, top))
            : golden.Inputs.GetProperty("supports").EnumerateArray().Select(GoldenCase.Numbers).Select(ends => new UniformPrior(ends[0], ends[1]));
        var solved = SingleItem.Sale(Objective.RevenueOptimal, supports).Solve();
        GoldenCase.Near(golden.Expected.GetProperty("expected_revenue"), Assert.Single(solved.Numbers).Revenue);
        if (golden.Expected.TryGetProperty("reserves", out var reserves))
        {
            Assert.Equal(GoldenCase.Numbers(reserves), solved.Agents.Select(agent => agent.LowestServed));
        }
    }

    [Theory, Golden("myerson-efficiency-P-10-6")]
    public void What_the_optimal_auction_wastes(string id)
    {
        var expected = GoldenCase.Get(id).Expected;
        var solved = SingleItem.Sale(Objective.RevenueOptimal, new UniformPrior(0, 10), new UniformPrior(0, 6)).Solve();
        var numbers = Assert.Single(solved.Numbers);
        GoldenCase.Near(expected.GetProperty("reserve_strong"), solved.Agents[0].LowestServed);
        GoldenCase.Near(expected.GetProperty("reserve_weak"), solved.Agents[1].LowestServed);
        GoldenCase.Near(expected.GetProperty("P_unsold"), 1 - numbers.Sale);
        GoldenCase.Near(expected.GetProperty("P_sold_to_lower_value_weak"), numbers.Misallocation);
        GoldenCase.Near(expected.GetProperty("first_best_welfare"), numbers.FirstBest);
        GoldenCase.Near(expected.GetProperty("optimal_auction_welfare"), numbers.Welfare);
        GoldenCase.Near(expected.GetProperty("expected_revenue"), numbers.Revenue);
        var losses = GoldenCase.Number(expected.GetProperty("expected_welfare_loss_unsold")) + GoldenCase.Number(expected.GetProperty("expected_welfare_loss_misallocation"));
        Assert.Equal(losses, numbers.FirstBest - numbers.Welfare, 1e-12);
    }

    [Theory, Golden("myerson-family-*")]
    public void Alike_buyers_of_a_family(string id)
    {
        var golden = GoldenCase.Get(id);
        var prior = Prior(golden.Inputs.GetProperty("prior").GetString()!);
        var solved = SingleItem.Alike(Objective.RevenueOptimal, null, prior).Solve();
        Assert.Equal(GoldenCase.Number(golden.Expected.GetProperty("reserve")), solved.Agents[0].LowestServed, 1e-9);
        GoldenCase.Near(golden.Expected.GetProperty("posted_price_revenue"), solved.Numbers[0].Revenue);
        CheckRevenues(golden.Expected.GetProperty("expected_optimal_revenue"), solved.Numbers);
    }

    [Theory, Golden("myerson-seller-value-*")]
    public void Seller_who_values_the_good(string id)
    {
        var golden = GoldenCase.Get(id);
        var own = GoldenCase.Number(golden.Inputs.GetProperty("v0"));
        var agents = golden.Inputs.GetProperty("n").GetInt32();
        var solved = SingleItem.Alike(Objective.RevenueOptimal, agents, new UniformPrior(0, 1), cost: own).Solve();
        var numbers = Assert.Single(solved.Numbers);
        GoldenCase.Near(golden.Expected.GetProperty("reserve"), solved.Agents[0].LowestServed);
        GoldenCase.Near(golden.Expected.GetProperty("expected_seller_payoff"), numbers.Revenue + (own * (1 - numbers.Sale)));
    }

    [Theory, Golden("E-psi-*")]
    public void Mean_virtual_value_is_the_lower_end(string id)
    {
        // A lone buyer who is always served pays the lower end of the support: its expected virtual value.
        var golden = GoldenCase.Get(id);
        var prior = (ContinuousPrior)Prior(golden.Inputs.GetProperty("prior").GetString()!);
        var rule = new RuleAgent(prior, ScoreCurve.Proportional(0), prior.Lower);
        GoldenCase.Near(golden.Expected.GetProperty("E_psi"), Rules.Alike(rule, 1).Revenue);
        var quadrature = new TanhSinh(1);
        quadrature.Add((low, high, values) => values[0] = prior.VirtualValue(low < 0.5 ? prior.Quantile(low) : prior.UpperQuantile(high)));
        GoldenCase.Near(golden.Expected.GetProperty("E_psi"), quadrature.Sum[0]);
    }

    [Theory, Golden("myerson-asymmetric-mixed-P")]
    public void Different_families(string id)
    {
        var expected = GoldenCase.Get(id).Expected;
        var problem = SingleItem.Sale(Objective.RevenueOptimal, new UniformPrior(0, 1), new ExponentialPrior(1));
        var solved = problem.Solve();
        var reserves = GoldenCase.Numbers(expected.GetProperty("reserves"));
        Assert.Equal(reserves[0], solved.Agents[0].LowestServed, 1e-12);
        Assert.Equal(reserves[1], solved.Agents[1].LowestServed, 1e-12);
        GoldenCase.Near(expected.GetProperty("expected_revenue"), Assert.Single(solved.Numbers).Revenue);
        var outcome = problem.Run(1, 1.5);
        Assert.Equal(0, outcome.Winner);
        GoldenCase.Near(expected.GetProperty("price_if_1_wins_against_t2").GetProperty("t2=1.5"), outcome.Payments[0]);
    }

    [Theory, Golden("iron-disc-*", "empirical-*")]
    public void Revenue_from_discrete_types(string id)
    {
        var golden = GoldenCase.Get(id);
        if (golden.Inputs.TryGetProperty("priors", out var priors))
        {
            var solved = SingleItem.Sale(Objective.RevenueOptimal, priors.EnumerateArray().Select(Discrete)).Solve();
            GoldenCase.Near(golden.Expected.GetProperty("optimal_revenue"), Assert.Single(solved.Numbers).Revenue);
            return;
        }

        var alike = SingleItem.Alike(Objective.RevenueOptimal, null, Discrete(golden.Inputs)).Solve();
        GoldenCase.Near(golden.Expected.GetProperty("posted_price_revenue"), alike.Numbers[0].Revenue);
        CheckRevenues(golden.Expected.GetProperty("optimal_revenue"), alike.Numbers);
        CheckFormula(golden.Expected.GetProperty("optimal_revenue"), alike);
    }

    [Theory, Golden("iron-hist-*")]
    public void Revenue_from_histograms(string id)
    {
        var golden = GoldenCase.Get(id);
        var prior = new HistogramPrior(
            [.. GoldenCase.Numbers(golden.Inputs.GetProperty("breaks"))],
            [.. GoldenCase.Numbers(golden.Inputs.GetProperty("masses"))]);
        var solved = SingleItem.Alike(Objective.RevenueOptimal, null, prior).Solve();
        GoldenCase.Near(golden.Expected.GetProperty("posted_price_revenue"), solved.Numbers[0].Revenue);
        CheckRevenues(golden.Expected.GetProperty("optimal_revenue"), solved.Numbers);
        CheckFormula(golden.Expected.GetProperty("optimal_revenue"), solved);
    }

    [Theory, Golden("equal-revenue-unbounded")]
    public void Equal_revenue_distribution(string id)
    {
        var expected = GoldenCase.Get(id).Expected;
        var prior = new ParetoPrior(1, 1);
        Assert.Equal("inf", expected.GetProperty("E_value").GetString());
        Assert.Equal(double.PositiveInfinity, prior.Mean);
        foreach (var point in new[] { 1, 1.5, 10, 1e6 })
        {
            Assert.Equal(GoldenCase.Number(expected.GetProperty("virtual_value")), prior.VirtualValue(point), 1e-9);
            GoldenCase.Near(expected.GetProperty("posted_price_revenue_any_price"), point * prior.Survival(point));
        }

        foreach (var reserve in new[] { 1.0, 3 })
        {
            // Two bidders: R(n) = E[second value above the reserve] + reserve·P(one above) = 2 for every reserve.
            var known = Rules.Known(AuctionExpectations.Alike(Rules.Bidder(prior, reserve), [2]));
            Assert.Equal(GoldenCase.Number(expected.GetProperty("spa_revenue_n2_any_reserve")), known.Numbers[0].Revenue, 1e-9);
            Assert.Equal(double.PositiveInfinity, known.Numbers[0].Welfare);
        }
    }

    private static DiscretePrior Discrete(JsonElement prior) =>
        new([.. GoldenCase.Numbers(prior.GetProperty("values"))], [.. GoldenCase.Numbers(prior.GetProperty("probs"))]);

    private static void CheckRevenues(JsonElement table, EquatableArray<AuctionNumbers> numbers)
    {
        foreach (var entry in table.EnumerateObject())
        {
            var agents = int.Parse(entry.Name, System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(agents, numbers[agents - 1].Agents);
            GoldenCase.Near(entry.Value, numbers[agents - 1].Revenue);
        }
    }

    private static void CheckFormula(JsonElement table, SolvedAuction solved)
    {
        var formula = Rules.Known(AuctionExpectations.Of(solved.Problem, solved.Agents)).Revenue;
        Assert.NotNull(formula);
        foreach (var entry in table.EnumerateObject())
        {
            GoldenCase.Near(entry.Value, formula.At(int.Parse(entry.Name, System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    private static Prior Prior(string name) => name switch
    {
        "U[0,1]" => new UniformPrior(0, 1),
        "U[2,3]" => new UniformPrior(2, 3),
        "U[1,2]" => new UniformPrior(1, 2),
        "exponential(1)" => new ExponentialPrior(1),
        "truncated exponential(1) on [0,2]" => new TruncatedExponentialPrior(1, 2),
        "F(x)=x^2 on [0,1]" => new PowerPrior(2, 1),
        "F(x)=x^0.5 on [0,1]" => new PowerPrior(0.5, 1),
        "triangular[0,1] mode 0.5" => new TriangularPrior(0, 0.5, 1),
        "triangular[0,1] mode 0.25" => new TriangularPrior(0, 0.25, 1),
        "Pareto(alpha=2) on [1,inf)" or "Pareto(2)" => new ParetoPrior(2, 1),
        "truncated Pareto(alpha=0.5) on [1,16]" => new BoundedParetoPrior(0.5, 1, 16),
        "lognormal(0,1)" => new LognormalPrior(0, 1),
        "Weibull(k=2.0,lambda=1)" => new WeibullPrior(2, 1),
        "Beta(2,2)" => new BetaPrior(2, 2),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such prior in the cases"),
    };
}
