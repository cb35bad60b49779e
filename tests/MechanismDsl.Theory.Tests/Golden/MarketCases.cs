using System.Globalization;
using System.Text.Json;
using MechanismDsl.Theory.Exchange;
using MechanismDsl.Theory.Matching;
using MechanismDsl.Theory.Packages;
using MechanismDsl.Theory.Problems;
using Environment = MechanismDsl.Theory.Problems.Environment;

namespace MechanismDsl.Theory.Tests.Golden;

/// <summary>Topic 09: assignments, packages and exchanges through the interpreters that look at every outcome.</summary>
public sealed class MarketCases
{
    [Theory, Golden("assignment-vcg-*")]
    public void Assignments(string id)
    {
        var golden = GoldenCase.Get(id);
        var rows = golden.Inputs.GetProperty("values").EnumerateArray().Select(row => (IReadOnlyList<decimal>)Decimals(row)).ToList();
        var outcome = new AssignmentInterpreter(new UnitDemandItems([], [])).Run(rows);
        Assert.Equal(golden.Expected.GetProperty("assignment_by_agent").EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Null ? -1 : item.GetInt32()), outcome.Items);
        Assert.Equal(Decimals(golden.Expected.GetProperty("payments")), outcome.Payments);
        Assert.Equal(Decimal(golden.Expected.GetProperty("welfare")), outcome.Welfare);
        Assert.Equal(Decimal(golden.Expected.GetProperty("revenue")), outcome.Payments.Sum());
    }

    [Theory, Golden("combinatorial-vcg-*")]
    public void Packages(string id)
    {
        var golden = GoldenCase.Get(id);
        var goods = golden.Inputs.GetProperty("items").GetString()!;
        var bidders = golden.Inputs.GetProperty("bids_xor").EnumerateArray().ToList();
        PackageOffer[] offers = [.. bidders.SelectMany((own, bidder) => own.EnumerateObject().Select(bid => new PackageOffer(bidder, Set(bid.Name), Decimal(bid.Value))))];
        var outcome = PackageInterpreter.Run(offers, bidders.Count);
        Assert.Equal(
            golden.Expected.GetProperty("bundles").EnumerateArray().Select(bundle => Set(bundle.GetString()!)),
            outcome.Accepted.Select(bid => bid < 0 ? 0UL : offers[bid].Goods));
        Assert.Equal(Decimals(golden.Expected.GetProperty("payments")), outcome.Payments);
        Assert.Equal(Decimal(golden.Expected.GetProperty("welfare")), outcome.Welfare);
        Assert.Equal(Decimal(golden.Expected.GetProperty("revenue")), outcome.Payments.Sum());

        ulong Set(string bundle) => bundle.Aggregate(0UL, (set, good) => set | (1UL << goods.IndexOf(good, StringComparison.Ordinal)));
    }

    [Theory, Golden("double-auction-*")]
    public void Efficient_exchange(string id)
    {
        var golden = GoldenCase.Get(id);
        var (bids, costs, outcome) = Run(golden, Objective.Efficient);
        Assert.Equal(golden.Expected.GetProperty("vcg_trades").GetInt32(), outcome.Buys.Count(buys => buys));
        Assert.Equal(golden.Expected.GetProperty("vcg_trades").GetInt32(), outcome.Sells.Count(sells => sells));
        Assert.Equal(Decimal(golden.Expected.GetProperty("first_best_welfare")), bids.Where((_, buyer) => outcome.Buys[buyer]).Sum() - costs.Where((_, seller) => outcome.Sells[seller]).Sum());
        Assert.Equal(Decimal(golden.Expected.GetProperty("vcg_deficit")), outcome.Receives.Sum() - outcome.Pays.Sum());
        Assert.All(golden.Expected.GetProperty("vcg_buyer_payments").EnumerateObject(), entry => Assert.Equal((true, Decimal(entry.Value)), (outcome.Buys[Index(entry)], outcome.Pays[Index(entry)])));
        Assert.All(golden.Expected.GetProperty("vcg_seller_receipts").EnumerateObject(), entry => Assert.Equal((true, Decimal(entry.Value)), (outcome.Sells[Index(entry)], outcome.Receives[Index(entry)])));
    }

    [Theory, Golden("double-auction-*")]
    public void Trade_reduction(string id)
    {
        var golden = GoldenCase.Get(id);
        var expected = golden.Expected.GetProperty("mcafee");
        var (_, _, outcome) = Run(golden, Objective.ReducedTrade);
        var trades = expected.GetProperty("trades").GetInt32();
        Assert.Equal(trades, outcome.Buys.Count(buys => buys));
        Assert.Equal(trades, outcome.Sells.Count(sells => sells));
        Assert.Equal(expected.GetProperty("reduced").GetBoolean(), trades < Run(golden, Objective.Efficient).Outcome.Buys.Count(buys => buys));
        Assert.All(outcome.Pays.Where((_, buyer) => outcome.Buys[buyer]), pays => Assert.Equal(Decimal(expected.GetProperty("buyer_price")), pays));
        Assert.All(outcome.Receives.Where((_, seller) => outcome.Sells[seller]), receives => Assert.Equal(Decimal(expected.GetProperty("seller_price")), receives));
        Assert.Equal(Decimal(expected.GetProperty("surplus")), outcome.Pays.Sum() - outcome.Receives.Sum());
    }

    private static (decimal[] Bids, decimal[] Costs, ExchangeOutcome Outcome) Run(GoldenCase golden, Objective objective)
    {
        var (bids, costs) = (Decimals(golden.Inputs.GetProperty("buyers")), Decimals(golden.Inputs.GetProperty("sellers")));
        var problem = new Problem
        {
            Environment = new Environment(EnvironmentName.DoubleAuction, Kernel.SingleParameter, new UnitTrades(), Absence.TakesOwnGood, new Ownership.EachSeller(), new SocialCost.PerServed(0)),
            Population = new Population.TwoSided(new Agent(null, Side.Supplier, null), new Agent(null, Side.Buyer, null)),
            Information = Information.Unknown,
            Participation = Participation.Unspecified,
            Objective = objective,
            Payments = new PaymentRule.Threshold(),
            Ties = TieBreaking.LowestIndex,
            Money = new Money(MoneyKind.Double),
            Claims = [],
        };
        return (bids, costs, new ExchangeInterpreter(problem).Run(bids, costs));
    }

    private static int Index(JsonProperty entry) => int.Parse(entry.Name, CultureInfo.InvariantCulture);

    private static decimal[] Decimals(JsonElement array) => [.. array.EnumerateArray().Select(Decimal)];

    private static decimal Decimal(JsonElement number) => number.ValueKind == JsonValueKind.Number ? number.GetDecimal() : GoldenCase.Rational(number).ToDecimal();
}
