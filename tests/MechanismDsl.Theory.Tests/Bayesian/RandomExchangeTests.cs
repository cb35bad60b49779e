using CsCheck;
using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.LinearPrograms;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Tests.Bayesian;

/// <summary>
/// Exchanges of agents with finitely many types against the exact linear program over whole mechanisms, with payments and lotteries over all sets of trades at every
/// profile: what is impossible is so with the same number, and silence means that the program finds a mechanism.
/// </summary>
public sealed class RandomExchangeTests
{
    [Fact]
    public void Impossible_exactly_where_the_program_finds_no_mechanism()
    {
        var (impossible, possible, tied) = (0, 0, 0);
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 9].Array[12], Gen.Int[1, 4].Array[12]).Sample(
            (shape, numbers, weights) =>
            {
                var (sellers, buyers, types) = shape switch { 0 => (1, 1, 6), 1 => (1, 1, 5), 2 => (1, 2, 3), _ => (2, 2, 2) };
                var priors = Enumerable.Range(0, sellers + buyers).Select(agent => Prior(numbers.Skip(agent * types).Take(types), [.. weights.Skip(agent * types), .. weights])).ToList();
                var problem = Markets.Exchange(priors.Take(sellers), priors.Skip(sellers));
                var (most, hasTies) = Program(priors, sellers);
                tied += hasTies ? 1 : 0;
                switch (PossibilityTest.Of(problem, default))
                {
                    case Possibility.Impossible no:
                        impossible++;
                        Assert.Equal(most, no.Surplus.Exact);
                        Assert.True(most.IsNegative);
                        break;
                    case Possibility.Possible yes:
                        possible++;
                        Assert.Equal(most, yes.Surplus.Exact);
                        Assert.False(most.IsNegative);
                        break;
                    case Possibility.Silent silent:
                        Assert.Fail(silent.Reason);
                        break;
                }
            },
            iter: 400);
        Assert.True(impossible > 20 && possible > 100 && tied > 100, FormattableString.Invariant($"{impossible} {possible} {tied}"));
    }

    [Fact]
    public void Of_one_pair_it_is_what_is_said_of_a_trade() =>
        Gen.Select(Gen.Int[0, 9].Array[1, 4], Gen.Int[0, 9].Array[1, 4], Gen.Int[1, 5].Array[4], Gen.Int[1, 5].Array[4]).Sample(
            (first, second, one, other) =>
            {
                var (seller, buyer) = (Prior(first, one), Prior(second, other));
                var trade = FiniteProvision.Of(PossibilityTest.AgentsOf(Markets.Trade(seller, buyer).Population)!.Value, Fraction.Zero, atTies: false, default);
                return FiniteExchange.Of(PossibilityTest.AgentsOf(Markets.Exchange([seller], [buyer]).Population)!.Value, default) == trade;
            },
            iter: 2000);

    [Fact]
    public void Silent_beyond_the_limit_and_off_the_grid()
    {
        Prior many = new UniformIntegersPrior(0, 9);
        Assert.IsType<Possibility.Silent>(PossibilityTest.Of(Markets.Exchange([many, many, many], [many, many, many]), default));
        Assert.IsType<Possibility.Silent>(PossibilityTest.Of(Markets.Exchange([new DiscretePrior([0, .5], [1, 1])], [many]) with { Money = new Money(MoneyKind.Int64) }, default));
    }

    private static DiscretePrior Prior(IEnumerable<int> values, IEnumerable<int> weights)
    {
        var sorted = values.Distinct().Order().Select(value => (double)value).ToEquatableArray();
        return new(sorted, weights.Take(sorted.Count).Select(weight => (double)weight).ToEquatableArray());
    }

    /// <summary>The greatest surplus of an efficient, Bayesian incentive compatible and interim individually rational mechanism, and whether two sets of trades tie somewhere.</summary>
    private static (Fraction Most, bool HasTies) Program(List<DiscretePrior> priors, int sellers)
    {
        var agents = priors.Count;
        var sets = Enumerable.Range(0, 1 << agents)
            .Where(set => Enumerable.Range(0, agents).Sum(agent => Has(set, agent) ? agent < sellers ? -1 : 1 : 0) == 0)
            .ToList();
        var design = new FiniteDesign(
            priors.Select((prior, agent) => prior.ExactValues
                .Select(type => sets.Select(set => !Has(set, agent) ? Fraction.Zero : agent < sellers ? -type : type).ToEquatableArray())
                .ToEquatableArray()).ToEquatableArray(),
            sets.Select(_ => Fraction.Zero).ToEquatableArray());
        var joint = JointDistribution.Independent([.. priors.Select(prior => (IReadOnlyList<Fraction>)[.. prior.ExactMasses])]);
        var program = new MechanismProgram(design, joint, [Guarantee.BayesianIncentiveCompatible, Guarantee.InterimIndividuallyRational, Guarantee.AllocativelyEfficient]);
        program.Program.Maximise(program.ExpectedRevenue().Form);
        var most = Assert.IsType<LinearAnswer.Optimal>(program.Program.Solve(default)).Value;
        var hasTies = Enumerable.Range(0, design.Types.Profiles).Any(profile => Enumerable.Range(0, sets.Count).Count(set => design.Welfare(profile, set) == design.BestWelfare(profile)) > 1);
        return (most, hasTies);
    }

    private static bool Has(int set, int agent) => ((set >> agent) & 1) == 1;
}
