using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Tests.OwnRules;

/// <summary>Mechanisms with allocations and payments of the user's own, from source to numbers.</summary>
public class AllocationProgramsTests
{
    [Fact]
    public async Task Incumbent()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, SingleItem]
            public partial class Incumbent
            {
                // Agent 0 holds the contract and keeps it unless somebody offers at least 5 more.
                [Allocation] static int Winner([Between(0, 100)] ReadOnlySpan<double> bids)
                {
                    var winner = -1;
                    var best = 0.0;
                    for (var agent = 0; agent < bids.Length; agent++)
                    {
                        var score = agent == 0 ? bids[agent] + 5 : bids[agent];
                        if (score > best) { best = score; winner = agent; }
                    }

                    return winner;
                }
            }
            """);
        var type = assembly.GetType("Shop.Incumbent")!;
        // The least double that makes the sum 10 when 5 is added to it.
        Assert.Equal((0, 4.999999999999999), Run(type, 20, 10));
        Assert.Equal((1, 15), Run(type, 10, 20));
        Assert.Equal((0, 0), Run(type, 20, 3));
        Assert.Equal((-1, 0), Run(type));
        Assert.StartsWith("Agent 1 reports bid 101; bid must be a number in [0, 100].", Assert.Throws<ArgumentOutOfRangeException>(() => Run(type, 1, 101)).Message);
        await Verifier.Verify(driver);
    }

    [Fact]
    public async Task Lottery()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, SingleItem]
            public partial class Raffle
            {
                [Allocation] static void Chances([Between(1, 100)] ReadOnlySpan<double> bids, Span<double> chances)
                {
                    var sum = 0.0;
                    foreach (var bid in bids) { sum += bid; }
                    for (var agent = 0; agent < bids.Length; agent++) { chances[agent] = bids[agent] / sum; }
                }
            }

            internal static class Table
            {
                public static double[] Run(double[] bids)
                {
                    var awards = new Award<double>[bids.Length];
                    Raffle.Run(bids, awards);
                    return [.. System.Linq.Enumerable.SelectMany(awards, award => new[] { award.Quantity, award.Payment })];
                }
            }
            """);
        var run = assembly.GetType("Shop.Table")!.GetMethod("Run")!.CreateDelegate<Func<double[], double[]>>();
        var awards = run([10, 30]);
        Assert.Equal(0.25, awards[0], 1e-15);

        // x·q(x) − ∫ t/(t + s) dt from 1 to x = x²/(x+s) − (x − 1) + s ln((x + s)/(1 + s)).
        Assert.Equal(2.5 - 9 + (30 * Math.Log(40 / 31.0)), awards[1], 1e-12);
        Assert.Equal(22.5 - 29 + (10 * Math.Log(40 / 11.0)), awards[3], 1e-12);
        Assert.Empty(run([]));
        await Verifier.Verify(driver);
    }

    [Fact]
    public async Task Groves()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, SingleItem, Efficient, Guarantees(DominantStrategyIncentiveCompatible)]
            public partial class Groves
            {
                [Payment] static double Pay([Between(0, 100)] ReadOnlySpan<double> bids, int agent)
                {
                    var rival = 0.0;
                    for (var other = 0; other < bids.Length; other++)
                    {
                        if (other != agent) { rival = Math.Max(rival, bids[other]); }
                        if (bids[other] > bids[agent] || (bids[other] == bids[agent] && other < agent)) { return -1; }
                    }

                    return rival - 1;
                }
            }

            internal static class Table
            {
                public static string Run(double[] bids)
                {
                    var payments = new double[bids.Length];
                    var sale = Groves.Run(bids, payments);
                    return FormattableString.Invariant($"{sale.Winner} {sale.Price}: {string.Join(" ", payments)}; {Groves.Run(bids).Price}");
                }
            }
            """);
        var run = assembly.GetType("Shop.Table")!.GetMethod("Run")!.CreateDelegate<Func<double[], string>>();
        Assert.Equal("1 7: -1 7 -1; 7", run([8, 10, 3]));
        await Verifier.Verify(driver);
    }

    [Fact]
    public void FormsAndSignatures()
    {
        var (_, assembly) = Driver.Load("""
            using System.Collections.Generic;
            using System.Linq;

            namespace Shop;

            [Mechanism, IdenticalItems(2), Agents(3)]
            public partial class TopTwo
            {
                [Allocation] static bool[] Serve([Between(0, 100)] double[] bids) => [.. bids.Select((bid, agent) => bids.Where((other, rival) => other > bid || (other == bid && rival < agent)).Count() < 2)];
            }

            [Mechanism, IdenticalItems(4)]
            public partial class Units
            {
                // Agent 0 first: a unit for every 10 of its bid, the rest to agent 1 if it bids at least 7.
                [Allocation] static void Hand([Between(0, 100)] ReadOnlySpan<long> bids, Span<int> units)
                {
                    units[0] = (int)Math.Min(4, bids[0] / 10);
                    if (bids.Length > 1 && bids[1] >= 7) { units[1] = 4 - units[0]; }
                }
            }

            internal record Ask([Report, Between(0, 50)] decimal Cost, [Between(0, 1)] double Risk);

            [Mechanism, SingleItem, Procurement, Supplier("North"), Supplier("South")]
            internal partial class Order
            {
                [Allocation] static int Winner(IReadOnlyList<Ask> asks) => asks[1].Cost + (decimal)asks[1].Risk * 10 < asks[0].Cost + (decimal)asks[0].Risk * 10 ? 1 : asks[0].Cost <= 30 ? 0 : -1;
            }

            [Mechanism, SingleItem, Agents(2), Types(1, 2, 5)]
            public partial class Steps
            {
                [Allocation] static double[] Chances(ReadOnlySpan<double> bids) => [bids[0] == 5 ? .75 : bids[0] == 2 ? .25 : 0, bids[1] == 5 ? .25 : 0];
            }

            [Mechanism, SingleItem]
            public partial class Wrong
            {
                [Allocation] static int Winner([Between(0, 9)] ReadOnlySpan<int> bids) => bids[0];
            }

            [Mechanism, SingleItem]
            public partial class Generous
            {
                [Allocation] static void Serve([Between(0, 9)] ReadOnlySpan<double> bids, Span<bool> served) => served.Fill(true);
            }

            internal static class Table
            {
                public static string Run()
                {
                    var order = Order.Run(new Ask(20, .5), new Ask(22, 0));
                    return FormattableString.Invariant($"{TopTwo.Run([10, 8, 6])} | {TopTwo.Run([6, 6, 6])} | {Units.Run([34, 9])} | {Units.Run([9])} | {order.WinnerName} {order.Price} {order.SouthReceives} | {Steps.Run([5, 5])} | {Steps.Run([2, 1])}");
                }

                public static void Fewer() => TopTwo.Run([1, 2]);

                public static void Nobody() => Wrong.Run([3, 1]);

                public static void Everybody() => Generous.Run([3, 1]);
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        Assert.Equal(
            "0: 1 at 6, 1: 1 at 6 | 0: 1 at 6, 1: 1 at 6 | 0: 3 at 60, 1: 1 at 7 | nobody is served | South 24.99 24.99 | 0: 0.75 at 3, 1: 0.25 at 1.25 | 0: 0.25 at 0.5",
            table.GetMethod("Run")!.CreateDelegate<Func<string>>()());
        Assert.Throws<ArgumentException>(() => table.GetMethod("Fewer")!.CreateDelegate<Action>()());
        Assert.Equal(
            "The allocation names winner 3; with 2 agents it must be from -1 (nobody) to 1.",
            Assert.Throws<InvalidOperationException>(() => table.GetMethod("Nobody")!.CreateDelegate<Action>()()).Message);
        Assert.Equal(
            "The allocation hands out 2 of 1: more than there is.",
            Assert.Throws<InvalidOperationException>(() => table.GetMethod("Everybody")!.CreateDelegate<Action>()()).Message);
    }

    private static (int Winner, double Price) Run(Type type, params double[] reports) => Runner.Sale(type, MoneyKind.Double, reports);
}
