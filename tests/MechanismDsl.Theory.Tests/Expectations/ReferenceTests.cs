using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter.Expectations;
using MechanismDsl.Theory.Tests.SingleParameter;

namespace MechanismDsl.Theory.Tests.Expectations;

/// <summary>
/// Numbers that another program computed: mpmath 1.3 with 22 digits, revenue as ∫ (1 − Π P(ψᵢ ≤ x)) dx over the scores x (inverses by bisection
/// and root finding), welfare as Σ ∫ v Q dF over the types, second prices as ∫ (1 − P(at most one above x)) dx.
/// </summary>
public sealed class ReferenceTests
{
    [Fact]
    public void Two_lognormal_buyers()
    {
        var solved = SingleItem.Sale(Objective.RevenueOptimal, new LognormalPrior(0, 0.5), new LognormalPrior(0.5, 0.75)).Solve();
        var numbers = Assert.Single(solved.Numbers);
        Rules.Equal(0.771856707682120425, solved.Agents[0].LowestServed);
        Rules.Equal(1.55710947895221637, solved.Agents[1].LowestServed);
        Rules.Equal(1.16266237241700655, numbers.Revenue);
        Rules.Equal(2.14090759489217897, numbers.Welfare);
    }

    [Fact]
    public void A_gamma_buyer_and_a_beta_buyer()
    {
        var solved = SingleItem.Sale(Objective.RevenueOptimal, new GammaPrior(2, 1.5), new BetaPrior(2, 3)).Solve();
        var numbers = Assert.Single(solved.Numbers);
        Rules.Equal(2.42705098312484227, solved.Agents[0].LowestServed);
        Rules.Equal(1.0 / 3, solved.Agents[1].LowestServed);
        Rules.Equal(1.36205494339874258, numbers.Revenue);
        Rules.Equal(2.4283359938555562, numbers.Welfare);
    }

    [Fact]
    public void Second_price_among_three_families()
    {
        var solved = SingleItem.Sale(Objective.Efficient, new GammaPrior(2, 1.5), new LognormalPrior(0.5, 0.75), new UniformPrior(1, 4)).Solve();
        var numbers = Assert.Single(solved.Numbers);
        Rules.Equal(2.33874191908459247, numbers.Revenue);
        Rules.Equal(4.02285244539339256, numbers.FirstBest);
        Rules.Equal(4.02285244539339256, numbers.Welfare);
    }

    public static TheoryData<string, Problem> Optimal() => new()
    {
        { "asymmetric uniform", SingleItem.Sale(Objective.RevenueOptimal, new UniformPrior(0, 12), new UniformPrior(0, 18)) },
        { "bimodal, named", SingleItem.Sale(Objective.RevenueOptimal, Bimodal, Bimodal, Bimodal) },
        { "bimodal, alike", SingleItem.Alike(Objective.RevenueOptimal, 3, Bimodal) },
        { "ironed against regular", SingleItem.Sale(Objective.RevenueOptimal, Bimodal, new LognormalPrior(1, 0.5)) },
        { "ironed against discrete", SingleItem.Sale(Objective.RevenueOptimal, Bimodal, new DiscretePrior([1, 4, 5, 10], [5, 10, 1, 4])) },
        { "arcsine, irregular", SingleItem.Alike(Objective.RevenueOptimal, 4, new ArcsinePrior(0, 1)) },
        { "mixture", SingleItem.Sale(Objective.RevenueOptimal, new MixturePrior([new UniformPrior(0, 3), new LognormalPrior(1.5, 0.25)], [3, 1]), new ExponentialPrior(0.5)) },
    };

    [Theory]
    [MemberData(nameof(Optimal))]
    public void Optimal_revenue_is_the_mean_of_the_best_ironed_virtual_value(string name, Problem problem)
    {
        var solved = problem.Solve();
        var agents = solved.Agents.Select(AuctionExpectations.ToRule).ToList();
        if (problem.Population is Population.Alike { Count: { } count })
        {
            agents = [.. Enumerable.Repeat(agents[0], count)];
        }

        // E[max(φ₁, …, φₙ, 0)] = ∫₀^∞ (1 − Π P(φᵢ ≤ x)) dx, cut at every score of a breakpoint or piece.
        double Above(RuleAgent agent, double score)
        {
            var type = agent.Score.LowestBeating(score);
            return double.IsPositiveInfinity(type) ? 0 : agent.Types.Survival(type) + (agent.Score.Score(type) > score ? agent.Types.MassAt(type) : 0);
        }

        var ends = new SortedSet<double>(agents
            .SelectMany(agent => agent.Score.Pieces.SelectMany(piece => new[] { piece.At(piece.From), double.IsInfinity(piece.To) ? 0 : piece.At(piece.To) })
                .Concat(agent.Types.Breakpoints.Select(agent.Score.Score)))
            .Where(score => score > 0 && double.IsFinite(score))) { 0 };
        var cuts = ends.ToList();
        var quadrature = new TanhSinh(1);
        for (var index = 0; index < cuts.Count; index++)
        {
            var (from, width) = (cuts[index], index + 1 < cuts.Count ? cuts[index + 1] - cuts[index] : double.PositiveInfinity);
            quadrature.Add((x, rest, values) =>
            {
                var score = from + (double.IsInfinity(width) ? x / rest : width * x);
                var chance = Chance.OneMinusExp(agents.Sum(agent => Chance.LogOneMinus(Above(agent, score))));
                values[0] = double.IsInfinity(width) ? chance == 0 ? 0 : chance / rest / rest : chance * width;
            });
            Assert.True(quadrature.RelativeError(0) < 1e-9, name);
        }

        Rules.Equal(quadrature.Sum[0], Assert.Single(solved.Numbers).Revenue, 1e-9);
    }

    private static HistogramPrior Bimodal => new([0, 3, 8], [0.75, 0.25]);
}
