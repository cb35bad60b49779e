using CsCheck;
using Fractions;
using MechanismDsl.Theory.Correlated;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.LinearPrograms;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Tests.Finite;

namespace MechanismDsl.Theory.Tests.Correlated;

public sealed class ExtractionTests
{
    /// <summary>Enumeration in rationals: the table has the guarantees it carries, and no others.</summary>
    [Fact]
    public void TablesHaveExactlyTheGuaranteesTheyCarry() => RandomSales.Sample(sale =>
    {
        var solution = sale.Solve();
        foreach (var guarantee in Enum.GetValues<Guarantee>())
        {
            Assert.Equal(FiniteGuarantees.Witness(solution.Table, sale.Prior, guarantee) is null, solution.Evidence.Any(evidence => evidence.Guarantee == guarantee));
        }

        if (!solution.Problem.Money.IsGrid)
        {
            Assert.Contains(solution.Evidence, evidence => evidence.Guarantee == Guarantee.BayesianIncentiveCompatible);
            Assert.Contains(solution.Evidence, evidence => evidence.Guarantee == Guarantee.InterimIndividuallyRational);
        }

        if (solution.IsFull)
        {
            Assert.Contains(solution.Evidence, evidence => evidence.Guarantee == Guarantee.AllocativelyEfficient);
            Assert.Equal(solution.FullSurplus, solution.Mechanism.Revenue(sale.Prior));
        }
    }, iter: 4_000);

    [Fact]
    public void NothingEarnsMore() => RandomSales.Sample(
        sale =>
        {
            var mechanism = sale.Solve().Mechanism;
            Assert.Equal(Programs.MostRevenue(mechanism.Design, sale.Prior, Programs.Bayesian), mechanism.Revenue(sale.Prior));
        },
        iter: 200);

    [Fact]
    public void TheSmallestMultipleIsTheSmallest() => RandomSales.Sample(sale =>
    {
        var elicitation = sale.Solve().Elicitation;
        Assert.Null(FiniteGuarantees.Witness(elicitation.With(elicitation.Smallest), sale.Prior, Guarantee.BayesianIncentiveCompatible));
        for (var agent = 0; agent < elicitation.Smallest.Count; agent++)
        {
            var focal = agent;
            var less = elicitation.Smallest.Select((smallest, other) => other == focal ? smallest * new Fraction(999, 1000) : smallest).ToEquatableArray();
            var witness = FiniteGuarantees.Witness(elicitation.With(less), sale.Prior, Guarantee.BayesianIncentiveCompatible);
            Assert.Equal(elicitation.Smallest[agent].IsPositive ? agent : null, witness?.Agent);
        }
    }, iter: 1_000);

    /// <summary>The hull test against a linear program, and the bets by their definition.</summary>
    [Fact]
    public void ConditionsAgreeWithExactPrograms() => RandomPosteriors.Sample(posteriors =>
    {
        var condition = BeliefCondition.Of(posteriors, default);
        for (var type = 0; type < posteriors.Count; type++)
        {
            var program = new LinearProgram();
            List<int> others = [.. Enumerable.Range(0, posteriors.Count).Where(other => posteriors[other] != posteriors[type])];
            var weights = others.Select(other => program.AddVariable($"weight {other}")).ToList();
            for (var at = 0; at < posteriors[type].Count; at++)
            {
                var form = others.Select((other, index) => (other, index)).Aggregate(new LinearForm(), (sum, pair) => sum.Add(weights[pair.index], posteriors[pair.other][at]));
                program.Constrain($"profile {at}", form, Relation.Equal, posteriors[type][at]);
            }

            var combination = condition.ConeCombinations[type];
            Assert.Equal(program.Solve(default) is LinearAnswer.Optimal, combination is not null);
            if (combination is not null)
            {
                Assert.All(combination.Weights, weight => Assert.False(weight.IsNegative));
                AssertCombines(posteriors, combination);
            }
        }

        Assert.Equal(condition.Rank == posteriors.Count, condition.IsLinearlyIndependent);
        if (condition.LinearCombination is { } dependent)
        {
            AssertCombines(posteriors, dependent);
        }

        Assert.True(!condition.IsLinearlyIndependent || condition.SeparatesTypes, "The cone version is the weaker one.");
        for (var report = 0; report < condition.Bets.Count; report++)
        {
            Assert.All(condition.Bets[report], stake => Assert.True(stake.Reduce().Denominator.IsOne));
            for (var type = 0; type < posteriors.Count; type++)
            {
                var isOwn = condition.Classes[type] == condition.Classes[report];
                Assert.True(isOwn ? condition.CostOf(type, report).IsZero : condition.CostOf(type, report) >= new Fraction(1, 3));
            }
        }
    }, iter: 3_000);

    [Fact]
    public void WithIndependentTypesItIsMyersonsAuction()
    {
        // One belief for all types: no bets, reserve 2 as in the optimal auction of the uniform types 1 and 2.
        var solution = Sales.Solve([[1, 2], [1, 2]], Sales.Prior([2, 2], 1, 1, 1, 1));
        Assert.Equal([0, 0], solution.Multiples);
        Assert.Equal(new Fraction(3, 2), solution.Revenue);
        Assert.Contains(solution.Evidence, evidence => evidence.Guarantee == Guarantee.DominantStrategyIncentiveCompatible);
    }

    [Fact]
    public void ABeliefBetweenTwoOthersCannotBeSeparated()
    {
        var prior = Sales.Prior([3, 2], 2, 1, 1, 1, 1, 2);
        var condition = BeliefCondition.Of(prior, 0, default);
        Assert.Equal(new BeliefCombination(1, [new(1, 2), 0, new(1, 2)]), condition.ConeCombinations[1]);
        Assert.Throws<ArgumentException>(() => Sales.Solve([[1, 2, 3], [1, 2]], prior));
    }

    [Fact]
    public void TheSellersValueIsAReserve()
    {
        // Full extraction with cost 2: sold where somebody's value covers it.
        var solution = Sales.Solve([[1, 2, 3], [1, 2, 3]], Sales.Prior([3, 3], 4, 2, 1, 2, 2, 2, 1, 2, 4), cost: 2);
        Assert.Equal(solution.FullSurplus, solution.Revenue);
        Assert.Equal(new Fraction(10, 20), solution.Revenue);
        Assert.Equal(Fraction.One, solution.Table.Lotteries[0][2]);
    }

    [Theory]
    [InlineData(MoneyKind.Int64, 0)]
    [InlineData(MoneyKind.Decimal, 2)]
    public void OnAGridPaymentsAreGridAmounts(MoneyKind kind, int decimals)
    {
        // 3/2 of 5/7 is on neither grid; the next step above it is used.
        var solution = Sales.Solve([[1, 2, 3], [1, 2, 3]], Sales.Prior([3, 3], 4, 2, 1, 2, 2, 2, 1, 2, 4), TieBreaking.Shared, money: new Money(kind, decimals));
        var steps = new Fraction(kind == MoneyKind.Decimal ? 100 : 1);
        Assert.All(solution.Table.Payments.SelectMany(row => row), payment => Assert.True((payment * steps).Reduce().Denominator.IsOne));
        Assert.Contains(solution.Evidence, evidence => evidence.Guarantee == Guarantee.InterimIndividuallyRational);
    }

    [Fact]
    public void SensitivityOfTheDesignProgram()
    {
        var solution = Sales.Solve([[1, 2, 3], [1, 2, 3]], Sales.Prior([3, 3], 4, 2, 1, 2, 2, 2, 1, 2, 4), TieBreaking.Shared);

        // Bets of 3, −6 and 3, or of −3, 3 and 6: a type's utility ranges over nine units.
        Assert.Equal(new Fraction(9, 100), solution.Sensitivity);
        Assert.Equal(-6, solution.LeastUtility);
    }

    private static void AssertCombines(EquatableArray<EquatableArray<Fraction>> posteriors, BeliefCombination combination)
    {
        Assert.True(combination.Weights[combination.Type].IsZero);
        for (var at = 0; at < posteriors[0].Count; at++)
        {
            Assert.Equal(posteriors[combination.Type][at], combination.Weights.Select((weight, type) => weight * posteriors[type][at]).Aggregate((sum, term) => sum + term));
        }
    }

    private static Gen<EquatableArray<EquatableArray<Fraction>>> RandomPosteriors { get; } =
        from profiles in Gen.Int[1, 4]
        from rows in Gen.Int[0, 3].Array[profiles].Where(row => row.Sum() > 0).Array[1, 5]
        select rows.Select(row => row.Select(weight => new Fraction(weight, row.Sum()).Reduce()).ToEquatableArray()).ToEquatableArray();

    private sealed record RandomSale(double[][] Values, JointDistribution Prior, TieBreaking Ties, double Cost, Money Money)
    {
        public SolvedExtraction Solve() => Sales.Solve(Values, Prior, Ties, Cost, Money);
    }

    /// <summary>Two or three agents; some weights are zero, and some rows are copies, so that types share beliefs.</summary>
    private static Gen<RandomSale> RandomSales { get; } =
        from counts in Gen.OneOf(Gen.Int[1, 3].Array[2], Gen.Int[1, 2].Array[3])
        from values in Gen.Int[0, 4].Array[9]
        from weights in Gen.Int[0, 4].Array[counts.Aggregate((one, other) => one * other)]
        from copied in Gen.Bool
        from ties in Gen.Enum<TieBreaking>()
        from cost in Gen.Int[0, 2]
        from money in Gen.Enum<MoneyKind>().Select(kind => new Money(kind, kind == MoneyKind.Decimal ? 2 : 0))
        let prior = PriorOf(counts, weights, copied)
        where prior is not null && Enumerable.Range(0, counts.Length).All(agent => BeliefCondition.Of(prior, agent, default).SeparatesBeliefs)
        select new RandomSale(Values(counts, values), prior, ties, cost, money);

    private static double[][] Values(int[] counts, int[] steps)
    {
        var at = 0;
        return [.. counts.Select(count =>
        {
            var value = 0;
            return Enumerable.Range(0, count).Select(type => (double)(value += steps[at++ % steps.Length] + (type > 0 ? 1 : 0))).ToArray();
        })];
    }

    private static JointDistribution? PriorOf(int[] counts, int[] weights, bool isCopied)
    {
        var types = new TypeSpace(counts.ToEquatableArray());
        var row = weights.Length / counts[0];
        int[] used = isCopied && counts[0] > 1 ? [.. weights.Take(row), .. weights.Take(weights.Length - row)] : weights;
        var isPossible = Enumerable.Range(0, counts.Length).All(agent =>
            Enumerable.Range(0, counts[agent]).All(type => Enumerable.Range(0, types.Profiles).Any(profile => types.TypeAt(profile, agent) == type && used[profile] > 0)));
        return isPossible ? JointDistribution.FromWeights(types, [.. used.Select(weight => new Fraction(weight))]) : null;
    }
}
