using CsCheck;
using Fractions;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Theory.Tests.Finite;

/// <summary>
/// Trades, exchanges, public projects and single-minded bidders with finitely many types: no Bayesian incentive compatible, interim individually rational mechanism, randomised ones included, earns more than the decision
/// with the greatest sum of ironed virtual types (Myerson 1981; Myerson and Satterthwaite 1983), and that is earned: exact linear programs on both sides of the equation. One item, identical items, slots,
/// knapsacks, limits and procurement are held against their kernels in <c>OptimalServiceTests</c>.
/// </summary>
public sealed class RevenueProgramTests
{
    /// <summary>Who is served in which outcome; the costs of the outcomes; which agents supply.</summary>
    private sealed record Setting(string Name, int[][] Served, int[] Costs, bool[] Supplies, int Types);

    private static readonly Setting[] Settings =
    [
        new("trade", [[0, 0], [1, 1]], [0, 0], [true, false], 4),
        new("one seller, two buyers", [[0, 0, 0], [1, 1, 0], [1, 0, 1]], [0, 0, 0], [true, false, false], 3),
        new("two sellers, one buyer", [[0, 0, 0], [1, 0, 1], [0, 1, 1]], [0, 0, 0], [true, true, false], 3),
        new("two sellers, two buyers", [[0, 0, 0, 0], [1, 0, 1, 0], [1, 0, 0, 1], [0, 1, 1, 0], [0, 1, 0, 1], [1, 1, 1, 1]], [0, 0, 0, 0, 0, 0], [true, true, false, false], 2),
        new("project for two", [[0, 0], [1, 1]], [0, 5], [false, false], 4),
        new("project for three", [[0, 0, 0], [1, 1, 1]], [0, 7], [false, false, false], 3),

        // Goods x and y: agent 0 wants both, agent 1 wants x, agent 2 wants y.
        new("single-minded", [[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 1, 1]], [0, 0, 0, 0, 0], [false, false, false], 3),

        // Three goods in a circle, two adjacent ones each; the seller values each good at 1.
        new("single-minded in a circle", [[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]], [0, 2, 2, 2], [false, false, false], 3),
        new("the two best of three suppliers", [[0, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0], [1, 0, 1], [0, 1, 1]], [0, -6, -6, -6, -12, -12, -12], [true, true, true], 3),
    ];

    [Fact]
    public void NoMechanismEarnsMoreThanIronedVirtualTypes() =>
        Gen.Select(Gen.Int[0, Settings.Length - 1], Gen.Int[0, 7].Array[16], Gen.Int[1, 4].Array[16]).Sample(
            (index, numbers, weights) =>
            {
                var setting = Settings[index];
                var priors = setting.Supplies.Select((supplies, agent) =>
                {
                    var own = Prior(numbers.Skip(agent * setting.Types).Take(setting.Types), weights.Skip(agent * setting.Types));
                    return supplies ? own.Mirrored() : own;
                }).ToList();
                Assert.Equal(ByVirtualTypes(setting, priors), ByProgram(setting, priors));
            },
            iter: 400,
            threads: 1);

    private static AtomicPrior Prior(IEnumerable<int> values, IEnumerable<int> weights)
    {
        var sorted = values.Distinct().Order().Select(value => (double)value).ToEquatableArray();
        return new DiscretePrior(sorted, weights.Take(sorted.Count).Select(weight => (double)weight).ToEquatableArray());
    }

    private static Fraction ByProgram(Setting setting, List<AtomicPrior> priors)
    {
        var design = new FiniteDesign(
            priors.Select((prior, agent) => prior.ExactValues
                .Select(type => setting.Served.Select(served => type * served[agent]).ToEquatableArray())
                .ToEquatableArray()).ToEquatableArray(),
            setting.Costs.Select(cost => new Fraction(cost)).ToEquatableArray());
        return Programs.MostRevenue(design, JointDistribution.Independent([.. priors.Select(prior => (IReadOnlyList<Fraction>)[.. prior.ExactMasses])]), Programs.Bayesian);
    }

    private static Fraction ByVirtualTypes(Setting setting, List<AtomicPrior> priors)
    {
        var ironed = priors.Select(prior => FiniteTypes.Of(prior).Ironed).ToList();
        IEnumerable<int[]> profiles = [[]];
        foreach (var prior in priors)
        {
            profiles = profiles.SelectMany(start => Enumerable.Range(0, prior.ExactValues.Count).Select(type => (int[])[.. start, type])).ToList();
        }

        return profiles.Aggregate(Fraction.Zero, (sum, profile) =>
        {
            var chance = profile.Select((type, agent) => priors[agent].ExactMasses[type]).Aggregate(Fraction.One, (one, other) => one * other);
            var best = Enumerable.Range(0, setting.Served.Length).Max(outcome =>
                profile.Select((type, agent) => ironed[agent][type] * setting.Served[outcome][agent]).Aggregate(Fraction.Zero, (one, other) => one + other) - setting.Costs[outcome]);
            return sum + (chance * best);
        });
    }
}
