using CsCheck;
using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Tests.Bayesian;

/// <summary>Sums of types and the surplus test made of them, against rational numbers, closed forms and definitions.</summary>
public sealed class SumTests
{
    private static readonly Prior Unit = new UniformPrior(0, 1);

    /// <summary>Sums of n exponential types have E[(S − c)⁺] = n·Q(n + 1, c) − c·Q(n, c); numbers by mpmath 1.3 with 30 digits.</summary>
    [Theory]
    [InlineData(4, 2, -1.35335283236612692)]
    [InlineData(4, 5, -0.623260097415405706)]
    [InlineData(7, 6, -2.67407784818766747)]
    [InlineData(12, 15, -1.77696617293522632)]
    public void Alike_exponential_types(int agents, double cost, double surplus) =>
        Near(surplus, Markets.Project(cost, Objective.Efficient, Enumerable.Repeat(new ExponentialPrior(1), agents)));

    /// <summary>Unlike rates λ: E[(S − c)⁺] = Σ exp(−λᵢc)/λᵢ·Π λⱼ/(λⱼ − λᵢ); numbers by mpmath 1.3 with 30 digits.</summary>
    [Theory]
    [InlineData(4, 1, -0.623389861607464424)]
    [InlineData(4, 3, -0.193048421488372336)]
    [InlineData(6, 2, -0.736146971854735375)]
    public void Unlike_exponential_types(int agents, double cost, double surplus) =>
        Near(surplus, Markets.Project(cost, Objective.Efficient, Enumerable.Range(1, agents).Select(rate => new ExponentialPrior(rate))));

    /// <summary>Gamma types of shape 1/2 have a pole at 0, and sums of n are of shape n/2; numbers by mpmath 1.3 with 30 digits.</summary>
    [Theory]
    [InlineData(4, 1, -0.505671571918842413)]
    [InlineData(5, 3, -0.478189773799634715)]
    public void Types_whose_density_has_a_pole(int agents, double cost, double surplus) =>
        Near(surplus, Markets.Project(cost, Objective.Efficient, Enumerable.Repeat(new GammaPrior(.5, 1), agents)));

    /// <summary>
    /// E[(c − S)⁺] = 1/(2πi) ∫ exp(sc)·Π φᵢ(s)/s² ds along Re s = 1 with the Laplace transforms φᵢ of the densities, by mpmath 1.3 with 20 digits, up to |Im s| = 4000 in
    /// panels of 8.
    /// </summary>
    [Theory]
    [InlineData(.9, -0.8602153979817831)]
    [InlineData(1.6, -0.997959583240281)]
    [InlineData(2.5, -0.3625220651665988)]
    public void Four_kinds_of_types(double cost, double surplus) => Near(
        surplus,
        Markets.Project(cost, Objective.Efficient, new PowerPrior(2, 1), new TriangularPrior(0, .5, 1), new BetaPrior(2, 3), new TruncatedExponentialPrior(1, 2)));

    /// <summary>A histogram of one bar is a uniform prior that takes the way of all others: with it the test is in tables, without it in rational numbers.</summary>
    [Fact]
    public void Tables_agree_with_rational_numbers() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[1, 8]).Select((low, width) => (low, low + width)).Array[4, 7].SelectMany(ends => Gen.Int[0, 60].Select(part => (ends, part))).Sample(
            (ends, part) =>
            {
                var (low, high) = (ends.Sum(end => end.Item1), ends.Sum(end => end.Item2));
                var cost = low + ((high - low) * part / 60.0);
                var exactly = Test(cost, ends.Select(end => new UniformPrior(end.Item1, end.Item2)));
                var closely = Test(cost, ends.Select((end, agent) => agent == 1 ? new HistogramPrior([end.Item1, end.Item2], [1]) : (Prior)new UniformPrior(end.Item1, end.Item2)));
                return exactly.Surplus.Exact is { } exact
                    && closely.Surplus.Exact is null
                    && Math.Abs(exact.ToDouble() - closely.Surplus.Value) <= Math.Min(closely.Surplus.Error, 1e-9)
                    && exactly.Welfare.Exact!.Value.ToDouble() - closely.Welfare.Value is var difference && Math.Abs(difference) <= Math.Min(closely.Welfare.Error, 1e-9);
            },
            iter: 40);

    /// <summary>The distribution function of the sum of n types by its definition for uniform ones.</summary>
    [Fact]
    public void Chances_agree_with_rational_numbers()
    {
        Prior[] types = [new UniformPrior(0, 1), new UniformPrior(1, 3), new UniformPrior(0, 5), new UniformPrior(2, 4), new UniformPrior(0, .5)];
        Prior[] bars = [.. types.Select(type => new HistogramPrior([type.Lower, type.Upper], [1]))];
        for (var without = -1; without < types.Length; without++)
        {
            for (var cost = 3; cost <= 13; cost++)
            {
                foreach (var added in without < 0 ? [0] : new[] { types[without].Lower, types[without].Mean, types[without].Upper })
                {
                    var exact = new SumOfTypes(types, cost, default).Chance(without, Rationals.FromDecimal(added))!;
                    var close = new SumOfTypes(bars, cost, default).Chance(without, Rationals.FromDecimal(added))!;
                    Assert.NotNull(exact.Exact);
                    Assert.InRange(Math.Abs(exact.Value - close.Value), 0, Math.Min(close.Error, 1e-9));
                }
            }
        }
    }

    /// <summary>Where all types are finite the greatest surplus is one of shortest paths; what gaps between types leave says the same in another way.</summary>
    [Fact]
    public void Gaps_between_finite_types_agree_with_shortest_paths() =>
        Gen.Select(Gen.Select(Gen.Int[0, 6].Array[1, 4], Gen.Int[1, 5].Array[4]).Array[2, 4], Gen.Int[0, 16]).Sample(
            (drawn, cost) =>
            {
                var agents = AgentsOf(cost, drawn.Select(one => Finite(one.Item1, one.Item2)));
                return new ProvisionSurplus(agents, cost, default).Test()!.Surplus.Exact == FiniteProvision.Of(agents, cost, atTies: false, default)!.Value.Surplus;
            },
            iter: 500);

    /// <summary>Finite types beside a uniform one: the surplus by payments from the definition, Σ E[payments] less the cost, in rational numbers.</summary>
    [Fact]
    public void A_finite_seller_and_a_uniform_buyer()
    {
        // Costs 0 and 1 alike, values uniform on [0, 1]. They trade at cost 0 always, at cost 1 never: the seller of cost 0 must get what keeps it from saying 1, which is
        // never served, so 0; the buyer's value 0 is always served at cost 0, so the buyer pays 0. Nothing is missing.
        Assert.Equal(Fraction.Zero, Exactly(Markets.Trade(Finite([0, 1], [1, 1]), Unit)));

        // Costs 0 and 1/2: cost 1/2 trades with half of the values and gets 1/2·1/2; cost 0 with all, and gets what keeps it from saying 1/2, as much. Values below 1/2 pay 0, those
        // above 1/2 for the half of the costs that they trade with besides: 1/4. E[payments] = 1/2·1/4 − 1/4 = −1/8.
        Assert.Equal(new Fraction(-1, 8), Exactly(Markets.Trade(new DiscretePrior([0, .5], [1, 1]), Unit)));

        // Values 1 and 3, costs uniform on [0, 2]: 1 trades half of the time and pays 1/2; 3 always, and pays 1/2 + 3·1/2 = 2. Costs c in [0, 1] trade always and get 1 + 1/2,
        // those in (1, 2] half of the time and get 2·1/2. E[payments] = 5/4 − 5/4.
        Assert.Equal(Fraction.Zero, Exactly(Markets.Trade(new UniformPrior(0, 2), Finite([1, 3], [1, 1]))));
    }

    /// <summary>A support with a gap: costs of [0, 1] and [2, 3], values uniform on [0, 3].</summary>
    [Fact]
    public void A_gap_in_a_support()
    {
        // Cost c trades with the values above it: q = (3 − c)/3. Cost 3 gains nothing, 2 gains ∫ (3 − x)/3 from 2 to 3 = 1/6, and cost 1 what it has by saying 2: 1/6 + 1·q(2) = 1/2.
        // E[rent | c in [2, 3]] = ∫ (3 − c)²/6 dc = 1/18, E[rent | c in [0, 1]] = 1/2 + ∫ (1 − c)(…) = 1/2 + ∫₀¹ ∫_c¹ (3 − x)/3 dx dc = 1/2 + 7/18.
        // Values v: P(c ≤ v) = v/2, 1/2, 1/2 + (v − 2)/2; E[rent] = ∫ q(v)(3 − v)/3 dv = 7/36 + 1/4 + 1/9 = 20/36.
        // Gains: half of ∫₀¹ (3 − c)²/6 dc = 19/18, half of 1/18.
        var expected = (new Fraction(19, 18) + new Fraction(1, 18)) / 2 - ((new Fraction(1, 18) + new Fraction(1, 2) + new Fraction(7, 18)) / 2) - new Fraction(20, 36);
        var answer = Assert.IsType<Possibility.Impossible>(Of(Markets.Trade(new HistogramPrior([0, 1, 2, 3], [1, 0, 1]), new UniformPrior(0, 3))));
        Assert.Equal(expected.ToDouble(), answer.Surplus.Value, 1e-11);
    }

    /// <summary>More profiles than can be gone through have few different sums where agents are alike.</summary>
    [Fact]
    public void Many_finite_agents()
    {
        var few = Exactly(Markets.Project(5, Objective.Efficient, Enumerable.Repeat(Finite([0, 1], [1, 1]), 10)));
        Assert.Equal(FiniteProvision.Of(AgentsOf(5, Enumerable.Repeat(Finite([0, 1], [1, 1]), 10)), 5, atTies: false, default)!.Value.Surplus, few);
        Assert.NotNull(Exactly(Markets.Project(15, Objective.Efficient, Enumerable.Repeat(Finite([0, 1], [1, 1]), 30))));
    }

    private static void Near(double surplus, Problem problem)
    {
        var answer = Assert.IsType<Possibility.Impossible>(Of(problem));
        Assert.InRange(Math.Abs(surplus - answer.Surplus.Value), 0, Math.Min(answer.Surplus.Error, 1e-9));
    }

    private static SurplusTest Test(double cost, IEnumerable<Prior> priors) => new ProvisionSurplus(AgentsOf(cost, priors), Rationals.FromDecimal(cost), default).Test()!;

    private static EquatableArray<Agent> AgentsOf(double cost, IEnumerable<Prior> priors) => PossibilityTest.AgentsOf(Markets.Project(cost, Objective.Efficient, priors).Population)!.Value;

    private static DiscretePrior Finite(int[] values, int[] weights)
    {
        var sorted = values.Distinct().Order().ToList();
        return new([.. sorted.Select(value => (double)value)], [.. sorted.Select((_, index) => (double)weights[index])]);
    }

    private static Possibility Of(Problem problem) => PossibilityTest.Of(problem, CancellationToken.None);

    private static Fraction? Exactly(Problem problem) => Of(problem) switch
    {
        Possibility.Possible(var surplus) => surplus.Exact,
        Possibility.Impossible { Surplus: var surplus } => surplus.Exact,
        _ => null,
    };

    /// <summary>The end of one table may fall on a double beside the end of a piece of the other; a part of the sum was once left out there.</summary>
    [Fact]
    public void A_sum_is_the_same_in_either_order()
    {
        var (uniform, power) = (new TypeSummand(new UniformPrior(-1, 0.4)).Table(39, default), new TypeSummand(new PowerPrior(2, 7)).Table(39, default));
        Gen.Double[0, 12].Sample(above =>
        {
            foreach (var (one, other) in new[] { (SumTable.AtMost(uniform, power, above), SumTable.AtMost(power, uniform, above)), (SumTable.Shortfall(uniform, power, above), SumTable.Shortfall(power, uniform, above)) })
            {
                Assert.Equal(one.Value, other.Value, 1e-12 * (1 + above));
            }
        }, iter: 20_000);
    }
}
