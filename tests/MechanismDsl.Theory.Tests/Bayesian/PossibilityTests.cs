using CsCheck;
using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Tests.Golden;

namespace MechanismDsl.Theory.Tests.Bayesian;

public sealed class PossibilityTests
{
    private static readonly Prior Unit = new UniformPrior(0, 1);

    [Theory]
    [InlineData(0, 1, 0, 1, -1, 6)]
    [InlineData(0, 2, 1, 3, -13, 24)]
    [InlineData(0, 1, 2, 3, 1, 1)]
    [InlineData(2, 3, 0, 1, 0, 1)]
    [InlineData(0, 1, 1, 2, 0, 1)]
    public void Trade_between_uniform_types(double low, double high, double from, double to, int numerator, int denominator)
    {
        var expected = new Fraction(numerator, denominator);
        var answer = Of(Markets.Trade(new UniformPrior(low, high), new UniformPrior(from, to)));
        Assert.Equal(expected, SurplusOf(answer));
        Assert.Equal(numerator < 0, answer is Possibility.Impossible);
    }

    [Fact]
    public void The_worst_off_types_are_the_dearest_seller_and_the_lowest_buyer()
    {
        var impossible = Assert.IsType<Possibility.Impossible>(Of(Markets.Trade(new UniformPrior(0, 2), new UniformPrior(1, 3))));
        Assert.Equal("the Myerson–Satterthwaite theorem (1983)", impossible.Theorem);
        Assert.Equal("13/24", impossible.LeastSubsidy.Text);
        Assert.Equal(["Seller 2 gains 0.25", "Buyer 1 gains 0.25"], impossible.WorstOff.Select(worst => FormattableString.Invariant($"{worst.Who} {worst.Type} gains {worst.Gain}")));
    }

    [Theory, Golden("ms-uniform-*")]
    public void Golden_trades(string id)
    {
        var golden = GoldenCase.Get(id);
        var (seller, buyer) = (GoldenCase.Numbers(golden.Inputs.GetProperty("S")), GoldenCase.Numbers(golden.Inputs.GetProperty("B")));
        var answer = Of(Markets.Trade(new UniformPrior(seller[0], seller[1]), new UniformPrior(buyer[0], buyer[1])));
        Assert.Equal(golden.Expected.GetProperty("efficient_BIC_IIR_BB_exists").GetBoolean(), answer is Possibility.Possible);
        if (answer is Possibility.Impossible impossible)
        {
            GoldenCase.Near(golden.Expected.GetProperty("irvcg_expected_deficit"), impossible.LeastSubsidy.Value);
        }
    }

    [Theory, Golden("ms-discrete-*")]
    public void Golden_finite_types(string id)
    {
        var golden = GoldenCase.Get(id);
        var problem = Markets.Trade(Equal("seller"), Equal("buyer"));
        var agents = PossibilityTest.AgentsOf(problem.Population)!.Value;
        var atTies = FiniteProvision.Of(agents, Fraction.Zero, atTies: true, default)!.Value;
        Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("max_expected_surplus_ties_traded")), atTies.Surplus);
        Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("first_best_gains")), atTies.Welfare);
        Assert.Equal(golden.Expected.GetProperty("exists_when_ties_must_trade").GetBoolean(), !atTies.Surplus.IsNegative);
        if (golden.Expected.GetProperty("efficient_BIC_IIR_BB_exists_any_tie_rule") is { ValueKind: not System.Text.Json.JsonValueKind.String } exists)
        {
            Assert.Equal(exists.GetBoolean(), Of(problem) is Possibility.Possible);
        }

        DiscretePrior Equal(string side)
        {
            var values = GoldenCase.Numbers(golden.Inputs.GetProperty(side));
            return new([.. values], [.. values.Select(_ => 1.0)]);
        }
    }

    [Theory, Golden("public-uniform2-*")]
    public void Golden_projects(string id)
    {
        var golden = GoldenCase.Get(id);
        var cost = GoldenCase.Rational(golden.Inputs.GetProperty("c"));
        List<(Fraction, Fraction)> unit = [(Fraction.Zero, Fraction.One)];
        var welfare = new UniformSum([.. unit, .. unit]).ExcessOver(cost);
        GoldenCase.Near(golden.Expected.GetProperty("first_best_welfare"), welfare.ToDouble());
        GoldenCase.Near(golden.Expected.GetProperty("efficient_rule_max_budget_surplus"), ((2 * new UniformSum(unit).ExcessOver(cost)) - welfare).ToDouble());
    }

    [Theory, Golden("public-trivial-*")]
    public void Golden_trivial_projects(string id)
    {
        var inputs = GoldenCase.Get(id).Inputs;
        var prior = new UniformPrior(GoldenCase.Number(inputs.GetProperty("low")), GoldenCase.Number(inputs.GetProperty("high")));
        Assert.IsType<Possibility.Possible>(Of(Markets.Project(GoldenCase.Number(inputs.GetProperty("c")), Objective.Efficient, prior, prior)));
    }

    [Fact]
    public void A_project_is_possible_where_it_is_always_or_never_worth_its_cost()
    {
        Assert.Equal(new Fraction(-1, 6), SurplusOf(Of(Markets.Project(1, Objective.Efficient, Unit, Unit))));

        // Proposition 6.26: n·low ≥ cost or n·high ≤ cost, on a grid of costs and of ends.
        foreach (var (low, high, cost) in from low in Enumerable.Range(0, 4) from width in Enumerable.Range(1, 3) from cost in Enumerable.Range(0, 16) select (low, low + width, cost))
        {
            var prior = new UniformPrior(low, high);
            Assert.Equal((3 * low >= cost) || (3 * high <= cost), Of(Markets.Project(cost, Objective.Efficient, prior, prior, prior)) is Possibility.Possible);
        }
    }

    [Fact]
    public void Quadrature_agrees_with_rational_numbers()
    {
        var bar = new HistogramPrior([0, 1], [1]);
        var trade = Assert.IsType<Possibility.Impossible>(Of(Markets.Trade(bar, Unit)));
        Assert.Equal(-1.0 / 6, trade.Surplus.Value, 1e-12);
        Assert.True(trade.Surplus.Error < 1e-10);
        Assert.Equal(-1.0 / 6, Assert.IsType<Possibility.Impossible>(Of(Markets.Project(1, Objective.Efficient, bar, bar))).Surplus.Value, 1e-12);

        // Exponential value and cost of rate 1: gains 1/2; the dearest seller gains nothing, the buyer who values it at 0 neither.
        Assert.Equal(-.5, Assert.IsType<Possibility.Impossible>(Of(Markets.Trade(new ExponentialPrior(1), new ExponentialPrior(1)))).Surplus.Value, 1e-10);
        Assert.Equal(
            Assert.IsType<Possibility.Impossible>(Of(Markets.Exchange([Unit, Unit], [Unit, Unit]))).Surplus.Value,
            Assert.IsType<Possibility.Impossible>(Of(Markets.Exchange([bar, Unit], [Unit, bar]))).Surplus.Value,
            1e-10);
    }

    /// <summary>
    /// The sum of k exponential types of rate 1 has E[(S − c)⁺] = k·Q(k + 1, c) − c·Q(k, c) with the regularised incomplete gamma function Q; numbers by mpmath 1.3 with
    /// 30 digits. Uniform types once as such and once as histograms of one bar.
    /// </summary>
    [Theory]
    [InlineData(1, -0.73575888234288464)]
    [InlineData(3, -0.59744482041436732)]
    [InlineData(6, -0.10410759141998705)]
    public void Projects_of_three_agents(double cost, double surplus)
    {
        var type = new ExponentialPrior(1);
        Assert.Equal(surplus, Assert.IsType<Possibility.Impossible>(Of(Markets.Project(cost, Objective.Efficient, type, type, type))).Surplus.Value, 1e-9);

        var bar = new HistogramPrior([0, 1], [1]);
        Assert.Equal(
            SurplusOf(Of(Markets.Project(cost / 3, Objective.Efficient, Unit, Unit, Unit)))!.Value.ToDouble(),
            Assert.IsType<Possibility.Impossible>(Of(Markets.Project(cost / 3, Objective.Efficient, bar, Unit, bar))).Surplus.Value,
            1e-9);
    }

    [Fact]
    public void Exchanges_of_uniform_types()
    {
        // One of each is the trade. Two of each: ∫ (1 − x²)(2x − x²) + x²(1 − x)² dx = 2/5, of which each worst-off type leaves ∫ (1 − x)(2x − x²) dx = 1/4: 4/4 − 3·2/5.
        Assert.Equal(new Fraction(-1, 6), SurplusOf(Of(Markets.Exchange([Unit], [Unit]))));
        Assert.Equal(new Fraction(-1, 5), SurplusOf(Of(Markets.Exchange([Unit, Unit], [Unit, Unit]))));
    }

    [Fact]
    public void Silence_where_a_hypothesis_fails()
    {
        Assert.IsType<Possibility.Silent>(Of(Markets.Exchange([new HistogramPrior([0, 1, 2, 3], [1, 0, 1])], [Unit])));
        Assert.IsType<Possibility.Silent>(Of(Markets.Exchange([new DiscretePrior([0, 1], [1, 1])], [Unit])));
        Assert.IsType<Possibility.Silent>(Of(Markets.Trade(Unit, Unit) with { Information = Information.JointPrior }));
        Assert.IsType<Possibility.Silent>(Of(Markets.Trade(Unit, Unit) with { Money = new Money(MoneyKind.Decimal, 2) }));
        Assert.IsType<Possibility.Silent>(Of(Markets.Trade(Unit, new ParetoPrior(1, 1))));
    }

    /// <summary>Discrete virtual types say it in another way: Σ E[ψᵢ·served] less the cost (Myerson 1981), where service does not fall in the type.</summary>
    [Fact]
    public void Shortest_paths_agree_with_discrete_virtual_types() =>
        Gen.Select(Gen.Int[1, 9].Array[1, 4], Gen.Int[1, 9].Array[1, 4], Gen.Int[1, 5].Array[4], Gen.Int[1, 5].Array[4]).Sample(
            (first, second, one, other) =>
            {
                DiscretePrior[] priors = [Prior(first, one), Prior(second, other)];
                var (seller, buyer) = (priors[0].Mirrored(), priors[1]);
                var expected = Fraction.Zero;
                for (var cost = 0; cost < seller.Values.Count; cost++)
                {
                    for (var value = 0; value < buyer.Values.Count; value++)
                    {
                        if (buyer.ExactValues[value] + seller.ExactValues[cost] is { IsNegative: false })
                        {
                            expected += seller.ExactMasses[cost] * buyer.ExactMasses[value] * (Virtual(buyer, value) + Virtual(seller, cost));
                        }
                    }
                }

                var agents = PossibilityTest.AgentsOf(Markets.Trade(priors[0], priors[1]).Population)!.Value;
                return FiniteProvision.Of(agents, Fraction.Zero, atTies: true, default)!.Value.Surplus == expected;
            },
            iter: 2000);

    private static DiscretePrior Prior(int[] values, int[] weights)
    {
        var sorted = values.Distinct().Order().ToList();
        return new([.. sorted.Select(value => (double)value)], [.. sorted.Select((_, index) => (double)weights[index])]);
    }

    private static Fraction Virtual(AtomicPrior prior, int type)
    {
        if (type == prior.Values.Count - 1)
        {
            return prior.ExactValues[type];
        }

        var above = prior.ExactMasses.Skip(type + 1).Aggregate(Fraction.Zero, (sum, mass) => sum + mass);
        return prior.ExactValues[type] - ((prior.ExactValues[type + 1] - prior.ExactValues[type]) * above / prior.ExactMasses[type]);
    }

    private static Possibility Of(Problem problem) => PossibilityTest.Of(problem, CancellationToken.None);

    private static Fraction? SurplusOf(Possibility possibility) => possibility switch
    {
        Possibility.Possible(var surplus) => surplus.Exact,
        Possibility.Impossible { Surplus: var surplus } => surplus.Exact,
        _ => null,
    };
}
