using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Tests.Programs;

/// <summary>Every shape of type and of declaration that the generator serves, compiled as strictly as the programs of the design.</summary>
public class ShapesTests
{
    [Theory]
    [InlineData("namespace A.B; [Mechanism, SingleItem, Efficient] public partial class M;", "A.B.M")]
    [InlineData("namespace A; [Mechanism, SingleItem, Efficient] public partial struct M;", "A.M")]
    [InlineData("namespace A; [Mechanism, SingleItem, Efficient] public partial record M;", "A.M")]
    [InlineData("namespace A; [Mechanism, SingleItem, Efficient] internal sealed partial class M;", "A.M")]
    [InlineData("[Mechanism, SingleItem, Efficient] public partial class M;", "M")]
    [InlineData("namespace A { internal partial class Outer { [Mechanism, SingleItem, Efficient] internal partial class M; } }", "A.Outer+M")]
    [InlineData("namespace @event.@class; [Mechanism, SingleItem, Efficient] public partial class @new;", "event.class.new")]
    [InlineData("namespace A; /// <summary>Ours.</summary>\n/// <remarks>Ours.</remarks>\n[Mechanism, SingleItem, Efficient] public partial class M { private static class Math; private static class System; }", "A.M")]
    public void Shape_of_the_type(string source, string name)
    {
        var (_, assembly) = Driver.Load(source);
        Assert.Equal((1, 4), Runner.Sale(assembly.GetType(name)!, MoneyKind.Double, [4, 5, 3]));
    }

    [Theory]
    [InlineData("Efficient, Reserve(2.5)", new[] { 4.0, 2 }, 0, 2.5)]
    [InlineData("Efficient, Agents(2)", new[] { 4.0, 2 }, 0, 2.0)]
    [InlineData("PostedPrice(3)", new[] { 2.0, 4, 5 }, 1, 3.0)]
    [InlineData("PayAsBid", new[] { 2.0, 4, 3 }, 1, 4.0)]
    [InlineData("AllPay", new[] { 2.0, 4, 3 }, 1, 4.0)]
    [InlineData("Efficient, EntryFee(1)", new[] { 2.0, 4, 3 }, 1, 3.0)]
    [InlineData("Efficient, Agent(\"north\"), Agent(\"Bid\")", new[] { 2.0, 4 }, 1, 2.0)]
    [InlineData("RevenueOptimal, Agent<Uniform>(\"A\", 0, 1), Agent<Uniform>(\"AScore\", 0, 3), Agent<Exponential>(\"AReserve\", 1)", new[] { .6, 1.8, .9 }, 1, 1.6)]
    [InlineData("Efficient, Reserve(1), Agent(\"A\"), Agent(\"AClaim\"), Agent(\"AClaimOwn\")", new[] { 2.0, 4, 3 }, 1, 3.0)]
    [InlineData("RevenueOptimal, Agent<Uniform>(\"A\", 0, 1), Agent<Kumaraswamy>(\"B\", 2, 3)", new[] { .2, .2 }, -1, 0.0)]
    public void Shape_of_the_declaration(string attributes, double[] reports, int winner, double price)
    {
        var (_, assembly) = Driver.Load($"namespace A; [Mechanism, SingleItem, {attributes}] public partial class M;");
        Assert.Equal((winner, price), Runner.Sale(assembly.GetType("A.M")!, MoneyKind.Double, reports));
    }

    [Fact]
    public void Types_that_differ_only_in_case_get_files_of_their_own()
    {
        var (driver, assembly) = Driver.Load("""
            namespace A;

            [Mechanism, SingleItem, Efficient] public partial class Auction;
            [Mechanism, SingleItem, Efficient, Reserve(2)] public partial class AUCTION;
            [Mechanism, SingleItem, Efficient] public partial class Other;
            """);
        Assert.Equal((0, 0), Runner.Sale(assembly.GetType("A.Auction")!, MoneyKind.Double, [5]));
        Assert.Equal((0, 2), Runner.Sale(assembly.GetType("A.AUCTION")!, MoneyKind.Double, [5]));
        var hints = driver.GetRunResult().Results[0].GeneratedSources.Select(source => source.HintName).ToList();
        Assert.Equal(3, hints.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Contains("A.Other.g.cs", hints);
    }

    [Fact]
    public void Money_on_a_grid_is_exact()
    {
        var (_, assembly) = Driver.Load("""
            namespace A;

            [Mechanism, SingleItem, Efficient, Money<decimal>(Decimals = 2), Reserve(1.005)]
            public partial class Cents;

            [Mechanism, SingleItem, RevenueOptimal, Money<long>, Agent<Uniform>("Low", 0, 10), Agent<Uniform>("High", 0, 15)]
            public partial class Whole;
            """);
        var cents = assembly.GetType("A.Cents")!;
        Assert.Equal((0, 1.01), Runner.Sale(cents, MoneyKind.Decimal, [2.5, 1]));
        Assert.Equal((1, 2.51), Runner.Sale(cents, MoneyKind.Decimal, [2.5, 3]));
        Assert.Equal((0, 2.5), Runner.Sale(cents, MoneyKind.Decimal, [2.5, 2.5]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Runner.Sale(cents, MoneyKind.Decimal, [2.505]));

        // The reserves are 5 and 7.5; High at 9 scores 3, which Low matches at 6.5: at 7 on the grid.
        var whole = assembly.GetType("A.Whole")!;
        Assert.Equal((0, 7), Runner.Sale(whole, MoneyKind.Int64, [8, 9]));
        Assert.Equal((1, 8), Runner.Sale(whole, MoneyKind.Int64, [2, 9]));
    }

    [Fact]
    public void Equilibrium_bids_and_direct_forms_run()
    {
        var (_, assembly) = Driver.Load("""
            namespace A;

            [Mechanism, SingleItem, PayAsBid, Agents(3), Prior<Uniform>(0, 12)]
            public partial class FirstPrice;

            [Mechanism, SingleItem, AllPay, Agents(3), Prior<Uniform>(0, 1)]
            public partial class Contest;

            [Mechanism, SingleItem, PayAsBid, Agents(2), Prior<Exponential>(1)]
            public partial class Smooth;

            [Mechanism, SingleItem, PayAsBid, Agents(2), Prior<Uniform>(0, 1), Message(0, 1)]
            public partial class Indirect
            {
                [Strategy] static double Bid(double value) => value / 2;
            }

            internal static class Calls
            {
                public static Sale<double> FirstPriceDirect() => FirstPrice.Direct.Run([6, 9, 3]);
                public static Sale<double> IndirectDirect() => Indirect.Direct.Run([.5, .75]);
            }
            """);
        Assert.Equal(6, Bid("FirstPrice", 9), 1e-12);
        Assert.Equal(2 * Math.Pow(.5, 3) / 3, Bid("Contest", .5), 1e-12);
        Assert.Equal(1 - (Math.Exp(-1) / (1 - Math.Exp(-1))), Bid("Smooth", 1), 1e-9);
        Assert.Equal(new Sale<double>(1, 6), assembly.GetType("A.Calls")!.GetMethod("FirstPriceDirect")!.Invoke(null, null));
        Assert.Equal(new Sale<double>(1, .375), assembly.GetType("A.Calls")!.GetMethod("IndirectDirect")!.Invoke(null, null));

        double Bid(string type, double value) => assembly.GetType("A." + type)!.GetMethod("EquilibriumBid")!.CreateDelegate<Func<double, double>>()(value);
    }

    [Fact]
    public void Every_layout_decides_alike_and_without_allocation()
    {
        var (_, assembly) = Driver.Load("""
            namespace A;

            [Mechanism, SingleItem, RevenueOptimal, HistogramPrior([0, 3, 8], [.75, .25])]
            public partial class Bimodal;

            [Mechanism, SingleItem, RevenueOptimal, Agent<Uniform>("First", 0, 12), Agent<Uniform>("Second", 0, 18), Agent<Triangular>("Third", 0, 2, 9)]
            public partial class Named;

            [Mechanism, SingleItem, Efficient, Reserve]
            public partial class RunTime;

            internal static class Calls
            {
                private static readonly double[] Rows = new double[3 * 500];
                private static readonly double[] Columns = new double[3 * 500];
                private static readonly Sale<double>[] Sales = new Sale<double>[500];
                private static readonly int[] Winners = new int[500];
                private static readonly double[] Prices = new double[500];

                public static string Differences()
                {
                    for (var index = 0; index < Rows.Length; index++)
                    {
                        Rows[index] = (index * 7919 % 1009) / 100.0;
                        Columns[(index % 3 * 500) + (index / 3)] = Rows[index];
                    }

                    return Compare(Bimodal.Run, Bimodal.RunBatch, Bimodal.RunColumns)
                        + Compare(Named.Run, Named.RunBatch, static (columns, winners, prices) => Named.RunColumns(columns[..500], columns[500..1000], columns[1000..], winners, prices))
                        + Compare(
                            static bids => RunTime.Run(bids, 5),
                            static (bids, agents, sales) => RunTime.RunBatch(bids, agents, sales, 5),
                            static (columns, winners, prices) => RunTime.RunColumns(columns, winners, prices, 5));
                }

                private delegate Sale<double> Single(ReadOnlySpan<double> bids);
                private delegate void Batch(ReadOnlySpan<double> bids, int agents, Span<Sale<double>> sales);
                private delegate void Column(ReadOnlySpan<double> columns, Span<int> winners, Span<double> prices);

                private static string Compare(Single single, Batch batch, Column column)
                {
                    Once(single, batch, column);
                    var before = GC.GetAllocatedBytesForCurrentThread();
                    var different = Once(single, batch, column);
                    var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
                    return FormattableString.Invariant($"{different} different, {bytes} bytes; ");
                }

                private static int Once(Single single, Batch batch, Column column)
                {
                    batch(Rows, 3, Sales);
                    column(Columns, Winners, Prices);
                    var different = 0;
                    for (var auction = 0; auction < 500; auction++)
                    {
                        var sale = single(Rows.AsSpan(auction * 3, 3));
                        different += sale == Sales[auction] && sale == new Sale<double>(Winners[auction], Prices[auction]) ? 0 : 1;
                    }

                    return different;
                }
            }
            """);
        var differences = assembly.GetType("A.Calls")!.GetMethod("Differences")!.Invoke(null, null);
        Assert.Equal("0 different, 0 bytes; 0 different, 0 bytes; 0 different, 0 bytes; ", differences);
    }
}
