using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Units;

namespace MechanismDsl.Generators.Tests.Units;

/// <summary>Identical items for agents who want several, from source to numbers: generated, compiled without a warning, run, compared with every way to share the items out.</summary>
public class UnitsProgramsTests
{
    private const int Items = 3;
    private const int PerAgent = 2;

    private static readonly Lazy<System.Reflection.Assembly> Programs = new(() => Driver.Load("""
        [Mechanism, IdenticalItems(3), Decreasing(2), Efficient] internal partial class Plain;
        [Mechanism, IdenticalItems(3), Decreasing(2), Efficient, Reserve(2.5)] internal partial class Floor;
        [Mechanism, IdenticalItems(3), Decreasing(2), UniformPrice, Money<decimal>] internal partial class Uniform;
        [Mechanism, IdenticalItems(3), Decreasing(2), Efficient, Money<decimal>, SellerValue(1)] internal partial class Cost;
        [Mechanism, IdenticalItems(3), Decreasing(2), PayAsBid, Money<long>] internal partial class OwnBids;
        [Mechanism, IdenticalItems(3), Decreasing(2), Efficient, Money<long>] internal partial class Whole;

        internal static class Runs
        {
            public static Awards<double> Double(bool isPlain, double[] values) => isPlain ? Plain.Run(values) : Floor.Run(values);

            public static Awards<decimal> Decimal(bool isUniform, decimal[] values) => isUniform ? Uniform.Run(values) : Cost.Run(values);

            public static Awards<long> Long(bool isOwn, long[] values) => isOwn ? OwnBids.Run(values) : Whole.Run(values);
        }
        """).Assembly);

    [Fact]
    public async Task Permits()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, IdenticalItems(3), Decreasing(2), Efficient]
            public partial class Permits;

            internal static class Table
            {
                public static string Run() => Permits.Run([10, 7,  8, 1,  5, 4]).ToString();

                public static bool Holds<M>() where M : IUnitAuction<double>, IDominantStrategyIncentiveCompatible, IAllocativelyEfficient => M.Run([]).Agents.Length == 0 && M.ValuesPerAgent == 2;

                public static bool Holds() => Holds<Permits>();
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        Assert.Equal("0: 2 at 9, 1: 1 at 5", table.GetMethod("Run")!.Invoke(null, null));
        Assert.Equal(true, table.GetMethods().Single(method => method is { Name: "Holds", IsGenericMethod: false }).Invoke(null, null));
        await Verifier.Verify(driver);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Doubles_EqualTheDefinition(bool isPlain)
    {
        var run = Run<double>("Double");
        Check(new UnitsInterpreter(Items, isPlain ? 0 : 2.5m, new PaymentRule.Clarke()), values => Decimal(run(isPlain, [.. values.Select(value => (double)value)])));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Decimals_EqualTheDefinition(bool isUniform)
    {
        var run = Run<decimal>("Decimal");
        PaymentRule payments = isUniform ? new PaymentRule.UniformPrice() : new PaymentRule.Clarke();
        Check(new UnitsInterpreter(Items, isUniform ? 0 : 1, payments), values => run(isUniform, values));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WholeNumbers_EqualTheDefinition(bool isOwn)
    {
        var run = Run<long>("Long");
        PaymentRule payments = isOwn ? new PaymentRule.PayAsBid() : new PaymentRule.Clarke();
        Check(new UnitsInterpreter(Items, 0, payments), values => Decimal(run(isOwn, [.. values.Select(value => (long)value)])));
    }

    [Fact]
    public void NoReportIsBetterThanTheTruth()
    {
        var run = Run<long>("Long");
        var draws = new Draws(9);
        for (var market = 0; market < 10_000; market++)
        {
            var values = draws.Values(1 + draws.Below(4), 8).Select(value => (long)value).ToArray();
            long[] lie = [.. values];
            draws.Values(1, 8).Select(value => (long)value).ToArray().CopyTo(lie, 0);
            var (truth, other) = (run(false, values)[0], run(false, lie)[0]);
            Assert.True(Worth(values, truth) >= Worth(values, other));
            Assert.True(Worth(values, truth) >= 0);
        }

        static long Worth(long[] values, Award<long> award) => values.Take((int)award.Quantity).Sum() - award.Payment;
    }

    [Fact]
    public void BadValuesAreNamed()
    {
        var run = Run<double>("Double");
        AssertBad<ArgumentException>([3, 2, 4, 5], "Agent 1 values item 1 at 5 after 4 for the one before; marginal values must not increase.");
        AssertBad<ArgumentException>([3, 2, 4], "An agent reports 2 values; the number of values is no multiple of that.");
        AssertBad<ArgumentOutOfRangeException>([3, double.NaN], "Agent 0 values item 1 at NaN; a value must be a finite number in [0, 1e15].");
        AssertBad<ArgumentOutOfRangeException>([-1, 0], "Agent 0 values item 0 at -1");
        Assert.Contains(
            "a value must be a multiple of 0.01",
            Assert.Throws<ArgumentOutOfRangeException>(() => Run<decimal>("Decimal")(true, [1.005m, 0])).Message,
            StringComparison.Ordinal);

        void AssertBad<TException>(double[] values, string words)
            where TException : Exception =>
            Assert.Contains(words, Assert.Throws<TException>(() => run(true, values)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ADeclarationWithErrors_KeepsItsSignatures()
    {
        var (driver, _) = Driver.Load("""
            [Mechanism, IdenticalItems(3), Decreasing(2), RevenueOptimal] internal partial class A;
            [Mechanism, IdenticalItems(3), Decreasing(2), Efficient, Agents(2)] internal partial class B;
            internal static class Table
            {
                public static int Run() => A.Run([1, 2]).Agents.Length + B.ValuesPerAgent;
            }
            """);
        Assert.Contains("MECH0005", Driver.Text(driver), StringComparison.Ordinal);
    }

    private static void Check(UnitsInterpreter interpreter, Func<decimal[], Awards<decimal>> run)
    {
        var draws = new Draws(8);
        for (var market = 0; market < 10_000; market++)
        {
            var values = draws.Values(draws.Below(5), market % 2 == 0 ? 4 : 40);
            var expected = interpreter.Run([.. values.Chunk(PerAgent)]);
            var actual = run(values);
            Assert.Equal(expected.Quantities.Select(quantity => (double)quantity), actual.Agents.ToArray().Select(award => award.Quantity));
            Assert.Equal(expected.Payments, actual.Agents.ToArray().Select(award => award.Payment));
        }
    }

    private static Func<bool, TMoney[], Awards<TMoney>> Run<TMoney>(string method)
        where TMoney : struct => Programs.Value.GetType("Runs")!.GetMethod(method)!.CreateDelegate<Func<bool, TMoney[], Awards<TMoney>>>();

    private static Awards<decimal> Decimal(Awards<double> awards) => new(awards.Agents.ToArray().Select(award => new Award<decimal>(award.Quantity, (decimal)award.Payment)).ToArray());

    private static Awards<decimal> Decimal(Awards<long> awards) => new(awards.Agents.ToArray().Select(award => new Award<decimal>(award.Quantity, award.Payment)).ToArray());

    private sealed class Draws(ulong state)
    {
        public int Below(int end) => (int)(Next() % (ulong)end);

        public decimal[] Values(int agents, int range) =>
            [.. Enumerable.Range(0, agents).SelectMany(_ => Enumerable.Range(0, PerAgent).Select(_ => (decimal)Below(range)).OrderDescending())];

        private ulong Next()
        {
            var z = state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
