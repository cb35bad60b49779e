using CsCheck;
using MechanismDsl.Kernels;

namespace MechanismDsl.Tests.Kernels.Rules;

/// <summary>Standings of a ranking against a sort of all entries: scores of any sign, many ties.</summary>
public class StandingTests
{
    [Fact]
    public void WhoIsServedAndWhatMustBeBeaten() =>
        Gen.Select(Gen.Int[-3, 3].Array[0, 8], Gen.Int[1, 5]).Sample((scores, items) =>
        {
            var ranking = new ScoreRanking<int>(new RankedScore<int>[items + 1]);
            for (var agent = 0; agent < scores.Length; agent++)
            {
                ranking.Compete(agent, scores.Length - agent, scores[agent]);
            }

            // Later agents come first among equals: their rank is lower.
            var order = Enumerable.Range(0, scores.Length).OrderByDescending(agent => scores[agent]).ThenByDescending(agent => agent).ToArray();
            Assert.Equal(Math.Min(items, scores.Length), ranking.Served);
            for (var place = 0; place < ranking.Served; place++)
            {
                Assert.Equal(order[place], ranking[place].Agent);
                for (var rival = place + 1; rival <= items; rival++)
                {
                    var standing = ranking.Against(place, rival);
                    Assert.True(standing.IsServed);
                    Assert.Equal(rival < order.Length, standing.IsContested);
                    if (standing.IsContested)
                    {
                        Assert.Equal(scores[order[rival]], standing.Critical);
                        Assert.Equal(order[rival] > order[place], standing.MustExceed);
                    }
                }
            }
        });

    [Fact]
    public void EnterLeavesOutWhatIsBelowZero()
    {
        var ranking = new ScoreRanking<double>(new RankedScore<double>[2]);
        ranking.Enter(0, 0, -1);
        ranking.Enter(1, 1, double.NaN);
        Assert.Equal(0, ranking.Served);
        ranking.Enter(2, 2, 0);
        Assert.Equal(1, ranking.Served);
    }
}
