using System.Globalization;
using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Exchange;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Explaining;

/// <summary>Explains an exchange: who trades, at which prices and why these, what it costs the market maker, what is guaranteed. Its examples are run.</summary>
internal sealed class ExchangeExplainer(ExchangePlan plan, SolvedExchange exchange)
{
    private readonly List<ExplanationLine> _lines = [];
    private readonly ExchangeInterpreter _interpreter = new(exchange.Problem);

    /// <summary>The lines from the top.</summary>
    public EquatableArray<ExplanationLine> Explain()
    {
        Add(0, Summary());
        if (plan.IsPair)
        {
            ExplainPair();
        }
        else
        {
            ExplainMarket();
        }

        ExplainMoney();
        ExplainAgents();
        _lines.AddRange(GuaranteeLines.Of(exchange.Evidence, exchange.Problem.Assumptions));
        return _lines.ToEquatableArray();
    }

    private void Add(int depth, string text) => _lines.Add(new ExplanationLine(depth, text));

    private string Summary() => (plan.Rule, plan.IsPair) switch
    {
        (ExchangeRule.AtPrice(var price), true) => $"Seller and buyer trade at {Number(price)} if both accept it.",
        (ExchangeRule.AtPrice(var price), false) => $"Who accepts the price {Number(price)} trades at it; of the longer side the first who accept.",
        (ExchangeRule.Agva, _) when IsRebalanced => "Seller and buyer trade if the bid is at least the cost; what one pays the other receives, and the worst types of both gain the same.",
        (ExchangeRule.Agva, _) => "Seller and buyer trade if the bid is at least the cost; each is paid by the other what that one is expected to have of its report.",
        (_, true) => "Seller and buyer trade if the bid is at least the cost; the buyer pays the cost and the seller receives the bid.",
        (ExchangeRule.Reduction, _) => "All efficient pairs trade at one price, or all but the least valuable one trade at the bid and the cost of that one.",
        _ => "All pairs trade whose bid is at least the cost; every agent pays what its presence costs the others.",
    };

    private bool IsRebalanced => exchange.Problem.Payments is PaymentRule.Balanced { Method: BalancingMethod.Rebalanced };

    private static string Signed(Fractions.Fraction constant) => constant.IsZero ? string.Empty : $" {(constant.IsNegative ? "−" : "+")} {RationalText.Of(constant.Abs())}";

    private void ExplainPair()
    {
        if (plan.Rule is ExchangeRule.AtPrice(var price))
        {
            Add(1, $"Who trades: both do if the cost is at most {Number(price)} and the bid at least {Number(price)}; met exactly, the price is accepted.");
            Add(1, "What is paid: the price, by the buyer to the seller.");
            Add(2, "Gains are lost where the price lies between none of the reports: a trade that is worth something may not happen.");
        }
        else if (TradeAgva.Of(exchange.Problem) is { } agva)
        {
            Add(1, "Who trades: both do if the bid is at least the cost, so that the good goes where it is worth most; equal reports trade.");
            Add(1, $"What is paid, trade or not: the buyer pays the seller E[value; value ≥ cost] − E[cost; cost > bid]{Signed(agva.Constant)}, what the buyer is expected to have of the seller's report, less what the seller is expected to keep by the buyer's{(IsRebalanced ? ", and a constant that leaves the lowest value and the highest cost the same gain" : string.Empty)} (d'Aspremont and Gérard-Varet 1979; Arrow 1979{(IsRebalanced ? "; Börgers 2015" : string.Empty)}).");
            Add(2, "What one pays the other receives: the payments balance at every profile. Truth is a best reply to truth, no dominant strategy; it needs types that are independent.");
            var ((cost, seller), (value, buyer)) = (agva.WorstSeller, agva.WorstBuyer);
            Add(2, $"A buyer of the lowest value {RationalText.Of(value)} expects {RationalText.Of(buyer)}; a seller of the highest cost {RationalText.Of(cost)} expects {RationalText.Of(seller + cost)}{(seller.IsNegative ? ", which is less than keeping the good is worth to it" : string.Empty)}.");
        }
        else
        {
            Add(1, "Who trades: both do if the bid is at least the cost, so that the good goes where it is worth most; equal reports trade.");
            Add(1, "What is paid: the buyer pays the cost, which is what its getting the good takes from the seller; the seller receives the bid, which is what its giving the good adds.");
            var (bid, cost) = (7m, 4m);
            var outcome = _interpreter.Run([bid], [cost]);
            Add(2, $"At the bid {Number(bid)} and the cost {Number(cost)} the buyer pays {Number(outcome.Pays[0])} and the seller receives {Number(outcome.Receives[0])}: the market maker adds {Number(outcome.Subsidy)}, all that is gained.");
        }

        if (plan.Numbers is { } numbers)
        {
            Add(1, "Expected, with truthful reports under the declared priors:");
            Add(2, plan.Rule is ExchangeRule.AtPrice && numbers.FirstBest > 0
                ? $"Gains: {Number(numbers.Gains)} of {Number(numbers.FirstBest)} that efficient trade would yield."
                : $"Gains: {Number(numbers.Gains)}.");
            if (plan.Rule is ExchangeRule.Clarke)
            {
                Add(2, $"Subsidy: {Number(numbers.Subsidy)}. It equals the gains, because each of the two is left with all of them.");
            }
        }
    }

    private void ExplainMarket()
    {
        var first = plan.IsNamed ? "the first declared" : "the lowest index";
        switch (plan.Rule)
        {
            case ExchangeRule.AtPrice(var price):
                Add(1, $"Who trades: buyers who bid at least {Number(price)} and sellers whose cost is at most {Number(price)}, as many as on the shorter side; on the longer side {first} trades.");
                Add(1, "What is paid: the price, by every trading buyer to a trading seller.");
                return;
            case ExchangeRule.Reduction:
                Add(1, $"Who trades: rank the bids from the highest and the costs from the lowest; the k pairs whose bid is at least the cost, or all of them but pair k. Equal reports trade, and among equals {first} comes first.");
                Add(1, "What is paid: half of the sum of bid k + 1 and cost k + 1, if pair k accepts it; then all k pairs trade.");
                Add(2, "Otherwise, and if there is no pair k + 1, pair k is left out: the other buyers pay bid k, the other sellers receive cost k.");
                Add(2, "These prices never depend on the report of an agent that trades (McAfee 1992).");
                AddExample([9, 7, 5, 2], [1, 3, 6, 8]);
                AddExample([10, 9, 8], [1, 2, 3]);
                Add(1, "What is lost: at most the least valuable of the efficient trades.");
                return;
            default:
                Add(1, $"Who trades: rank the bids from the highest and the costs from the lowest; the k pairs whose bid is at least the cost. Equal reports trade, and among equals {first} comes first.");
                Add(1, "What is paid: every trading buyer pays cost k or bid k + 1, whichever is higher; every trading seller receives bid k or cost k + 1, whichever is lower (Clarke 1971).");
                AddExample([9, 7, 5, 2], [1, 3, 6, 8]);
                Add(1, "What does not hold: no deficit. Sellers receive at least what buyers pay, and the market maker adds the difference.");
                return;
        }
    }

    /// <summary>A line about one profile, with the numbers that the mechanism gives there; none where the exchange is one of other numbers of agents, or nobody trades.</summary>
    private void AddExample(decimal[] bids, decimal[] costs)
    {
        if (plan.Counts is var (buyers, sellers))
        {
            (bids, costs) = ([.. bids.Take(buyers)], [.. costs.Take(sellers)]);
            if (bids.Length < buyers || costs.Length < sellers)
            {
                return;
            }
        }

        var outcome = _interpreter.Run(bids, costs);
        if (outcome.Trades == 0)
        {
            return;
        }

        var pays = outcome.Pays[outcome.Buys.ToList().IndexOf(true)];
        var receives = outcome.Receives[outcome.Sells.ToList().IndexOf(true)];
        var money = outcome.Subsidy switch
        {
            0 => "payments and receipts balance",
            > 0 => $"the market maker adds {Number(outcome.Subsidy)}",
            _ => $"the market maker keeps {Number(-outcome.Subsidy)}",
        };
        Add(2, $"At the bids {List(bids)} and the costs {List(costs)} {Pairs(outcome.Trades)}, buyers pay {Number(pays)}, sellers receive {Number(receives)}: {money}.");
    }

    private void ExplainMoney()
    {
        if (!plan.Currency.IsGrid)
        {
            return;
        }

        var rounded = plan.Rule is ExchangeRule.Reduction ? "; half of a sum is rounded down to one, which lies between the two reports still" : string.Empty;
        Add(1, $"On the grid: reports and prices are multiples of {plan.Currency.StepText}{rounded}.");
    }

    private void ExplainAgents()
    {
        IEnumerable<(string Who, Side Side, Prior? Prior)> agents = exchange.Problem.Population switch
        {
            Population.Named(var named) => named.Select(agent => (agent.Name ?? string.Empty, agent.Side, agent.Prior)),
            Population.TwoSided(var seller, var buyer) => [("Every seller", seller.Side, seller.Prior), ("Every buyer", buyer.Side, buyer.Prior)],
            _ => [],
        };
        foreach (var (who, side, prior) in agents)
        {
            var role = side == Side.Buyer ? ("buyer", "value") : ("seller", "cost");
            var name = plan.IsNamed ? $"{who}, {role.Item1}" : who;
            if (prior is not null)
            {
                Add(1, $"{name}: {role.Item2} distributed as {prior.Describe()}.");
            }
        }

        if (!plan.IsNamed && plan.Counts is var (buyers, sellers))
        {
            Add(1, $"Numbers of agents: every run has {Count(buyers, "buyer")} and {Count(sellers, "seller")}.");
        }
    }

    private static string Count(int count, string what) => FormattableString.Invariant($"{count} {what}{(count == 1 ? string.Empty : "s")}");

    private static string Pairs(int trades) => trades == 1 ? "1 pair trades" : trades.ToString(CultureInfo.InvariantCulture) + " pairs trade";

    private static string List(decimal[] numbers) => "(" + string.Join(", ", numbers.Select(Number)) + ")";

    private static string Number(decimal value) => Number((double)value);

    private static string Number(double value) => NumberText.Words(value, 12);
}
