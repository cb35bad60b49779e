using CsCheck;
using MechanismDsl.Kernels;

namespace MechanismDsl.Tests.Kernels.Knapsack;

/// <summary>
/// The greedy choice under nested or disjoint limits against the list of all sets, whose standings it must give to the last tie; and, for more agents than a list
/// takes, against what a critical score means.
/// </summary>
public class LaminarLimitsTests
{
    private const string Seed = "0N0XIzNsQ0O2";

    /// <summary>Intervals of a shuffled order of the agents, of which those are kept that overlap with none before.</summary>
    private static Gen<(int[] Scores, int[] Ranks, int[][] Groups, int[] Most)> Cases(int least, int greatest, int groups) =>
        from count in Gen.Int[least, greatest]
        from scores in Gen.Int[-2, 6].Array[count]
        from ranks in Gen.Int[0, 1000].Array[count]
        from shuffle in Gen.Int[0, 1000].Array[count]
        from ends in Gen.Select(Gen.Int[0, count], Gen.Int[0, count], (one, other) => (Low: Math.Min(one, other), High: Math.Max(one, other))).Array[0, groups]
        from most in Gen.Int[0, Math.Max(3, greatest / 4)].Array[groups]
        let kept = ends.Where((own, index) => own.Low < own.High && ends.Take(index).All(other => other.High <= own.Low || own.High <= other.Low || (other.Low <= own.Low && own.High <= other.High) || (own.Low <= other.Low && other.High <= own.High))).ToArray()
        let order = Places(shuffle)
        select (scores, Places(ranks), kept.Select(one => order[one.Low..one.High]).ToArray(), most[..kept.Length]);

    [Fact]
    public void ItDecidesAsTheListOfAllSets() => Cases(1, 8, 5).Sample(
        one =>
        {
            var agents = one.Scores.Length;
            var masks = one.Groups.Select(group => group.Sum(agent => 1 << agent)).ToArray();
            var sets = new ServiceSets(agents, set => masks.Select((mask, group) => int.PopCount(set & mask) <= one.Most[group]).All(holds => holds), one.Ranks);

            // An agent that takes no part stands below zero here, and is absent there.
            Int128[] scores = [.. one.Scores.Select(score => score == -1 ? FixedPoint.Absent : (Int128)score)];
            var (listed, laminar) = (new Standing<Int128>[agents], new Standing<Int128>[agents]);
            sets.Decide(scores, listed);
            new LaminarLimits(agents, one.Most, one.Groups, one.Ranks).Decide(scores, laminar);
            Assert.Equal(listed, laminar);
        },
        seed: Seed,
        iter: 30_000,
        threads: 1);

    [Fact]
    public void CriticalScoresAreWhereServiceBegins() => Cases(20, 60, 8).Sample(
        one =>
        {
            var agents = one.Scores.Length;
            var limits = new LaminarLimits(agents, one.Most, one.Groups, one.Ranks);
            Int128[] scores = [.. one.Scores];
            var standings = new Standing<Int128>[agents];
            limits.Decide(scores, standings);
            foreach (var (group, most) in one.Groups.Zip(one.Most))
            {
                Assert.True(group.Count(agent => standings[agent].IsServed) <= most);
            }

            for (var agent = 0; agent < agents; agent++)
            {
                if (standings[agent].IsServed)
                {
                    var critical = standings[agent].Critical + (standings[agent].MustExceed ? 1 : 0);
                    Assert.True(Serves(agent, critical) && !Serves(agent, critical - 1));
                }
                else
                {
                    Assert.False(Serves(agent, scores[agent]));
                }
            }

            bool Serves(int agent, Int128 score)
            {
                var (others, decided) = ((Int128[])scores.Clone(), new Standing<Int128>[agents]);
                others[agent] = score;
                limits.Decide(others, decided);
                return decided[agent].IsServed;
            }
        },
        seed: Seed,
        iter: 500,
        threads: 1);

    [Fact]
    public void WrongGroupsAreNamed()
    {
        Assert.Contains("Group 1 overlaps with another one", Assert.Throws<ArgumentException>(() => new LaminarLimits(3, [1, 1], [[0, 1], [1, 2]])).Message, StringComparison.Ordinal);
        Assert.Contains("Group 0 names agent 3, which is none or named twice", Assert.Throws<ArgumentException>(() => new LaminarLimits(3, [1], [[0, 3]])).Message, StringComparison.Ordinal);
        Assert.Contains("Group 0 names agent 0, which is none or named twice", Assert.Throws<ArgumentException>(() => new LaminarLimits(3, [1], [[0, 0]])).Message, StringComparison.Ordinal);
        Assert.Contains("Every group has one limit", Assert.Throws<ArgumentException>(() => new LaminarLimits(3, [1, 2], [[0]])).Message, StringComparison.Ordinal);
        Assert.Contains("The ranks must be the places", Assert.Throws<ArgumentException>(() => new LaminarLimits(2, [1], [[0]], [0, 0])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new LaminarLimits(2, [-1], [[0]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LaminarLimits(0, [], []));
        Assert.Contains("There are 1 entries for 2 agents", Assert.Throws<ArgumentException>(() => new LaminarLimits(2, [], []).Decide(new Int128[1], new Standing<Int128>[2])).Message, StringComparison.Ordinal);
    }

    private static int[] Places(int[] keys)
    {
        int[] order = [.. Enumerable.Range(0, keys.Length).OrderBy(index => keys[index])];
        return [.. Enumerable.Range(0, keys.Length).Select(index => Array.IndexOf(order, index))];
    }
}
