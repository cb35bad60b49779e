using MathNet.Numerics.Integration;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Insights;
using MechanismDsl.Theory.Tests.SingleParameter;

namespace MechanismDsl.Theory.Tests.Expectations;

/// <summary>On a grid of money, expectations are those of truthful bidders who round to the grid; the oracle plays every profile of grid reports.</summary>
public sealed class GridExpectationsTests
{
    private static readonly Money Whole = new(MoneyKind.Int64);
    private static readonly Money Tenths = new(MoneyKind.Decimal, 1);
    private static readonly UniformPrior North = new(0, 12);
    private static readonly UniformPrior South = new(0, 18);
    private static readonly HistogramPrior Bimodal = new([0, 3, 8], [.75, .25]);

    public static TheoryData<string> Programs => [.. Cases.Keys];

    private static Dictionary<string, Problem> Cases { get; } = new()
    {
        ["second price, two"] = SingleItem.Alike(Objective.Efficient, 2, new UniformPrior(0, 6)) with { Money = Whole },
        ["second price, three, off the grid"] = SingleItem.Alike(Objective.Efficient, 3, new UniformPrior(0.5, 4.25)) with { Money = Whole },
        ["second price, one, with a reserve"] = WithReserve(SingleItem.Alike(Objective.Efficient, 1, new BetaPrior(2, 3)) with { Money = Tenths }, 0.33),
        ["optimal, regular"] = SingleItem.Alike(Objective.RevenueOptimal, 2, new UniformPrior(0, 7.5)) with { Money = Whole },
        ["optimal, ironed"] = SingleItem.Alike(Objective.RevenueOptimal, 3, Bimodal) with { Money = Whole },
        ["optimal, smooth"] = SingleItem.Alike(Objective.RevenueOptimal, 2, new BetaPrior(.5, 2)) with { Money = Tenths },
        ["optimal, finite types off the grid"] = SingleItem.Alike(Objective.RevenueOptimal, 2, new DiscretePrior([1.3, 2.7, 4], [1, 2, 1])) with { Money = Whole },
        ["second price, finite types"] = SingleItem.Alike(Objective.Efficient, 2, new UniformIntegersPrior(1, 4)) with { Money = Tenths },
        ["seller's value"] = SingleItem.Alike(Objective.Efficient, 2, new UniformPrior(0, 4), cost: 1.5) with { Money = Whole },
        ["two buyers, optimal"] = SingleItem.Sale(Objective.RevenueOptimal, North, South) with { Money = Whole },
        ["two buyers, shared"] = SingleItem.Sale(Objective.RevenueOptimal, North, South) with { Money = Whole, Ties = TieBreaking.Shared },
        ["two buyers, second price, supports apart"] = SingleItem.Sale(Objective.Efficient, new UniformPrior(5, 7), new UniformPrior(1, 3)) with { Money = Whole },
        ["two buyers, priority"] = (SingleItem.Sale(Objective.Efficient, North, South) with { Money = Whole, Ties = TieBreaking.Priority })
            .With((agent, index) => agent with { Priority = index }),
        ["two buyers, lazy"] = (SingleItem.Sale(Objective.Efficient, North, South) with { Money = Whole })
            .With((agent, index) => agent with { Reserve = new Reserve(5.5 + (3 * index), ReserveKind.Lazy) }),
        ["two buyers, weighted"] = (SingleItem.Sale(Objective.Efficient, North, new UniformPrior(2, 6)) with { Money = Whole })
            .With((agent, index) => agent with { Weight = 1 + index }),
        ["three buyers, a mixed lot"] = SingleItem.Sale(Objective.RevenueOptimal, new PowerPrior(2, 5), Bimodal, new DiscretePrior([2, 5], [1, 1])) with { Money = Whole },
        ["suppliers, optimal"] = SingleItem.Alike(Objective.RevenueOptimal, 2, new UniformPrior(0, 1), Side.Supplier, cost: -1) with { Money = Tenths },
        ["suppliers, named"] = SingleItem.Procurement(Objective.RevenueOptimal, 9, new UniformPrior(1, 7), new PowerPrior(.5, 8)) with { Money = Whole },
        ["suppliers, some with negative costs"] = SingleItem.Procurement(Objective.Efficient, 6, new UniformPrior(-2, 3), new UniformPrior(.5, 4)) with { Money = Whole },
        ["suppliers, efficient"] = SingleItem.Procurement(Objective.Efficient, 6.5, new UniformPrior(1, 4), new UniformPrior(3, 8)) with { Money = Whole },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public void Expectations_are_sums_over_the_profiles_of_grid_reports(string name)
    {
        var problem = Cases[name];
        var auction = problem.Solve();
        Assert.False(auction.IgnoresGrid);
        var numbers = Assert.Single(auction.Numbers);
        var expected = Play(auction);
        Rules.Equal(expected.Revenue, numbers.Revenue, 1e-11);
        Rules.Equal(expected.Welfare, numbers.Welfare, 1e-11);
        Rules.Equal(expected.Sale, numbers.Sale, 1e-11);
        Rules.Equal(expected.Tie, numbers.Tie, 1e-11);
        var continuous = (problem with { Money = new Money(MoneyKind.Double) }).Solve().Numbers[0];
        Rules.Equal(continuous.FirstBest, numbers.FirstBest);
    }

    [Fact]
    public void Rounding_passes_over_the_best_of_two_bidders_in_half_of_the_ties()
    {
        // U[0,6] on whole numbers: two values share a cell with probability 1/6, and the higher one has the wrong index half the time.
        Rules.Equal(1.0 / 12, SingleNumbers(Cases["second price, two"]).Misallocation);
        var named = SingleItem.Sale(Objective.Efficient, new UniformPrior(0, 6), new UniformPrior(0, 6)) with { Money = Whole };
        Rules.Equal(1.0 / 12, SingleNumbers(named).Misallocation);
        Rules.Equal(1.0 / 6, SingleNumbers(named).Tie);
    }

    [Fact]
    public void A_fine_grid_comes_close_to_no_grid()
    {
        var fine = SingleNumbers(SingleItem.Alike(Objective.RevenueOptimal, 2, new UniformPrior(0, 1)) with { Money = new Money(MoneyKind.Decimal, 2) });
        Assert.Equal(5.0 / 12, fine.Revenue, 1e-4);
        Assert.NotEqual(5.0 / 12, fine.Revenue, 1e-6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void The_end_of_an_unbounded_support_is_lost_in_rounding(int agents)
    {
        // Exponential(1) on whole numbers: P(report ≥ k) = e^−k; from the 36th cell on nothing is left of a sum of doubles.
        var numbers = SingleNumbers(SingleItem.Alike(Objective.Efficient, agents, new ExponentialPrior(1)) with { Money = Whole });
        var revenue = 0.0;
        for (var k = 0; k < 36; k++)
        {
            // A cell [k, k+1) is served with chance W per agent, and its types are charged k P(≥ k) − (k + 1) P(≥ k + 1).
            var (low, high) = (1 - Math.Exp(-k), 1 - Math.Exp(-k - 1));
            var served = (Math.Pow(high, agents) - Math.Pow(low, agents)) / (Math.Exp(-k) - Math.Exp(-k - 1));
            revenue += served * ((k * Math.Exp(-k)) - ((k + 1) * Math.Exp(-k - 1)));
        }

        Rules.Equal(revenue, numbers.Revenue, 1e-12);
        Assert.Equal(agents == 1, numbers.Revenue < 1e-12);
    }

    [Fact]
    public void Too_many_steps_leave_the_expectations_of_the_continuous_auction()
    {
        var problem = SingleItem.Alike(Objective.RevenueOptimal, 2, new UniformPrior(0, 1)) with { Money = new Money(MoneyKind.Decimal, 6) };
        Assert.True(problem.Solve().IgnoresGrid);
        Rules.Equal(5.0 / 12, SingleNumbers(problem).Revenue);
        Assert.True((SingleItem.Alike(Objective.Efficient, 2, new ParetoPrior(1.5, 1)) with { Money = Whole }).Solve().IgnoresGrid);
        Assert.True((SingleItem.Alike(Objective.BestReport, 2, new UniformPrior(0, 6)) with { Money = Whole, Payments = new PaymentRule.PayAsBid() }).Solve().IgnoresGrid);
    }

    [Fact]
    public void Steps_are_counted_between_the_ends_of_the_supports_for_every_agent()
    {
        var cents = new Money(MoneyKind.Decimal, 2);
        Assert.False((SingleItem.Alike(Objective.Efficient, 2, new UniformPrior(1000, 1001)) with { Money = cents }).Solve().IgnoresGrid);
        var wide = new UniformPrior(0, 100);
        Assert.False((SingleItem.Alike(Objective.Efficient, 2, wide) with { Money = cents }).Solve().IgnoresGrid);
        Assert.True((SingleItem.Sale(Objective.Efficient, wide, wide, wide) with { Money = cents }).Solve().IgnoresGrid);
    }

    [Fact]
    public void A_posted_price_needs_no_steps()
    {
        var price = SingleItem.Alike(Objective.FirstToAccept, 2, new UniformPrior(0, 1e6)) with { Money = Whole, Payments = new PaymentRule.Posted(500_000) };
        Assert.False(price.Solve().IgnoresGrid);
        Rules.Equal(375_000, SingleNumbers(price).Revenue);
    }

    [Fact]
    public void Insights_compare_the_auctions_on_the_grid()
    {
        var optimal = (SingleItem.Alike(Objective.RevenueOptimal, 2, new UniformPrior(0, 7)) with { Money = Whole }).Solve();
        var worth = ReserveWorth.Of(optimal, SingleItem.Solve)!;
        Assert.Equal(4, worth.Reserve);
        Rules.Equal(optimal.Numbers[0].Revenue, worth.With);

        // The grid alone makes ties that nobody need be warned of; the ties of an ironed block are measured on the grid.
        Assert.True(optimal.Numbers[0].Tie > 0.05);
        Assert.Null(TieWorth.Of(optimal));
        var ironed = (SingleItem.Alike(Objective.RevenueOptimal, 2, Bimodal) with { Money = Whole }).Solve();
        Rules.Equal(ironed.Numbers[0].Tie, TieWorth.Of(ironed)!.Probability);

        // A reserve at the support's lower end withholds nothing, although rounding keeps welfare below the best.
        var open = WithReserve(SingleItem.Alike(Objective.Efficient, 2, new UniformPrior(1, 7)) with { Money = Whole }, 1).Solve();
        Assert.True(open.Numbers[0].Welfare < open.Numbers[0].FirstBest);
        Assert.Null(ReserveInefficiency.Of(open, SingleItem.Solve));
    }

    private static Problem WithReserve(Problem problem, double reserve) =>
        problem.With((agent, _) => agent with { Reserve = new Reserve(reserve, ReserveKind.Eager) });

    private static AuctionNumbers SingleNumbers(Problem problem) => Assert.Single(problem.Solve().Numbers);

    /// <summary>Plays all profiles with the interpreter, which prices on the grid by search.</summary>
    private static (double Revenue, double Welfare, double Sale, double Tie) Play(SolvedAuction auction)
    {
        var interpreter = new AuctionInterpreter(auction);
        var agents = auction.Problem.Population is Population.Alike { Count: { } count } ? Enumerable.Repeat(auction.Agents[0], count).ToList() : [.. auction.Agents];
        var side = agents[0].Agent.Side == Side.Buyer ? 1 : -1;
        var cost = ((SocialCost.PerServed)auction.Problem.Environment.Cost).Amount;
        var cells = agents.Select(agent => Cells(agent.Agent, auction.Problem.Money)).ToList();
        var total = (Revenue: 0.0, Welfare: 0.0, Sale: 0.0, Tie: 0.0);
        Add(0, 1, []);
        return total;

        void Add(int agent, double chance, List<(double Report, double Type)> profile)
        {
            if (agent < agents.Count)
            {
                foreach (var (report, mass, type) in cells[agent])
                {
                    Add(agent + 1, chance * mass, [.. profile, (report, type)]);
                }

                return;
            }

            var outcome = interpreter.Run([.. profile.Select(entry => entry.Report)]);
            total.Revenue += chance * outcome.Payments.Sum() * side;
            total.Welfare += chance * outcome.Chances.Zip(profile, (served, entry) => served * (entry.Type - cost)).Sum();
            total.Sale += chance * outcome.Chances.Sum();
            var scores = profile.Select((entry, index) => (Type: side * entry.Report, Agent: agents[index]))
                .Where(entry => entry.Agent.Agent.Reserve is { Kind: ReserveKind.Lazy } || entry.Type >= entry.Agent.LowestServed)
                .Select(entry => entry.Agent.Score.Score(entry.Type)).ToList();
            total.Tie += outcome.Chances.Sum() > 0 && scores.Count(score => score == scores.Max()) > 1 ? chance : 0;
        }
    }

    /// <summary>The grid reports of truthful agents with their probabilities and mean types.</summary>
    private static List<(double Report, double Mass, double Type)> Cells(Agent agent, Money money)
    {
        var cells = new List<(double, double, double)>();
        var prior = agent.Side == Side.Buyer ? agent.Prior! : agent.Prior!.Mirrored();
        var unit = 1 / money.StepsPerUnit;
        for (var step = Math.Round(money.RoundDown(prior.Lower) / unit); step * unit <= prior.Upper + 1e-9; step++)
        {
            var (from, to) = (money.RoundDown((step * unit) + 1e-9), money.RoundDown(((step + 1) * unit) + 1e-9));
            var atoms = prior.Breakpoints.Where(value => value >= from && value < to).ToList();
            var mass = prior is AtomicPrior ? atoms.Sum(prior.MassAt) : prior.Cdf(to) - prior.Cdf(from);
            if (mass > 0)
            {
                var mean = prior is AtomicPrior ? atoms.Sum(atom => atom * prior.MassAt(atom)) / mass : Mean(prior, from, to, mass);
                cells.Add((agent.Side == Side.Buyer ? from : Math.Max(0, -from), mass, mean));
            }
        }

        return cells;
    }

    private static double Mean(Prior prior, double from, double to, double mass)
    {
        var ends = prior.Breakpoints.Where(value => value > from && value < to).Prepend(from).Append(to).ToList();
        var tails = ends.Zip(ends.Skip(1), (low, high) => DoubleExponentialTransformation.Integrate(type => prior.Cdf(to) - prior.Cdf(type), low, high, 1e-14)).Sum();
        return from + (tails / mass);
    }
}
