using CsCheck;
using MechanismDsl.Kernels;

namespace MechanismDsl.Tests.Kernels.Knapsack;

/// <summary>
/// The kernels that compare sets of agents, against each other and against what a critical score means: with it (or, where it must be exceeded, with one unit
/// more) the agent is served, with one unit less it is not. Scores are few whole numbers, so ties are many.
/// </summary>
public class SetKernelTests
{
    private const string Seed = "0N0XIzNsQ0O2";

    private delegate void Decision(ReadOnlySpan<Int128> scores, Span<Standing<Int128>> standings);

    private static readonly Gen<(int[] Scores, int[] Sizes, int Capacity, int[] Ranks)> Cases = Gen.Int[1, 7].SelectMany(count => Gen.Select(
        Gen.Int[-2, 9].Array[count],
        Gen.Int[1, 7].Array[count],
        Gen.Int[1, 14],
        Gen.Int[0, 1000].Array[count],
        (scores, sizes, capacity, keys) => (scores, sizes, capacity, Ranks(keys))));

    [Fact]
    public void TheDynamicProgramDecidesAsTheListOfAllSets() => Cases.Sample(
        one =>
        {
            var sets = new ServiceSets(one.Sizes.Length, set => Size(set, one.Sizes) <= one.Capacity, one.Ranks);
            Int128[] scores = [.. one.Scores];
            var listed = new Standing<Int128>[scores.Length];
            sets.Decide(scores, listed);
            var exact = Run((given, standings) => ExactKnapsack.Decide(given, one.Sizes, one.Capacity, one.Ranks, withTies: true, standings), scores);
            var fast = Run((given, standings) => ExactKnapsack.Decide(given, one.Sizes, one.Capacity, one.Ranks, withTies: false, standings), scores);
            Assert.Equal(listed, exact);
            Assert.Equal(listed.Select(standing => standing with { MustExceed = false }), fast);
        },
        seed: Seed,
        iter: 10_000,
        threads: 1);

    /// <summary>Sizes in a unit 160 000 times smaller are the same problem, and too large for a row an agent.</summary>
    [Fact]
    public void WhatIsTooLargeForARowAnAgentIsDecidedAlike()
    {
        const int Finer = 160_000;
        (Int128[] Scores, int[] Sizes, int Capacity)[] cases =
        [
            ([5, 5, 3, 4, 4, 2, 6, 1, 5, 3], [3, 2, 1, 4, 4, 2, 5, 1, 3, 2], 12),
            ([1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [1, 2, 1, 2, 1, 2, 1, 2, 1, 2], 11),
            ([2, 4, 6, 2, 4, 6, 2, 4, 6, 0], [1, 2, 3, 1, 2, 3, 1, 2, 3, 1], 13),
        ];
        foreach (var (scores, sizes, capacity) in cases)
        {
            foreach (var withTies in new[] { true, false })
            {
                int[] ranks = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0];
                var small = Run((given, standings) => ExactKnapsack.Decide(given, sizes, capacity, ranks, withTies, standings), scores);
                var large = Run((given, standings) => ExactKnapsack.Decide(given, [.. sizes.Select(size => size * Finer)], capacity * Finer, ranks, withTies, standings), scores);
                Assert.Equal(small, large);
            }
        }
    }

    [Fact]
    public void CriticalScoresAreWhereServiceBegins() => Cases.Sample(
        one =>
        {
            var sets = new ServiceSets(one.Sizes.Length, set => Size(set, one.Sizes) <= one.Capacity && (set & 3) != 3, one.Ranks);
            CheckCritical(sets.Decide, one.Scores);
            CheckCritical((scores, standings) => ExactKnapsack.Decide(scores, one.Sizes, one.Capacity, one.Ranks, withTies: true, standings), one.Scores);
            CheckCritical((scores, standings) => GreedyKnapsack.Decide(scores, one.Sizes, one.Capacity, one.Ranks, standings), one.Scores);
        },
        seed: Seed,
        iter: 10_000,
        threads: 1);

    [Fact]
    public void TheGreedyChoiceIsWorthAtLeastHalf() => Cases.Sample(
        one =>
        {
            Int128[] scores = [.. one.Scores];
            var greedy = Run((given, standings) => GreedyKnapsack.Decide(given, one.Sizes, one.Capacity, one.Ranks, standings), scores);
            var best = Run((given, standings) => ExactKnapsack.Decide(given, one.Sizes, one.Capacity, one.Ranks, withTies: false, standings), scores);
            Assert.True(Size(greedy, one.Sizes) <= one.Capacity);
            Assert.True(2 * Size(greedy, one.Scores) >= Size(best, one.Scores));
        },
        seed: Seed,
        iter: 10_000,
        threads: 1);

    [Fact]
    public void WhoMustBeServedIsNotContested()
    {
        var sets = new ServiceSets(3, set => (set & 1) != 0 && int.PopCount(set) <= 2);
        var standings = Run(sets.Decide, [-5, 3, 4]);
        Assert.Equal(new Standing<Int128>(IsServed: true, IsContested: false, 0, MustExceed: false), standings[0]);
        Assert.Equal(new Standing<Int128>(IsServed: true, IsContested: true, 3, MustExceed: true), standings[2]);
        Assert.False(standings[1].IsServed);
        Assert.Throws<InvalidOperationException>(() => Run(sets.Decide, [FixedPoint.Absent, 3, 4]));
    }

    [Fact]
    public void WrongInputIsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ServiceSets(17, _ => true));
        Assert.Throws<ArgumentException>(() => new ServiceSets(2, _ => false));
        Assert.Throws<ArgumentException>(() => new ServiceSets(2, _ => true, [0, 0]));
        Assert.Throws<ArgumentException>(() => KnapsackShape.CheckSizes([1, 2], 3));
        var size = Assert.Throws<ArgumentOutOfRangeException>(() => KnapsackShape.CheckSizes([1, 0], 2));
        Assert.StartsWith("Agent 1 has size 0; a size must be a whole number of at least 1.", size.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Run((scores, standings) => ExactKnapsack.Decide(scores, [1], -1, [], withTies: true, standings), [1]));
        Assert.Throws<OverflowException>(() => Run((scores, standings) => GreedyKnapsack.Decide(scores, [1, 1], 1, [], standings), [Int128.MaxValue / 2, Int128.MaxValue / 2]));
        Assert.Throws<OverflowException>(() => FixedPoint.Of(double.NaN));
        Assert.Throws<OverflowException>(() => FixedPoint.Of(1e20));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(-0.1)]
    [InlineData(1e15)]
    [InlineData(3.5)]
    public void DoublesAreKeptToTheLastDigit(double score)
    {
        var number = FixedPoint.Of(score);
        Assert.Equal(score, FixedPoint.ToDouble(number));
        Assert.Equal(score, FixedPoint.AtLeast(number));
        Assert.Equal(score, FixedPoint.AtMost(number));
        Assert.True(FixedPoint.Of(FixedPoint.AtLeast(number + 1)) >= number + 1);
        Assert.True(FixedPoint.Of(FixedPoint.AtMost(number - 1)) <= number - 1);
    }

    [Theory]
    [InlineData(7, 2, false, 4)]
    [InlineData(8, 2, false, 4)]
    [InlineData(8, 2, true, 5)]
    [InlineData(-7, 2, false, -3)]
    [InlineData(-8, 2, true, -3)]
    public void StepsAreTheLowestThatWin(int critical, int units, bool mustExceed, int step) => Assert.Equal(step, FixedPoint.LowestStep(critical, units, mustExceed));

    private static Standing<Int128>[] Run(Decision decide, Int128[] scores)
    {
        var standings = new Standing<Int128>[scores.Length];
        decide(scores, standings);
        return standings;
    }

    private static void CheckCritical(Decision decide, int[] given)
    {
        Int128[] scores = [.. given];
        var truth = Run(decide, scores);
        for (var agent = 0; agent < scores.Length; agent++)
        {
            // Below zero nobody is served, so a critical score lies at zero or above.
            for (var score = -1; score <= 12; score++)
            {
                var other = (Int128[])scores.Clone();
                other[agent] = score;
                var served = Run(decide, other)[agent];
                if (truth[agent].IsServed)
                {
                    Assert.Equal(truth[agent].MustExceed ? score > truth[agent].Critical : score >= truth[agent].Critical, served.IsServed);
                }
                else
                {
                    Assert.False(served.IsServed && score <= scores[agent]);
                }
            }
        }
    }

    private static int Size(int set, int[] sizes) => sizes.Where((_, agent) => ((set >> agent) & 1) != 0).Sum();

    private static int Size(Standing<Int128>[] standings, int[] sizes) => sizes.Where((_, agent) => standings[agent].IsServed).Sum();

    private static int[] Ranks(int[] keys)
    {
        int[] order = [.. Enumerable.Range(0, keys.Length).OrderBy(agent => keys[agent])];
        return [.. Enumerable.Range(0, keys.Length).Select(agent => Array.IndexOf(order, agent))];
    }
}
