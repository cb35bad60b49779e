using System.Text.Json;
using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Theory.Exchange;
using MechanismDsl.Theory.Problems;
using Environment = MechanismDsl.Theory.Problems.Environment;
using Goal = MechanismDsl.Theory.Problems.Objective;

namespace MechanismDsl.Generators.Tests.Exchange;

/// <summary>Generated exchanges against the interpreter that looks at every set of trades, and against the published cases.</summary>
public class GeneratedAgainstInterpreterTests
{
    private delegate (bool[] Buys, bool[] Sells, decimal Pays, decimal Receives) Market(string name, decimal[] bids, decimal[] costs);

    private static readonly Lazy<Market> Generated = new(Load);

    private static readonly (string Name, Problem Problem)[] Problems =
    [
        ("Efficient", Exchange(Goal.Efficient, MoneyKind.Double)),
        ("EfficientLong", Exchange(Goal.Efficient, MoneyKind.Int64)),
        ("Reduced", Exchange(Goal.ReducedTrade, MoneyKind.Double)),
        ("ReducedLong", Exchange(Goal.ReducedTrade, MoneyKind.Int64)),
        ("ReducedDecimal", Exchange(Goal.ReducedTrade, MoneyKind.Decimal, 1)),
        ("Posted", Exchange(Goal.FirstToAccept, MoneyKind.Double, price: 3)),
        ("PostedLong", Exchange(Goal.FirstToAccept, MoneyKind.Int64, price: 3)),
    ];

    [Fact]
    public void RandomMarkets()
    {
        var markets = 0;
        var state = 1992UL;
        foreach (var (name, problem) in Problems)
        {
            var interpreter = new ExchangeInterpreter(problem);
            for (var instance = 0; instance < 1500; instance++, markets++)
            {
                var step = problem.Money.Kind == MoneyKind.Decimal ? .1m : 1;
                var bids = Reports(ref state, step);
                var costs = Reports(ref state, step);
                var expected = interpreter.Run(bids, costs);
                var actual = Generated.Value(name, bids, costs);
                Assert.Equal(expected.Buys, actual.Buys);
                Assert.Equal(expected.Sells, actual.Sells);
                Assert.All(expected.Pays.Where((_, buyer) => expected.Buys[buyer]), pays => Assert.Equal(pays, actual.Pays));
                Assert.All(expected.Receives.Where((_, seller) => expected.Sells[seller]), receives => Assert.Equal(receives, actual.Receives));
                Assert.All(expected.Pays.Where((_, buyer) => !expected.Buys[buyer]), pays => Assert.Equal(0, pays));
            }
        }

        Assert.True(markets >= 10_000);
    }

    [Fact]
    public void PublishedCases()
    {
        using var document = JsonDocument.Parse(typeof(GeneratedAgainstInterpreterTests).Assembly.GetManifestResourceStream("cases.json")!);
        var cases = document.RootElement.GetProperty("cases").EnumerateArray().Where(one => one.GetProperty("id").GetString()!.StartsWith("double-auction-", StringComparison.Ordinal)).ToList();
        Assert.Equal(6, cases.Count);
        foreach (var one in cases)
        {
            var (bids, costs) = (Numbers(one.GetProperty("inputs").GetProperty("buyers")), Numbers(one.GetProperty("inputs").GetProperty("sellers")));
            var expected = one.GetProperty("expected");
            var mcafee = expected.GetProperty("mcafee");
            var reduced = Generated.Value("Reduced", bids, costs);
            Assert.Equal(mcafee.GetProperty("trades").GetInt32(), reduced.Buys.Count(buys => buys));
            if (mcafee.GetProperty("buyer_price").ValueKind != JsonValueKind.Null)
            {
                Assert.Equal(Number(mcafee.GetProperty("buyer_price")), reduced.Pays);
                Assert.Equal(Number(mcafee.GetProperty("seller_price")), reduced.Receives);
            }

            Assert.Equal(Number(mcafee.GetProperty("surplus")), reduced.Buys.Count(buys => buys) * (reduced.Pays - reduced.Receives));
            var efficient = Generated.Value("Efficient", bids, costs);
            Assert.Equal(expected.GetProperty("vcg_trades").GetInt32(), efficient.Sells.Count(sells => sells));
            Assert.Equal(Number(expected.GetProperty("vcg_deficit").GetProperty("exact")), efficient.Sells.Count(sells => sells) * (efficient.Receives - efficient.Pays));
            Assert.All(expected.GetProperty("vcg_buyer_payments").EnumerateObject(), entry => Assert.Equal((true, Number(entry.Value)), (efficient.Buys[int.Parse(entry.Name, System.Globalization.CultureInfo.InvariantCulture)], efficient.Pays)));
            Assert.All(expected.GetProperty("vcg_seller_receipts").EnumerateObject(), entry => Assert.Equal((true, Number(entry.Value)), (efficient.Sells[int.Parse(entry.Name, System.Globalization.CultureInfo.InvariantCulture)], efficient.Receives)));
        }
    }

    private static Market Load()
    {
        var (_, assembly) = Driver.Load("""
            using System.Linq;

            [Mechanism, DoubleAuction, Efficient] public partial class Efficient;
            [Mechanism, DoubleAuction, Efficient, Money<long>] public partial class EfficientLong;
            [Mechanism, DoubleAuction, TradeReduction] public partial class Reduced;
            [Mechanism, DoubleAuction, TradeReduction, Money<long>] public partial class ReducedLong;
            [Mechanism, DoubleAuction, TradeReduction, Money<decimal>(Decimals = 1)] public partial class ReducedDecimal;
            [Mechanism, DoubleAuction, PostedPrice(3)] public partial class Posted;
            [Mechanism, DoubleAuction, PostedPrice(3), Money<long>] public partial class PostedLong;

            internal static class Table
            {
                public static (bool[], bool[], decimal, decimal) Run(string name, decimal[] bids, decimal[] costs) => name switch
                {
                    "Efficient" => Show(Efficient.Run(Doubles(bids), Doubles(costs))),
                    "EfficientLong" => Show(EfficientLong.Run(Longs(bids), Longs(costs))),
                    "Reduced" => Show(Reduced.Run(Doubles(bids), Doubles(costs))),
                    "ReducedLong" => Show(ReducedLong.Run(Longs(bids), Longs(costs))),
                    "ReducedDecimal" => Show(ReducedDecimal.Run(bids, costs)),
                    "Posted" => Show(Posted.Run(Doubles(bids), Doubles(costs))),
                    _ => Show(PostedLong.Run(Longs(bids), Longs(costs))),
                };

                private static (bool[], bool[], decimal, decimal) Show<T>(Trades<T> outcome) where T : struct, System.Numerics.INumber<T> =>
                    (outcome.Buys.ToArray(), outcome.Sells.ToArray(), decimal.CreateChecked(outcome.Clearing.BuyerPays), decimal.CreateChecked(outcome.Clearing.SellerReceives));

                private static double[] Doubles(decimal[] reports) => reports.Select(report => (double)report).ToArray();

                private static long[] Longs(decimal[] reports) => reports.Select(report => (long)report).ToArray();
            }
            """);
        var run = assembly.GetType("Table")!.GetMethod("Run")!.CreateDelegate<Func<string, decimal[], decimal[], ValueTuple<bool[], bool[], decimal, decimal>>>();
        return (name, bids, costs) => run(name, bids, costs);
    }

    private static Problem Exchange(Goal objective, MoneyKind kind, int decimals = 0, double? price = null) => new()
    {
        Environment = new Environment(EnvironmentName.DoubleAuction, Kernel.SingleParameter, new UnitTrades(), Absence.TakesOwnGood, new Ownership.EachSeller(), new SocialCost.PerServed(0)),
        Population = new Population.TwoSided(new Agent(null, Side.Supplier, null), new Agent(null, Side.Buyer, null)),
        Information = Information.Unknown,
        Participation = Participation.Unspecified,
        Objective = objective,
        Payments = price is { } posted ? new PaymentRule.Posted(posted) : new PaymentRule.Threshold(),
        Ties = TieBreaking.LowestIndex,
        Money = new Money(kind, decimals),
        Claims = [],
    };

    /// <summary>Up to four reports of few different numbers, so that many are equal (SplitMix64).</summary>
    private static decimal[] Reports(ref ulong state, decimal step)
    {
        var reports = new decimal[(int)(Next(ref state) % 5)];
        for (var agent = 0; agent < reports.Length; agent++)
        {
            reports[agent] = Next(ref state) % 8 * step;
        }

        return reports;
    }

    private static ulong Next(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private static decimal[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDecimal())];

    private static decimal Number(JsonElement text)
    {
        var parts = text.GetString()!.Split('/');
        return parts.Length == 1
            ? decimal.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture)
            : decimal.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture) / decimal.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
