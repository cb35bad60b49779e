using MechanismDsl.Generators.Tests.Support;
using MechanismDsl.Theory.Exchange;
using MechanismDsl.Theory.Problems;
using Environment = MechanismDsl.Theory.Problems.Environment;
using Goal = MechanismDsl.Theory.Problems.Objective;

namespace MechanismDsl.Generators.Tests.Exchange;

/// <summary>Generated bilateral trades against the interpreter that looks at every set of trades, of which there are two.</summary>
public class TradesAgainstInterpreterTests
{
    private static readonly (string Name, Problem Problem)[] Problems =
    [
        ("Efficient", Trade(Goal.Efficient, MoneyKind.Double)),
        ("EfficientLong", Trade(Goal.Efficient, MoneyKind.Int64)),
        ("EfficientDecimal", Trade(Goal.Efficient, MoneyKind.Decimal, 1)),
        ("Posted", Trade(Goal.FirstToAccept, MoneyKind.Double, price: 3)),
        ("PostedLong", Trade(Goal.FirstToAccept, MoneyKind.Int64, price: 3)),
    ];

    [Fact]
    public void RandomTrades()
    {
        var (_, assembly) = Driver.Load("""
            [Mechanism, BilateralTrade, Efficient] public partial class Efficient;
            [Mechanism, BilateralTrade, Efficient, Money<long>] public partial class EfficientLong;
            [Mechanism, BilateralTrade, Efficient, Money<decimal>(Decimals = 1)] public partial class EfficientDecimal;
            [Mechanism, BilateralTrade, PostedPrice(3)] public partial class Posted;
            [Mechanism, BilateralTrade, PostedPrice(3), Money<long>] public partial class PostedLong;

            internal static class Table
            {
                public static (bool, decimal, decimal) Run(string name, decimal cost, decimal bid) => name switch
                {
                    "Efficient" => Show(Efficient.Run((double)cost, (double)bid)),
                    "EfficientLong" => Show(EfficientLong.Run((long)cost, (long)bid)),
                    "EfficientDecimal" => Show(EfficientDecimal.Run(cost, bid)),
                    "Posted" => Show(Posted.Run((double)cost, (double)bid)),
                    _ => Show(PostedLong.Run((long)cost, (long)bid)),
                };

                private static (bool, decimal, decimal) Show<T>(Trade<T> trade) where T : struct, System.Numerics.INumber<T> =>
                    (trade.IsTraded, decimal.CreateChecked(trade.BuyerPays), decimal.CreateChecked(trade.SellerReceives));
            }
            """);
        var run = assembly.GetType("Table")!.GetMethod("Run")!.CreateDelegate<Func<string, decimal, decimal, ValueTuple<bool, decimal, decimal>>>();
        var (state, traded) = (77UL, 0);
        foreach (var (name, problem) in Problems)
        {
            var interpreter = new ExchangeInterpreter(problem);
            var step = problem.Money.Kind == MoneyKind.Decimal ? .1m : 1;
            for (var instance = 0; instance < 2_100; instance++)
            {
                var range = instance % 2 == 0 ? 8UL : 60;
                var (cost, bid) = (Next(ref state) % range * step, Next(ref state) % range * step);
                var expected = interpreter.Run([bid], [cost]);
                var actual = run(name, cost, bid);
                Assert.Equal((expected.Sells[0], expected.Pays[0], expected.Receives[0]), actual);
                traded += actual.Item1 ? 1 : 0;
            }
        }

        Assert.InRange(traded, 2_000, 8_500);
    }

    private static Problem Trade(Goal objective, MoneyKind kind, int decimals = 0, double? price = null) => new()
    {
        Environment = new Environment(EnvironmentName.BilateralTrade, Kernel.SingleParameter, new UnitTrades(), Absence.TakesOwnGood, new Ownership.EachSeller(), new SocialCost.PerServed(0)),
        Population = new Population.TwoSided(new Agent(null, Side.Supplier, null), new Agent(null, Side.Buyer, null)),
        Information = Information.Unknown,
        Participation = Participation.Unspecified,
        Objective = objective,
        Payments = price is { } posted ? new PaymentRule.Posted(posted) : new PaymentRule.Threshold(),
        Ties = TieBreaking.LowestIndex,
        Money = new Money(kind, decimals),
        Claims = [],
    };

    private static ulong Next(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
