using MechanismDsl.Generators.Tests.Support;

namespace MechanismDsl.Generators.Tests.Service;

/// <summary>A score of one's own over sets of agents: every profile of a small grid against all sets and all lower bids.</summary>
public class ScoreSetTests
{
    private const int MostBid = 8;

    private delegate Awards<long> Run(ReadOnlySpan<long> bids);

    private static readonly int[] Sizes = [3, 2, 2, 1];

    [Fact]
    public async Task ScoresAreAddedUp()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, Services]
            [Agent("A"), Agent("B"), Agent("C"), Agent("D")]
            [AtMost(1, "A", "B"), AtMost(2)]
            public partial class Limited { [Score] static long Score([Between(0, 100)] long bid) => 3 * bid - 7; }

            [Mechanism(Ties = TieRule.Priority), Knapsack(4)]
            [Agent("A", Size = 3), Agent("B", Size = 2, Priority = 1), Agent("C", Size = 2), Agent("D", Size = 1)]
            public partial class Sized { [Score] static int Score([Between(0, 100)] long bid) => bid < 4 ? (int)bid : (int)bid + 2; }

            [Mechanism, Knapsack(4, Greedy = true)]
            [Agent("A", Size = 3), Agent("B", Size = 2), Agent("C", Size = 2), Agent("D", Size = 1)]
            public partial class Dense { [Score] static double Score([Between(0, 100)] long bid) => .1 * bid; }

            [Mechanism, IdenticalItems(2)]
            [Agent("North"), Agent("South"), Agent("East")]
            [AtMost(1, "North", "South")]
            public partial class Ads
            {
                [Score] static double Score([Between(0, 100)] double bid, [Between(.1, 1), Verified] double quality) => bid * quality;
            }

            internal static class Table
            {
                public static string[] Rows() =>
                [
                    Ads.Run(north: new(10, .5), south: new(8, .75), east: new(1, .5)).ToString(),
                    Ads.Run([new(10, .5), new(8, .75), new(1, .5)]).ToString(),
                    Ads.Run(east: new(1, .5)).ToString(),
                ];
            }
            """);
        Assert.Equal(
            ["1: 1 at 6.666666666666668, 2: 1 at 0", "1: 1 at 6.666666666666668, 2: 1 at 0", "2: 1 at 0"],
            (string[])assembly.GetType("Shop.Table")!.GetMethod("Rows")!.Invoke(null, null)!);
        Compare(Of("Limited"), bid => (3 * bid) - 7, served => served is [1, 1, ..] || served.Sum() > 2 ? null : served, [0, 1, 2, 3]);
        Compare(Of("Sized"), bid => bid < 4 ? bid : bid + 2, served => served.Zip(Sizes, (one, size) => one * size).Sum() > 4 ? null : served, [1, 0, 2, 3]);
        Compare(Of("Dense"), _ => 0, feasible: null, []);
        await Verifier.Verify(driver);

        Run Of(string name) => assembly.GetType("Shop." + name)!.GetMethod("Run", [typeof(ReadOnlySpan<long>)])!.CreateDelegate<Run>();
    }

    /// <summary>Who is served is the best set, the first in order among equals; what is paid is the lowest bid that is served.</summary>
    private static void Compare(Run run, Func<long, long> score, Func<int[], int[]?>? feasible, int[] order)
    {
        var sets = Enumerable.Range(0, 16).Select(set => Enumerable.Range(0, 4).Select(agent => (set >> agent) & 1).ToArray()).Where(set => feasible?.Invoke(set) is not null).ToArray();
        for (var profile = 0; profile < MostBid * MostBid * MostBid * MostBid; profile += 3)
        {
            long[] bids = [profile % MostBid, profile / MostBid % MostBid, profile / (MostBid * MostBid) % MostBid, profile / (MostBid * MostBid * MostBid)];
            var outcome = run(bids);
            if (feasible is not null)
            {
                var best = sets.Where(set => set.Select((one, agent) => one == 0 || score(bids[agent]) >= 0).All(isCovered => isCovered))
                    .OrderByDescending(set => set.Select((one, agent) => one * score(bids[agent])).Sum())
                    .ThenByDescending(set => order.Aggregate(0, (rank, agent) => (2 * rank) + set[agent])).First();
                Assert.Equal(best, outcome.Agents.ToArray().Select(award => (int)award.Quantity));
            }

            for (var agent = 0; agent < 4; agent++)
            {
                var lowest = Enumerable.Range(0, (int)bids[agent] + 1).Where(bid => run([.. bids.Select((own, index) => index == agent ? bid : own)])[agent].IsServed).DefaultIfEmpty(0).First();
                Assert.Equal(outcome[agent].IsServed ? lowest : 0, outcome[agent].Payment);
            }
        }
    }
}
