using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Units;

namespace MechanismDsl.Generators.Tests.Units;

/// <summary>
/// A divisible good with caps, from source to numbers: generated, compiled without a warning, run, compared with every way to share its units out (whole numbers leave an optimum in
/// whole numbers, so each unit of an agent is an item with the same value), and with the definition at amounts that are not whole.
/// </summary>
public class DivisibleProgramsTests
{
    private const int Quantity = 6;

    private static readonly Lazy<System.Reflection.Assembly> Programs = new(() => Driver.Load("""
        [Mechanism, Divisible(6), Efficient] internal partial class Plain;
        [Mechanism, Divisible(6), Efficient, Reserve(2.5)] internal partial class Floor;
        [Mechanism, Divisible(6), UniformPrice, Money<decimal>] internal partial class Uniform;
        [Mechanism, Divisible(6), Efficient, Money<decimal>, SellerValue(1)] internal partial class Cost;
        [Mechanism, Divisible(6), PayAsBid, Money<long>] internal partial class OwnBids;
        [Mechanism, Divisible(6), Efficient, Money<long>] internal partial class Whole;
        [Mechanism, Divisible(1), Efficient] internal partial class One;
        [Mechanism, Divisible(1000000000000000), PayAsBid, Money<long>] internal partial class Large;

        internal static class Runs
        {
            public static Awards<double> Double(bool isPlain, Demand<double>[] demands) => isPlain ? Plain.Run(demands) : Floor.Run(demands);

            public static Awards<decimal> Decimal(bool isUniform, Demand<decimal>[] demands) => isUniform ? Uniform.Run(demands) : Cost.Run(demands);

            public static Awards<long> Long(bool isOwn, Demand<long>[] demands) => isOwn ? OwnBids.Run(demands) : Whole.Run(demands);

            public static Awards<double> Unit(bool _, Demand<double>[] demands) => One.Run(demands);

            public static Awards<long> Much(bool _, Demand<long>[] demands) => Large.Run(demands);

            public static bool Into(Demand<long>[] demands)
            {
                var awards = new Award<long>[demands.Length];
                Whole.Run(demands, awards);
                var batch = new Awards<long>[2];
                Whole.RunBatch([.. demands, .. demands], demands.Length, batch);
                return new Awards<long>(awards) == Whole.Run(demands) && batch[0] == batch[1] && batch[0] == Whole.Run(demands);
            }

            public static string Explain(Demand<double>[] demands) => Floor.Explain(demands);

            public static string ExplainUniform(Demand<decimal>[] demands) => Uniform.Explain(demands, 0);
        }
        """).Assembly);

    [Fact]
    public async Task Water()
    {
        var (driver, assembly) = Driver.Load("""
            namespace Shop;

            [Mechanism, Divisible(100), Efficient]
            public partial class Water;

            internal static class Table
            {
                public static string Run() => Water.Run([new(5, 60), new(3, 80), new(2, 30)]).ToString();

                public static bool Holds<M>() where M : IMechanism<Demand<double>, Awards<double>>, IDominantStrategyIncentiveCompatible, IAllocativelyEfficient => M.Run([]).Agents.Length == 0;

                public static bool Holds() => Holds<Water>();
            }
            """);
        var table = assembly.GetType("Shop.Table")!;
        Assert.Equal("0: 60 at 160, 1: 40 at 60", table.GetMethod("Run")!.Invoke(null, null));
        Assert.Equal(true, table.GetMethods().Single(method => method is { Name: "Holds", IsGenericMethod: false }).Invoke(null, null));
        await Verifier.Verify(driver);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Doubles_EqualEveryWayToShare(bool isPlain)
    {
        var run = Run<double>("Double");
        Check(isPlain ? 0 : 2.5m, new PaymentRule.Clarke(), demands => Wide(run(isPlain, [.. demands.Select(demand => new Demand<double>(demand.Value, demand.Most))])));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Decimals_EqualEveryWayToShare(bool isUniform)
    {
        var run = Run<decimal>("Decimal");
        PaymentRule payments = isUniform ? new PaymentRule.UniformPrice() : new PaymentRule.Clarke();
        Check(isUniform ? 0 : 1, payments, demands => run(isUniform, [.. demands.Select(demand => new Demand<decimal>(demand.Value, demand.Most))]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WholeNumbers_EqualEveryWayToShare(bool isOwn)
    {
        var run = Run<long>("Long");
        PaymentRule payments = isOwn ? new PaymentRule.PayAsBid() : new PaymentRule.Clarke();
        Check(0, payments, demands => Wide(run(isOwn, [.. demands.Select(demand => new Demand<long>(demand.Value, demand.Most))])));
    }

    [Fact]
    public void Fractions_EqualTheDefinition()
    {
        // Values and amounts are whole multiples of 1/8 and of 1/1024: sums and products of such doubles are exact.
        var (run, interpreter, draws) = (Run<double>("Unit"), new DivisibleInterpreter(1, 0, new PaymentRule.Clarke()), new Draws(21));
        for (var market = 0; market < 10_000; market++)
        {
            var demands = Enumerable.Range(0, draws.Below(9)).Select(_ => (Value: draws.Below(24) / 8.0, Most: draws.Below(800) / 1024.0)).ToArray();
            var expected = interpreter.Run([.. demands.Select(demand => ((decimal)demand.Value, (decimal)demand.Most))]);
            var actual = run(true, [.. demands.Select(demand => new Demand<double>(demand.Value, demand.Most))]).Agents.ToArray();
            Assert.Equal(expected.Amounts, actual.Select(award => (decimal)award.Quantity));
            Assert.Equal(expected.Payments, actual.Select(award => (decimal)award.Payment));
        }
    }

    [Fact]
    public void NoDemandIsBetterThanTheTruth()
    {
        var (run, draws) = (Run<long>("Long"), new Draws(9));
        for (var market = 0; market < 20_000; market++)
        {
            var demands = draws.Demands(1 + draws.Below(4), 6).Select(demand => new Demand<long>(demand.Value, demand.Most)).ToArray();
            Demand<long>[] lie = [.. demands];
            lie[0] = new(draws.Below(8), draws.Below(8));
            var (truth, other) = (run(false, demands)[0], run(false, lie)[0]);
            Assert.True(Utility(demands[0], truth) >= Utility(demands[0], other));
            Assert.True(Utility(demands[0], truth) >= 0);
        }

        static double Utility(Demand<long> truth, Award<long> award) => (truth.Value * Math.Min(truth.Most, award.Quantity)) - award.Payment;
    }

    [Fact]
    public void RemaindersOfRoundingAreNothing()
    {
        // 1 less 0.1, 0.1, 0.1 and 0.7 is 1.1e-16 in doubles, which is too little to be sold.
        var awards = Run<double>("Unit")(true, [new(9, .1), new(8, .1), new(7, .1), new(6, .7), new(4, 1)]).Agents.ToArray();
        Assert.Equal([.1, .1, .1, .7, 0], awards.Select(award => award.Quantity));
        Assert.Equal([.4, .4, .4, 2.8, 0], awards.Select(award => Math.Round(award.Payment, 12)));
    }

    [Fact]
    public void OtherRuns_SayTheSame() =>
        Assert.Equal(true, Programs.Value.GetType("Runs")!.GetMethod("Into")!.Invoke(null, [new Demand<long>[] { new(5, 4), new(3, 1), new(5, 9) }]));

    [Fact]
    public void SaysWhy()
    {
        var explain = Programs.Value.GetType("Runs")!.GetMethod("Explain")!.CreateDelegate<Func<Demand<double>[], string>>();
        Assert.Equal(
            """
            Agent 0 values a unit at 5, gets the 4 that it wants and pays 12: without it, of its units 1 would go to agent 1 (worth 3 each) and 3 would go to agent 4 (worth 3 each).
            Agent 1 values a unit at 3, gets 2 of the 3 that it wants and pays 6: without it, of its units 2 would go to agent 4 (worth 3 each).
            Agent 2 gets nothing: its value 2 is below the lowest price 2.5.
            Agent 3 gets nothing: it wants nothing.
            Agent 4 gets nothing: the others fill the quantity, and of those who value a unit at 3 the first come first.
            """.ReplaceLineEndings("\n"),
            explain([new(5, 4), new(3, 3), new(2, 9), new(0, 2), new(3, 6)]));
        var uniform = Programs.Value.GetType("Runs")!.GetMethod("ExplainUniform")!.CreateDelegate<Func<Demand<decimal>[], string>>();
        Assert.Equal(
            "Agent 0 values a unit at 5, gets the 4 that it wants and pays 12: the rule of the declaration says so; without it, of its units 1 would go to agent 1 (worth 3 each) and 3 would stay unsold (at the lowest price of 0 each).",
            uniform([new(5m, 4m), new(3m, 3m)]));
    }

    [Fact]
    public void BadDemandsAreNamed()
    {
        var (real, exact, whole, much) = (Run<double>("Double"), Run<decimal>("Decimal"), Run<long>("Long"), Run<long>("Much"));
        AssertBad<ArgumentOutOfRangeException>(() => real(true, [new(3, 1), new(double.NaN, 1)]), "Agent 1 values a unit at NaN; a value must be a finite number in [0, 1e15].");
        AssertBad<ArgumentOutOfRangeException>(() => real(true, [new(3, double.PositiveInfinity)]), "Agent 0 wants at most ∞; a cap must be a finite number in [0, 1e15].", "Agent 0 wants at most Infinity; a cap must be a finite number in [0, 1e15].");
        AssertBad<ArgumentOutOfRangeException>(() => real(true, [new(3, -1)]), "Agent 0 wants at most -1; a cap must be a finite number in [0, 1e15].");
        AssertBad<ArgumentOutOfRangeException>(() => exact(true, [new(1.005m, 1)]), "Agent 0 values a unit at 1.005; a value must be a multiple of 0.01 in [0, ");
        AssertBad<ArgumentOutOfRangeException>(() => exact(true, [new(1m, .5m)]), "Agent 0 wants at most 0.5; a cap must be a whole number in [0, ");
        AssertBad<ArgumentOutOfRangeException>(() => whole(false, [new(-1, 1)]), "Agent 0 values a unit at -1; a value must be a multiple of 1 in [0, ");
        Assert.Throws<OverflowException>(() => much(false, [new(1_000_000_000_000_000, 1_000_000_000_000_000)]));
        Assert.Empty(real(true, []).Agents.ToArray());

        static void AssertBad<TException>(Action run, params string[] words)
            where TException : Exception
        {
            var message = Assert.Throws<TException>(run).Message;
            Assert.Contains(words, one => message.Contains(one, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void ADeclarationWithErrors_KeepsItsSignatures()
    {
        var (driver, _) = Driver.Load("""
            [Mechanism, Divisible(3), RevenueOptimal] internal partial class A;
            [Mechanism, Divisible(3), Efficient, Agents(2)] internal partial class B;
            internal static class Table
            {
                public static int Run() => A.Run([new(1, 2)]).Agents.Length + B.Explain([new(1, 2)], 0).Length;
            }
            """);
        Assert.Contains("MECH0005", Driver.Text(driver), StringComparison.Ordinal);
    }

    /// <summary>Every agent is one who values the first items, up to its cap, at the same number, and all further ones at nothing.</summary>
    private static void Check(decimal lowest, PaymentRule payments, Func<(int Value, int Most)[], Awards<decimal>> run)
    {
        var (interpreter, draws) = (new UnitsInterpreter(Quantity, lowest, payments), new Draws(8));
        for (var market = 0; market < 10_000; market++)
        {
            var demands = draws.Demands(draws.Below(5), market % 2 == 0 ? 3 : 30);
            var expected = interpreter.Run([.. demands.Select(demand => (IReadOnlyList<decimal>)[.. Enumerable.Range(0, Quantity).Select(unit => unit < demand.Most ? (decimal)demand.Value : 0)])]);
            var actual = run(demands);
            Assert.Equal(expected.Quantities.Select(quantity => (double)quantity), actual.Agents.ToArray().Select(award => award.Quantity));
            Assert.Equal(expected.Payments, actual.Agents.ToArray().Select(award => award.Payment));
        }
    }

    private static Func<bool, Demand<TMoney>[], Awards<TMoney>> Run<TMoney>(string method)
        where TMoney : struct, System.Numerics.INumber<TMoney> => Programs.Value.GetType("Runs")!.GetMethod(method)!.CreateDelegate<Func<bool, Demand<TMoney>[], Awards<TMoney>>>();

    private static Awards<decimal> Wide<TMoney>(Awards<TMoney> awards)
        where TMoney : struct, System.Numerics.INumber<TMoney> => new(awards.Agents.ToArray().Select(award => new Award<decimal>(award.Quantity, decimal.CreateChecked(award.Payment))).ToArray());

    private sealed class Draws(ulong state)
    {
        public int Below(int end) => (int)(Next() % (ulong)end);

        public (int Value, int Most)[] Demands(int agents, int range) => [.. Enumerable.Range(0, agents).Select(_ => (Below(range), Below(Quantity + 2)))];

        private ulong Next()
        {
            var z = state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
