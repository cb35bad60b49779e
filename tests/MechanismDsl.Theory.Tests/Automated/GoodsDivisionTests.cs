using CsCheck;
using Fractions;
using MechanismDsl.Theory.Automated;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Tests.Finite;

namespace MechanismDsl.Theory.Tests.Automated;

/// <summary>Sales of several goods with additive values.</summary>
public sealed class GoodsDivisionTests
{
    /// <summary>The program is that of a design written down otherwise, without symmetries; it earns at least what separate auctions do.</summary>
    [Fact]
    public void RandomSalesAgreeWithThePlainProgram() => (
        from agents in Gen.Int[1, 2]
        from steps in Gen.Int[1, 3].Array[8]
        from weights in Gen.Int[1, 4].Array[8]
        from isAlike in Gen.Bool
        from isDominant in Gen.Bool
        select (agents, steps, weights, isAlike, isDominant)).Sample(sample =>
    {
        var priors = Enumerable.Range(0, sample.agents).Select(agent => Enumerable.Range(0, 2).Select(good =>
        {
            var at = sample.isAlike ? 0 : (agent * 4) + (good * 2);
            return new DiscretePrior([sample.steps[at] - 1, sample.steps[at] + sample.steps[at + 1]], [sample.weights[at], sample.weights[at + 1]]);
        }).ToList()).ToList();
        var problem = Problem(priors, sample.isDominant ? Programs.Dominant : Programs.Bayesian);
        var solved = OptimalSolver.Solve(problem, default);

        // By hand: types (first, second), outcomes (owner of the first, owner of the second), nobody is owner −1.
        var (count, owners) = (sample.agents, Enumerable.Range(-1, sample.agents + 1).SelectMany(first => Enumerable.Range(-1, sample.agents + 1).Select(second => (first, second))).ToList());
        Fraction[][][] values =
        [
            .. Enumerable.Range(0, count).Select(agent => Enumerable.Range(0, 4).Select(type => owners.Select(owner =>
                (owner.first == agent ? new Fraction((decimal)priors[agent][0].Values[type / 2]) : Fraction.Zero) + (owner.second == agent ? new Fraction((decimal)priors[agent][1].Values[type % 2]) : Fraction.Zero)).ToArray()).ToArray()),
        ];
        var design = Programs.Design(values, [.. owners.Select(_ => Fraction.Zero)]);
        var prior = JointDistribution.Independent([.. priors.Select(own => Enumerable.Range(0, 4).Select(type => own[0].ExactMasses[type / 2] * own[1].ExactMasses[type % 2]).ToArray())]);

        Assert.Equal(Programs.MostRevenue(design, prior, sample.isDominant ? Programs.Dominant : Programs.Bayesian), solved.Best.Value);
        Assert.Equal(solved.Best.Value, solved.Revenue);
        Assert.True(solved.Revenue >= GoodsDivision.SeparateRevenue(solved.Agents));
        Assert.Equal(GoodsDivision.SeparateRevenue(solved.Agents), Separate(priors));
        Assert.All(solved.Guarantees, guarantee => Assert.Null(FiniteGuarantees.Witness(solved.Table, solved.Environment.Prior, guarantee)));
    }, iter: 60);

    /// <summary>Without lotteries and with one buyer: the best of all assignments of bundles to types, each at the greatest payments that truth allows (Rochet 1987).</summary>
    [Fact]
    public void TheBestPricesAreThoseOfAllMenus() => (
        from steps in Gen.Int[1, 3].Array[4]
        from weights in Gen.Int[1, 4].Array[4]
        select (steps, weights)).Sample(sample =>
    {
        List<DiscretePrior> priors = [.. Enumerable.Range(0, 2).Select(good => new DiscretePrior([sample.steps[2 * good], sample.steps[2 * good] + sample.steps[(2 * good) + 1]], [sample.weights[2 * good], sample.weights[(2 * good) + 1]]))];
        var solved = OptimalSolver.Solve(Problem([priors], Programs.Dominant) with { Optimum = new Optimum(OptimumGoal.Revenue, true) }, default);
        Fraction best = Fraction.Zero;
        for (var menu = 0; menu < 256; menu++)
        {
            // Two bits a type: which goods it gets.
            Fraction Worth(int type, int report) =>
                (((menu >> (2 * report)) & 1) != 0 ? priors[0].ExactValues[type / 2] : Fraction.Zero) + (((menu >> (2 * report)) & 2) != 0 ? priors[1].ExactValues[type % 2] : Fraction.Zero);
            var table = Enumerable.Range(0, 4).Select(type => Enumerable.Range(0, 4).Select(report => Worth(type, report)).ToEquatableArray()).ToEquatableArray();
            if (CyclicMonotonicity.Of(table, [0, 0, 0, 0]) is Implementability.Payable(var payments))
            {
                var revenue = Enumerable.Range(0, 4).Aggregate(Fraction.Zero, (sum, type) => sum + (payments[type] * priors[0].ExactMasses[type / 2] * priors[1].ExactMasses[type % 2]));
                best = revenue > best ? revenue : best;
            }
        }

        Assert.Equal(best, solved.Best.Value);
        Assert.False(solved.HasLottery);
    }, iter: 40);

    [Fact]
    public void OwnersAndOutcomes()
    {
        for (var outcome = 0; outcome < 27; outcome++)
        {
            var owners = GoodsDivision.OwnersOf(2, 3, outcome);
            Assert.All(owners, owner => Assert.InRange(owner, -1, 1));
            Assert.Equal(outcome, GoodsDivision.OutcomeOf(2, [.. owners]));
        }

        Assert.Equal([0, 1, -1], GoodsDivision.OwnersOf(2, 3, GoodsDivision.OutcomeOf(2, [0, 1, -1])));
        Assert.Equal(27, GoodsDivision.OutcomesOf(2, 3));
    }

    /// <summary>Values of zero, one value, and numbers far apart.</summary>
    [Fact]
    public void DegenerateValues()
    {
        var nothing = OptimalSolver.Solve(Problem([[new DiscretePrior([0], [1]), new DiscretePrior([0], [3])]], Programs.Bayesian), default);
        Assert.Equal(Fraction.Zero, nothing.Revenue);
        var apart = OptimalSolver.Solve(Problem([[new DiscretePrior([1e-9, 1e15], [1, 999_999]), new DiscretePrior([1], [1])]], Programs.Dominant), default);

        // Both goods at 10¹⁵ + 1, or the second one alone at 1: the low type is worth less than what it would cost at the high one.
        Assert.Equal((new Fraction(999_999, 1_000_000) * new Fraction(1_000_000_000_000_001m)) + new Fraction(1, 1_000_000), apart.Revenue);
    }

    private static Fraction Separate(IReadOnlyList<IReadOnlyList<DiscretePrior>> priors) => Enumerable.Range(0, 2).Aggregate(Fraction.Zero, (sum, good) =>
    {
        var design = FiniteDesign.SingleItem(priors.Select(own => own[good].ExactValues).ToEquatableArray(), Fraction.Zero);
        return sum + Programs.MostRevenue(design, JointDistribution.Independent([.. priors.Select(own => own[good].ExactMasses.ToList())]), Programs.Dominant);
    });

    private static Problem Problem(IReadOnlyList<IReadOnlyList<DiscretePrior>> priors, Guarantee[] claims) => new()
    {
        Environment = new(EnvironmentName.Goods, Kernel.MultiParameter, new AdditiveGoods([], priors[0].Count), Absence.Unserved, new Ownership.Platform(), new SocialCost.PerOutcome([])),
        Population = new Population.Named(priors.Select((own, agent) => new Agent(FormattableString.Invariant($"A{agent}"), Side.Buyer, null) { GoodPriors = own.Cast<Prior>().ToEquatableArray() }).ToEquatableArray()),
        Information = Information.IndependentPriors,
        Participation = Participation.Interim,
        Objective = Objective.Optimum,
        Payments = new PaymentRule.Optimised(),
        Ties = TieBreaking.LowestIndex,
        Money = new Money(MoneyKind.Double),
        Claims = claims.ToEquatableArray(),
        Optimum = new Optimum(OptimumGoal.Revenue, false),
    };
}
