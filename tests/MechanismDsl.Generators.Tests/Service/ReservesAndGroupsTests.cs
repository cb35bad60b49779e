using MechanismDsl.Generators.Tests.Support;

namespace MechanismDsl.Generators.Tests.Service;

/// <summary>Slots with reserves of their own, and limits on groups of more agents than sets can be tried of, from source to numbers.</summary>
public class ReservesAndGroupsTests
{
    [Fact]
    public async Task SlotsWithReserves()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, Positions(200, 100, Reserves = [5, 1]), Efficient]
            public partial class Mainline;

            [Mechanism, Positions(3, 2, 1, Reserves = [4, 4, 2]), Efficient, Money<decimal>]
            [Agent("North"), Agent("South"), Agent("East")]
            public partial class Banners;

            internal static class Table
            {
                public static string[] Rows() =>
                [
                    Mainline.Run([10, 4, 2]).ToString(),
                    Mainline.Run([4, 2]).ToString(),
                    Mainline.Run([.5, 0]).ToString(),
                    Mainline.Run([5]).ToString(),
                    Mainline.Run([]).ToString(),
                    Banners.Run(north: 5, south: 5, east: 3).ToString(),
                    Banners.Run([5, 5, 3]).ToString(),
                    Banners.Run(south: 3.99m).ToString(),
                    Mainline.Explain([4, 2], 0),
                ];

                public static bool Holds<M>() where M : IDominantStrategyIncentiveCompatible, IExPostIndividuallyRational, INoDeficit => true;

                public static bool Holds() => Holds<Mainline>();
            }
            """);
        Assert.Equal(
            [
                "0: slot 0 for 900, 1: slot 1 for 200",
                "0: slot 1 for 200",
                "no slot is filled",
                "0: slot 0 for 600",
                "no slot is filled",
                "0: slot 0 for 12, 1: slot 1 for 7, 2: slot 2 for 2",
                "0: slot 0 for 12, 1: slot 1 for 7, 2: slot 2 for 2",
                "1: slot 2 for 2",
                "Agent 0 reports 4, gets slot 1 and pays 200. It would have it with every report of at least 2; beyond that its place goes to agent 1, who reports 2.",
            ],
            (string[])assembly.GetType("Shop.Table")!.GetMethod("Rows")!.Invoke(null, null)!);
        await Verifier.Verify(driver);
    }

    /// <summary>Forty agents in four groups: at most two of a group and five in all, for which no sets are tried. Every price is where service begins.</summary>
    [Fact]
    public void GroupsOfManyAgents()
    {
        var agents = string.Join(", ", Enumerable.Range(0, 40).Select(agent => FormattableString.Invariant($"Agent(\"A{agent}\", Group = \"G{agent % 4}\")")));
        var run = Driver.Load($$"""
            namespace Shop;

            [Mechanism, IdenticalItems(5), Efficient, Money<long>]
            [{{agents}}]
            [AtMost(2, PerGroup = true)]
            public partial class Fleet;

            internal static class Table
            {
                public static Awards<long> Run(long[] bids) => Fleet.Run(bids);
            }
            """).Assembly.GetType("Shop.Table")!.GetMethod("Run")!.CreateDelegate<Func<long[], Awards<long>>>();
        for (var market = 0; market < 200; market++)
        {
            long[] bids = [.. Enumerable.Range(0, 40).Select(agent => (long)((agent * 7919 + market * 104729) % 1009 % (market % 2 == 0 ? 6 : 60)))];
            var outcome = run(bids);
            var (expected, groups) = (new List<int>(), new int[4]);
            foreach (var agent in Enumerable.Range(0, 40).OrderByDescending(agent => bids[agent]))
            {
                if (expected.Count < 5 && groups[agent % 4] < 2)
                {
                    groups[agent % 4]++;
                    expected.Add(agent);
                }
            }

            Assert.Equal(expected.Order(), Enumerable.Range(0, 40).Where(agent => outcome[agent].IsServed));
            foreach (var agent in expected)
            {
                var price = outcome[agent].Payment;
                Assert.True(Serves(agent, price));
                Assert.True(price == 0 || !Serves(agent, price - 1));
            }

            bool Serves(int agent, long bid) => run([.. bids.Select((own, index) => index == agent ? bid : own)])[agent].IsServed;
        }
    }
}
