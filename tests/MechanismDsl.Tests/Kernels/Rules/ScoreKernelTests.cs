using MechanismDsl.Kernels;

namespace MechanismDsl.Tests.Kernels.Rules;

public class ScoreKernelTests
{
    [Fact]
    public void TheContestFindsTheBestAndWhatItMustBeat()
    {
        var draws = new Draws(51);
        for (var instance = 0; instance < 20_000; instance++)
        {
            var agents = draws.Below(7);
            var scores = Enumerable.Range(0, agents).Select(_ => (double)(draws.Below(6) - 1)).ToArray();
            var ranks = Enumerable.Range(0, agents).OrderBy(_ => draws.Next()).ToArray();
            var contest = new ScoreContest<double>();
            foreach (var agent in Enumerable.Range(0, agents).OrderBy(_ => draws.Next()))
            {
                contest.Enter(agent, ranks[agent], scores[agent]);
            }

            var winner = Winner(scores, ranks);
            Assert.Equal(winner, contest.Winner);
            for (var score = -1.0; winner >= 0 && score < 7; score += 0.5)
            {
                var changed = (double[])scores.Clone();
                changed[winner] = score;
                Assert.Equal(Winner(changed, ranks) == winner, contest.WouldWin(score));
            }
        }
    }

    [Fact]
    public void TheRankingServesTheBestAndNamesTheFirstThatIsNot()
    {
        var draws = new Draws(52);
        for (var instance = 0; instance < 20_000; instance++)
        {
            var agents = draws.Below(8);
            var items = 1 + draws.Below(4);
            var scores = Enumerable.Range(0, agents).Select(_ => (double)(draws.Below(6) - 1)).ToArray();
            var ranks = Enumerable.Range(0, agents).OrderBy(_ => draws.Next()).ToArray();
            var places = new RankedScore<double>[items + 1];
            var ranking = new ScoreRanking<double>(places);
            foreach (var agent in Enumerable.Range(0, agents).OrderBy(_ => draws.Next()))
            {
                ranking.Enter(agent, ranks[agent], scores[agent]);
            }

            var served = Served(scores, ranks, items);
            Assert.Equal(served.Length, ranking.Served);
            for (var place = 0; place < served.Length; place++)
            {
                Assert.Equal(served[place], ranking[place].Agent);
                for (var score = -1.0; score < 7; score += 0.5)
                {
                    var changed = (double[])scores.Clone();
                    changed[served[place]] = score;
                    Assert.Equal(
                        Served(changed, ranks, items).Contains(served[place]),
                        ScoreContest<double>.WouldWin(score, ranking.Target, ranking.MustExceed(place)));
                }
            }
        }
    }

    [Fact]
    public void ErrorsNameWhatIsWrong()
    {
        Assert.StartsWith(
            "Agent 1 reports quality 2; quality must be a number in [0.1, 1].",
            Assert.Throws<ArgumentOutOfRangeException>("quality", () => RuleDomain.ThrowOutside(RuleDomain.Name(1), "quality", 2.0, "a number in [0.1, 1]")).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArithmeticException>(() => RuleDomain.ThrowNoScore("North", 2.5));
        RuleDomain.CheckWinner(-1, 0);
        RuleDomain.CheckWinner(2, 3);
        Assert.Throws<InvalidOperationException>(() => RuleDomain.CheckWinner(-2, 3));
        Assert.Throws<InvalidOperationException>(() => RuleDomain.CheckWinner(3, 3));
        RuleDomain.CheckFeasible([1, 0, 1], 2, isChance: false);
        RuleDomain.CheckFeasible([0.1, 0.2, 0.7000000000000001], 1, isChance: true);
        Assert.Throws<InvalidOperationException>(() => RuleDomain.CheckFeasible([1, 1, 1], 2, isChance: false));
        Assert.Throws<InvalidOperationException>(() => RuleDomain.CheckFeasible([1.5, 0], 2, isChance: true));
        Assert.Throws<InvalidOperationException>(() => RuleDomain.CheckFeasible([-0.5, 0], 2, isChance: true));
        Assert.Throws<InvalidOperationException>(() => RuleDomain.CheckFeasible([double.NaN, 0], 2, isChance: true));
        Assert.Throws<InvalidOperationException>(() => RuleDomain.CheckLength(2, 3));
    }

    private static int Winner(double[] scores, int[] ranks) => Served(scores, ranks, 1).FirstOrDefault(-1);

    private static int[] Served(double[] scores, int[] ranks, int items) =>
        [.. Enumerable.Range(0, scores.Length).Where(agent => scores[agent] >= 0).OrderByDescending(agent => scores[agent]).ThenBy(agent => ranks[agent]).Take(items)];
}
