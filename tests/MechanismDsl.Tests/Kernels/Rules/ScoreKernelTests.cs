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
        RuleDomain.CheckFeasible([true, false, true], 2);
        RuleDomain.CheckFeasible([1, 0, 1], 2);
        RuleDomain.CheckFeasible([0.1, 0.2, 0.7000000000000001], 1);
        Assert.Contains("hands out 3 of 2", Assert.Throws<InvalidOperationException>(() => RuleDomain.CheckFeasible([true, true, true], 2)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => RuleDomain.CheckFeasible([int.MaxValue, int.MaxValue], 2));
        Assert.Throws<InvalidOperationException>(() => RuleDomain.CheckFeasible([2, -1], 2));
        Assert.Throws<InvalidOperationException>(() => RuleDomain.CheckFeasible([1.5, 0], 1));
        Assert.Throws<InvalidOperationException>(() => RuleDomain.CheckFeasible([-0.5, 0], 2));
        Assert.Throws<InvalidOperationException>(() => RuleDomain.CheckFeasible([double.NaN, 0], 2));
        Assert.Contains("North", Assert.Throws<ArgumentNullException>(() => RuleDomain.CheckPresent<string?>(null, "North")).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => RuleDomain.CheckLength(2, 3));
    }

    private readonly struct Scored(Func<double, double> score) : IScoreCurve
    {
        public double Score(double report) => score(report);
    }

    /// <summary>Scores of every shape, also with flat parts, jumps and infinite ends.</summary>
    public static TheoryData<string, Func<double, double>> Curves => new()
    {
        { "itself", x => x },
        { "times 0.3", x => x * 0.3 },
        { "log", x => Math.Log(1 + x) * 0.7 },
        { "log from minus infinity", x => Math.Log(x) },
        { "square", x => 0.01 * x * x },
        { "root", Math.Sqrt },
        { "bucketed", x => Math.Floor(x / 5) * 5 },
        { "flat parts", x => Math.Min(x, 40) + (0.1 * Math.Max(0, x - 60)) },
        { "below zero at first", x => (2 * x) - 50 },
        { "logistic", x => 1 / (1 + Math.Exp(-(x - 50) / 3)) },
        { "constant", _ => 3 },
    };

    [Theory]
    [MemberData(nameof(Curves))]
    public void TheCriticalScoreIsThatOfBisection(string name, Func<double, double> curve)
    {
        Assert.NotEmpty(name);
        var draws = new Draws(53);
        for (var instance = 0; instance < 3_000; instance++)
        {
            var (low, report, rival) = (draws.Below(2) * draws.Uniform() * 20, draws.Uniform() * 100, draws.Below(3) == 0 ? draws.Below(20) * 5 : draws.Uniform() * 100);
            report = Math.Max(low, report);
            var (target, mustExceed) = (Math.Max(0, curve(rival)), draws.Below(2) == 0);
            if (ScoreContest<double>.WouldWin(curve(report), target, mustExceed))
            {
                var critical = CriticalScore.Least(new Scored(curve), low, report, curve(report), target, mustExceed);
                Assert.True(ScoreContest<double>.WouldWin(curve(critical), target, mustExceed));
                Assert.True(critical == low || !ScoreContest<double>.WouldWin(curve(Math.BitDecrement(critical)), target, mustExceed));
            }

            // The supplier with cost 100 − x has the score of x.
            var cost = 100 - report;
            double Supplied(double c) => curve(100 - c);
            if (ScoreContest<double>.WouldWin(Supplied(cost), target, mustExceed))
            {
                var critical = CriticalScore.Greatest(new Scored(Supplied), cost, 100, Supplied(cost), target, mustExceed);
                Assert.True(ScoreContest<double>.WouldWin(Supplied(critical), target, mustExceed));
                Assert.True(critical == 100 || !ScoreContest<double>.WouldWin(Supplied(Math.BitIncrement(critical)), target, mustExceed));
            }
        }
    }

    private static int Winner(double[] scores, int[] ranks) => Served(scores, ranks, 1).FirstOrDefault(-1);

    private static int[] Served(double[] scores, int[] ranks, int items) =>
        [.. Enumerable.Range(0, scores.Length).Where(agent => scores[agent] >= 0).OrderByDescending(agent => scores[agent]).ThenBy(agent => ranks[agent]).Take(items)];
}
