using Fractions;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Exchange;

/// <summary>
/// Runs an exchange of single units by its definition, one profile at a time: every set of as many buyers as sellers is looked at, and a Clarke payment is
/// what the presence of an agent costs the others. Slow and obvious on purpose: it is what fast generated code is compared with.
/// </summary>
/// <remarks>
/// Reports are decimals, so nothing is rounded. Of the sets that are worth most the one with the most trades is taken (a bid equal to the cost trades), and
/// of these the first in the order in which agents of lower index come first.
/// </remarks>
/// <param name="problem">A problem whose feasible set is <see cref="UnitTrades"/>.</param>
public sealed class ExchangeInterpreter(Problem problem)
{
    /// <summary>Sets of more agents are too many to be looked at one by one.</summary>
    private const int MostAgents = 20;

    /// <summary>The outcome at a profile.</summary>
    /// <param name="bids">What one unit is worth to each buyer.</param>
    /// <param name="costs">What keeping its unit is worth to each seller.</param>
    /// <exception cref="ArgumentException">More than 20 agents take part.</exception>
    public ExchangeOutcome Run(IReadOnlyList<decimal> bids, IReadOnlyList<decimal> costs)
    {
        if (bids.Count + costs.Count > MostAgents)
        {
            throw new ArgumentException(FormattableString.Invariant($"At most {MostAgents} agents can be looked at set by set."), nameof(bids));
        }

        return problem switch
        {
            { Payments: PaymentRule.Posted(var price) } => Posted(bids, costs, (decimal)price),
            { Objective: Objective.ReducedTrade } => Reduced(bids, costs),
            { Payments: PaymentRule.Balanced } => Balanced(bids, costs),
            _ => Efficient(bids, costs),
        };
    }

    private static ExchangeOutcome Efficient(IReadOnlyList<decimal> bids, IReadOnlyList<decimal> costs)
    {
        var best = Best(bids, costs);
        return new ExchangeOutcome(
            bids.Select((_, buyer) => best.Has(buyer)).ToEquatableArray(),
            costs.Select((_, seller) => best.Has(bids.Count + seller)).ToEquatableArray(),
            bids.Select((bid, buyer) => Best(Without(bids, buyer), costs).Worth - (best.Worth - (best.Has(buyer) ? bid : 0))).ToEquatableArray(),
            costs.Select((cost, seller) => best.Worth + (best.Has(bids.Count + seller) ? cost : 0) - Best(bids, Without(costs, seller)).Worth).ToEquatableArray());
    }

    /// <summary>Efficient trade; trade or not, the buyer pays the seller by the reports of both.</summary>
    private ExchangeOutcome Balanced(IReadOnlyList<decimal> bids, IReadOnlyList<decimal> costs)
    {
        var agva = TradeAgva.Of(problem) ?? throw new ArgumentException("The payments are known for one seller and one buyer with uniform or finite types.", nameof(bids));
        var payment = agva.Payment(Fraction.FromDecimal(costs[0]), Fraction.FromDecimal(bids[0])).ToDecimal();
        return Efficient(bids, costs) with { Pays = [payment], Receives = [payment] };
    }

    /// <summary>McAfee (1992), section 2: the k efficient pairs trade at the middle of the reports of the next pair, or k − 1 do at the reports of pair k.</summary>
    private ExchangeOutcome Reduced(IReadOnlyList<decimal> bids, IReadOnlyList<decimal> costs)
    {
        var buyers = Enumerable.Range(0, bids.Count).OrderByDescending(buyer => bids[buyer]).ToList();
        var sellers = Enumerable.Range(0, costs.Count).OrderBy(seller => costs[seller]).ToList();
        var pairs = Math.Min(buyers.Count, sellers.Count);
        var trades = Enumerable.Range(0, pairs).TakeWhile(pair => bids[buyers[pair]] >= costs[sellers[pair]]).Count();
        if (trades == 0)
        {
            return At(0, 0, 0);
        }

        var (bid, cost) = (bids[buyers[trades - 1]], costs[sellers[trades - 1]]);
        if (trades < pairs)
        {
            var price = Middle(bids[buyers[trades]], costs[sellers[trades]]);
            if (cost <= price && price <= bid)
            {
                return At(trades, price, price);
            }
        }

        return At(trades - 1, bid, cost);

        ExchangeOutcome At(int count, decimal pays, decimal receives)
        {
            var buys = bids.Select((_, buyer) => buyers.IndexOf(buyer) < count).ToEquatableArray();
            var sells = costs.Select((_, seller) => sellers.IndexOf(seller) < count).ToEquatableArray();
            return new ExchangeOutcome(buys, sells, buys.Select(trading => trading ? pays : 0).ToEquatableArray(), sells.Select(trading => trading ? receives : 0).ToEquatableArray());
        }
    }

    /// <summary>Who accepts the price trades at it; on the longer side the first who accept.</summary>
    private static ExchangeOutcome Posted(IReadOnlyList<decimal> bids, IReadOnlyList<decimal> costs, decimal price)
    {
        var buyers = Enumerable.Range(0, bids.Count).Where(buyer => bids[buyer] >= price).ToList();
        var sellers = Enumerable.Range(0, costs.Count).Where(seller => costs[seller] <= price).ToList();
        var trades = Math.Min(buyers.Count, sellers.Count);
        var buys = bids.Select((_, buyer) => buyers.IndexOf(buyer) is >= 0 and var place && place < trades).ToEquatableArray();
        var sells = costs.Select((_, seller) => sellers.IndexOf(seller) is >= 0 and var place && place < trades).ToEquatableArray();
        return new ExchangeOutcome(buys, sells, buys.Select(trading => trading ? price : 0).ToEquatableArray(), sells.Select(trading => trading ? price : 0).ToEquatableArray());
    }

    /// <summary>Half of the sum; on a grid of money rounded down to it.</summary>
    private decimal Middle(decimal bid, decimal cost)
    {
        var middle = (bid + cost) / 2;
        var steps = (decimal)problem.Money.StepsPerUnit;
        return problem.Money.IsGrid ? decimal.Floor(middle * steps) / steps : middle;
    }

    private static Trading Best(IReadOnlyList<decimal> bids, IReadOnlyList<decimal> costs)
    {
        var best = new Trading(0, 0);
        for (var set = 1; set < 1 << (bids.Count + costs.Count); set++)
        {
            var candidate = new Trading(set, 0);
            var (worth, balance) = (0m, 0);
            for (var agent = 0; agent < bids.Count + costs.Count; agent++)
            {
                if (candidate.Has(agent))
                {
                    worth += agent < bids.Count ? bids[agent] : -costs[agent - bids.Count];
                    balance += agent < bids.Count ? 1 : -1;
                }
            }

            if (balance == 0 && (candidate with { Worth = worth }).IsBefore(best))
            {
                best = candidate with { Worth = worth };
            }
        }

        return best;
    }

    private static IReadOnlyList<decimal> Without(IReadOnlyList<decimal> reports, int agent) => [.. reports.Where((_, index) => index != agent)];

    /// <summary>A set of agents who trade, buyers first, one bit an agent.</summary>
    private readonly record struct Trading(int Set, decimal Worth)
    {
        public bool Has(int agent) => ((Set >> agent) & 1) == 1;

        public bool IsBefore(Trading other)
        {
            if (Worth != other.Worth || Count(Set) != Count(other.Set))
            {
                return Worth != other.Worth ? Worth > other.Worth : Count(Set) > Count(other.Set);
            }

            // The lowest agent that only one of them holds decides.
            var difference = Set ^ other.Set;
            return (Set & difference & -difference) != 0;
        }

        private static int Count(int set)
        {
            var count = 0;
            for (; set != 0; set &= set - 1)
            {
                count++;
            }

            return count;
        }
    }
}
