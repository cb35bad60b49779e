using MechanismDsl.Auditing.Tests.Mechanisms;
using MechanismDsl.Examples;

namespace MechanismDsl.Auditing.Tests;

public sealed class SimulationTests
{
    private const long Draws = 200_000;

    /// <summary>A false alarm once in three million.</summary>
    private const double StandardErrors = 5;

    [Fact]
    public void Two_buyers_pay_what_the_compiler_integrated()
    {
        var simulation = Audit.Simulate<TwoBuyers>(Draws);

        Assert.Equal(TwoBuyers.ExpectedRevenue, simulation.ExactRevenue);
        Near(simulation.ExactRevenue!.Value, simulation.Revenue);
        // Nobody is served if both are below their reserves, 6 of 12 and 9 of 18.
        Near(.75, simulation.SaleProbability!.Value);
        Assert.Equal(["North", "South"], simulation.Agents.Select(agent => agent.Name));
    }

    [Fact]
    public void Utility_by_type_is_the_envelope()
    {
        // Two alike buyers uniform on [0, 1], second price: a buyer of value v wins with probability v and expects v²/2.
        var simulation = Audit.Simulate<UniformSecondPrice>(Draws);

        Near(1.0 / 3, simulation.Revenue);
        Near(2.0 / 3, simulation.Welfare);
        Near(1, simulation.SaleProbability!.Value);
        foreach (var agent in simulation.Agents)
        {
            Near(1.0 / 6, agent.Utility);
            Near(.5, agent.Quantity);
            Assert.Equal(10, agent.ByType.Length);
            foreach (var band in agent.ByType)
            {
                // ∫v²/2 over the tenth, over its length.
                Near(((Math.Pow(band.High, 3) - Math.Pow(band.Low, 3)) / 6) / (band.High - band.Low), band.Utility);
                Near((band.Low + band.High) / 2, band.Quantity);
            }
        }
    }

    [Fact]
    public void Suppliers_are_paid_and_bear_costs()
    {
        var simulation = Audit.Simulate<Sourcing>(Draws, new() { Agents = 2 });

        Near(-Sourcing.ExpectedOutlay(2), simulation.Revenue);
        Assert.Equal(-Sourcing.ExpectedOutlay(2), simulation.ExactRevenue);
        // The lower of two uniform costs c is bought if it is at most 1/2: ∫₀^½ (1 − c)·2(1 − c) dc = 7/12.
        Near(7.0 / 12, simulation.Welfare);
        Near(.75, simulation.SaleProbability!.Value);
    }

    [Fact]
    public void A_sellers_value_is_a_cost()
    {
        // One buyer uniform on [0, 1], who is served from 1/2 on at the price 1/2: welfare ∫_½^1 (v − 1/2) dv = 1/8.
        var simulation = Audit.Simulate<Keepsake>(Draws);

        Near(1.0 / 8, simulation.Welfare);
        Near(.25, simulation.Revenue);
    }

    [Fact]
    public void Finite_types_agree_with_the_exact_expectations()
    {
        var clarke = Audit.Simulate<HomeImprovement>(20_000);
        Near(20.0 / 27, clarke.Revenue);
        Near(HomeImprovement.ExpectedWelfare, clarke.Welfare);
        Assert.Null(clarke.SaleProbability);
        Assert.Equal(9, clarke.Agents[0].ByType.Length);

        var bets = Audit.Simulate<CorrelatedSale>(20_000);
        Near(CorrelatedSale.ExpectedRevenue, bets.Revenue);
        Near(0, bets.Agents[0].Utility);
    }

    [Fact]
    public void Trade_and_tax()
    {
        var house = Audit.Simulate<House>(20_000);
        Near(House.ExpectedGains, house.Welfare);
        Near(0, house.Revenue);
        Near(9.0 / 32, house.SaleProbability!.Value);

        var tax = Audit.Simulate<IncomeTax>(20_000);
        Near(0, tax.Revenue);
    }

    [Fact]
    public void Whole_money_and_weights_from_the_setup()
    {
        var simulation = Audit.Simulate<SecondPrice>(20_000, new() { Agents = 2, Types = [[1, 3]], Weights = [[3, 1]] });
        // The lower of two is 3 with probability 1/16.
        Near(1 + (2.0 / 16), simulation.Revenue);
        Assert.Null(simulation.ExactRevenue);
        Near(17.0 / 9, Audit.Simulate<WholeSecondPrice>(20_000).Revenue);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8_191)]
    [InlineData(50_001)]
    public void The_number_of_threads_does_not_matter(long more)
    {
        var one = Audit.Simulate<TwoBuyers>(more + 1, new() { Seed = 7 }, threads: 1);
        var four = Audit.Simulate<TwoBuyers>(more + 1, new() { Seed = 7 }, threads: 4);

        Assert.Equal(one.ToString(), four.ToString());
        Assert.Equal((one.Revenue, one.Welfare), (four.Revenue, four.Welfare));
        Assert.Equal(one.Agents.SelectMany(agent => agent.ByType), four.Agents.SelectMany(agent => agent.ByType));
        Assert.NotEqual(one.Revenue, Audit.Simulate<TwoBuyers>(more + 1, new() { Seed = 8 }).Revenue);
    }

    [Fact]
    public void The_batch_and_single_profiles_are_the_same()
    {
        // Positions(1) is the single item with another outcome, which is played profile by profile.
        var batch = Audit.Simulate<UniformSecondPrice>(10_000);
        var single = Audit.Simulate<OneSlot>(10_000);

        Assert.Equal(batch.Revenue.Mean, single.Revenue.Mean, 1e-12);
        Assert.Equal(batch.Agents[1].Utility.Mean, single.Agents[1].Utility.Mean, 1e-12);
        Assert.Equal(batch.Agents[1].ByType[9].Utility.StandardError, single.Agents[1].ByType[9].Utility.StandardError, 1e-9);
    }

    [Fact]
    public void Progress_and_cancellation()
    {
        var told = new Told();
        Audit.Simulate<TwoBuyers>(50_000, progress: told, threads: 1);
        Assert.Equal(1, told.Values[^1]);
        Assert.Equal(told.Values.Order(), told.Values);

        using var source = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => Audit.Simulate<TwoBuyers>(1_000_000_000, progress: new Told(_ => source.Cancel()), cancellation: source.Token));
    }

    [Fact]
    public void What_cannot_be_simulated()
    {
        Says("The types of agent 0 in 'SecondPrice' have no prior (none is declared): hand over Types (or Vectors) and Weights.", () => Audit.Simulate<SecondPrice>(100, new() { Agents = 2 }));
        Says("its prior lies in a file that only the compiler reads", () => Audit.Simulate<BannerAuction>(100, new() { Agents = 2 }));
        Says("A simulation of 1 draws by 1 threads estimates nothing", () => Audit.Simulate<TwoBuyers>(1, threads: 1));
        Says("answers a draw with a payment that is not a number", () => Audit.Simulate<NoNumber>(100, new() { Agents = 2, Types = [[1, 2]], Weights = [[1, 1]] }));
        Says("'Choosy' refuses types that are drawn: ", () => Audit.Simulate<Choosy>(100, new() { Agents = 1, Types = [[1, 6]], Weights = [[1, 1]] }));
        Says("Weights needs as many numbers of at least 0", () => Audit.Simulate<SecondPrice>(100, new() { Agents = 2, Types = [[1, 2]], Weights = [[1]] }));
    }

    private static void Near(double expected, Estimate estimate) =>
        Assert.True(estimate.IsNear(expected, StandardErrors), FormattableString.Invariant($"{estimate} is not {expected}."));

    private static void Says(string words, Func<object> audit) => Assert.Contains(words, Assert.Throws<AuditException>(audit).Message, StringComparison.Ordinal);

    private sealed class Told(Action<double>? then = null) : IProgress<double>
    {
        public List<double> Values { get; } = [];

        public void Report(double value)
        {
            lock (Values)
            {
                Values.Add(value);
            }

            then?.Invoke(value);
        }
    }
}
