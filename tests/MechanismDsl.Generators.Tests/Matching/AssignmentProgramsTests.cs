using System.Text.Json;
using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Theory.Matching;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Tests.Matching;

/// <summary>Assignments from source to numbers: generated, compiled without a warning, run, compared with their snapshot, with the published cases and with every assignment.</summary>
public class AssignmentProgramsTests
{
    private delegate (int[] Items, decimal[] Payments) Matching(string name, decimal[] values, int items);

    private static readonly Lazy<Matching> Generated = new(Load);

    [Fact]
    public async Task Berths()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            /// <summary>Where a ship can lie.</summary>
            public enum Berth
            {
                /// <summary>At the quay.</summary>
                Quay,

                /// <summary>At the pier.</summary>
                Pier,
            }

            [Mechanism, Assignment<Berth>, Efficient]
            public partial class Berths;

            internal static class Table
            {
                public static string Run() => Berths.Run([new(Quay: 5, Pier: 2), new(4, 3), new(1, 1)]).ToString();

                public static string? Name() => Berths.ItemName(Berths.Run([new(1, 2)])[0].Item);

                public static bool Batch()
                {
                    var outcomes = new Allotments<double>[2];
                    Berths.RunBatch([new(5, 2), new(4, 3), new(4, 4), new(4, 4)], 2, outcomes);
                    return outcomes[0] == Berths.Run([new(5, 2), new(4, 3)]) && outcomes[1] == Berths.Run([new(4, 4), new(4, 4)]);
                }

                public static int Generic<M>(ReadOnlySpan<Berths.Report> reports) where M : IMechanism<Berths.Report, Allotments<double>>, IAllocativelyEfficient, INoDeficit => M.Run(reports).Agents.Length;

                public static int Count() => Generic<Berths>([new(1, 2)]);
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        Assert.Equal("0: item 0 at 2, 1: item 1 at 1", table.GetMethod("Run")!.Invoke(null, null));
        Assert.Equal("Pier", table.GetMethod("Name")!.Invoke(null, null));
        Assert.Equal(true, table.GetMethod("Batch")!.Invoke(null, null));
        Assert.Equal(1, table.GetMethod("Count")!.Invoke(null, null));
        await Verifier.Verify(driver);
    }

    [Fact]
    public async Task Rooms()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, Assignment, Efficient, Money<decimal>]
            public partial class Rooms;

            internal static class Table
            {
                public static string Run(decimal[] values, int items) => Rooms.Run(values, items).ToString();
            }
            """);
        var run = assembly.GetType("Shop.Table")!.GetMethod("Run")!.CreateDelegate<Func<decimal[], int, string>>();
        Assert.Equal("0: item 0 at 2.00, 1: item 1 at 1.00", run([5, 2, 4, 3, 1, 1], 2));
        Assert.Equal("nothing is assigned", run([], 3));
        Assert.Equal("0: item 0 at 0.06", run([.07m, .06m], 1));
        Assert.Contains("The value of item 1 to agent 0 is 0.005", Assert.Throws<ArgumentOutOfRangeException>(() => run([1, .005m], 2)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => run([1, 2, 3], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => run([1, 2], 0));
        Assert.Contains("among 2 agents", Assert.Throws<OverflowException>(() => run([999_999_999_999_999m, 2], 1)).Message, StringComparison.Ordinal);
        await Verifier.Verify(driver);
    }

    [Fact]
    public void PublishedCases()
    {
        using var document = JsonDocument.Parse(typeof(AssignmentProgramsTests).Assembly.GetManifestResourceStream("cases.json")!);
        var cases = document.RootElement.GetProperty("cases").EnumerateArray().Where(one => one.GetProperty("id").GetString()!.StartsWith("assignment-vcg-", StringComparison.Ordinal)).ToList();
        Assert.Equal(3, cases.Count);
        foreach (var one in cases)
        {
            var rows = one.GetProperty("inputs").GetProperty("values").EnumerateArray().Select(row => row.EnumerateArray().Select(Number).ToArray()).ToList();
            var expected = one.GetProperty("expected");
            foreach (var name in new[] { "Free", "FreeLong" })
            {
                var (items, payments) = Generated.Value(name, [.. rows.SelectMany(row => row)], rows[0].Length);
                Assert.Equal(expected.GetProperty("assignment_by_agent").EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Null ? -1 : item.GetInt32()), items);
                Assert.Equal(expected.GetProperty("payments").EnumerateArray().Select(Number), payments);
            }
        }

        static decimal Number(JsonElement text) => decimal.Parse(text.GetString()!, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void RandomMarkets_EqualTheDefinition()
    {
        var state = 1983UL;
        var markets = 0;
        foreach (var (name, capacities) in new (string, int[])[] { ("Free", []), ("FreeLong", []), ("Twins", [2, 1]), ("TwinsLong", [2, 1]) })
        {
            var fixedItems = capacities.Length > 0;
            var interpreter = new AssignmentInterpreter(new UnitDemandItems(fixedItems ? ["One", "Other"] : [], [.. capacities]));
            for (var instance = 0; instance < 2600; instance++, markets++)
            {
                var (agents, items) = ((int)(Next(ref state) % 5), fixedItems ? 2 : 1 + (int)(Next(ref state) % 4));
                var values = Enumerable.Range(0, agents * items).Select(_ => (decimal)(Next(ref state) % (instance % 2 == 0 ? 4UL : 50UL))).ToArray();
                IReadOnlyList<IReadOnlyList<decimal>> rows = [.. Enumerable.Range(0, agents).Select(agent => values[(agent * items)..((agent + 1) * items)])];
                var expected = interpreter.Run(rows);
                var (assigned, payments) = Generated.Value(name, values, items);

                // Assignments of equal worth differ in who gets what; the worth and every payment do not.
                Assert.Equal(expected.Welfare, Enumerable.Range(0, agents).Sum(agent => assigned[agent] < 0 ? 0 : rows[agent][assigned[agent]]));
                Assert.All(assigned.Where(item => item >= 0).GroupBy(item => item), group => Assert.True(group.Count() <= (fixedItems ? capacities[group.Key] : 1)));
                for (var agent = 0; agent < agents; agent++)
                {
                    // The utility of a Clarke mechanism is the same in all of them.
                    var own = assigned[agent] < 0 ? 0 : rows[agent][assigned[agent]];
                    var theirs = expected.Items[agent] < 0 ? 0 : rows[agent][expected.Items[agent]];
                    Assert.Equal(theirs - expected.Payments[agent], own - payments[agent]);
                }
            }
        }

        Assert.True(markets >= 10_000);
    }

    [Fact]
    public void ADeclarationWithErrors_KeepsItsSignatures()
    {
        var (driver, _) = Driver.Load("""
            internal enum Home { Flat, House }
            [Mechanism, Assignment<Home>, RevenueOptimal] internal partial class A;
            [Mechanism, Assignment, Efficient, Reserve(3)] internal partial class B;
            internal static class Table
            {
                public static int Run() => A.Run([new(Flat: 1, House: 2)]).Agents.Length + B.Run([1, 2], 2).Agents.Length;
            }
            """);
        Assert.Contains("MECH0005", Driver.Text(driver), StringComparison.Ordinal);
    }

    private static Matching Load()
    {
        var (_, assembly) = Driver.Load("""
            using System.Linq;

            internal enum Good { One, Other }
            [Mechanism, Assignment, Efficient] internal partial class Free;
            [Mechanism, Assignment, Efficient, Money<long>] internal partial class FreeLong;
            [Mechanism, Assignment<Good>(Capacities = [2, 1]), Efficient] internal partial class Twins;
            [Mechanism, Assignment<Good>(Capacities = [2, 1]), Efficient, Money<long>] internal partial class TwinsLong;

            internal static class Table
            {
                public static (int[], decimal[]) Run(string name, decimal[] values, int items) => name switch
                {
                    "Free" => Show(Free.Run(values.Select(value => (double)value).ToArray(), items)),
                    "FreeLong" => Show(FreeLong.Run(values.Select(value => (long)value).ToArray(), items)),
                    "Twins" => Show(Twins.Run(values.Chunk(2).Select(row => new Twins.Report((double)row[0], (double)row[1])).ToArray())),
                    _ => Show(TwinsLong.Run(values.Chunk(2).Select(row => new TwinsLong.Report((long)row[0], (long)row[1])).ToArray())),
                };

                private static (int[], decimal[]) Show<T>(Allotments<T> outcome) where T : struct, System.Numerics.INumber<T> =>
                    (outcome.Agents.ToArray().Select(agent => agent.Item).ToArray(), outcome.Agents.ToArray().Select(agent => decimal.CreateChecked(agent.Payment)).ToArray());
            }
            """);
        var run = assembly.GetType("Table")!.GetMethod("Run")!.CreateDelegate<Func<string, decimal[], int, ValueTuple<int[], decimal[]>>>();
        return (name, values, items) => run(name, values, items);
    }

    private static ulong Next(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
